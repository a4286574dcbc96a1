package org.certassist.platform.library;

import java.io.Closeable;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;

/// The bytes of a file read here and there, as numbers and names; what lies outside the file, and
/// reading without end, is an error of the file.
final class FileBytes implements Closeable {
  /// More than the headers of any library take: the most in Debian's /usr/lib is a few hundred.
  private static final int MOST_READS = 20_000;

  private static final int LONGEST_NAME = 1024;

  private final FileChannel channel;
  private final long size;
  private ByteOrder order = ByteOrder.LITTLE_ENDIAN;
  private int reads;

  private FileBytes(FileChannel channel) throws IOException {
    this.channel = channel;
    this.size = channel.size();
  }

  static FileBytes of(Path file) throws IOException {
    FileChannel channel = FileChannel.open(file, StandardOpenOption.READ);
    try {
      return new FileBytes(channel);
    } catch (IOException e) {
      channel.close();
      throw e;
    }
  }

  /// How the numbers that follow are written.
  void order(ByteOrder written) {
    order = written;
  }

  int u8(long at) throws IOException {
    return Byte.toUnsignedInt(at(at, 1).get());
  }

  int u16(long at) throws IOException {
    return Short.toUnsignedInt(at(at, 2).getShort());
  }

  long u32(long at) throws IOException {
    return Integer.toUnsignedLong(at(at, 4).getInt());
  }

  /// @throws MalformedLibraryException also for numbers of 2⁶³ and more, which no file is long for
  long u64(long at) throws IOException {
    long value = at(at, 8).getLong();
    if (value < 0) {
      throw new MalformedLibraryException("a number of 64 bits at " + at);
    }
    return value;
  }

  /// A name that ends with a zero byte.
  String name(long at) throws IOException {
    long room = Math.min(LONGEST_NAME, size - at);
    if (room <= 0) {
      throw new MalformedLibraryException("a name at " + at);
    }
    ByteBuffer bytes = at(at, (int) room);
    int length = 0;
    while (length < room && bytes.get(length) != 0) {
      length++;
    }
    if (length == room) {
      throw new MalformedLibraryException("a name without end at " + at);
    }
    return StandardCharsets.UTF_8.decode(bytes.slice(0, length)).toString();
  }

  private ByteBuffer at(long at, int length) throws IOException {
    if (at < 0 || at > size - length) {
      throw new MalformedLibraryException("nothing at " + at);
    }
    if (++reads > MOST_READS) {
      throw new MalformedLibraryException("headers without end");
    }
    ByteBuffer buffer = ByteBuffer.allocate(length).order(order);
    long place = at;
    while (buffer.hasRemaining()) {
      int read = channel.read(buffer, place);
      if (read < 0) {
        throw new MalformedLibraryException("nothing at " + place);
      }
      place += read;
    }
    return buffer.flip();
  }

  @Override
  public void close() throws IOException {
    channel.close();
  }
}
