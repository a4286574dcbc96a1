package org.certassist.core.filing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.util.List;
import org.certassist.core.archive.History;
import org.certassist.core.archive.Step;
import org.certassist.core.declaration.DeclarationId;
import org.certassist.core.declaration.Stage;
import org.certassist.core.fault.Fault;
import org.certassist.core.fault.FaultException;
import org.certassist.core.portal.ResultsOutcome;
import org.certassist.core.testing.ScriptedPortal.Answer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/// What never left this PC can be taken back; anything else cannot.
@Timeout(20)
class WithdrawDeclarationTest {
  private final Office office = new Office();
  private final WithdrawDeclaration withdrawing = new WithdrawDeclaration(office.archive);

  @Test
  void aKeptOneIsWithdrawnAndNotSentAnyMore() throws Exception {
    PreparedDeclaration kept = office.prepare("enrolment");
    office.keepForLater(kept);

    History history = withdrawing.withdraw(kept.id());

    assertThat(history.stage()).isEqualTo(Stage.WITHDRAWN);
    assertThat(office.stages(kept.id())).containsExactly(Stage.CHECKED, Stage.WITHDRAWN);
    assertThat(office.sendOutbox()).isEmpty();
    assertThat(office.portal.calls()).isEmpty();
  }

  @Test
  void aSignedOneThatWasNotSentIsWithdrawn() throws Exception {
    DeclarationId id = signedOnly();

    withdrawing.withdraw(id);

    assertThat(office.stages(id)).containsExactly(Stage.SIGNED, Stage.WITHDRAWN);
    assertThat(office.sendOutbox()).isEmpty();
    assertThat(office.portal.filed()).isEmpty();
  }

  @Test
  void theSameContentMayBeFiledAfterwards() throws Exception {
    DeclarationId id = signedOnly();
    withdrawing.withdraw(id);

    assertThat(office.sendNew("enrolment").stage()).isEqualTo(Stage.DONE);
    assertThat(office.portal.filed()).hasSize(1);
  }

  @Test
  void oneThatMayBeAtThePortalIsNotWithdrawn() throws Exception {
    office.portal.answers(Answer.LOSE_ANSWER, Answer.INTERRUPT_AFTER_FILING);
    DeclarationId unconfirmed = office.sendNew("enrolment: name=李一一").id();
    PreparedDeclaration sending = office.prepare("termination");
    assertThat(catchThrowableOfType(InterruptedException.class, () -> office.send(sending)))
        .isNotNull();
    assertThat(office.stage(sending.id())).isEqualTo(Stage.SENDING);

    for (DeclarationId id : List.of(unconfirmed, sending.id())) {
      List<Stage> before = office.stages(id);
      Fault fault = refusal(id);
      assertThat(fault.id()).isEqualTo("usage.mayBeAtPortal");
      assertThat(fault.details()).containsExactly(id.toString());
      assertThat(office.stages(id)).isEqualTo(before);
    }
  }

  @Test
  void oneThatThePortalHasIsNotWithdrawn() throws Exception {
    office.portal.results(new ResultsOutcome.NoAnswer("timeout"));
    DeclarationId accepted = office.sendNew("enrolment").id();
    DeclarationId done = office.sendNew("termination").id();
    assertThat(office.stage(accepted)).isEqualTo(Stage.ACCEPTED);
    assertThat(office.stage(done)).isEqualTo(Stage.DONE);

    assertThat(refusal(accepted).id()).isEqualTo("usage.isAtPortal");
    assertThat(refusal(accepted).details()).containsExactly(accepted.toString(), "PR-1");
    assertThat(refusal(done).id()).isEqualTo("usage.isAtPortal");
  }

  @Test
  void oneThatIsOverIsNotWithdrawnAgain() throws Exception {
    office.portal.answers(Answer.REFUSE);
    DeclarationId refused = office.sendNew("enrolment").id();
    PreparedDeclaration kept = office.prepare("termination");
    office.keepForLater(kept);
    withdrawing.withdraw(kept.id());

    assertThat(refusal(refused).id()).isEqualTo("usage.notWaiting");
    assertThat(refusal(kept.id()).id()).isEqualTo("usage.notWaiting");
  }

  @Test
  void oneThatIsNotThereIsNamed() {
    assertThat(refusal(DeclarationId.random()).id()).isEqualTo("usage.unknownDeclaration");
  }

  private DeclarationId signedOnly() throws FaultException {
    PreparedDeclaration prepared = office.prepare("enrolment");
    office.archive.diskFullAt(step -> step instanceof Step.Sending);
    assertThat(catchThrowableOfType(FaultException.class, () -> office.send(prepared)).fault().id())
        .isEqualTo("archive.diskFull");
    office.archive.diskFullAt(step -> false);
    assertThat(office.stage(prepared.id())).isEqualTo(Stage.SIGNED);
    return prepared.id();
  }

  private Fault refusal(DeclarationId id) {
    return catchThrowableOfType(FaultException.class, () -> withdrawing.withdraw(id)).fault();
  }
}
