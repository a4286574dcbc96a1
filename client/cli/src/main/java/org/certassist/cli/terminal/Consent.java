package org.certassist.cli.terminal;

import java.io.Console;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/// Takes a yes of the person at the keyboard; anything but a yes is a no.
public final class Consent {
  private static final Set<String> YES = Set.of("y", "yes", "是", "好");

  /// No answer is longer.
  private static final int LONGEST = 64;

  private final @Nullable Console console;

  /// @param console of this program, which Java may give also where there is no keyboard
  public Consent(@Nullable Console console) {
    this.console = console;
  }

  /// Where nobody sits at a keyboard the command line was the yes.
  public boolean given(String question) {
    return console == null
        || !console.isTerminal()
        || isYes(console.readLine("%s ", Output.printable(question)));
  }

  /// What is typed, in the keyboard's own encoding; where nobody sits at one, the first line of the
  /// input. The end of the input is no yes.
  public boolean typed(InputStream in) throws IOException {
    return isYes(console != null && console.isTerminal() ? console.readLine() : line(in));
  }

  private static String line(InputStream in) throws IOException {
    byte[] line = new byte[LONGEST];
    int length = 0;
    for (int next = in.read();
        next >= 0 && next != '\n' && length < line.length;
        next = in.read()) {
      line[length++] = (byte) next;
    }
    return new String(line, 0, length, StandardCharsets.UTF_8);
  }

  private static boolean isYes(@Nullable String answer) {
    return answer != null && YES.contains(answer.strip().toLowerCase(Locale.ROOT));
  }
}
