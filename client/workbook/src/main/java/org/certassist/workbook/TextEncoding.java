package org.certassist.workbook;

import java.io.BufferedReader;
import java.io.FileInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.PushbackInputStream;
import java.io.Reader;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.Charset;
import java.nio.charset.CodingErrorAction;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Optional;
import org.certassist.core.declaration.ReadingNote.Encoding;

/// Finds out what a text file is written in, and reads it so that nothing is replaced or lost.
///
/// UTF-8 where every byte of the file is, else GB18030 where every byte is, else none: the two are
/// hardly ever both possible, and which it was is shown to her.
final class TextEncoding {
  private static final byte[] BOM = {(byte) 0xEF, (byte) 0xBB, (byte) 0xBF};

  private TextEncoding() {}

  static Optional<Encoding> of(Path file) throws IOException, InterruptedException {
    for (Encoding encoding : Encoding.values()) {
      if (decodes(file, encoding)) {
        return Optional.of(encoding);
      }
    }
    return Optional.empty();
  }

  /// Throws rather than replaces what it cannot decode; a byte order mark is left out.
  static Reader reader(Path file, Encoding encoding) throws IOException {
    // A FileInputStream, since an interrupt closes a channel.
    InputStream in = new FileInputStream(file.toFile());
    try {
      return new BufferedReader(
          new InputStreamReader(
              encoding == Encoding.UTF_8 ? withoutMark(in) : in,
              charset(encoding)
                  .newDecoder()
                  .onMalformedInput(CodingErrorAction.REPORT)
                  .onUnmappableCharacter(CodingErrorAction.REPORT)),
          1 << 16);
    } catch (IOException | RuntimeException e) {
      in.close();
      throw e;
    }
  }

  private static boolean decodes(Path file, Encoding encoding)
      throws IOException, InterruptedException {
    char[] some = new char[1 << 14];
    try (Reader reader = reader(file, encoding)) {
      for (int got = reader.read(some); got >= 0; got = reader.read(some)) {
        if (Thread.interrupted()) {
          throw new InterruptedException();
        }
      }
      return true;
    } catch (CharacterCodingException other) {
      return false;
    }
  }

  private static InputStream withoutMark(InputStream in) throws IOException {
    PushbackInputStream pushback = new PushbackInputStream(in, BOM.length);
    byte[] start = pushback.readNBytes(BOM.length);
    if (!Arrays.equals(start, BOM)) {
      pushback.unread(start);
    }
    return pushback;
  }

  private static Charset charset(Encoding encoding) {
    return switch (encoding) {
      case UTF_8 -> StandardCharsets.UTF_8;
      case GB18030 -> Charset.forName("GB18030");
    };
  }
}
