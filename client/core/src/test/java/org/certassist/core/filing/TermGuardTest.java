package org.certassist.core.filing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.certassist.core.declaration.DeclarationId;
import org.certassist.core.declaration.Stage;
import org.certassist.core.key.KeyException;
import org.certassist.core.key.KeyFault;
import org.certassist.core.testing.ScriptedPortal.Answer;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/// A certificate that ends before a batch, in its midst and behind it, by a clock that goes.
class TermGuardTest {
  private static final Instant NOON = Instant.parse("2026-11-22T04:00:00Z");

  private final Office office = new Office();

  @BeforeEach
  void theCertificateEndsAtNoon() {
    office.certificates.last(NOON.minusSeconds(86_400), NOON);
    office.now = NOON;
  }

  private List<DeclarationId> keepTwo() throws Exception {
    PreparedDeclaration one = office.prepare("enrolment");
    office.keepForLater(one);
    PreparedDeclaration two = office.prepare("termination");
    office.keepForLater(two);
    return List.of(one.id(), two.id());
  }

  @Test
  void inItsLastSecondAKeySigns() throws Exception {
    assertThat(office.sendNew("enrolment").stage()).isEqualTo(Stage.DONE);
  }

  @Test
  void aKeyThatHasEndedGetsNoPin() throws Exception {
    PreparedDeclaration prepared = office.prepare("enrolment");
    office.now = NOON.plusSeconds(1);

    KeyException refused = catchThrowableOfType(KeyException.class, () -> office.send(prepared));

    assertThat(refused.fault()).isEqualTo(new KeyFault.CertificateEnded(NOON));
    assertThat(office.bridge.opened()).isZero();
    assertThat(office.archive.find(prepared.id())).isEmpty();
  }

  @Test
  void aKeyThatHasNotBegunGetsNoPin() throws Exception {
    office.certificates.last(NOON.plusSeconds(1), NOON.plusSeconds(9));
    PreparedDeclaration prepared = office.prepare("enrolment");

    KeyException refused = catchThrowableOfType(KeyException.class, () -> office.send(prepared));

    assertThat(refused.fault()).isEqualTo(new KeyFault.CertificateNotBegun(NOON.plusSeconds(1)));
    assertThat(office.bridge.opened()).isZero();
  }

  @Test
  void aCertificateThatEndsWhileThePinIsTypedSignsNoDeclaration() throws Exception {
    PreparedDeclaration prepared = office.prepare("enrolment");
    office.progress =
        (milestone, _) -> {
          if (milestone == Milestone.LOGGED_IN) {
            office.now = NOON.plusSeconds(1);
          }
        };

    KeyException refused = catchThrowableOfType(KeyException.class, () -> office.send(prepared));

    assertThat(refused.fault()).isEqualTo(new KeyFault.CertificateEnded(NOON));
    assertThat(office.portal.filed()).isEmpty();
    assertThat(office.archive.find(prepared.id())).isEmpty();
    assertThat(office.bridge.stillOpen()).isZero();
  }

  @Test
  void inTheMiddleOfABatchTheRestStopsAndWhatWasSignedGoes() throws Exception {
    List<DeclarationId> kept = keepTwo();
    office.progress =
        (milestone, id) -> {
          if (milestone == Milestone.SIGNATURE_MADE && id.equals(kept.getFirst())) {
            office.now = NOON.plusSeconds(1);
          }
        };

    List<SendOutbox.Taken> taken = office.sendOutbox();

    assertThat(taken.getFirst().fault()).isEmpty();
    assertThat(office.stage(kept.getFirst())).isEqualTo(Stage.DONE);
    assertThat(taken.getLast().fault()).contains(new KeyFault.CertificateEnded(NOON));
    assertThat(office.stages(kept.getLast())).containsExactly(Stage.CHECKED);
    assertThat(office.portal.filed()).hasSize(1);
    assertThat(office.bridge.opened()).isEqualTo(1);
    assertThat(office.bridge.stillOpen()).isZero();
  }

  /// The renewed certificate signs what was left; what had gone does not go again.
  @Test
  void afterARenewalTheRestGoesOnce() throws Exception {
    List<DeclarationId> kept = keepTwo();
    office.progress =
        (milestone, id) -> {
          if (milestone == Milestone.SIGNED && id.equals(kept.getFirst())) {
            office.now = NOON.plusSeconds(1);
          }
        };
    var _ = office.sendOutbox();
    office.progress = Progress.NONE;
    office.certificates.last(NOON, Instant.MAX);

    var _ = office.sendOutbox();

    assertThat(office.stage(kept.getLast())).isEqualTo(Stage.DONE);
    assertThat(office.portal.filed().stream().map(one -> one.id()))
        .containsExactly(kept.getFirst(), kept.getLast());
  }

  /// Signed in time, and the line was lost: by the time the portal is asked the certificate is
  /// over.
  @Test
  void whatTheOldCertificateSignedIsSettledWithTheNewOne() throws Exception {
    office.portal.answers(Answer.LOSE_REQUEST);
    PreparedDeclaration prepared = office.prepare("enrolment");
    assertThat(office.send(prepared).stage()).isEqualTo(Stage.UNCONFIRMED);
    byte[] signed = office.signed(prepared.id()).cms();
    office.now = NOON.plusSeconds(1);

    KeyException refused = catchThrowableOfType(KeyException.class, office::sendOutbox);
    assertThat(refused.fault()).isEqualTo(new KeyFault.CertificateEnded(NOON));
    assertThat(office.stage(prepared.id())).isEqualTo(Stage.UNCONFIRMED);

    office.certificates.last(NOON, Instant.MAX);
    assertThat(office.sendOutbox().getFirst().fault()).isEqualTo(Optional.empty());
    assertThat(office.stage(prepared.id())).isEqualTo(Stage.DONE);
    assertThat(office.portal.filed().getFirst().cms()).isEqualTo(signed);
  }
}
