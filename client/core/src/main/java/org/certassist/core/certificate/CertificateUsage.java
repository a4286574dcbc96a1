package org.certassist.core.certificate;

/// What the key usage extension allows; Chinese CAs issue a signing and an encryption certificate
/// as a pair.
public enum CertificateUsage {
  SIGNING("signing"),
  ENCRYPTION("encryption"),
  BOTH("both");

  private final String word;

  CertificateUsage(String word) {
    this.word = word;
  }

  /// The name in `--json` output.
  public String word() {
    return word;
  }

  public boolean canSign() {
    return this != ENCRYPTION;
  }
}
