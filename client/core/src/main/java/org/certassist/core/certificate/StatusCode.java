package org.certassist.core.certificate;

/// The portal's status codes for a signature or certificate (docs/sources.md, 002 §1.6).
public enum StatusCode {
  GOOD(0),
  /// The signature does not match the data.
  SIGNATURE_WRONG(800),
  /// Not valid as a certificate: not yet valid, the wrong one of a pair, malformed.
  NOT_VALID(809),
  EXPIRED(810),
  CHAIN_BROKEN(820),
  REVOKED(823);

  private final int number;

  StatusCode(int number) {
    this.number = number;
  }

  public int number() {
    return number;
  }
}
