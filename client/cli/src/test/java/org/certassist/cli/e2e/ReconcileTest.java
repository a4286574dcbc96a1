package org.certassist.cli.e2e;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.OutputStream;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.InstantSource;
import java.time.YearMonth;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.apache.poi.hssf.usermodel.HSSFWorkbook;
import org.apache.poi.ss.usermodel.Row;
import org.apache.poi.ss.usermodel.Sheet;
import org.certassist.archive.SqliteArchive;
import org.certassist.cli.e2e.RealProcess.Ended;
import org.certassist.core.archive.Step;
import org.certassist.core.declaration.DeclarationId;
import org.certassist.core.portal.RowAnswers;
import org.certassist.core.reconcile.Difference;
import org.certassist.core.reconcile.ReadCharges;
import org.certassist.core.reconcile.Reconcile;
import org.certassist.core.reconcile.Reconciliation;
import org.certassist.core.reconcile.Verdict;
import org.certassist.workbook.PoiListings;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/// The month's charge against what lies in the archive.
class ReconcileTest {
  private static final YearMonth MONTH = YearMonth.of(2026, 12);
  private static final String LI = "32050919900307002X";
  private static final String WANG = "440301198807154513";
  private static final String ZHAO = "320509199201010024";

  @TempDir Path home;

  private SqliteArchive archive;
  private Filings filings;

  @BeforeEach
  void open() throws Exception {
    archive = SqliteArchive.open(home, "test", InstantSource.system());
    filings = new Filings(archive);
  }

  @AfterEach
  void close() {
    archive.close();
  }

  private static Map<String, String> person(String name, String number, String... more) {
    Map<String, String> row = new HashMap<>(Map.of("name", name, "idNumber", number));
    for (int i = 0; i < more.length; i += 2) {
      row.put(more[i], more[i + 1]);
    }
    return row;
  }

  private static Map<String, String> hired(String name, String number, String insurances) {
    return person(name, number, "insurances", insurances, "contributionBase", "5000.00");
  }

  private Reconciliation reconcile(String list) throws Exception {
    return new Reconcile(archive)
        .reconcile(
            "practice",
            Optional.empty(),
            MONTH,
            new ReadCharges()
                .read(new PoiListings().read("-", list.getBytes(StandardCharsets.UTF_8)), MONTH));
  }

  private static List<String> told(Reconciliation result) {
    return result.differences().stream()
        .map(difference -> difference.person().name() + " " + difference.id())
        .toList();
  }

  @Test
  void everyKindOfDifferenceIsFound() throws Exception {
    filings.accepted(
        "enrolment",
        MONTH,
        List.of(
            hired("李小芳", LI, "三险"),
            hired("王强", WANG, "三险"),
            hired("孙丽", "110105199112080039", "三险"),
            hired("周平", "110105199112080047", "仅工伤")));
    DeclarationId stopped = filings.accepted("termination", MONTH, List.of(person("赵敏", ZHAO)));

    Reconciliation result =
        reconcile(
            """
            姓名\t证件号码\t费款所属期\t险种\t缴费基数\t应缴金额
            王强\t%s\t202612\t工伤保险\t5000\t20
            赵敏\t%s\t202612\t基本养老保险\t5,000.00\t1200
            孙丽\t110105199112080039\t202612\t基本养老保险\t4,879.00\t1200
            孙丽\t110105199112080039\t202612\t工伤保险\t5000.00\t20
            周平\t110105199112080047\t202612\t工伤保险\t5000.00\t20
            吴老\t110105196112080055\t202612\t失业保险\t5000.00\t20
            合计\t\t\t\t\t3660
            """
                .formatted(WANG, ZHAO));

    assertThat(told(result))
        .containsExactly(
            "李小芳 missing",
            "赵敏 stillCharged",
            "王强 workInjuryOnly",
            "孙丽 otherInsurances",
            "孙丽 otherBase",
            "吴老 neverFiled");
    assertThat(result.differences().get(1))
        .isEqualTo(new Difference.StillCharged(result.differences().get(1).person(), stopped, 3));
    assertThat(((Difference.OtherBase) result.differences().get(4)).charged())
        .isEqualByComparingTo(new BigDecimal("4879"));
    assertThat(result.verdict()).isEqualTo(Verdict.DIFFERS);
  }

  @Test
  void onlyWhatThePortalAcceptedCountsAndOnlyUpToTheMonth() throws Exception {
    DeclarationId hired =
        filings.accepted(
            "enrolment", MONTH, List.of(hired("李小芳", LI, "三险"), hired("王强", WANG, "三险")));
    archive.append(
        hired,
        3,
        new Step.Answered(new RowAnswers(1, 1, List.of(new RowAnswers.RowAnswer(4, "户籍性质不能为空")))));
    filings.accepted("termination", MONTH.plusMonths(1), List.of(person("王强", WANG)));
    filings.sent("enrolment", MONTH, List.of(hired("赵敏", ZHAO, "三险")));

    assertThat(told(reconcile("姓名,证件号码,养老缴费基数,养老应缴金额,工伤应缴金额\n王强," + WANG + ",5000,1200,20\n")))
        .isEmpty();
  }

  @Test
  void laterFilingsDecideAndAReversalTakesOneBack() throws Exception {
    filings.accepted(
        "enrolment",
        MONTH.minusMonths(2),
        List.of(hired("李小芳", LI, "三险"), hired("王强", WANG, "三险")));
    filings.accepted(
        "base-adjustment",
        MONTH,
        List.of(
            person("李小芳", LI, "newBase", "6200.00", "from", "2026-12"),
            person("王强", WANG, "newBase", "9000.00", "from", "2027-01")));
    filings.accepted("termination", MONTH, List.of(person("王强", WANG)));
    filings.accepted("reversal", MONTH, List.of(person("王强", WANG, "reversedKind", "退工停保")));

    assertThat(
            told(
                reconcile(
                    "姓名,证件号码,缴费基数\n李小芳,"
                        + LI.toLowerCase(Locale.ROOT)
                        + ",6200\n王强,"
                        + WANG
                        + ",5000\n")))
        .isEmpty();
  }

  @Test
  void aListForAnotherMonthIsNotTakenForThisOne() {
    assertThatThrownBy(() -> reconcile("姓名,证件号码,费款所属期\n王强," + WANG + ",2026年11月\n"))
        .hasMessageContaining("list.otherMonth");
    assertThatThrownBy(() -> reconcile("姓名,证件号码\n王强,4403**********4513\n"))
        .hasMessageContaining("list.noPeople");
  }

  @Test
  void theCommandSaysThatItAgreesOnlyWhereAllWasComparedWithSomething() throws Exception {
    archive.close();
    String whole = "姓名,证件号码\n李小芳," + LI + "\n";
    String masked = whole + "王强,4403**********4513\n";
    Ended nothing = command(whole);
    try (SqliteArchive later = SqliteArchive.open(home, "test", InstantSource.system())) {
      new Filings(later).accepted("enrolment", MONTH, List.of(hired("李小芳", LI, "三险")));
    }
    Ended agrees = command(whole);
    Ended notAll = command(masked);

    assertThat(nothing.code()).isEqualTo(1);
    assertThat(nothing.out()).contains("没有可以比对的").doesNotContain("对得上");
    assertThat(agrees.code()).isZero();
    assertThat(agrees.out()).contains("和申报的对得上", "只是养老保险、工伤保险、失业保险");
    assertThat(notAll.code()).isEqualTo(1);
    assertThat(notAll.out()).contains("有几行没法核对").doesNotContain("和申报的对得上");
  }

  private Ended command(String list) throws Exception {
    return RealProcess.certassist(list, "reconcile", "2026-12", "-", "--home", home.toString());
  }

  @Test
  void theCommandMasksPeopleAndSaysWhatToDo() throws Exception {
    filings.accepted("termination", MONTH, List.of(person("赵敏", ZHAO)));
    archive.close();
    Path file = home.resolve("明细.xls");
    try (HSSFWorkbook book = new HSSFWorkbook();
        OutputStream out = Files.newOutputStream(file)) {
      Sheet sheet = book.createSheet();
      sheet.createRow(0).createCell(0).setCellValue("人员月缴费明细");
      String[][] table = {
        {"姓名", "证件号码", "养老缴费基数", "养老单位应缴"},
        {"赵敏", ZHAO, "5000.00", "800.00"},
        {"钱某", "4403**********4513", "5000.00", "800.00"}
      };
      for (String[] line : table) {
        Row row = sheet.createRow(sheet.getPhysicalNumberOfRows());
        for (int i = 0; i < line.length; i++) {
          row.createCell(i).setCellValue(line[i]);
        }
      }
      book.write(out);
    }

    Ended told =
        RealProcess.certassist(
            "", "reconcile", "2026-12", file.toString(), "--home", home.toString());
    assertThat(told.code()).isEqualTo(1);
    assertThat(told.out())
        .contains("停了还征", "赵*", "单位办件", "（第几行）：4", "不包括医疗保险、生育保险")
        .doesNotContain(ZHAO, "赵敏");
    Ended json =
        RealProcess.certassist(
            "", "reconcile", "2026-12", file.toString(), "--json", "--home", home.toString());
    JsonNode document = JsonMapper.shared().readTree(json.out());
    assertThat(document.at("/verdict").asString()).isEqualTo("DIFFERS");
    assertThat(document.at("/differences/0/difference").asString()).isEqualTo("stillCharged");
    assertThat(document.at("/differences/0/line").asInt()).isEqualTo(3);
    assertThat(document.at("/namelessLines/0").asInt()).isEqualTo(4);
    assertThat(json.out()).doesNotContain(ZHAO, "赵敏");
    assertThat(
            RealProcess.certassist(
                    "", "reconcile", "12月", file.toString(), "--home", home.toString())
                .code())
        .isEqualTo(2);
  }
}
