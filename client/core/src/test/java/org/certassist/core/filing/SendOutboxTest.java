package org.certassist.core.filing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowable;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.YearMonth;
import java.util.List;
import org.certassist.core.archive.History;
import org.certassist.core.archive.Step;
import org.certassist.core.declaration.DeclarationId;
import org.certassist.core.declaration.Stage;
import org.certassist.core.fault.Fault;
import org.certassist.core.fault.FaultException;
import org.certassist.core.key.KeyFault;
import org.certassist.core.portal.PortalException;
import org.certassist.core.portal.PortalFault;
import org.certassist.core.portal.ResultsOutcome;
import org.certassist.core.testing.ScriptedPortal.Answer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Timeout(20)
class SendOutboxTest {
  private static final Instant IN_DECEMBER = Instant.parse("2026-12-11T02:00:00Z");

  private final Office office = new Office();

  @Test
  void anEmptyOutboxAsksForNoPin() throws Exception {
    assertThat(office.sendOutbox()).isEmpty();

    assertThat(office.bridge.opened()).isZero();
    assertThat(office.portal.calls()).isEmpty();
  }

  @Test
  void anUnconfirmedOneThatThePortalHasIsNotSentAgain() throws Exception {
    office.portal.answers(Answer.LOSE_ANSWER);
    DeclarationId id = office.sendNew("enrolment").id();

    List<SendOutbox.Taken> taken = office.sendOutbox();

    assertThat(taken)
        .containsExactly(
            new SendOutbox.Taken(id, Stage.UNCONFIRMED, Stage.DONE, java.util.Optional.empty()));
    assertThat(office.portal.filed()).hasSize(1);
    assertThat(office.portal.calls())
        .containsExactly("login", "submit", "login", "find", "results");
  }

  @Test
  void anUnconfirmedOneThatThePortalNeverGotIsSentWithTheSameBytes() throws Exception {
    office.portal.answers(Answer.LOSE_REQUEST);
    PreparedDeclaration prepared = office.prepare("enrolment");
    office.send(prepared);

    office.sendOutbox();

    assertThat(office.portal.calls())
        .containsExactly("login", "submit", "login", "find", "submit", "results");
    assertThat(office.portal.filed()).hasSize(1);
    assertThat(office.portal.filed().getFirst().document()).isEqualTo(prepared.document());
    assertThat(office.portal.filed().getFirst().cms())
        .isEqualTo(office.signed(prepared.id()).cms());
    assertThat(office.stages(prepared.id()))
        .containsExactly(
            Stage.SIGNED,
            Stage.SENDING,
            Stage.UNCONFIRMED,
            Stage.SENDING,
            Stage.ACCEPTED,
            Stage.DONE);
  }

  @Test
  void anUnconfirmedOneStaysWhileThePortalDoesNotAnswer() throws Exception {
    office.portal.answers(Answer.LOSE_ANSWER);
    DeclarationId id = office.sendNew("enrolment").id();
    office.portal.deaf(true);

    office.sendOutbox();
    office.sendOutbox();

    assertThat(office.stage(id)).isEqualTo(Stage.UNCONFIRMED);
    assertThat(office.portal.filed()).hasSize(1);
    office.portal.deaf(false);
    office.sendOutbox();
    assertThat(office.stage(id)).isEqualTo(Stage.DONE);
    assertThat(office.portal.filed()).hasSize(1);
  }

  @Test
  void theLatestCauseIsKeptAndTheSameOneOnlyOnce() throws Exception {
    office.portal.answers(Answer.LOSE_REQUEST);
    DeclarationId id = office.sendNew("enrolment").id();
    office.portal.deaf(true);

    office.sendOutbox();
    office.sendOutbox();

    History history = office.archive.find(id).orElseThrow();
    assertThat(history.last(Step.Unconfirmed.class)).contains(new Step.Unconfirmed("timeout"));
    assertThat(office.stages(id))
        .containsExactly(Stage.SIGNED, Stage.SENDING, Stage.UNCONFIRMED, Stage.UNCONFIRMED);

    office.portal.answers(Answer.LOSE_ANSWER);
    office.portal.deaf(false);
    office.sendOutbox();
    office.sendOutbox();
    assertThat(office.stage(id)).isEqualTo(Stage.DONE);
    assertThat(office.portal.filed()).hasSize(1);
  }

  @Test
  void anInterruptWhileSendingLeavesItToBeAskedFor() throws Exception {
    for (Answer answer : List.of(Answer.INTERRUPT_AFTER_FILING, Answer.INTERRUPT_BEFORE_FILING)) {
      Office fresh = new Office();
      fresh.portal.answers(answer);
      PreparedDeclaration prepared = fresh.prepare("enrolment");

      assertThatThrownBy(() -> fresh.send(prepared)).isInstanceOf(InterruptedException.class);
      assertThat(fresh.stage(prepared.id())).isEqualTo(Stage.SENDING);
      assertThat(fresh.bridge.stillOpen()).isZero();

      fresh.sendOutbox();
      assertThat(fresh.stage(prepared.id())).isEqualTo(Stage.DONE);
      assertThat(fresh.portal.calls()).containsSubsequence("submit", "login", "find");
      assertThat(fresh.portal.filed()).hasSize(1);
    }
  }

  @Test
  void whatWasOnlyKeptIsSignedAndSentOldestFirst() throws Exception {
    PreparedDeclaration first = office.prepare("enrolment: name=李一一");
    office.keepForLater(first);
    PreparedDeclaration second = office.prepare("enrolment: idNumber=320509199003070021; name=李二二");
    office.keepForLater(second);

    office.sendOutbox();

    assertThat(office.portal.filed().stream().map(filed -> filed.id()))
        .containsExactly(first.id(), second.id());
    assertThat(office.stages(first.id()))
        .containsExactly(Stage.CHECKED, Stage.SIGNED, Stage.SENDING, Stage.ACCEPTED, Stage.DONE);
    assertThat(office.bridge.opened()).isEqualTo(1);
    assertThat(office.bridge.stillOpen()).isZero();
    assertThat(office.portal.calls().stream().filter("login"::equals)).hasSize(1);
  }

  @Test
  void keepingTwiceKeepsOne() throws Exception {
    PreparedDeclaration prepared = office.prepare("enrolment");
    office.portal.refusesLogin(new PortalFault.NotReached("https://x", "timeout"));
    assertThatThrownBy(() -> office.send(prepared)).isInstanceOf(PortalException.class);
    assertThatThrownBy(office::sendOutbox).isInstanceOf(PortalException.class);

    assertThat(office.stages(prepared.id())).containsExactly(Stage.CHECKED);
    office.portal.letsIn();
    office.sendOutbox();
    assertThat(office.portal.filed()).hasSize(1);
  }

  @Test
  void anAcceptedOneWithoutAnswersIsAskedForThemOnly() throws Exception {
    office.portal.results(new ResultsOutcome.NoAnswer("timeout"));
    DeclarationId id = office.sendNew("enrolment").id();
    assertThat(office.stage(id)).isEqualTo(Stage.ACCEPTED);

    office.sendOutbox();

    assertThat(office.stage(id)).isEqualTo(Stage.DONE);
    assertThat(office.portal.calls())
        .containsExactly("login", "submit", "results", "login", "results");
  }

  @Test
  void theRulesRunAgainForWhatWasOnlyKept() throws Exception {
    PreparedDeclaration stale =
        office.prepare("enrolment: idNumber=320509199003070021; contractEnd=2026-11-30; name=李3");
    office.keepForLater(stale);
    PreparedDeclaration good = office.prepare("enrolment");
    office.keepForLater(good);
    office.now = IN_DECEMBER;

    List<SendOutbox.Taken> taken = office.sendOutbox();

    Fault fault = taken.getFirst().fault().orElseThrow();
    assertThat(fault.id()).isEqualTo("usage.noLongerValid");
    // The name is a warning and not counted.
    assertThat(fault.details()).containsExactly(stale.id().toString(), "1");
    assertThat(taken.getFirst().after()).isEqualTo(Stage.CHECKED);
    assertThat(office.portal.filed().stream().map(filed -> filed.id())).containsExactly(good.id());
  }

  @Test
  void whatIsSignedInTheNextWindowIsForTheNextMonth() throws Exception {
    PreparedDeclaration kept = office.prepare("enrolment");
    office.keepForLater(kept);
    office.now = IN_DECEMBER;

    office.sendOutbox();

    String document =
        new String(office.portal.filed().getFirst().document(), StandardCharsets.UTF_8);
    assertThat(document).contains("\"settlementMonth\":\"2027-01\"").contains(kept.id().toString());
    assertThat(office.archive.find(kept.id()).orElseThrow().content().settlementMonth())
        .isEqualTo(YearMonth.of(2027, 1));
  }

  @Test
  void anotherCompanysDeclarationIsLeftAndTheOthersGo() throws Exception {
    PreparedDeclaration foreign =
        office.prepare("enrolment: unit.creditCode=91110000100000017G; unit.name=北京练习厂");
    office.keepForLater(foreign);
    PreparedDeclaration own = office.prepare("enrolment");
    office.keepForLater(own);

    List<SendOutbox.Taken> taken = office.sendOutbox();

    assertThat(taken.getFirst().fault().map(Fault::id)).contains("usage.unitMismatch");
    assertThat(office.stage(foreign.id())).isEqualTo(Stage.CHECKED);
    assertThat(office.stage(own.id())).isEqualTo(Stage.DONE);
  }

  @Test
  void aKeyOfACompanyForWhichNothingWaitsGetsNoPin() throws Exception {
    PreparedDeclaration kept = office.prepare("enrolment");
    office.keepForLater(kept);
    office.key = Office.keyOf("91110000100000017G");

    assertThatThrownBy(office::sendOutbox)
        .isInstanceOfSatisfying(
            FaultException.class, e -> assertThat(e.fault().id()).isEqualTo("usage.unitMismatch"));

    assertThat(office.bridge.opened()).isZero();
    assertThat(office.portal.calls()).isEmpty();
    assertThat(office.stages(kept.id())).containsExactly(Stage.CHECKED);
  }

  @Test
  void aKeyPulledOutStopsTheRestAndLosesNothing() throws Exception {
    PreparedDeclaration kept = office.prepare("enrolment");
    office.keepForLater(kept);
    office.progress =
        (milestone, id) -> {
          if (milestone == Milestone.LOGGED_IN) {
            office.bridge.failsAtSigning(new KeyFault.Removed("KEY-1"));
          }
        };

    assertThat(office.sendOutbox())
        .singleElement()
        .satisfies(taken -> assertThat(taken.fault()).contains(new KeyFault.Removed("KEY-1")));

    assertThat(office.stages(kept.id())).containsExactly(Stage.CHECKED);
    assertThat(office.bridge.stillOpen()).isZero();
  }

  /// Another portal does not know it, and would be given it a second time.
  @Test
  void whatWasSentToOnePortalIsNotSettledAtAnother() throws Exception {
    for (Answer answer : List.of(Answer.LOSE_ANSWER, Answer.INTERRUPT_AFTER_FILING)) {
      Office fresh = new Office();
      fresh.portal.answers(answer);
      PreparedDeclaration prepared = fresh.prepare("enrolment");
      var _ = catchThrowable(() -> fresh.send(prepared));
      Stage before = fresh.stage(prepared.id());

      fresh.portal.isAt("https://portal.example:8443");
      Fault fault = fresh.sendOutbox().getFirst().fault().orElseThrow();

      assertThat(fault.id()).isEqualTo("usage.otherPortal");
      assertThat(fault.details())
          .containsExactly(
              prepared.id().toString(), "https://127.0.0.1:8443", "https://portal.example:8443");
      assertThat(fresh.portal.calls()).doesNotContain("find");
      assertThat(fresh.stage(prepared.id())).isEqualTo(before);

      fresh.portal.isAt("https://127.0.0.1:9999");
      fresh.sendOutbox();
      assertThat(fresh.stage(prepared.id())).isEqualTo(Stage.DONE);
      assertThat(fresh.portal.filed()).hasSize(1);
    }
  }

  @Test
  void finishedOnesAreNotTakenUp() throws Exception {
    office.portal.answers(Answer.REFUSE);
    office.sendNew("enrolment: name=李一一");
    office.sendNew("enrolment: name=李二二");

    assertThat(office.sendOutbox()).isEmpty();
    assertThat(office.outbox().waiting(Office.PROFILE)).isEmpty();
  }

  @Test
  void aSignedOneIsSentAsItWasSigned() throws Exception {
    PreparedDeclaration prepared = office.prepare("enrolment");
    office.archive.diskFullAt(step -> step instanceof Step.Sending);
    assertThatThrownBy(() -> office.send(prepared)).isInstanceOf(Exception.class);
    office.archive.diskFullAt(step -> false);
    office.now = IN_DECEMBER;

    office.sendOutbox();

    assertThat(office.portal.filed().getFirst().document()).isEqualTo(prepared.document());
    assertThat(office.stage(prepared.id())).isEqualTo(Stage.DONE);
  }
}
