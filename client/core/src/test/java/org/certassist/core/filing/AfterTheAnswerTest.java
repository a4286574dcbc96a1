package org.certassist.core.filing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import org.certassist.core.archive.ArchiveException;
import org.certassist.core.archive.ArchiveFault;
import org.certassist.core.archive.Step;
import org.certassist.core.declaration.Stage;
import org.certassist.core.testing.ScriptedPortal.Answer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/// A disk that is full when the portal has answered.
@Timeout(20)
class AfterTheAnswerTest {
  private final Office office = new Office();

  @Test
  void aFullDiskAfterThePortalAcceptedIsSettledByAsking() throws Exception {
    PreparedDeclaration prepared = office.prepare("enrolment");
    office.archive.diskFullAt(step -> step instanceof Step.Accepted);

    ArchiveException thrown =
        catchThrowableOfType(ArchiveException.class, () -> office.send(prepared));
    assertThat(thrown.fault())
        .isEqualTo(ArchiveFault.of("archive.acceptedNotKept", prepared.id().toString(), "PR-1"));
    assertThat(thrown).hasRootCauseInstanceOf(ArchiveException.class);
    assertThat(office.stage(prepared.id())).isEqualTo(Stage.SENDING);

    office.archive.diskFullAt(step -> false);
    office.sendOutbox();
    assertThat(office.stage(prepared.id())).isEqualTo(Stage.DONE);
    assertThat(office.portal.filed()).hasSize(1);
  }

  @Test
  void aFullDiskAfterTheRowAnswersIsNoDoubtThatItWasAccepted() throws Exception {
    PreparedDeclaration prepared = office.prepare("enrolment");
    office.archive.diskFullAt(step -> step instanceof Step.Answered);

    assertThatThrownBy(() -> office.send(prepared))
        .isInstanceOfSatisfying(
            ArchiveException.class,
            thrown ->
                assertThat(thrown.fault())
                    .isEqualTo(
                        ArchiveFault.of(
                            "archive.acceptedNotKept", prepared.id().toString(), "PR-1")));

    office.archive.diskFullAt(step -> false);
    office.sendOutbox();
    assertThat(office.stage(prepared.id())).isEqualTo(Stage.DONE);
  }

  @ParameterizedTest
  @EnumSource(names = {"REFUSE", "LOSE_ANSWER"})
  void aFullDiskAfterAnyOtherAnswerLeavesItToBeAskedFor(Answer answer) throws Exception {
    office.portal.answers(answer);
    PreparedDeclaration prepared = office.prepare("enrolment");
    office.archive.diskFullAt(
        step -> step instanceof Step.Refused || step instanceof Step.Unconfirmed);

    assertThatThrownBy(() -> office.send(prepared))
        .isInstanceOfSatisfying(
            ArchiveException.class,
            thrown ->
                assertThat(thrown.fault())
                    .isEqualTo(ArchiveFault.of("archive.answerNotKept", prepared.id().toString())));

    office.archive.diskFullAt(step -> false);
    office.sendOutbox();
    assertThat(office.stage(prepared.id())).isEqualTo(Stage.DONE);
    assertThat(office.portal.filed()).hasSize(1);
  }
}
