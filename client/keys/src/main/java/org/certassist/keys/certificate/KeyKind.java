package org.certassist.keys.certificate;

/// The family a public key belongs to.
public enum KeyKind {
  RSA,
  /// An elliptic curve known by name, other than SM2's.
  EC,
  SM2,
  /// Anything else; it may still verify a certificate, but this version does not sign with it.
  OTHER
}
