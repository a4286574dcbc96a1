package org.certassist.print;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;
import static org.assertj.core.api.Assumptions.assumeThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDPage;
import org.apache.pdfbox.pdmodel.common.PDRectangle;
import org.apache.pdfbox.text.PDFTextStripper;
import org.apache.pdfbox.text.TextPosition;
import org.certassist.core.certificate.RevocationPolicy;
import org.certassist.core.declaration.CellValue;
import org.certassist.core.declaration.Column;
import org.certassist.core.declaration.ColumnType;
import org.certassist.core.declaration.DeclarationId;
import org.certassist.core.declaration.Draft;
import org.certassist.core.declaration.DraftRow;
import org.certassist.core.declaration.Kind;
import org.certassist.core.declaration.Requirement;
import org.certassist.core.paper.Paper;
import org.certassist.core.paper.PaperException;
import org.certassist.core.profile.CertificateNeeds;
import org.certassist.core.profile.FilingCalendar;
import org.certassist.core.profile.Profile;
import org.certassist.core.profile.Way;
import org.certassist.core.rules.CheckedDeclaration;
import org.certassist.core.rules.RuleBook;
import org.certassist.core.rules.Verdict;
import org.certassist.core.signature.Sm2Form;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// The forms as the counter reads them: the text on each page, and where it stands. Needs the font
/// of fonts-wqy-microhei.
class PdfPapersTest {
  private static final Path FONT = Path.of("/usr/share/fonts/truetype/wqy/wqy-microhei.ttc");
  private static final Path OTHER_FONT =
      Path.of("/usr/share/fonts/truetype/droid/DroidSansFallbackFull.ttf");
  private static final DeclarationId ID = DeclarationId.random();
  private static final LocalDate DAY = LocalDate.of(2026, 11, 22);
  private static final String CREDIT_CODE = "91350100M000100Y43";
  private static final Kind TERMINATION =
      new Kind(
          "termination",
          1,
          "用人单位退工停保登记",
          "Termination",
          Kind.Direction.OUT,
          List.of(
              column("证件类型", "idType", ColumnType.CODE, Requirement.REQUIRED, "居民身份证", "其他"),
              column("证件号码", "idNumber", ColumnType.ID, Requirement.REQUIRED),
              column("姓名", "name", ColumnType.TEXT, Requirement.REQUIRED),
              column("变更原因", "reason", ColumnType.CODE, Requirement.REQUIRED, "个人辞职", "合同期满"),
              column("停保日期", "stopDate", ColumnType.DATE, Requirement.REQUIRED),
              column("联系电话", "phone", ColumnType.PHONE, Requirement.OPTIONAL),
              column("备注", "note", ColumnType.TEXT, Requirement.OPTIONAL)));
  private static final Kind RETIREMENT =
      new Kind(
          "retirement",
          1,
          "企业职工基本养老保险退休申请",
          "Retirement",
          Kind.Direction.OUT,
          TERMINATION.columns());

  @TempDir Path folder;

  private final PdfPapers papers = new PdfPapers(new PcFonts(List.of(FONT)));

  @Test
  void everyPersonStandsOnTheRosterOnceWithTheWholeNumber() throws Exception {
    Paper paper = print(TERMINATION, people(70));

    String all = String.join("\n", pages(paper));
    for (int person = 0; person < 70; person++) {
      assertThat(all.split(number(person), -1)).hasSize(2);
    }
    assertThat(paper.gaps()).isEmpty();
  }

  @Test
  void eachPageHasItsNumberTheUnitAndTheDeclaration() throws Exception {
    List<String> pages = pages(print(TERMINATION, people(70)));

    assertThat(pages.getFirst()).contains("用人单位退工停保登记申报汇总表", "第 1 页 共 1 页", "70 人");
    List<String> roster = pages.subList(1, pages.size());
    assertThat(roster).hasSizeGreaterThan(1);
    for (int page = 0; page < roster.size(); page++) {
      assertThat(roster.get(page))
          .contains(
              "第 " + (page + 1) + " 页 共 " + roster.size() + " 页",
              "苏州丝绸有限公司",
              CREDIT_CODE,
              ID.toString(),
              "序号",
              "证件号码");
    }
  }

  @Test
  void aLongUnitNameLeavesThePageNumberItsPlace() throws Exception {
    String name = "很长的单位名称".repeat(12) + "有限公司";

    Paper paper = papers.print(ID, checked(TERMINATION, people(1), name), profile(), DAY);

    assertThat(pages(paper))
        .allSatisfy(page -> assertThat(page).contains("第 1 页 共 1 页", CREDIT_CODE + " 申报单编号 " + ID));
  }

  @Test
  void thereIsRoomForTheSealBesideThePeopleOfTheLastPage() throws Exception {
    for (int people : List.of(1, 10, 11, 12, 13, 14, 20, 21, 22, 35)) {
      List<String> pages = pages(print(TERMINATION, people(people)));

      assertThat(pages.getLast())
          .as(people + " people")
          .contains("单位（盖章）", "经办人（签字）", "年 月 日", number(people - 1));
    }
  }

  @Test
  void theFormsSayWhatTheyDoNotCover() throws Exception {
    assertThat(pages(print(TERMINATION, people(1))))
        .allSatisfy(page -> assertThat(page).contains("不包括医疗保险、生育保险"));
  }

  @Test
  void aColumnThatNobodyFilledTakesNoRoom() throws Exception {
    List<Map<String, String>> one = people(1);
    assertThat(pages(print(TERMINATION, one)).getLast()).doesNotContain("备注");

    one.getFirst().put("note", "已交接");
    assertThat(pages(print(TERMINATION, one)).getLast()).contains("备注", "已交接");
  }

  @Test
  void nothingRunsOverTheEdgeOrIntoTheFoot() throws Exception {
    List<Map<String, String>> people = people(3);
    people.get(0).put("note", "很长的备注，".repeat(33));
    people.get(1).put("note", "x".repeat(200));
    people.get(1).put("idType", "其他");
    people.get(1).put("idNumber", "A1234567890123456789");
    people.get(2).put("name", "买买提·吐尔逊·阿不都热合曼·艾合买提江");
    Paper paper = print(TERMINATION, people);

    assertNothingOverTheEdge(paper);
    assertThat(String.join("", pages(paper)).replaceAll("\\s", ""))
        .contains("x".repeat(50), "A1234567890123456789");
  }

  @Test
  void retirementIsAFormForEachPersonWithRoomForHisWord() throws Exception {
    List<String> pages = pages(print(RETIREMENT, people(2)));

    assertThat(pages).hasSize(2);
    for (int person = 0; person < 2; person++) {
      assertThat(pages.get(person))
          .contains("企业职工基本养老保险退休申请表", number(person), "本人（签字）", "单位（盖章）", "一式三份", "第 1 页 共 1 页");
    }
  }

  @Test
  void aFormThatIsLongerThanAPageGoesOnOverleafAndNamesThePersonAgain() throws Exception {
    for (int more = 0; more <= 30; more += 2) {
      List<Map<String, String>> people = people(1);
      for (int column = 0; column < 6; column++) {
        int lines = Math.clamp(more - 5L * column, 0, 5);
        people.getFirst().put("long" + column, "很长".repeat(19 * lines));
      }

      Paper paper = print(wide(RETIREMENT, 6), people);

      assertNothingOverTheEdge(paper);
      List<String> pages = pages(paper);
      assertThat(pages).hasSizeBetween(1, 3);
      assertThat(pages).allSatisfy(page -> assertThat(page).contains(number(0)));
      assertThat(String.join("", pages)).containsOnlyOnce("本人（签字）").containsOnlyOnce("单位（盖章）");
    }
  }

  @Test
  void thePeopleLeaveTheSealsTheirRoomHoweverMuchIsSaidOfThem() throws Exception {
    for (int length : List.of(90, 140, 190)) {
      List<Map<String, String>> people = people(2);
      for (int column = 0; column < 12; column++) {
        people.getLast().put("long" + column, "很长".repeat(length / 2));
      }

      Paper paper = print(wide(TERMINATION, 12), people);

      assertNothingOverTheEdge(paper);
      assertThat(pages(paper).getLast()).contains("单位（盖章）", "不包括医疗保险");
    }
  }

  private static Kind wide(Kind kind, int more) {
    List<Column> columns = new ArrayList<>(kind.columns());
    for (int column = 0; column < more; column++) {
      columns.add(column("说明" + column, "long" + column, ColumnType.TEXT, Requirement.OPTIONAL));
    }
    return new Kind(
        kind.id(), kind.version(), kind.title(), kind.titleEnglish(), kind.direction(), columns);
  }

  @Test
  void aCharacterThatNoFontHasIsNamedAndLeftAsABox() throws Exception {
    List<Map<String, String>> people = people(2);
    people.get(1).put("name", "赵𬍛琳");

    Paper paper = print(TERMINATION, people);

    assertThat(paper.gaps()).containsExactly(new Paper.Gap(5, "U+2C35B"));
    assertThat(pages(paper))
        .allSatisfy(page -> assertThat(page).contains("方框处请手写补上", "序号 2（U+2C35B）"));
    assertThat(pages(paper).getLast()).contains("赵 琳");
  }

  /// Where there is a second font; most PCs have several.
  @Test
  void aRareCharacterIsTakenFromAnotherFont() throws Exception {
    assumeThat(OTHER_FONT).exists();
    List<Map<String, String>> people = people(1);
    people.getFirst().put("name", "王㛃");
    PdfPapers both = new PdfPapers(new PcFonts(List.of(FONT, OTHER_FONT)));

    Paper paper = both.print(ID, checked(TERMINATION, people), profile(), DAY);

    assertThat(print(TERMINATION, people).gaps()).containsExactly(new Paper.Gap(4, "U+36C3"));
    assertThat(paper.gaps()).isEmpty();
    assertThat(pages(paper).getLast()).contains("王㛃");
  }

  @Test
  void onlyTheCharactersThatAreUsedAreInTheFile() throws Exception {
    assertThat(print(TERMINATION, people(30)).pdf().length).isLessThan(150_000);
  }

  @Test
  void aFontThatCannotBeUsedIsPassedOver() throws Exception {
    Path broken = Files.writeString(folder.resolve("broken.ttf"), "no font");
    PcFonts fonts = new PcFonts(List.of(folder.resolve("missing.ttc"), broken, FONT));

    Paper paper = new PdfPapers(fonts).print(ID, checked(TERMINATION, people(1)), profile(), DAY);

    assertThat(pages(paper).getLast()).contains(number(0));
  }

  @Test
  void whatIsNotKnownToBeCoveredLeavesNoHole() throws Exception {
    CheckedDeclaration checked = checked(TERMINATION, people(1));

    Paper elsewhere = papers.print(ID, checked, profile(List.of(), List.of("医疗保险")), DAY);
    Paper unknown = papers.print(ID, checked, profile(List.of(), List.of()), DAY);

    assertThat(pages(elsewhere))
        .allSatisfy(page -> assertThat(page).contains("不包括医疗保险，须另行办理。").doesNotContain("此处办理"));
    assertThat(pages(unknown)).noneMatch(page -> page.contains("办理的险种"));
  }

  @Test
  void withoutAFontNothingIsMade() throws Exception {
    Path broken = Files.writeString(folder.resolve("broken.ttf"), "no font");
    PdfPapers without = new PdfPapers(new PcFonts(List.of(broken)));
    CheckedDeclaration checked = checked(TERMINATION, people(1));

    PaperException thrown =
        catchThrowableOfType(
            PaperException.class, () -> without.print(ID, checked, profile(), DAY));

    assertThat(thrown.fault().id()).isEqualTo("paper.noFont");
  }

  @Test
  void fontsLieWhereEachSystemKeepsThem() {
    assertThat(PcFonts.of("Linux", Map.of()).files()).contains(FONT);
    assertThat(PcFonts.of("Windows 11", Map.of("SystemRoot", "D:/Windows")).files())
        .contains(Path.of("D:/Windows", "Fonts", "simsun.ttc"));
    assertThat(PcFonts.of("Mac OS X", Map.of()).files())
        .contains(Path.of("/System/Library/Fonts/Supplemental/Songti.ttc"));
  }

  private static void assertNothingOverTheEdge(Paper paper) throws IOException {
    try (PDDocument document = Loader.loadPDF(paper.pdf())) {
      Edges edges = new Edges();
      edges.getText(document);
      assertThat(edges.outside).isEmpty();
    }
  }

  /// Characters that stand where nothing may.
  private static final class Edges extends PDFTextStripper {
    private static final Pattern PROSE = Pattern.compile("x|很长|签字|盖章|三份|年　　月");

    private final List<String> outside = new ArrayList<>();

    Edges() throws IOException {}

    @Override
    protected void writeString(String text, List<TextPosition> positions) {
      PDPage page = getCurrentPage();
      PDRectangle paper = page.getMediaBox();
      for (TextPosition at : positions) {
        boolean foot = at.getYDirAdj() > paper.getHeight() - Pen.MARGIN;
        boolean over =
            at.getXDirAdj() < Pen.MARGIN - 1
                || at.getXDirAdj() + at.getWidthDirAdj() > paper.getWidth() - Pen.MARGIN + 1
                || (foot && PROSE.matcher(text).find());
        if (over) {
          outside.add(text);
        }
      }
    }
  }

  private Paper print(Kind kind, List<Map<String, String>> people) throws PaperException {
    return papers.print(ID, checked(kind, people), profile(), DAY);
  }

  /// Each page's text; wide blanks as one.
  private static List<String> pages(Paper paper) throws IOException {
    try (PDDocument document = Loader.loadPDF(paper.pdf())) {
      assertThat(document.getNumberOfPages()).isEqualTo(paper.pages());
      List<String> pages = new ArrayList<>();
      for (int page = 1; page <= document.getNumberOfPages(); page++) {
        PDFTextStripper stripper = new PDFTextStripper();
        stripper.setSortByPosition(true);
        stripper.setStartPage(page);
        stripper.setEndPage(page);
        pages.add(stripper.getText(document).replaceAll("[　 ]+", " "));
      }
      return pages;
    }
  }

  private static List<Map<String, String>> people(int count) {
    return new ArrayList<>(
        IntStream.range(0, count)
            .mapToObj(person ->
                new HashMap<>(
                    Map.of(
                        "idType", "居民身份证",
                        "idNumber", number(person),
                        "name", "李小芳",
                        "reason", "个人辞职",
                        "stopDate", "2026-11-20")))
            .toList());
  }

  /// A number with the right last character.
  private static String number(int person) {
    String body =
        String.format(
            Locale.ROOT, "3205091990%02d%02d%03d", 1 + person % 12, 1 + person % 28, person);
    int[] weights = {7, 9, 10, 5, 8, 4, 2, 1, 6, 3, 7, 9, 10, 5, 8, 4, 2};
    int sum = 0;
    for (int place = 0; place < weights.length; place++) {
      sum += (body.charAt(place) - '0') * weights[place];
    }
    return body + "10X98765432".charAt(sum % 11);
  }

  private static Column column(
      String header, String field, ColumnType type, Requirement requirement, String... choices) {
    return new Column(header, field, type, requirement, List.of(choices), "");
  }

  private static CheckedDeclaration checked(Kind kind, List<Map<String, String>> people) {
    return checked(kind, people, "苏州丝绸有限公司");
  }

  private static CheckedDeclaration checked(
      Kind kind, List<Map<String, String>> people, String unitName) {
    List<DraftRow> rows = new ArrayList<>();
    for (Map<String, String> person : people) {
      Map<String, CellValue> cells = new HashMap<>();
      person.forEach((field, text) -> cells.put(field, new CellValue.Text(text)));
      rows.add(new DraftRow(rows.size() + 4, cells));
    }
    Map<String, CellValue> unit =
        Map.of(
            "creditCode", new CellValue.Text(CREDIT_CODE),
            "name", new CellValue.Text(unitName),
            "type", new CellValue.Text("普通"));
    Verdict verdict =
        RuleBook.on(kind, profile().calendar(), LocalDateTime.of(2026, 11, 22, 10, 0))
            .check(new Draft(kind, "申报", unit, 2, Map.of(), rows), "jiangsu", "名单.xlsx");
    return switch (verdict) {
      case Verdict.Passed passed -> passed.declaration();
      case Verdict.Faulty faulty -> throw new AssertionError(faulty.findings().toString());
    };
  }

  private static Profile profile() {
    return profile(List.of("养老保险", "工伤保险", "失业保险"), List.of("医疗保险", "生育保险"));
  }

  private static Profile profile(List<String> covers, List<String> notCovered) {
    return new Profile(
        "jiangsu",
        "江苏",
        "Jiangsu",
        Optional.empty(),
        Optional.empty(),
        List.of(Way.PAGE_UPLOAD, Way.COUNTER),
        List.of(TERMINATION, RETIREMENT),
        List.of(),
        500,
        FilingCalendar.alwaysOpen(new FilingCalendar.Rule(11, 6)),
        covers,
        notCovered,
        List.of(),
        List.of(),
        RevocationPolicy.USUAL,
        CertificateNeeds.NONE,
        Optional.empty(),
        Sm2Form.CMS,
        List.of(),
        List.of(),
        new Profile.Source("test", "2026-11-22", true));
  }
}
