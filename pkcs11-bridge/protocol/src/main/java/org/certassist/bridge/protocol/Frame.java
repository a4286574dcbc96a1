package org.certassist.bridge.protocol;

import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.util.Arrays;
import java.util.Optional;
import org.certassist.bridge.protocol.WireException.Kind;

/// One message on the line: a request id, a type and the payload's bytes.
public final class Frame implements AutoCloseable {
  private final int id;
  private final int type;
  private final byte[] content;

  private Frame(int id, int type, byte[] content) {
    this.id = id;
    this.type = type;
    this.content = content;
  }

  /// Reads the next frame to its end; empty when the line ended between two frames.
  public static Optional<Frame> read(InputStream in) throws IOException {
    byte[] head = new byte[4];
    int first = in.readNBytes(head, 0, 4);
    if (first == 0) {
      return Optional.empty();
    }
    if (first < 4) {
      throw new WireException(Kind.TRUNCATED, "the line ended inside a length field");
    }
    int length = WireReader.int32(head, 0);
    if (length < Protocol.HEAD || length > Protocol.MAX_LENGTH) {
      throw new WireException(
          Kind.BAD_LENGTH, "a frame of " + Integer.toUnsignedLong(length) + " bytes");
    }
    byte[] content = new byte[length];
    try {
      if (in.readNBytes(content, 0, length) < length) {
        throw new EOFException();
      }
    } catch (EOFException e) {
      throw new WireException(Kind.TRUNCATED, "the line ended inside a frame of " + length);
    }
    int type = ((content[4] & 0xff) << 8) | (content[5] & 0xff);
    return Optional.of(new Frame(WireReader.int32(content, 0), type, content));
  }

  public int id() {
    return id;
  }

  public int type() {
    return type;
  }

  WireReader payload() {
    return new WireReader(content, Protocol.HEAD);
  }

  /// Wipes the payload, which may hold a PIN.
  @Override
  public void close() {
    Arrays.fill(content, (byte) 0);
  }

  @Override
  public String toString() {
    return "frame " + id + " of type " + type + ", " + content.length + " bytes";
  }
}
