package org.certassist.core.filing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.certassist.core.certificate.EncodedCertificate;
import org.certassist.core.certificate.NotCheckedReason;
import org.certassist.core.certificate.Revocation;
import org.certassist.core.certificate.RevocationPolicy;
import org.certassist.core.certificate.RevocationReason;
import org.certassist.core.certificate.RevocationReport;
import org.certassist.core.certificate.RevocationSource;
import org.certassist.core.certificate.Revocations;
import org.certassist.core.declaration.Stage;
import org.certassist.core.key.KeyException;
import org.certassist.core.key.KeyFault;
import org.certassist.core.profile.Profile;
import org.junit.jupiter.api.Test;

class RevocationGuardTest {
  private static final Instant SINCE = Instant.parse("2026-06-01T00:00:00Z");

  private static final URI LIST = URI.create("http://lists.example.org/a.crl");

  private static final RevocationPolicy DEMANDING =
      new RevocationPolicy(true, Duration.ofDays(3), false, List.of());

  private final Office office = new Office();

  private static Revocations saying(Revocation word) {
    return question ->
        new RevocationReport(
            question.now(), List.of(new RevocationReport.Asked(question.path().getFirst(), word)));
  }

  @Test
  void aKeyOnTheBlacklistIsRefusedBeforeItsPinIsSent() throws Exception {
    office.revocations =
        saying(
            new Revocation.Revoked(RevocationSource.OCSP, SINCE, RevocationReason.KEY_COMPROMISE));
    PreparedDeclaration prepared = office.prepare("enrolment");

    KeyException refused = catchThrowableOfType(KeyException.class, () -> office.send(prepared));

    assertThat(refused.fault())
        .isEqualTo(new KeyFault.Revoked(SINCE, RevocationReason.KEY_COMPROMISE));
    assertThat(office.bridge.opened()).isZero();
    assertThat(office.archive.find(prepared.id())).isEmpty();
  }

  @Test
  void whatWaitsInTheOutboxIsLeftThere() throws Exception {
    PreparedDeclaration prepared = office.prepare("enrolment");
    office.keepForLater(prepared);
    office.revocations =
        saying(new Revocation.Revoked(RevocationSource.LIST, SINCE, RevocationReason.SUPERSEDED));

    assertThat(catchThrowableOfType(KeyException.class, office::sendOutbox)).isNotNull();
    assertThat(office.bridge.opened()).isZero();
    assertThat(office.stage(prepared.id())).isEqualTo(Stage.CHECKED);
  }

  @Test
  void aListServerThatIsDeadStopsNothing() throws Exception {
    office.revocations = saying(new Revocation.NotChecked(NotCheckedReason.NOT_REACHED));

    assertThat(office.sendNew("enrolment").stage()).isNotEqualTo(Stage.CHECKED);
    assertThat(office.bridge.signed()).isPositive();
  }

  @Test
  void aRegionThatWantsTheCheckGetsItBeforeThePinIsSent() throws Exception {
    office.revocations = saying(new Revocation.NotChecked(NotCheckedReason.NOT_REACHED));
    PreparedDeclaration prepared =
        new PrepareDeclaration(office.archive, office.time())
            .prepare(office.checked("enrolment"), demanding(Office.PROFILE));

    KeyException refused = catchThrowableOfType(KeyException.class, () -> office.send(prepared));

    assertThat(refused.fault())
        .isEqualTo(new KeyFault.RevocationNotChecked(NotCheckedReason.NOT_REACHED));
    assertThat(office.bridge.opened()).isZero();
    office.revocations =
        saying(new Revocation.Good(RevocationSource.OCSP, office.now, Optional.empty()));
    assertThat(office.send(prepared).stage()).isNotEqualTo(Stage.CHECKED);
  }

  /// Nobody can be asked about a chain that does not hold: that is no check, either.
  @Test
  void aRegionThatWantsTheCheckWantsAChainThatHolds() throws Exception {
    office.revocations =
        saying(new Revocation.Good(RevocationSource.OCSP, office.now, Optional.empty()));
    PreparedDeclaration prepared =
        new PrepareDeclaration(office.archive, office.time())
            .prepare(office.checked("enrolment"), demandingWithoutTrust());

    KeyException refused = catchThrowableOfType(KeyException.class, () -> office.send(prepared));

    assertThat(refused.fault())
        .isEqualTo(new KeyFault.RevocationNotChecked(NotCheckedReason.NOT_ASKED));
    assertThat(office.bridge.opened()).isZero();
  }

  @Test
  void theListsAndTheTimeOfTheRegionAreAskedBy() throws Exception {
    List<Revocations.Question> asked = new ArrayList<>();
    office.revocations =
        question -> {
          asked.add(question);
          return RevocationReport.notAsked(question.now());
        };

    office.send(
        new PrepareDeclaration(office.archive, office.time())
            .prepare(office.checked("enrolment"), demandingNothingBut(List.of(LIST))));

    assertThat(asked).isNotEmpty();
    assertThat(asked.getFirst().policy().lists()).containsExactly(LIST);
    assertThat(asked.getFirst().at()).isEqualTo(office.now);
    assertThat(asked.getFirst().now()).isEqualTo(office.now);
    assertThat(asked.getFirst().path().getFirst()).isEqualTo(office.key.certificate());
  }

  private static Profile demandingNothingBut(List<URI> lists) {
    return with(Office.PROFILE, RevocationPolicy.USUAL.withLists(lists));
  }

  private static Profile demanding(Profile usual) {
    return with(usual, DEMANDING);
  }

  /// A region that names no root: no chain holds there.
  private static Profile demandingWithoutTrust() {
    return with(Office.PROFILE, DEMANDING, List.of());
  }

  private static Profile with(Profile usual, RevocationPolicy policy) {
    return with(usual, policy, usual.trust());
  }

  private static Profile with(
      Profile usual, RevocationPolicy policy, List<EncodedCertificate> trust) {
    return new Profile(
        usual.id(),
        usual.name(),
        usual.nameEnglish(),
        usual.portal(),
        usual.page(),
        usual.ways(),
        usual.kinds(),
        usual.acts(),
        usual.maxRows(),
        usual.calendar(),
        usual.covers(),
        usual.notCovered(),
        trust,
        usual.intermediates(),
        policy,
        usual.certificate(),
        usual.receiptSigner(),
        usual.sm2Form(),
        usual.initialPins(),
        usual.contacts(),
        usual.source());
  }
}
