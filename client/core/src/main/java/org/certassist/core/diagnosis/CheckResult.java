package org.certassist.core.diagnosis;

import java.util.List;
import java.util.Optional;

/// What one check found.
///
/// @param cause empty unless it failed or warns
/// @param evidence what was seen, for the places of the text of this check and outcome; it holds no
///   PIN, identity number or name of a person
public record CheckResult(
    CheckId check, State state, Optional<Cause> cause, String word, List<String> evidence) {
  /// The word of a check that did not answer in time.
  public static final String NO_ANSWER = "noAnswer";

  /// The word of an evidence that needs no other.
  private static final String GOOD = "ok";

  public CheckResult {
    evidence = List.copyOf(evidence);
    if (cause.isPresent() != (state == State.FAILED || state == State.WARNING)) {
      throw new IllegalArgumentException(check + " is " + state + " with the cause " + cause);
    }
  }

  /// How it stands.
  public enum State {
    OK("ok"),
    /// It works, and something should be seen to.
    WARNING("warning"),
    FAILED("failed"),
    /// Not asked: what must hold before does not.
    SKIPPED("skipped"),
    /// Could not be found out, or there is nothing to ask.
    UNKNOWN("unknown");

    private final String word;

    State(String word) {
      this.word = word;
    }

    /// The name in `--json` output.
    public String word() {
      return word;
    }
  }

  static CheckResult ok(CheckId check, String... evidence) {
    return new CheckResult(check, State.OK, Optional.empty(), GOOD, List.of(evidence));
  }

  /// Good in one of several ways.
  ///
  /// @param word names it, in texts
  static CheckResult good(CheckId check, String word, String... evidence) {
    return new CheckResult(check, State.OK, Optional.empty(), word, List.of(evidence));
  }

  static CheckResult failed(CheckId check, Cause cause, String... evidence) {
    return new CheckResult(check, State.FAILED, Optional.of(cause), cause.id(), List.of(evidence));
  }

  static CheckResult warning(CheckId check, Cause cause, String... evidence) {
    return new CheckResult(check, State.WARNING, Optional.of(cause), cause.id(), List.of(evidence));
  }

  /// @param word names the reason, in texts
  static CheckResult unknown(CheckId check, String word, String... evidence) {
    return new CheckResult(check, State.UNKNOWN, Optional.empty(), word, List.of(evidence));
  }

  static CheckResult skipped(CheckId check, CheckId because) {
    return new CheckResult(
        check, State.SKIPPED, Optional.empty(), "skipped", List.of(because.word()));
  }

  /// Whether it stands in the way of the checks after it.
  boolean blocks() {
    return state == State.FAILED || state == State.SKIPPED;
  }
}
