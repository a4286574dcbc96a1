package org.certassist.bridge.host;

import java.io.FileDescriptor;
import java.io.FileInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.util.Objects;

/// The line from the client: standard input, of which no copy stays behind.
///
/// A `FileInputStream` reads up to 8192 bytes into a buffer on its thread's stack and leaves them
/// there, and with them the last PIN until the next request. This one reads into a buffer of its
/// own, never more than was asked for, and wipes it.
final class FrameInput extends InputStream {
  private static final int SIZE = 8192;

  private final FileChannel channel;
  private final ByteBuffer buffer = ByteBuffer.allocateDirect(SIZE);

  private FrameInput(FileChannel channel) {
    this.channel = channel;
  }

  static FrameInput take() {
    return new FrameInput(new FileInputStream(FileDescriptor.in).getChannel());
  }

  @Override
  public int read() throws IOException {
    byte[] one = new byte[1];
    return read(one, 0, 1) < 0 ? -1 : one[0] & 0xff;
  }

  @Override
  public int read(byte[] into, int offset, int length) throws IOException {
    Objects.checkFromIndexSize(offset, length, into.length);
    if (length == 0) {
      return 0;
    }
    buffer.clear().limit(Math.min(length, SIZE));
    int count = channel.read(buffer);
    buffer.flip();
    buffer.get(into, offset, buffer.limit());
    wipe();
    return count;
  }

  private void wipe() {
    for (int i = 0; i < buffer.limit(); i++) {
      buffer.put(i, (byte) 0);
    }
  }
}
