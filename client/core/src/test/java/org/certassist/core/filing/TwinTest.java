package org.certassist.core.filing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.certassist.core.declaration.CellValue;
import org.certassist.core.declaration.DeclarationId;
import org.certassist.core.declaration.Draft;
import org.certassist.core.declaration.DraftRow;
import org.certassist.core.declaration.Stage;
import org.certassist.core.fault.Fault;
import org.certassist.core.fault.FaultException;
import org.certassist.core.portal.ResultsOutcome;
import org.certassist.core.portal.RowAnswers;
import org.certassist.core.portal.RowAnswers.RowAnswer;
import org.certassist.core.rules.RuleBook;
import org.certassist.core.rules.Verdict;
import org.certassist.core.testing.Example;
import org.certassist.core.testing.Kinds;
import org.certassist.core.testing.ScriptedPortal.Answer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/// The same people, unit, kind and month are not filed twice.
@Timeout(20)
class TwinTest {
  private static final String TWO = "enrolment: name=李一一 & name=李二二";
  private static final String TWO_SWAPPED =
      "enrolment: name=李二二; idNumber=320509199003070021"
          + " & name=李一一; idNumber=11010519911208002X";
  private static final Instant IN_DECEMBER = Instant.parse("2026-12-11T02:00:00Z");

  private final Office office = new Office();

  @Test
  void oneThatWaitsIsNotPreparedAgain() throws Exception {
    DeclarationId kept = keep(TWO);

    Fault fault = refusal(TWO);

    assertThat(fault.id()).isEqualTo("usage.alreadyInOutbox");
    assertThat(fault.details()).containsExactly(kept.toString());
    assertThat(refusal(TWO_SWAPPED).id()).isEqualTo("usage.alreadyInOutbox");
  }

  @Test
  void oneWithoutConfirmationIsNotPreparedAgain() throws Exception {
    office.portal.answers(Answer.LOSE_REQUEST);
    office.sendNew(TWO);

    assertThat(refusal(TWO).id()).isEqualTo("usage.alreadyInOutbox");
  }

  @Test
  void oneThatWasFiledIsNamedWithItsReceipt() throws Exception {
    office.portal.results(new ResultsOutcome.Ready(new RowAnswers(2, 0, List.of())));
    DeclarationId filed = office.sendNew(TWO).id();

    Fault fault = refusal(TWO);

    assertThat(fault.id()).isEqualTo("usage.alreadyFiled");
    assertThat(fault.details()).containsExactly(filed.toString(), "PR-1");
  }

  @Test
  void anotherPersonAnotherKindOrAnotherMonthIsNoTwin() throws Exception {
    office.sendNew("enrolment");

    assertThatCode(() -> office.prepare("enrolment: name=王五")).doesNotThrowAnyException();
    assertThatCode(() -> office.prepare("termination")).doesNotThrowAnyException();
    office.now = IN_DECEMBER;
    assertThatCode(() -> office.prepare("enrolment")).doesNotThrowAnyException();
  }

  @Test
  void oneThatThePortalRefusedMayBeFiledAgain() throws Exception {
    office.portal.answers(Answer.REFUSE);
    office.sendNew("enrolment");

    assertThat(office.sendNew("enrolment").stage()).isEqualTo(Stage.DONE);
  }

  @Test
  void oneOfWhichNobodyWasAcceptedMayBeFiledAgain() throws Exception {
    office.portal.results(
        new ResultsOutcome.Ready(
            new RowAnswers(0, 1, List.of(new RowAnswer(4, "调用公安部人员基准信息查询接口出错")))));
    assertThat(office.sendNew("enrolment").stage()).isEqualTo(Stage.DONE_WITH_REFUSALS);

    assertThat(office.sendNew("enrolment").stage()).isEqualTo(Stage.DONE);
  }

  @Test
  void oneOfWhichSomebodyWasAcceptedMayNot() throws Exception {
    office.portal.results(
        new ResultsOutcome.Ready(new RowAnswers(1, 1, List.of(new RowAnswer(4, "户籍性质不能为空")))));
    office.sendNew(TWO);

    assertThat(refusal(TWO).id()).isEqualTo("usage.alreadyFiled");
    // Only the wrong row again, which is what the guides say.
    assertThatCode(() -> office.prepare("enrolment: name=李一一")).doesNotThrowAnyException();
  }

  @Test
  void oneKeptInAnEarlierWindowIsStillATwin() throws Exception {
    keep("enrolment");
    office.now = IN_DECEMBER;

    assertThat(refusal("enrolment").id()).isEqualTo("usage.alreadyInOutbox");
    office.sendOutbox();
    assertThat(refusal("enrolment").id()).isEqualTo("usage.alreadyFiled");
    assertThat(office.portal.filed()).hasSize(1);
  }

  @Test
  void oneKeptTwiceInDifferentMonthsIsSentOnce() throws Exception {
    // Both waited before this was guarded, or an older version kept them.
    PreparedDeclaration november = office.prepare("enrolment");
    office.now = IN_DECEMBER;
    PreparedDeclaration december = office.prepare("enrolment");
    office.keepForLater(november);
    office.keepForLater(december);

    List<SendOutbox.Taken> taken = office.sendOutbox();

    assertThat(office.portal.filed()).hasSize(1);
    assertThat(taken.stream().flatMap(one -> one.fault().stream()).map(Fault::id))
        .containsExactly("usage.alreadyFiled");
  }

  @Test
  void twoPreparedFromOneFileAreSentOnceAndCostNoSecondPin() throws Exception {
    PreparedDeclaration first = office.prepare("enrolment");
    PreparedDeclaration second = office.prepare("enrolment");
    office.send(first);

    FaultException thrown = catchThrowableOfType(FaultException.class, () -> office.send(second));

    assertThat(thrown.fault().id()).isEqualTo("usage.alreadyFiled");
    assertThat(office.bridge.opened()).isEqualTo(1);
    assertThat(office.portal.filed()).hasSize(1);
  }

  @Test
  void onePreparedDeclarationIsSentOnce() throws Exception {
    PreparedDeclaration prepared = office.prepare("enrolment");
    office.send(prepared);

    FaultException thrown = catchThrowableOfType(FaultException.class, () -> office.send(prepared));

    assertThat(thrown.fault().id()).isEqualTo("usage.alreadyFiled");
    assertThat(office.bridge.opened()).isEqualTo(1);
    assertThat(office.portal.filed()).hasSize(1);
  }

  @Test
  void moreRowsThanTheProfileAllowsAreRefused() {
    // The office's profile takes three.
    var four =
        new Draft(
            Kinds.ENROLMENT,
            "申报",
            Example.draft("enrolment").unit(),
            2,
            Map.of(),
            IntStream.rangeClosed(4, 7)
                .mapToObj(row -> {
                  var cells = new HashMap<>(Example.draft("enrolment").rows().getFirst().cells());
                  cells.put("idType", new CellValue.Text("其他"));
                  cells.put("idNumber", new CellValue.Text("NO" + row));
                  return new DraftRow(row, cells);
                })
                .toList());
    var verdict =
        (Verdict.Passed)
            RuleBook.on(four.kind(), Office.PROFILE.calendar(), office.time().now())
                .check(four, "practice", "名单.xlsx");

    FaultException thrown =
        catchThrowableOfType(
            FaultException.class,
            () ->
                new PrepareDeclaration(office.archive, office.time())
                    .prepare(verdict.declaration(), Office.PROFILE));

    assertThat(thrown.fault().id()).isEqualTo("file.tooLarge");
    assertThat(thrown.fault().details()).containsExactly("declarationRows", "3");
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
