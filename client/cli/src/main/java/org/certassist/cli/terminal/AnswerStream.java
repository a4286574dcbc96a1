package org.certassist.cli.terminal;

import java.io.FilterOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.util.regex.Pattern;

/// Standard output that can say afterwards whether the answer got through.
///
/// It is UTF-8 whatever the locale says: Chinese must not come out as question marks.
public final class AnswerStream extends PrintStream {
  private final Recording recording;

  private AnswerStream(Recording recording) {
    super(recording, true, StandardCharsets.UTF_8);
    this.recording = recording;
  }

  public static AnswerStream to(OutputStream target) {
    return new AnswerStream(new Recording(target));
  }

  /// Whether something could not be written (a full disk); a reader who had enough, such as `head`,
  /// does not count.
  public boolean lost() {
    flush();
    return recording.lost;
  }

  /// A PrintStream only remembers that something failed; this remembers what.
  private static final class Recording extends FilterOutputStream {
    /// The system's word for EPIPE, in the languages of texts.
    private static final Pattern READER_GONE =
        Pattern.compile("(?i)broken pipe|断开的管道|pipe is being closed");

    private boolean lost;

    Recording(OutputStream target) {
      super(target);
    }

    @Override
    public void write(int b) throws IOException {
      write(new byte[] {(byte) b}, 0, 1);
    }

    @Override
    public void write(byte[] bytes, int offset, int length) throws IOException {
      try {
        out.write(bytes, offset, length);
      } catch (IOException notWritten) {
        lost |= !READER_GONE.matcher(String.valueOf(notWritten.getMessage())).find();
        throw notWritten;
      }
    }
  }
}
