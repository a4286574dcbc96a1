package org.certassist.core.helpdesk;

import java.util.List;

/// One probe of the program held against what a second source says, or a round trip against what
/// must come back.
///
/// @param id never changes
/// @param expected what the second source says, or what must come back; empty where there is no
///   second source here
/// @param found what the probe says, or what came back
public record Trial(String id, Outcome outcome, List<Said> expected, List<Said> found) {
  public Trial {
    expected = List.copyOf(expected);
    found = List.copyOf(found);
  }

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

  public static Trial of(String id, Said expected, Said found) {
    return of(id, List.of(expected), List.of(found));
  }

  public static Trial of(String id, List<? extends Said> expected, List<? extends Said> found) {
    return judged(id, expected.equals(found), expected, found);
  }

  /// @param agrees judged by the caller, where values that are not equal can agree
  public static Trial judged(
      String id, boolean agrees, List<? extends Said> expected, List<? extends Said> found) {
    return new Trial(
        id, agrees ? Outcome.OK : Outcome.DIFFERS, List.copyOf(expected), List.copyOf(found));
  }

  /// Something made for the purpose that is looked at again: one word where what came is what must,
  /// else both as they are.
  public static Trial ofMade(String id, Said.Word good, String expected, String found) {
    return expected.equals(found)
        ? of(id, Said.Told.of(good), Said.Told.of(good))
        : of(id, new Said.Value(expected), new Said.Value(found));
  }

  public static Trial alone(String id, Said found) {
    return alone(id, List.of(found));
  }

  public static Trial alone(String id, List<? extends Said> found) {
    return new Trial(id, Outcome.NO_SECOND_SOURCE, List.of(), List.copyOf(found));
  }
}
