package org.certassist.keys.revocation;

import org.certassist.core.certificate.Revocation;

/// What a validator makes of a certificate by its lists or answers; of a careful one it is asked.
enum Duty {
  GOOD("good"),
  REVOKED("revoked"),
  /// Nothing may be concluded.
  UNKNOWN("not known");

  private final String word;

  Duty(String word) {
    this.word = word;
  }

  String word() {
    return word;
  }

  static Duty of(Revocation found) {
    return switch (found) {
      case Revocation.Good _ -> GOOD;
      case Revocation.Revoked _ -> REVOKED;
      case Revocation.NotChecked _ -> UNKNOWN;
    };
  }

  /// Our own word for it, with the reason.
  static String words(Revocation found) {
    return switch (found) {
      case Revocation.Good _ -> "good";
      case Revocation.Revoked revoked -> "revoked " + revoked.reason().word();
      case Revocation.NotChecked notChecked -> notChecked.reason().word();
    };
  }
}
