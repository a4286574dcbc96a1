package org.certassist.keys.matrix;

import java.time.Duration;
import java.util.Optional;

/// What one case brought to light.
///
/// @param calls how often the function was called in the step
/// @param tries how often the user's PIN was offered to the token in the step
/// @param administratorsTries the same of the administrator's PIN
/// @param pin which one is in force, after a step that changes it
/// @param afterwards why the work did not go on once nothing went wrong any more
/// @param took how long the step took
record Seen(
    Case one,
    Outcome outcome,
    long calls,
    long tries,
    long administratorsTries,
    Optional<PinInForce> pin,
    Optional<String> afterwards,
    Duration took) {
  enum PinInForce {
    OLD,
    NEW
  }
}
