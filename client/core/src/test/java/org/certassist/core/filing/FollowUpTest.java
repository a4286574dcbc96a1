package org.certassist.core.filing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.certassist.core.archive.History;
import org.certassist.core.declaration.Stage;
import org.certassist.core.fault.Fault;
import org.certassist.core.fault.FaultException;
import org.certassist.core.portal.PortalFault;
import org.certassist.core.portal.ResultsOutcome;
import org.certassist.core.portal.RowAnswers;
import org.certassist.core.portal.RowAnswers.RowAnswer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/// Waiting for the answers to the rows.
@Timeout(20)
class FollowUpTest {
  private final Office office = new Office();

  @Test
  void rowAnswersAreWaitedForAtThePortalsPace() throws Exception {
    office.portal.results(
        new ResultsOutcome.NotYet(Duration.ofMillis(1)),
        new ResultsOutcome.NotYet(Duration.ofMillis(1)),
        new ResultsOutcome.Ready(new RowAnswers(0, 1, List.of(new RowAnswer(4, "未获取到人员基本信息")))));

    History history = office.sendNew("enrolment");

    assertThat(history.stage()).isEqualTo(Stage.DONE_WITH_REFUSALS);
    assertThat(office.portal.calls())
        .containsExactly("login", "submit", "results", "results", "results");
  }

  @Test
  void noQuestionForRowAnswersOutlastsTheWait() throws Exception {
    office.portal.results(new ResultsOutcome.NotYet(Duration.ofMillis(50)));

    office.sendNew("enrolment");

    List<Duration> patiences = office.portal.patiences();
    assertThat(patiences).hasSize(2);
    assertThat(patiences.getFirst()).isLessThanOrEqualTo(SendDeclaration.PATIENCE);
    assertThat(patiences.getLast()).isLessThanOrEqualTo(SendDeclaration.PATIENCE.minusMillis(50));
  }

  @Test
  void answersThatTakeTooLongAreLeftToALaterLook() throws Exception {
    office.portal.results(new ResultsOutcome.NotYet(Duration.ofSeconds(60)));

    assertThat(office.sendNew("enrolment").stage()).isEqualTo(Stage.ACCEPTED);
  }

  static Stream<RowAnswers> answersThatDoNotFit() {
    RowAnswer four = new RowAnswer(4, "甲");
    RowAnswer five = new RowAnswer(5, "乙");
    return Stream.of(
        new RowAnswers(1, 0, List.of()),
        new RowAnswers(3, 0, List.of()),
        new RowAnswers(2, 1, List.of(four)),
        new RowAnswers(1, 1, List.of()),
        new RowAnswers(2, 0, List.of(four)),
        new RowAnswers(1, 1, List.of(new RowAnswer(6, "丙"))),
        new RowAnswers(0, 2, List.of(four, four)),
        new RowAnswers(-1, 3, List.of(four, five, four)));
  }

  @ParameterizedTest
  @MethodSource("answersThatDoNotFit")
  void rowAnswersThatDoNotFitTheRowsAreToldAndNotKept(RowAnswers answers) throws Exception {
    ResultsOutcome unfit = new ResultsOutcome.Ready(answers);
    office.portal.results(unfit, unfit);
    PreparedDeclaration prepared = office.prepare("enrolment: & name=王五");

    Fault fault = catchThrowableOfType(FaultException.class, () -> office.send(prepared)).fault();

    assertThat(fault).isEqualTo(new PortalFault.AnswersDoNotFit(prepared.id().toString(), "PR-1"));
    assertThat(office.stage(prepared.id())).isEqualTo(Stage.ACCEPTED);
    assertThat(office.sendOutbox())
        .containsExactly(
            new SendOutbox.Taken(
                prepared.id(), Stage.ACCEPTED, Stage.ACCEPTED, Optional.of(fault)));
  }
}
