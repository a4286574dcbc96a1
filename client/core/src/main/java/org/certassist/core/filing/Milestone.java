package org.certassist.core.filing;

/// A point that a declaration passes on its way; shown as progress, and where the crash tests stop
/// the program.
public enum Milestone {
  /// The key has taken the PIN.
  KEY_OPEN,
  LOGGED_IN,
  /// The signature exists in memory only.
  SIGNATURE_MADE,
  /// The signature is on disk.
  SIGNED,
  /// The intent to send is on disk; the request has not left.
  SENDING,
  /// The portal's answer is here and not yet on disk.
  ANSWER_HERE,
  ACCEPTED,
  REFUSED,
  UNCONFIRMED,
  /// Every row's answer is on disk.
  ANSWERED
}
