package org.certassist.core.certificate;

import java.time.Instant;
import java.util.Optional;

/// What is known of a certificate's revocation.
public sealed interface Revocation {
  /// Its CA says that it was not revoked.
  ///
  /// @param saidAt when the CA said so
  /// @param nextUpdate when it will say the next word, where it tells
  record Good(RevocationSource source, Instant saidAt, Optional<Instant> nextUpdate)
      implements Revocation {}

  /// Its CA took it back.
  record Revoked(RevocationSource source, Instant since, RevocationReason reason)
      implements Revocation {}

  /// Nothing can be said; the certificate may be good or not.
  record NotChecked(NotCheckedReason reason) implements Revocation {}

  /// The same as it was at a time: what was revoked later was good then.
  default Revocation asOf(Instant at) {
    return this instanceof Revoked(RevocationSource source, Instant since, _) && since.isAfter(at)
        ? new Good(source, since, Optional.empty())
        : this;
  }

  /// The name in `--json` output.
  default String word() {
    return switch (this) {
      case Good _ -> "good";
      case Revoked _ -> "revoked";
      case NotChecked _ -> "notChecked";
    };
  }
}
