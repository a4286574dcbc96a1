package org.certassist.core.filing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.stream.Stream;
import org.certassist.core.certificate.CertificateStatus;
import org.certassist.core.certificate.CertificateUsage;
import org.certassist.core.certificate.EncodedCertificate;
import org.certassist.core.certificate.NotCheckedReason;
import org.certassist.core.certificate.Revocation;
import org.certassist.core.certificate.RevocationReason;
import org.certassist.core.certificate.RevocationReport;
import org.certassist.core.certificate.RevocationSource;
import org.certassist.core.certificate.Revocations;
import org.certassist.core.certificate.StatusCode;
import org.certassist.core.filing.KeyOverview.Choice;
import org.certassist.core.key.KeyException;
import org.certassist.core.key.KeyFault;
import org.certassist.core.key.PinState;
import org.certassist.core.key.TokenKey;
import org.certassist.core.key.TokenPin;
import org.certassist.core.portal.PortalException;
import org.certassist.core.portal.PortalFault;
import org.certassist.core.testing.PlainCertificates;
import org.certassist.core.time.ClockReading;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/// What the portal would refuse is refused before a PIN is asked for, and nothing else is.
class ForesightTest {
  private static final Instant BEGIN = Instant.parse("2026-01-01T00:00:00Z");
  private static final Instant END = Instant.parse("2026-11-01T00:00:00Z");
  private static final Revocation UNTOLD = new Revocation.NotChecked(NotCheckedReason.NOT_REACHED);

  private static Choice choice(StatusCode code, String reason, Revocation revocation) {
    PlainCertificates reader = new PlainCertificates();
    reader.last(BEGIN, END);
    EncodedCertificate certificate =
        PlainCertificates.certificate(CertificateUsage.SIGNING, "91350100M000100Y43", "CN=练习");
    SeenCertificate seen =
        new SeenCertificate(
            certificate, reader.read(certificate), new CertificateStatus(code, reason), revocation);
    TokenKey token =
        new TokenKey(
            Path.of("/drivers/epass"),
            "epass",
            "Feitian",
            "ePass",
            "K1",
            "",
            TokenPin.usual(PinState.OK),
            List.of(certificate),
            List.of());
    return new Choice(new SeenKey(token, List.of(seen)), seen);
  }

  static Stream<Arguments> whatThePortalWouldRefuseIsRefused() {
    return Stream.of(
        Arguments.of(StatusCode.EXPIRED, "expired", new KeyFault.CertificateEnded(END)),
        Arguments.of(StatusCode.NOT_VALID, "notYetValid", new KeyFault.CertificateNotBegun(BEGIN)),
        unfit(StatusCode.NOT_VALID, "otherPurpose"),
        unfit(StatusCode.NOT_VALID, "weakKey"),
        unfit(StatusCode.CHAIN_BROKEN, "unknownIssuer"),
        unfit(StatusCode.CHAIN_BROKEN, "issuerExpired"));
  }

  private static Arguments unfit(StatusCode code, String reason) {
    return Arguments.of(
        code, reason, new KeyFault.CertificateUnfit(new CertificateStatus(code, reason)));
  }

  @ParameterizedTest
  @MethodSource
  void whatThePortalWouldRefuseIsRefused(StatusCode code, String reason, KeyFault expected) {
    KeyException refused =
        catchThrowableOfType(
            KeyException.class, () -> Foresight.guard(choice(code, reason, UNTOLD)));

    assertThat(refused.fault()).isEqualTo(expected);
  }

  @Test
  void oneOnTheBlacklistIsRefusedWithItsReason() {
    Revocation revoked =
        new Revocation.Revoked(RevocationSource.OCSP, BEGIN, RevocationReason.KEY_COMPROMISE);

    KeyException refused =
        catchThrowableOfType(
            KeyException.class,
            () -> Foresight.guard(choice(StatusCode.REVOKED, "revoked", revoked)));

    assertThat(refused.fault())
        .isEqualTo(new KeyFault.Revoked(BEGIN, RevocationReason.KEY_COMPROMISE));
  }

  @Test
  void aGoodOneAndOneThatNobodyHereCanJudgeGoOn() {
    assertThatCode(
            () -> {
              Foresight.guard(choice(StatusCode.GOOD, "ok", UNTOLD));
              Foresight.guard(choice(StatusCode.CHAIN_BROKEN, "noTrustGiven", UNTOLD));
            })
        .doesNotThrowAnyException();
  }

  private static final EncodedCertificate OURS =
      PlainCertificates.certificate(CertificateUsage.SIGNING, Office.CREDIT_CODE, "CN=ours");
  private static final EncodedCertificate BESIDE =
      PlainCertificates.certificate(CertificateUsage.SIGNING, Office.CREDIT_CODE, "CN=beside");

  /// As it shows before anybody is asked: all is well.
  private static Choice seenGood() {
    SeenCertificate seen =
        new SeenCertificate(
            OURS, new PlainCertificates().read(OURS), CertificateStatus.GOOD, UNTOLD);
    return new Choice(new SeenKey(Office.token("K1", BESIDE, OURS), List.of(seen)), seen);
  }

  private static Foresight asking(Revocations revocations, Duration behind) {
    Office office = new Office();
    return new Foresight(
        new KeyRing(
            office.bridge,
            office.certificates,
            revocations,
            office.time(),
            () -> ClockReading.against(office.now.plus(behind), office.now)));
  }

  private static Revocations revoking(EncodedCertificate revoked) {
    Revocation told =
        new Revocation.Revoked(RevocationSource.OCSP, BEGIN, RevocationReason.KEY_COMPROMISE);
    return question ->
        new RevocationReport(
            question.now(),
            List.of(
                new RevocationReport.Asked(
                    question.path().getFirst(),
                    question.path().getFirst().equals(revoked) ? told : UNTOLD)));
  }

  @Test
  void whatTheCaHasTakenBackMeanwhileIsRefusedAndOnlyThat() throws Exception {
    assertThatThrownBy(
            () -> asking(revoking(OURS), Duration.ZERO).guard(seenGood(), Office.PROFILE))
        .isInstanceOfSatisfying(
            KeyException.class,
            refused ->
                assertThat(refused.fault())
                    .isEqualTo(new KeyFault.Revoked(BEGIN, RevocationReason.KEY_COMPROMISE)));

    asking(revoking(BESIDE), Duration.ZERO).guard(seenGood(), Office.PROFILE);
  }

  @Test
  void aPcWhoseClockIsOffIsRefusedWithBothTimes() {
    Instant here = new Office().now;
    Duration behind = Duration.ofDays(400);

    assertThatThrownBy(() -> asking(revoking(BESIDE), behind).guard(seenGood(), Office.PROFILE))
        .isInstanceOfSatisfying(
            PortalException.class,
            refused ->
                assertThat(refused.fault())
                    .isEqualTo(new PortalFault.ClockOff(here.plus(behind), here)));
  }

  @Test
  @Timeout(30)
  void aCaThatDoesNotAnswerIsNotWaitedFor() throws Exception {
    CountDownLatch never = new CountDownLatch(1);
    Revocations dead =
        _ -> {
          never.await();
          throw new IllegalStateException("woken");
        };

    asking(dead, Duration.ZERO).guard(seenGood(), Office.PROFILE);
  }
}
