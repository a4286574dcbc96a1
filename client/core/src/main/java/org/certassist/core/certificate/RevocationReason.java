package org.certassist.core.certificate;

import java.util.Arrays;

/// Why a CA took a certificate back, by the numbers of RFC 5280 §5.3.1.
public enum RevocationReason {
  UNSPECIFIED(0, "unspecified"),
  KEY_COMPROMISE(1, "keyCompromise"),
  CA_COMPROMISE(2, "caCompromise"),
  AFFILIATION_CHANGED(3, "affiliationChanged"),
  SUPERSEDED(4, "superseded"),
  CESSATION_OF_OPERATION(5, "cessationOfOperation"),
  /// Suspended: the CA may lift it again.
  CERTIFICATE_HOLD(6, "certificateHold"),
  PRIVILEGE_WITHDRAWN(9, "privilegeWithdrawn"),
  AA_COMPROMISE(10, "aaCompromise");

  private final int number;
  private final String word;

  RevocationReason(int number, String word) {
    this.number = number;
    this.word = word;
  }

  /// A number that no standard knows says as much as none.
  public static RevocationReason of(int number) {
    return Arrays.stream(values())
        .filter(reason -> reason.number == number)
        .findFirst()
        .orElse(UNSPECIFIED);
  }

  /// The name in `--json` output and texts.
  public String word() {
    return word;
  }
}
