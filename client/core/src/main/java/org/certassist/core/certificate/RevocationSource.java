package org.certassist.core.certificate;

/// Who told whether a certificate was revoked.
public enum RevocationSource {
  /// A list that the user named.
  GIVEN_LIST("givenList"),
  /// The CA's answer to a question about this certificate (RFC 6960).
  OCSP("ocsp"),
  /// The CA's list of revoked certificates, fetched from where the certificate says.
  LIST("list");

  private final String word;

  RevocationSource(String word) {
    this.word = word;
  }

  /// The name in `--json` output.
  public String word() {
    return word;
  }
}
