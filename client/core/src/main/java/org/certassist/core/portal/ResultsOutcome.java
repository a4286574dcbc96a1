package org.certassist.core.portal;

import java.time.Duration;

/// What the portal says when it is asked for row answers.
public sealed interface ResultsOutcome {
  record Ready(RowAnswers answers) implements ResultsOutcome {}

  /// The portal is still working on it.
  ///
  /// @param retryAfter how long to wait, between 200 ms and 60 s
  record NotYet(Duration retryAfter) implements ResultsOutcome {}

  /// No usable answer; ask later.
  record NoAnswer(String cause) implements ResultsOutcome {}
}
