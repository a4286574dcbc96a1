package org.certassist.core.filing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.List;
import org.certassist.core.archive.ArchiveException;
import org.certassist.core.archive.History;
import org.certassist.core.archive.Step;
import org.certassist.core.declaration.Stage;
import org.certassist.core.fault.FaultException;
import org.certassist.core.key.KeyException;
import org.certassist.core.key.KeyFault;
import org.certassist.core.portal.PortalException;
import org.certassist.core.portal.PortalFault;
import org.certassist.core.portal.Problem;
import org.certassist.core.testing.PlainSignatures;
import org.certassist.core.testing.ScriptedPortal;
import org.certassist.core.testing.ScriptedPortal.Answer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Timeout(20)
class SendDeclarationTest {

  private final Office office = new Office();

  @Test
  void whatWasPreparedBeforeTheWindowClosedIsNotSignedAfterIt() throws Exception {
    office.now = Instant.parse("2026-12-06T15:59:59Z");
    PreparedDeclaration prepared = office.prepare("enrolment");
    office.now = Instant.parse("2026-12-06T16:00:00Z");

    FaultException thrown = catchThrowableOfType(FaultException.class, () -> office.send(prepared));

    assertThat(thrown.fault().id()).isEqualTo("usage.checkAgain");
    assertThat(office.archive.all()).isEmpty();
  }

  /// By another window of the program, or a command.
  @Test
  void oneKeptWhileThePinWasTypedIsNotSignedOnceMore() throws Exception {
    PreparedDeclaration prepared = office.prepare("enrolment");
    PreparedDeclaration other = office.prepare("enrolment");
    office.progress =
        (milestone, id) -> {
          if (milestone == Milestone.KEY_OPEN) {
            assertThatCode(() -> office.keepForLater(other)).doesNotThrowAnyException();
          }
        };

    FaultException thrown = catchThrowableOfType(FaultException.class, () -> office.send(prepared));

    assertThat(thrown.fault().id()).isEqualTo("usage.alreadyInOutbox");
    assertThat(office.archive.find(prepared.id())).isEmpty();
    assertThat(office.portal.calls()).containsExactly("login");
    assertThat(office.bridge.stillOpen()).isZero();
  }

  @Test
  void anAcceptedDeclarationIsSignedSentOnceAndAnswered() throws Exception {
    List<Milestone> passed = new ArrayList<>();
    office.progress = (milestone, id) -> passed.add(milestone);
    PreparedDeclaration prepared = office.prepare("enrolment");

    History history = office.send(prepared);

    assertThat(office.stages(history.id()))
        .containsExactly(Stage.SIGNED, Stage.SENDING, Stage.ACCEPTED, Stage.DONE);
    assertThat(office.portal.calls()).containsExactly("login", "submit", "results");
    ScriptedPortal.Filed filed = office.portal.filed().getFirst();
    assertThat(filed.id()).isEqualTo(prepared.id());
    assertThat(filed.document()).isEqualTo(prepared.document());
    Step.Signed signed = office.signed(history.id());
    assertThat(filed.document()).isEqualTo(signed.document());
    assertThat(filed.cms())
        .isEqualTo(signed.cms())
        .isEqualTo(PlainSignatures.by(office.key.certificate(), prepared.document()));
    assertThat(office.bridge.opened()).isEqualTo(1);
    assertThat(office.bridge.stillOpen()).isZero();
    assertThat(passed)
        .containsExactly(
            Milestone.KEY_OPEN,
            Milestone.LOGGED_IN,
            Milestone.SIGNATURE_MADE,
            Milestone.SIGNED,
            Milestone.SENDING,
            Milestone.ANSWER_HERE,
            Milestone.ACCEPTED,
            Milestone.ANSWERED);
  }

  @Test
  void theRequestLeavesOnlyAfterTheIntentIsOnDisk() throws Exception {
    PreparedDeclaration prepared = office.prepare("enrolment");
    office.archive.diskFullAt(step -> step instanceof Step.Sending);

    assertThatThrownBy(() -> office.send(prepared)).isInstanceOf(ArchiveException.class);

    assertThat(office.portal.calls()).containsExactly("login");
    assertThat(office.stage(prepared.id())).isEqualTo(Stage.SIGNED);
  }

  @Test
  void aWrongPinIsTriedOnceAndLeavesNothingBehind() throws Exception {
    PreparedDeclaration prepared = office.prepare("enrolment");

    KeyException thrown =
        catchThrowableOfType(KeyException.class, () -> office.send(prepared, "111111"));

    assertThat(thrown.fault().id()).isEqualTo("pin.wrong");
    assertThat(thrown.toString()).doesNotContain("111111");
    assertThat(office.bridge.opened()).isEqualTo(1);
    assertThat(office.portal.calls()).containsExactly("login");
    assertThat(office.archive.all()).isEmpty();
  }

  @Test
  void anUnreachedPortalCostsNoPinAndKeepsTheDeclarationInTheOutbox() throws Exception {
    PreparedDeclaration prepared = office.prepare("enrolment");
    office.portal.refusesLogin(new PortalFault.NotReached("https://127.0.0.1:8443", "timeout"));

    PortalException thrown =
        catchThrowableOfType(PortalException.class, () -> office.send(prepared));

    assertThat(thrown.fault().id()).isEqualTo("portal.notReached");
    assertThat(office.stages(prepared.id())).containsExactly(Stage.CHECKED);
    assertThat(office.bridge.opened()).isZero();
  }

  @Test
  void aClockThatIsOffCostsNoPinAndKeepsNothing() throws Exception {
    PreparedDeclaration prepared = office.prepare("enrolment");
    office.portal.refusesLogin(
        new PortalFault.ClockOff(office.now, office.now.plus(Duration.ofDays(31))));

    PortalException thrown =
        catchThrowableOfType(PortalException.class, () -> office.send(prepared));

    assertThat(thrown.fault().id()).isEqualTo("portal.clockOff");
    assertThat(office.archive.all()).isEmpty();
    assertThat(office.bridge.opened()).isZero();
  }

  @Test
  void aRefusedLoginKeepsNothing() throws Exception {
    PreparedDeclaration prepared = office.prepare("enrolment");
    office.portal.refusesLogin(new PortalFault.LoginRefused(new Problem(401, "810", "证书过期")));

    PortalException thrown =
        catchThrowableOfType(PortalException.class, () -> office.send(prepared));

    assertThat(thrown.fault().id()).isEqualTo("portal.status.810");
    assertThat(office.archive.all()).isEmpty();
    assertThat(office.bridge.stillOpen()).isZero();
    assertThat(office.bridge.opened()).isEqualTo(1);
  }

  @Test
  void aKeyThatFailsAtTheChallengeKeepsNothingAndIsLoggedOut() throws Exception {
    PreparedDeclaration prepared = office.prepare("enrolment");
    office.bridge.failsAtSigning(new KeyFault.Removed("KEY-1"));

    assertThatThrownBy(() -> office.send(prepared)).isInstanceOf(KeyException.class);

    assertThat(office.archive.all()).isEmpty();
    assertThat(office.bridge.stillOpen()).isZero();
    assertThat(office.portal.filed()).isEmpty();
  }

  @Test
  void aRefusedDeclarationIsFinalAndKeepsThePortalsWords() throws Exception {
    office.portal.answers(Answer.REFUSE);

    History history = office.sendNew("enrolment");

    assertThat(office.stages(history.id()))
        .containsExactly(Stage.SIGNED, Stage.SENDING, Stage.REFUSED);
    assertThat(history.last(Step.Refused.class))
        .contains(new Step.Refused(new Problem(422, "unit-mismatch", "单位信息不匹配")));
    assertThat(office.portal.calls()).doesNotContain("results");
  }

  @Test
  void aLostAnswerIsNotAFailureAndIsNotSentAgainHere() throws Exception {
    office.portal.answers(Answer.LOSE_ANSWER);

    History history = office.sendNew("enrolment");

    assertThat(history.stage()).isEqualTo(Stage.UNCONFIRMED);
    assertThat(history.last(Step.Unconfirmed.class)).contains(new Step.Unconfirmed("timeout"));
    assertThat(office.portal.filed()).hasSize(1);
  }

  @Test
  void oneCompanysKeyDoesNotSignForAnother() throws Exception {
    office.key = Office.keyOf("91110000100000017G");
    PreparedDeclaration prepared = office.prepare("enrolment");

    FaultException thrown = catchThrowableOfType(FaultException.class, () -> office.send(prepared));

    assertThat(thrown.fault().id()).isEqualTo("usage.unitMismatch");
    assertThat(thrown.fault().details())
        .containsExactly("福州练习制造有限公司 " + Office.CREDIT_CODE, "福州练习制造有限公司 91110000100000017G");
    assertThat(office.bridge.opened()).isZero();
    assertThat(office.archive.all()).isEmpty();
  }

  @Test
  void aCertificateWithoutACreditCodeSignsForItsCompany() throws Exception {
    office.key = Office.keyOf("");

    assertThat(office.sendNew("enrolment").stage()).isEqualTo(Stage.DONE);
  }

  @Test
  void aLostAnswerIsNotCalledAnAnswer() throws Exception {
    office.portal.answers(Answer.LOSE_ANSWER);
    List<Milestone> reached = new ArrayList<>();
    office.progress = (milestone, id) -> reached.add(milestone);

    office.sendNew("enrolment");

    assertThat(reached)
        .containsExactly(
            Milestone.KEY_OPEN,
            Milestone.LOGGED_IN,
            Milestone.SIGNATURE_MADE,
            Milestone.SIGNED,
            Milestone.SENDING,
            Milestone.UNCONFIRMED);
  }

  @Test
  void theSummaryShowsWhatIsSigned() throws Exception {
    PreparedDeclaration in = office.prepare("enrolment: name=李小芳 & name=王五");
    PreparedDeclaration out = office.prepare("termination");

    assertThat(in.summary().namesIn()).containsExactly("李小芳", "王五");
    assertThat(in.summary().namesOut()).isEmpty();
    assertThat(in.summary().rows()).isEqualTo(2);
    assertThat(in.summary().sha256()).isEqualTo(PlainSignatures.sha256(in.document()));
    assertThat(in.summary().notCovered()).containsExactly("医疗保险", "生育保险");
    assertThat(out.summary().namesOut()).containsExactly("李小芳");
    assertThat(out.summary().namesIn()).isEmpty();
  }

  @Test
  void theExactBytesAreTheCanonicalDocumentOfTheContract() throws Exception {
    office.now = OffsetDateTime.parse("2026-11-22T10:00:00+08:00").toInstant();
    PreparedDeclaration prepared = office.prepare("termination: note=");

    assertThat(new String(prepared.document(), StandardCharsets.UTF_8))
        .isEqualTo(
            """
            {"attachments":[],"createdAt":"2026-11-22T10:00:00+08:00","id":"%s",\
            "kind":"termination","kindVersion":1,"profile":"practice","rows":[\
            {"idNumber":"11010519911208002X","idType":"居民身份证","name":"李小芳",\
            "reason":"个人辞职","row":4,"stopDate":"2026-11-20"}],\
            "schema":"certassist-declaration/1","settlementMonth":"2026-12",\
            "unit":{"creditCode":"91350100M000100Y43","name":"福州练习制造有限公司","type":"普通"}}\
            """
                .formatted(prepared.id()));
  }
}
