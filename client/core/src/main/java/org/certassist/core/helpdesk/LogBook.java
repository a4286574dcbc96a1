package org.certassist.core.helpdesk;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.certassist.core.fault.FaultException;

/// The program's own log: how much is written into it, and what stands in it.
public interface LogBook {
  /// The most lines that are given out at once.
  int MOST_LINES = 5000;

  /// How a line begins: a point in time and the level.
  Pattern LINE = Pattern.compile("\\d{4}-\\d{2}-\\d{2}T\\S{1,40} +(ERROR|WARN|INFO|DEBUG|TRACE) ");

  Level level();

  /// Counts from now on, until the program ends.
  void setLevel(Level level);

  /// Counts from now on, in later runs too.
  ///
  /// @throws FaultException `log.levelNotKept`: it counts until the program ends
  void keepLevel(Level level) throws FaultException;

  /// The last lines, the oldest first; none where there is no log.
  ///
  /// @param most more than [#MOST_LINES] are not given
  /// @throws FaultException `log.unreadable`
  List<String> lines(int most) throws FaultException;

  /// The level of a line; empty where it goes on with the line before, as a stack trace does.
  static Optional<Level> of(String line) {
    Matcher begins = LINE.matcher(line);
    return begins.lookingAt() ? Optional.of(Level.ofLine(begins.group(1))) : Optional.empty();
  }

  /// Those of the lines that are at least as grave, each with what goes on with it.
  static List<String> atLeast(Level least, List<String> lines) {
    List<String> kept = new ArrayList<>();
    boolean wanted = false;
    for (String line : lines) {
      wanted = of(line).map(level -> level.compareTo(least) <= 0).orElse(wanted);
      if (wanted) {
        kept.add(line);
      }
    }
    return kept;
  }

  /// How much is written, the gravest first.
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

    /// An error is told from a warning by its support code.
    private static Level ofLine(String written) {
      return switch (written) {
        case "INFO" -> INFO;
        case "DEBUG", "TRACE" -> DEBUG;
        default -> WARN;
      };
    }

    public static Optional<Level> of(String word) {
      return Arrays.stream(values()).filter(level -> level.word.equals(word)).findFirst();
    }
  }
}
