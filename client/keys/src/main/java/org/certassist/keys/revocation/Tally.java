package org.certassist.keys.revocation;

import java.util.Optional;
import org.certassist.core.certificate.NotCheckedReason;
import org.certassist.core.certificate.Revocation;
import org.jspecify.annotations.Nullable;

/// What several lists or answers together say of one certificate.
final class Tally {
  private ReasonSet covered = ReasonSet.NONE;
  private Revocation.@Nullable Good good;
  private Revocation.@Nullable Revoked revoked;
  private NotCheckedReason failure = NotCheckedReason.NOT_ASKED;

  void good(Revocation.Good word, ReasonSet reasons) {
    covered = covered.or(reasons);
    good = word;
  }

  void revoked(Revocation.Revoked word) {
    revoked = word;
  }

  void failed(NotCheckedReason reason) {
    if (reason.compareTo(failure) > 0) {
      failure = reason;
    }
  }

  /// The answer where there is one already: one revocation, or good for every reason.
  Optional<Revocation> decided() {
    return Optional.<Revocation>ofNullable(revoked)
        .or(() -> Optional.<Revocation>ofNullable(good).filter(_ -> covered.isAll()));
  }

  Revocation result() {
    if (good != null) {
      failed(NotCheckedReason.SOME_REASONS_ONLY);
    }
    return decided().orElseGet(() -> new Revocation.NotChecked(failure));
  }
}
