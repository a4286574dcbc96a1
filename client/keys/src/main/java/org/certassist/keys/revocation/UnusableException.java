package org.certassist.keys.revocation;

import org.certassist.core.certificate.NotCheckedReason;

/// A list or an answer that says nothing about the certificate in question.
final class UnusableException extends Exception {
  private static final long serialVersionUID = 1L;

  private final NotCheckedReason reason;

  UnusableException(NotCheckedReason reason) {
    super(reason.word());
    this.reason = reason;
  }

  NotCheckedReason reason() {
    return reason;
  }
}
