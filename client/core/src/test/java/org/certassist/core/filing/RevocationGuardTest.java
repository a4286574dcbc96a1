package org.certassist.core.filing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.time.Instant;
import java.util.List;
import org.certassist.core.certificate.NotCheckedReason;
import org.certassist.core.certificate.Revocation;
import org.certassist.core.certificate.RevocationReason;
import org.certassist.core.certificate.RevocationReport;
import org.certassist.core.certificate.RevocationSource;
import org.certassist.core.certificate.Revocations;
import org.certassist.core.declaration.Stage;
import org.certassist.core.key.KeyException;
import org.certassist.core.key.KeyFault;
import org.junit.jupiter.api.Test;

class RevocationGuardTest {
  private static final Instant SINCE = Instant.parse("2026-06-01T00:00:00Z");

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
}
