package org.certassist.core.filing;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.certassist.core.certificate.CertificateFacts;
import org.certassist.core.certificate.CertificateStatus;
import org.certassist.core.certificate.CertificateUsage;
import org.certassist.core.certificate.EncodedCertificate;
import org.certassist.core.certificate.Holder;
import org.junit.jupiter.api.Test;

class CertificatePairTest {
  private static final Instant START = Instant.parse("2026-01-01T00:00:00Z");

  private static SeenCertificate seen(
      int number, CertificateUsage usage, String subject, String issuer, Instant from) {
    return seen(number, usage, subject, issuer, from, from.plus(Duration.ofDays(365)));
  }

  private static SeenCertificate seen(
      int number,
      CertificateUsage usage,
      String subject,
      String issuer,
      Instant from,
      Instant until) {
    EncodedCertificate certificate = new EncodedCertificate(new byte[] {(byte) number});
    return new SeenCertificate(
        certificate,
        Optional.of(
            new CertificateFacts(
                certificate, subject, Holder.UNKNOWN, issuer, "1", from, until, "SM2", usage)),
        CertificateStatus.GOOD);
  }

  private static final SeenCertificate SIGNING =
      seen(1, CertificateUsage.SIGNING, "O=甲", "CN=CA", START);

  private static CertificatePair alone(SeenCertificate one) {
    return new CertificatePair(one, Optional.empty());
  }

  @Test
  void theTwoThatWereIssuedTogetherAreOne() {
    SeenCertificate companion =
        seen(2, CertificateUsage.ENCRYPTION, "O=甲", "CN=CA", START.plusSeconds(86_400));

    CertificatePair pair = new CertificatePair(SIGNING, Optional.of(companion));
    assertThat(CertificatePair.of(List.of(SIGNING, companion))).containsExactly(pair);
    assertThat(CertificatePair.of(List.of(companion, SIGNING))).containsExactly(pair);
  }

  @Test
  void whatHasAnotherNameIssuerOrYearIsNoCompanion() {
    for (SeenCertificate other :
        List.of(
            seen(2, CertificateUsage.ENCRYPTION, "O=乙", "CN=CA", START),
            seen(2, CertificateUsage.ENCRYPTION, "O=甲", "CN=CA 2", START),
            seen(2, CertificateUsage.ENCRYPTION, "O=甲", "CN=CA", START.plusSeconds(86_401)),
            seen(2, CertificateUsage.ENCRYPTION, "O=甲", "CN=CA", START, START.plusSeconds(9)),
            seen(2, CertificateUsage.BOTH, "O=甲", "CN=CA", START))) {
      assertThat(CertificatePair.of(List.of(SIGNING, other)))
          .containsExactly(alone(SIGNING), alone(other));
    }
  }

  @Test
  void eachSigningCertificateHasACompanionOfItsOwn() {
    Instant renewed = START.plus(Duration.ofDays(330));
    SeenCertificate newer = seen(3, CertificateUsage.SIGNING, "O=甲", "CN=CA", renewed);
    SeenCertificate oldCompanion = seen(4, CertificateUsage.ENCRYPTION, "O=甲", "CN=CA", START);
    SeenCertificate newCompanion = seen(5, CertificateUsage.ENCRYPTION, "O=甲", "CN=CA", renewed);

    assertThat(CertificatePair.of(List.of(SIGNING, newer, newCompanion, oldCompanion)))
        .containsExactly(
            new CertificatePair(SIGNING, Optional.of(oldCompanion)),
            new CertificatePair(newer, Optional.of(newCompanion)));
    assertThat(CertificatePair.of(List.of(SIGNING, SIGNING, oldCompanion)))
        .filteredOn(pair -> pair.encryption().isPresent())
        .hasSize(1);
  }

  @Test
  void whatCannotBeReadStandsAlone() {
    SeenCertificate unreadable =
        new SeenCertificate(
            new EncodedCertificate(new byte[] {9}), Optional.empty(), CertificateStatus.GOOD);

    assertThat(CertificatePair.of(List.of(unreadable, SIGNING)))
        .containsExactly(alone(SIGNING), alone(unreadable));
  }
}
