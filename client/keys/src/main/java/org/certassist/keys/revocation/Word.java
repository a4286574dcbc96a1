package org.certassist.keys.revocation;

import org.certassist.core.certificate.NotCheckedReason;
import org.certassist.core.certificate.Revocation;

/// What one list or answer says of one certificate.
sealed interface Word {
  /// It says something, for these reasons of revocation.
  record Said(Revocation what, ReasonSet reasons) implements Word {}

  record Nothing(NotCheckedReason why) implements Word {}

  default void count(Tally tally) {
    switch (this) {
      case Said(Revocation.Good good, ReasonSet reasons) -> tally.good(good, reasons);
      case Said(Revocation.Revoked revoked, _) -> tally.revoked(revoked);
      case Said(Revocation.NotChecked(NotCheckedReason reason), _) -> tally.failed(reason);
      case Nothing(NotCheckedReason reason) -> tally.failed(reason);
    }
  }
}
