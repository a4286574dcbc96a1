package org.certassist.desktop.reconcile;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.YearMonth;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.certassist.core.archive.Step;
import org.certassist.core.declaration.Content;
import org.certassist.core.declaration.DeclarationId;
import org.certassist.core.declaration.Unit;
import org.certassist.core.declaration.UnitType;
import org.certassist.core.profile.Way;
import org.certassist.core.reconcile.Verdict;
import org.certassist.desktop.Desk;
import org.certassist.desktop.listing.ListingSource;
import org.certassist.desktop.office.Office;
import org.certassist.desktop.office.Samples;
import org.certassist.desktop.reconcile.Scope.MonthNote;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/// A month's charge is held against what was filed, for the month there is to pay or another.
@Timeout(60)
class ReconcileScreenTest {
  private static final YearMonth NOVEMBER = YearMonth.of(2026, 11);
  private static final String LI = "32050919900307002X";
  private static final String WANG = "440301198807154513";
  private static final String ZHAO = "320509199201010024";
  private static final Unit FIRST = new Unit(Samples.CREDIT_CODE, Samples.UNIT, UnitType.ORDINARY);
  private static final Unit SECOND = new Unit(Samples.OTHER_CODE, "吴江劳务派遣有限公司", UnitType.ORDINARY);

  @TempDir Path folder;

  @SuppressWarnings("NullAway.Init")
  private Office office;

  @SuppressWarnings("NullAway.Init")
  private Desk desk;

  @BeforeEach
  void open() {
    office = new Office(folder);
    desk = new Desk(office);
  }

  @AfterEach
  void close() {
    desk.close();
  }

  private void filed(Unit unit, YearMonth month, String... people) throws Exception {
    List<Content.Row> rows = new java.util.ArrayList<>();
    for (int i = 0; i < people.length; i += 2) {
      rows.add(
          new Content.Row(
              4 + rows.size(),
              new TreeMap<>(
                  Map.of(
                      "name",
                      people[i],
                      "idNumber",
                      people[i + 1],
                      "insurances",
                      "三险",
                      "contributionBase",
                      "5000.00"))));
    }
    DeclarationId id = DeclarationId.random();
    Content content =
        new Content("practice", "enrolment", 1, unit, month, rows, unit.name() + ".xlsx");
    office.archive.append(id, 0, new Step.Exported(content, Way.PAGE_UPLOAD, "x.xlsx", "00"));
    office.archive.append(id, 1, new Step.HandedIn(office.time.today(), Optional.empty()));
  }

  private void looksAndReads(String text) {
    desk.does(desk.reconcile::look);
    desk.does(() -> desk.reconcile.read(new ListingSource.Pasted(text)));
  }

  private ReconcileState.Compared compared() {
    return desk.until(desk.reconcile.state(), ReconcileState.Compared.class);
  }

  @Test
  void differencesAreGroupedByKindForTheMonthThereIsToPay() throws Exception {
    filed(FIRST, NOVEMBER, "李小芳", LI, "王强", WANG);

    looksAndReads(
        "姓名\t证件号码\t费款所属期\t缴费基数\n王强\t%s\t202611\t4879\n赵敏\t%s\t202611\t6000\n"
            .formatted(WANG, ZHAO));

    ReconcileState.Compared compared = compared();
    assertThat(compared.scope().month()).isEqualTo(NOVEMBER);
    assertThat(compared.scope().note()).isEqualTo(MonthNote.SETTLED);
    assertThat(compared.groups())
        .extracting(DifferenceGroup::id)
        .containsExactly("missing", "otherBase", "neverFiled");
    assertThat(compared.result().verdict()).isEqualTo(Verdict.DIFFERS);
    assertThat(compared.toSeeTo()).isEqualTo(2);
    DifferenceGroup.Line wang = compared.groups().get(1).people().getFirst();
    assertThat(wang.person().name()).isEqualTo("王强");
    assertThat(wang.charged().orElseThrow()).isEqualByComparingTo("4879");
    assertThat(wang.filing().orElseThrow().source()).isEqualTo(Samples.UNIT + ".xlsx");
  }

  @Test
  void anotherMonthIsOneChoiceAwayAndTheListStays() throws Exception {
    YearMonth december = NOVEMBER.plusMonths(1);
    filed(FIRST, december, "李小芳", LI);

    looksAndReads("姓名\t证件号码\t费款所属期\t缴费基数\n李小芳\t%s\t202612\t5000\n".formatted(LI));
    desk.until(
        desk.reconcile.state(),
        now ->
            now instanceof ReconcileState.Choosing choosing
                && choosing
                    .trouble()
                    .filter(why -> why.id().equals("list.otherMonth"))
                    .isPresent());
    desk.does(() -> desk.reconcile.choose(december));

    assertThat(compared().result().verdict()).isEqualTo(Verdict.AGREES);
    assertThat(compared().scope().note()).isEqualTo(MonthNote.NOT_CLOSED);
  }

  @Test
  void ofSeveralUnitsOneIsChosen() throws Exception {
    filed(FIRST, NOVEMBER, "李小芳", LI);
    filed(SECOND, NOVEMBER, "王强", WANG);

    looksAndReads("姓名\t证件号码\n李小芳\t" + LI + "\n");
    desk.until(
        desk.reconcile.state(),
        now ->
            now instanceof ReconcileState.Compared first
                && first.scope().unit().equals(Optional.of(SECOND)));
    assertThat(compared().scope().units()).containsExactly(SECOND, FIRST);
    assertThat(compared().result().verdict()).isEqualTo(Verdict.DIFFERS);

    desk.does(() -> desk.reconcile.choose(FIRST));

    desk.until(
        desk.reconcile.state(),
        now ->
            now instanceof ReconcileState.Compared second
                && second.scope().unit().equals(Optional.of(FIRST)));
    assertThat(compared().result().verdict()).isEqualTo(Verdict.AGREES);
  }

  @Test
  void whereNothingWasFiledNothingIsSaidToAgree() {
    looksAndReads("姓名\t证件号码\n李小芳\t" + LI + "\n");

    assertThat(compared().result().verdict()).isEqualTo(Verdict.NOTHING_FILED);
  }

  @Test
  void aLineWithoutAWholeNumberIsNotCalledAgreement() throws Exception {
    filed(FIRST, NOVEMBER, "李小芳", LI);

    looksAndReads("姓名\t证件号码\n李小芳\t" + LI + "\n钱某\t4403**********4513\n");

    assertThat(compared().result().verdict()).isEqualTo(Verdict.NOT_ALL_COMPARED);
    assertThat(compared().list().illegible()).containsExactly(3);
  }

  @Test
  void aFilingMadeMeanwhileCountsWhenSheComesBack() throws Exception {
    filed(FIRST, NOVEMBER, "李小芳", LI);
    looksAndReads("姓名\t证件号码\n李小芳\t" + LI + "\n");
    assertThat(compared().result().verdict()).isEqualTo(Verdict.AGREES);

    filed(FIRST, NOVEMBER, "王强", WANG);
    desk.does(desk.reconcile::look);

    desk.until(
        desk.reconcile.state(),
        now ->
            now instanceof ReconcileState.Compared again
                && again.result().verdict() == Verdict.DIFFERS);
  }
}
