package org.certassist.core.certificate;

/// What the key usage extension allows; Chinese CAs issue a signing and an encryption certificate
/// as a pair.
public enum CertificateUsage {
  SIGNING("signing"),
  ENCRYPTION("encryption"),
  BOTH("both"),
  /// A CA's, for certificates and lists; nobody signs a document with it.
  AUTHORITY("authority");

  private final String word;

  CertificateUsage(String word) {
    this.word = word;
  }

  /// The name in `--json` output.
  public String word() {
    return word;
  }

  public boolean canSign() {
    return this == SIGNING || this == BOTH;
  }
}
