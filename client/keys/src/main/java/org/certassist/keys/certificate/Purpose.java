package org.certassist.keys.certificate;

/// What a certificate is to serve for, as far as the extended key usage tells purposes apart.
public enum Purpose {
  /// Logging in, and signing what somebody means.
  DOCUMENTS,
  /// Time stamps (RFC 3161 §2.3): whether the usage names them is the asker's to see.
  TIME_STAMPS
}
