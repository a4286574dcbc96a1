package org.certassist.cli.terminal;

import java.io.Console;
import java.util.Locale;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/// Asks the person at the keyboard for a yes; where nobody sits there the command line was the yes.
public final class Consent {
  private static final Set<String> YES = Set.of("y", "yes", "是", "好");

  private final @Nullable Console console;

  /// @param console of this program, which Java may give also where there is no keyboard
  public Consent(@Nullable Console console) {
    this.console = console;
  }

  /// Anything but a yes is a no.
  public boolean given(String question) {
    if (console == null || !console.isTerminal()) {
      return true;
    }
    String answer = console.readLine("%s ", Output.printable(question));
    return answer != null && YES.contains(answer.strip().toLowerCase(Locale.ROOT));
  }
}
