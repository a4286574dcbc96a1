package org.certassist.core.certificate;

import java.time.Instant;
import java.util.Optional;

/// What is known of a certificate's revocation.
public sealed interface Revocation {
  /// Its CA says that it was not revoked.
  ///
  /// @param saidAt when the CA said so
  /// @param nextUpdate when it will say the next word, where it tells
  /// @param later where it was good at the time of interest only, that it was revoked since
  record Good(
      RevocationSource source,
      Instant saidAt,
      Optional<Instant> nextUpdate,
      Optional<Revoked> later)
      implements Revocation {
    /// One that is good to this day.
    public Good(RevocationSource source, Instant saidAt, Optional<Instant> nextUpdate) {
      this(source, saidAt, nextUpdate, Optional.empty());
    }
  }

  /// Its CA took it back.
  record Revoked(RevocationSource source, Instant since, RevocationReason reason)
      implements Revocation {}

  /// Nothing can be said; the certificate may be good or not.
  record NotChecked(NotCheckedReason reason) implements Revocation {}

  /// The same as it was at a time: what was revoked later was good then.
  default Revocation asOf(Instant at) {
    return this instanceof Revoked revoked && revoked.since().isAfter(at)
        ? new Good(revoked.source(), at, Optional.empty(), Optional.of(revoked))
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
