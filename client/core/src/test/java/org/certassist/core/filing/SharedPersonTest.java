package org.certassist.core.filing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.util.List;
import org.certassist.core.declaration.DeclarationId;
import org.certassist.core.declaration.Stage;
import org.certassist.core.fault.Fault;
import org.certassist.core.fault.FaultException;
import org.certassist.core.portal.ResultsOutcome;
import org.certassist.core.portal.RowAnswers;
import org.certassist.core.portal.RowAnswers.RowAnswer;
import org.certassist.core.testing.ScriptedPortal.Answer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/// A corrected file does not go out beside the uncorrected one that still waits.
@Timeout(20)
class SharedPersonTest {
  private static final String THREE =
      "enrolment: name=李一一 & name=李二二 & name=李三三; idType=其他; idNumber=NO3";
  private static final String CORRECTED =
      "enrolment: name=李一一 & name=李二二; contributionBase=6000.00";

  private final Office office = new Office();

  @Test
  void oneThatWaitsIsNamedWithTheNumberOfPeopleInBoth() throws Exception {
    DeclarationId kept = keep(THREE);

    Fault fault = refusal(CORRECTED);

    assertThat(fault.id()).isEqualTo("usage.personsWait");
    assertThat(fault.details()).containsExactly(kept.toString(), "2");
  }

  @Test
  void withdrawnItIsNoObstacle() throws Exception {
    DeclarationId kept = keep(THREE);
    new WithdrawDeclaration(office.archive).withdraw(kept);
    office.portal.results(new ResultsOutcome.Ready(new RowAnswers(2, 0, List.of())));

    assertThat(office.sendNew(CORRECTED).stage()).isEqualTo(Stage.DONE);

    assertThat(office.sendOutbox()).isEmpty();
    assertThat(office.portal.filed()).hasSize(1);
  }

  @Test
  void oneWithoutConfirmationMustBeAskedForFirst() throws Exception {
    office.portal.answers(Answer.LOSE_ANSWER);
    DeclarationId lost = office.sendNew(THREE).id();

    Fault fault = refusal(CORRECTED);

    assertThat(fault.id()).isEqualTo("usage.personsUnconfirmed");
    assertThat(fault.details()).containsExactly(lost.toString(), "2");
  }

  @Test
  void oneThatThePortalHasOrRefusedIsNoObstacle() throws Exception {
    office.portal.results(
        new ResultsOutcome.Ready(new RowAnswers(2, 1, List.of(new RowAnswer(5, "户籍性质不能为空")))),
        new ResultsOutcome.NoAnswer("timeout"));
    assertThat(office.sendNew(THREE).stage()).isEqualTo(Stage.DONE_WITH_REFUSALS);
    assertThat(office.sendNew(CORRECTED).stage()).isEqualTo(Stage.ACCEPTED);
    office.portal.answers(Answer.REFUSE);
    assertThat(office.sendNew("enrolment: position=会计").stage()).isEqualTo(Stage.REFUSED);

    assertThatCode(() -> office.prepare("enrolment: position=出纳")).doesNotThrowAnyException();
  }

  @Test
  void anotherUnitOrAnotherKindIsNoObstacle() throws Exception {
    keep(THREE);

    assertThatCode(() -> office.prepare("termination")).doesNotThrowAnyException();
    assertThatCode(
            () -> office.prepare("enrolment: unit.creditCode=91110000100000017G; unit.name=北京练习厂"))
        .doesNotThrowAnyException();
  }

  @Test
  void oneKeptWhileItWasPreparedIsSeenBeforeThePin() throws Exception {
    PreparedDeclaration corrected = office.prepare(CORRECTED);
    keep(THREE);

    FaultException thrown =
        catchThrowableOfType(FaultException.class, () -> office.send(corrected));

    assertThat(thrown.fault().id()).isEqualTo("usage.personsWait");
    assertThat(office.bridge.opened()).isZero();
  }

  /// An archive from before this was guarded may hold both.
  @Test
  void ofTwoThatWaitNeitherIsSentAndBothAreNamed() throws Exception {
    PreparedDeclaration one = office.prepare(THREE);
    PreparedDeclaration other = office.prepare(CORRECTED);
    office.keepForLater(one);
    office.keepForLater(other);
    DeclarationId alone = keep("termination");

    List<SendOutbox.Taken> taken = office.sendOutbox();

    assertThat(taken.getFirst().fault().orElseThrow().details())
        .containsExactly(other.id().toString(), "2");
    assertThat(taken.get(1).fault().orElseThrow().details())
        .containsExactly(one.id().toString(), "2");
    assertThat(office.portal.filed().stream().map(filed -> filed.id())).containsExactly(alone);
  }

  private DeclarationId keep(String example) throws FaultException {
    PreparedDeclaration prepared = office.prepare(example);
    office.keepForLater(prepared);
    return prepared.id();
  }

  private Fault refusal(String example) {
    return catchThrowableOfType(FaultException.class, () -> office.prepare(example)).fault();
  }
}
