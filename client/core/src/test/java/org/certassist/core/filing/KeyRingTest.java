package org.certassist.core.filing;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
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
import org.certassist.core.key.Inventory;
import org.certassist.core.profile.Profile;
import org.certassist.core.testing.PlainCertificates;
import org.certassist.core.testing.ScriptedBridge;
import org.certassist.core.time.ClockReading;
import org.junit.jupiter.api.Test;

class KeyRingTest {
  private static final Revocation.Revoked REVOKED =
      new Revocation.Revoked(
          RevocationSource.LIST,
          Instant.parse("2026-01-05T00:00:00Z"),
          RevocationReason.KEY_COMPROMISE);

  private final List<Instant> askedAbout = new ArrayList<>();
  private int asked;

  private RevocationReport answer(Revocations.Question question) {
    asked++;
    askedAbout.addAll(List.of(question.at(), question.now()));
    return new RevocationReport(
        question.now(), List.of(new RevocationReport.Asked(question.path().getFirst(), REVOKED)));
  }

  @Test
  void aKeyShowsBeforeItsCasAreAsked() throws Exception {
    EncodedCertificate certificate =
        PlainCertificates.certificate(CertificateUsage.SIGNING, "A", "CN=甲");
    ScriptedBridge bridge = new ScriptedBridge();
    bridge.shows(new Inventory(List.of(), List.of(Office.token("K1", certificate))));
    KeyRing ring = new KeyRing(bridge, new PlainCertificates(), this::answer, new Office().time());
    Profile profile = Office.PROFILE;

    KeyOverview seen = ring.look(profile);
    assertThat(asked).isZero();
    assertThat(status(seen)).isEqualTo(StatusCode.GOOD);

    KeyOverview told = ring.ask(seen, profile);
    assertThat(asked).isEqualTo(1);
    assertThat(status(told)).isEqualTo(StatusCode.REVOKED);
    assertThat(told.keys().getFirst().certificates().getFirst().revocation()).isEqualTo(REVOKED);
  }

  @Test
  void aPcWhoseClockIsOffIsOverruledByThePortalOnceThatIsAsked() throws Exception {
    ScriptedBridge bridge = new ScriptedBridge();
    bridge.shows(
        new Inventory(
            List.of(),
            List.of(
                Office.token(
                    "K1", PlainCertificates.certificate(CertificateUsage.SIGNING, "A", "CN=甲")))));
    Instant portal = Instant.parse("2027-01-05T00:00:00Z");
    Office office = new Office();
    KeyRing ring =
        new KeyRing(
            bridge,
            new PlainCertificates(),
            this::answer,
            office.time(),
            () -> ClockReading.against(portal, office.now));

    KeyOverview seen = ring.look(Office.PROFILE);
    assertThat(seen.clock()).isEqualTo(ClockReading.ofThisPc(office.now));

    KeyOverview told = ring.ask(seen, Office.PROFILE);
    assertThat(told.clock().isOff()).isTrue();
    assertThat(askedAbout).containsExactly(portal, portal);
  }

  private static StatusCode status(KeyOverview overview) {
    return overview.keys().getFirst().certificates().getFirst().status().code();
  }
}
