package org.certassist.core.filing;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import org.certassist.core.certificate.CertificateUsage;
import org.certassist.core.certificate.EncodedCertificate;
import org.certassist.core.certificate.Revocation;
import org.certassist.core.certificate.RevocationReason;
import org.certassist.core.certificate.RevocationReport;
import org.certassist.core.certificate.RevocationSource;
import org.certassist.core.certificate.Revocations;
import org.certassist.core.certificate.StatusCode;
import org.certassist.core.filing.InspectedCertificate.Link;
import org.certassist.core.filing.InspectedCertificate.Mark;
import org.certassist.core.testing.PlainCertificates;
import org.certassist.core.time.ClockReading;
import org.certassist.core.time.ShanghaiTime;
import org.junit.jupiter.api.Test;

/// Certificates that are looked into, with what their CAs say of them.
class InspectCertificatesTest {
  private static final Instant NOW = Instant.parse("2026-11-22T02:00:00Z");
  private static final EncodedCertificate UNIT =
      PlainCertificates.certificate(CertificateUsage.SIGNING, "A", "CN=甲");

  private final List<EncodedCertificate> asked = new ArrayList<>();
  private Instant askedAbout = Instant.EPOCH;

  private InspectCertificates inspect() {
    return new InspectCertificates(
        new PlainCertificates(), this::revoked, new ShanghaiTime(Clock.fixed(NOW, ZoneOffset.UTC)));
  }

  private RevocationReport revoked(Revocations.Question question) {
    asked.add(question.path().getFirst());
    askedAbout = question.at();
    return new RevocationReport(
        question.now(),
        List.of(
            new RevocationReport.Asked(
                question.path().getFirst(),
                new Revocation.Revoked(
                    RevocationSource.LIST,
                    NOW.minusSeconds(60),
                    RevocationReason.KEY_COMPROMISE))));
  }

  @Test
  void aCertificateThatItsCaTookBackIsSaidToBeAndMarked() throws Exception {
    InspectedCertificate seen = inspect().ask(UNIT, List.of(), Office.PROFILE);

    assertThat(seen.seen().status().code()).isEqualTo(StatusCode.REVOKED);
    assertThat(seen.seen().revocation()).isInstanceOf(Revocation.Revoked.class);
    assertThat(seen.chain()).extracting(Link::mark).containsExactly(Mark.AT_FAULT);
  }

  @Test
  void aCertificateShowsWithoutAnybodyBeingAsked() throws Exception {
    assertThat(inspect().inspect(UNIT, List.of(), Office.PROFILE).seen().status().code())
        .isEqualTo(StatusCode.GOOD);
    assertThat(inspect().judge(List.of(UNIT), Office.PROFILE))
        .extracting(one -> one.status().code())
        .containsExactly(StatusCode.GOOD);

    assertThat(asked).isEmpty();
  }

  @Test
  void thePortalsTimeCountsWhereThisPcsIsOffAndNobodyElseIsAskedForIt() throws Exception {
    Instant portal = NOW.plusSeconds(301);
    InspectCertificates inspect =
        new InspectCertificates(
            new PlainCertificates(),
            this::revoked,
            new ShanghaiTime(Clock.fixed(NOW, ZoneOffset.UTC)),
            () -> ClockReading.against(portal, NOW));

    assertThat(inspect.inspect(UNIT, List.of(), Office.PROFILE).clock().isOff()).isFalse();
    assertThat(inspect.ask(UNIT, List.of(), Office.PROFILE).clock().now()).isEqualTo(portal);
    assertThat(askedAbout).isEqualTo(portal);
  }
}
