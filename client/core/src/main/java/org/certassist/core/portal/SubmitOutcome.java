package org.certassist.core.portal;

/// What became of a submission.
public sealed interface SubmitOutcome {
  /// The portal has it and gave a receipt (not yet verified).
  record Accepted(Receipt receipt, Receipt.Subject subject) implements SubmitOutcome {}

  /// The portal read it and declined it; nothing was filed.
  record Refused(Problem problem) implements SubmitOutcome {}

  /// It cannot be known: the line broke, the answer made no sense, or the portal was not able to
  /// answer.
  ///
  /// @param cause a short technical word such as `timeout`, `connection`, `http-503`,
  ///   `malformed-answer`; no secrets
  record Unconfirmed(String cause) implements SubmitOutcome {}
}
