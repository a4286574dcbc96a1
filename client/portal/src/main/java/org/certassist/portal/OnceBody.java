package org.certassist.portal;

import java.io.IOException;
import okhttp3.MediaType;
import okhttp3.RequestBody;
import okio.BufferedSink;

/// A request body that may be sent once: OkHttp would otherwise repeat a request by itself that was
/// answered with 503 and `Retry-After: 0`.
final class OnceBody extends RequestBody {
  private final MediaType type;
  private final byte[] bytes;

  OnceBody(String type, byte[] bytes) {
    this.type = MediaType.get(type);
    this.bytes = bytes.clone();
  }

  @Override
  public MediaType contentType() {
    return type;
  }

  @Override
  public long contentLength() {
    return bytes.length;
  }

  @Override
  public boolean isOneShot() {
    return true;
  }

  @Override
  public void writeTo(BufferedSink sink) throws IOException {
    sink.write(bytes);
  }
}
