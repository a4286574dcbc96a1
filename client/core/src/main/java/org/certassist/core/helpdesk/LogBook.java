package org.certassist.core.helpdesk;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.certassist.core.fault.FaultException;

/// The program's own log: how much is written into it, and what stands in it.
public interface LogBook {
  /// The most lines that are given out at once.
  int MOST_LINES = 5000;

  Level level();

  /// Counts from now on, until the program ends.
  void setLevel(Level level);

  /// The last lines, the oldest first; none where there is no log.
  ///
  /// @param most more than [#MOST_LINES] are not given
  /// @throws FaultException `log.unreadable`
  List<String> lines(int most) throws FaultException;

  /// How much is written.
  enum Level {
    /// What went wrong.
    WARN("warn"),
    /// What was done, too.
    INFO("info"),
    /// Each step, too.
    DEBUG("debug");

    private final String word;

    Level(String word) {
      this.word = word;
    }

    /// The name on the command line and in `--json` output.
    public String word() {
      return word;
    }

    public static Optional<Level> of(String word) {
      return Arrays.stream(values()).filter(level -> level.word.equals(word)).findFirst();
    }
  }
}
