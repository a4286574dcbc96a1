package org.certassist.cli.terminal;

import java.io.PrintStream;
import java.util.regex.Pattern;
import tools.jackson.databind.SerializationFeature;
import tools.jackson.databind.json.JsonMapper;

/// What a command says: answers on standard output, everything else on standard error.
public final class Output {
  private static final JsonMapper JSON =
      JsonMapper.builder().enable(SerializationFeature.INDENT_OUTPUT).build();
  private static final JsonMapper ONE_LINE = JsonMapper.builder().build();

  /// Controls, format characters (those that turn the direction of writing among them), and the
  /// line and paragraph separators.
  private static final Pattern STEERING = Pattern.compile("[\\p{Cc}\\p{Cf}\\p{Zl}\\p{Zp}&&[^\n]]");

  private static final String CONTINUED = "\n    ";

  private final PrintStream out;
  private final PrintStream err;
  private final boolean json;

  /// @param json whether the answer is one JSON document; then words go to standard error
  public Output(Streams streams, boolean json) {
    this.out = streams.out();
    this.err = streams.err();
    this.json = json;
  }

  public boolean isJson() {
    return json;
  }

  /// A line for the person who typed the command.
  public void line(String text) {
    (json ? err : out).println(printable(text));
  }

  /// A line that is not the answer.
  public void note(String text) {
    err.println(printable(text));
  }

  /// Words that came from a portal, a key or a file must not steer the terminal; what they say
  /// after a line break is set in, so that it cannot be taken for a line of ours.
  static String printable(String text) {
    return STEERING.matcher(text).replaceAll("\uFFFD").replace("\n", CONTINUED);
  }

  /// The answer as a JSON document.
  public void document(Object value) {
    out.println(JSON.writeValueAsString(value));
    out.flush();
  }

  /// The answer as JSON on one line, for programs that read line by line.
  public void documentLine(Object value) {
    out.println(ONE_LINE.writeValueAsString(value));
    out.flush();
  }
}
