package org.certassist.core.portal;

/// What the portal says when it is asked for a declaration's id.
public sealed interface LookupOutcome {
  /// The portal has it, and gave its receipt (not yet verified).
  record Known(Receipt receipt, Receipt.Subject subject) implements LookupOutcome {}

  /// The portal never received it; sending the same bytes again is safe.
  record NotKnown() implements LookupOutcome {}

  /// No usable answer; ask later.
  ///
  /// @param cause as in [SubmitOutcome.Unconfirmed]
  record NoAnswer(String cause) implements LookupOutcome {}
}
