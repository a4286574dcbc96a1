package org.certassist.core.helpdesk;

/// One probe of the program held against what a second source says, or a round trip against what
/// must come back.
///
/// @param id never changes
/// @param expected what the second source says, or what must come back; empty where there is no
///   second source here
/// @param found what the probe says, or what came back
public record Trial(String id, Outcome outcome, String expected, String found) {
  /// How it came out.
  public enum Outcome {
    OK("ok"),
    DIFFERS("differs"),
    /// There is nothing on this system to hold it against.
    NO_SECOND_SOURCE("noSecondSource");

    private final String word;

    Outcome(String word) {
      this.word = word;
    }

    /// The name in `--json` output and in texts.
    public String word() {
      return word;
    }
  }

  public static Trial of(String id, String expected, String found) {
    return judged(id, expected.equals(found), expected, found);
  }

  public static Trial judged(String id, boolean agrees, String expected, String found) {
    return new Trial(id, agrees ? Outcome.OK : Outcome.DIFFERS, expected, found);
  }

  public static Trial alone(String id, String found) {
    return new Trial(id, Outcome.NO_SECOND_SOURCE, "", found);
  }
}
