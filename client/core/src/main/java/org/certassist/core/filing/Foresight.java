package org.certassist.core.filing;

import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.certassist.core.certificate.CertificateFacts;
import org.certassist.core.certificate.CertificateStatus;
import org.certassist.core.certificate.EncodedCertificate;
import org.certassist.core.certificate.Revocation;
import org.certassist.core.certificate.StatusCode;
import org.certassist.core.filing.KeyOverview.Choice;
import org.certassist.core.key.KeyException;
import org.certassist.core.key.KeyFault;
import org.certassist.core.portal.PortalException;
import org.certassist.core.portal.PortalFault;
import org.certassist.core.profile.Profile;
import org.certassist.core.time.ClockReading;

/// Refuses a key before its PIN is asked for where the portal would refuse its certificate: 809,
/// 810, 820 or 823.
///
/// Code 800, a signature that does not match, cannot be foreseen: it is found out when the
/// signature is made, and nothing is sent then.
public final class Foresight {
  /// What a slow server did not say by then is asked again at the login.
  private static final Duration PATIENCE = Duration.ofSeconds(3);

  private final KeyRing ring;

  public Foresight(KeyRing ring) {
    this.ring = ring;
  }

  /// Asks the CAs and the portal's clock first, three seconds at most.
  ///
  /// @throws KeyException `key.certificateEnded`, `key.certificateNotBegun`, `key.revoked`,
  ///   `key.certificateChain`, `key.certificateNotValid`
  /// @throws PortalException `portal.clockOff`
  public void guard(Choice choice, Profile profile)
      throws KeyException, PortalException, InterruptedException {
    KeyOverview known =
        new KeyOverview(List.of(), List.of(choice.key()), ClockReading.ofThisPc(ring.now()));
    KeyOverview asked = ring.ask(known, profile, PATIENCE);
    ClockReading clock = asked.clock();
    if (clock.isOff()) {
      throw new PortalException(
          new PortalFault.ClockOff(clock.portal().orElseThrow(), clock.here()));
    }
    EncodedCertificate meant = choice.certificate().certificate();
    guard(
        asked.choices().stream()
            .filter(same -> same.certificate().certificate().equals(meant))
            .findFirst()
            .orElse(choice));
  }

  /// What is known of the certificate already; an old reading of the clock is none, since it may
  /// have been set right.
  ///
  /// @throws KeyException as [#guard(Choice, Profile)]
  public static void guard(Choice choice) throws KeyException {
    Optional<KeyFault> foreseen = foreseen(choice.certificate());
    if (foreseen.isPresent()) {
      throw new KeyException(foreseen.get());
    }
  }

  private static Optional<KeyFault> foreseen(SeenCertificate seen) {
    CertificateStatus status = seen.status();
    if (status.isUsable()) {
      return Optional.empty();
    }
    if (seen.revocation() instanceof Revocation.Revoked revoked) {
      return Optional.of(new KeyFault.Revoked(revoked.since(), revoked.reason()));
    }
    return Optional.of(term(seen).orElseGet(() -> new KeyFault.CertificateUnfit(status)));
  }

  private static Optional<KeyFault> term(SeenCertificate seen) {
    Optional<CertificateFacts> facts = seen.facts();
    if (seen.status().code() == StatusCode.EXPIRED) {
      return facts.map(CertificateFacts::notAfter).map(KeyFault.CertificateEnded::new);
    }
    return seen.status().reason().equals("notYetValid")
        ? facts.map(CertificateFacts::notBefore).map(KeyFault.CertificateNotBegun::new)
        : Optional.empty();
  }
}
