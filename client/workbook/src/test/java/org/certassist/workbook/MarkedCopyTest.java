package org.certassist.workbook;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.io.InputStream;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.apache.poi.ss.usermodel.CellType;
import org.apache.poi.ss.util.CellReference;
import org.apache.poi.xssf.usermodel.XSSFCell;
import org.apache.poi.xssf.usermodel.XSSFClientAnchor;
import org.apache.poi.xssf.usermodel.XSSFComment;
import org.apache.poi.xssf.usermodel.XSSFSheet;
import org.apache.poi.xssf.usermodel.XSSFWorkbook;
import org.certassist.core.declaration.CellPlace;
import org.certassist.core.declaration.Draft;
import org.certassist.core.declaration.Kind;
import org.certassist.core.workbook.FileFault;
import org.certassist.core.workbook.WorkbookException;
import org.certassist.core.workbook.Workbooks.Mark;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

@Timeout(400)
class MarkedCopyTest {
  private static final Kind KIND = TestKinds.ENROLMENT;
  private static final String RED = "FFFFC7CE";
  private static final String YELLOW = "FFFFEB9C";

  @TempDir Path folder;

  private final PoiWorkbooks workbooks = new PoiWorkbooks();
  private Path original = Path.of("");
  private Path marked = Path.of("");

  @BeforeEach
  void writeOriginal() throws Exception {
    original = folder.resolve("original.xlsx");
    marked = folder.resolve("enrolment-marked.xlsx");
    workbooks.writeTemplate(KIND, Optional.of(TestKinds.UNIT), TestKinds.people(9), original);
  }

  @Test
  void markedCellsAreColouredCommentedAndListed() throws Exception {
    workbooks.writeMarked(
        original,
        List.of(
            mark(5, "B", true, "证件号码的校验位不对"),
            mark(6, "E", false, "户籍地址看着不完整"),
            mark(7, "S", false, "=HYPERLINK(\"http://127.0.0.1/\")"),
            mark(2, "B", true, "统一社会信用代码的校验位不对")),
        marked);

    try (XSSFWorkbook book = open(marked)) {
      XSSFSheet sheet = book.getSheet("申报");
      assertThat(fill(sheet, 4, 1)).isEqualTo(RED);
      assertThat(fill(sheet, 5, 4)).isEqualTo(YELLOW);
      assertThat(fill(sheet, 1, 1)).isEqualTo(RED);
      assertThat(fill(sheet, 4, 2)).isEmpty();
      assertThat(cell(sheet, 4, 1).getCellComment().getString().getString())
          .isEqualTo("证件号码的校验位不对");
      XSSFSheet list = book.getSheet("问题清单");
      assertThat(cell(list, 2, 1).getStringCellValue()).isEqualTo("B2");
      assertThat(cell(list, 3, 1).getStringCellValue()).isEqualTo("B5");
      assertThat(cell(list, 2, 2).getStringCellValue()).isEqualTo("统一社会信用代码");
      assertThat(cell(list, 3, 2).getStringCellValue()).isEqualTo("证件号码");
      assertThat(cell(list, 3, 3).getStringCellValue()).isEqualTo("错误");
      assertThat(cell(list, 4, 3).getStringCellValue()).isEqualTo("提醒");
      assertThat(cell(list, 5, 4).getStringCellValue()).startsWith("=HYPERLINK");
      assertThat(cell(list, 5, 4).getCellType()).isEqualTo(CellType.STRING);
    }
  }

  @Test
  void everythingElseStaysAsItWas() throws Exception {
    Draft before = workbooks.read(original, TestKinds.BOTH);

    workbooks.writeMarked(original, List.of(mark(5, "B", true, "错")), marked);

    assertThat(workbooks.read(marked, TestKinds.BOTH)).usingRecursiveComparison().isEqualTo(before);
    try (XSSFWorkbook one = open(original);
        XSSFWorkbook two = open(marked)) {
      XSSFSheet was = one.getSheet("申报");
      XSSFSheet is = two.getSheet("申报");
      assertThat(is.getDataValidations()).hasSameSizeAs(was.getDataValidations());
      assertThat(is.getPaneInformation().isFreezePane()).isTrue();
      assertThat(is.getColumnWidth(4)).isEqualTo(was.getColumnWidth(4));
      assertThat(cell(is, 4, 1).getCellStyle().getDataFormatString()).isEqualTo("@");
      assertThat(two.getSheetIndex("填写说明")).isEqualTo(1);
      assertThat(cell(is, 8, 10).getLocalDateTimeCellValue())
          .isEqualTo(cell(was, 8, 10).getLocalDateTimeCellValue());
    }
  }

  /// In whatever order the marks come: two neighbours, and the note that she wrote herself.
  @Test
  void aCellIsMarkedBesideOneThatHasANote() throws Exception {
    List<Mark> row = new ArrayList<>();
    for (char column = 'A'; column <= 'S'; column++) {
      row.add(mark(8, String.valueOf(column), true, "错 " + column));
    }
    noteOfHers(5, 2);

    for (int first = 0; first < row.size(); first++) {
      Collections.rotate(row, 1);
      workbooks.writeMarked(original, row, marked);
    }
    workbooks.writeMarked(original, List.of(mark(5, "B", true, "错")), marked);

    try (XSSFWorkbook book = open(marked)) {
      XSSFSheet sheet = book.getSheet("申报");
      assertThat(cell(sheet, 4, 1).getCellComment().getString().getString()).isEqualTo("错");
      assertThat(cell(sheet, 4, 2).getCellComment().getString().getString()).isEqualTo("她自己的");
    }
  }

  private void noteOfHers(int row, int column) throws Exception {
    try (XSSFWorkbook book = open(original)) {
      XSSFSheet sheet = book.getSheet("申报");
      XSSFClientAnchor box = new XSSFClientAnchor(0, 0, 0, 0, column, row - 1, column + 2, row + 2);
      XSSFComment note = sheet.createDrawingPatriarch().createCellComment(box);
      note.setString("她自己的");
      note.setAuthor("李会计");
      try (OutputStream out = Files.newOutputStream(original)) {
        book.write(out);
      }
    }
  }

  @Test
  void severalProblemsOfACellShareItsCommentAndTheErrorWins() throws Exception {
    workbooks.writeMarked(
        original, List.of(mark(5, "B", false, "甲"), mark(5, "B", true, "乙")), marked);

    try (XSSFWorkbook book = open(marked)) {
      XSSFSheet sheet = book.getSheet("申报");
      assertThat(fill(sheet, 4, 1)).isEqualTo(RED);
      assertThat(cell(sheet, 4, 1).getCellComment().getString().getString()).isEqualTo("甲\n乙");
    }
  }

  @Test
  void aCopyOfAMarkedCopyShowsOnlyWhatIsWrongNow() throws Exception {
    Path again = folder.resolve("again.xlsx");
    workbooks.writeMarked(
        original, List.of(mark(5, "B", true, "甲"), mark(6, "B", true, "乙")), marked);

    workbooks.writeMarked(marked, List.of(mark(6, "B", true, "丙")), again);

    try (XSSFWorkbook book = open(again)) {
      XSSFSheet sheet = book.getSheet("申报");
      assertThat(cell(sheet, 4, 1).getCellComment()).isNull();
      assertThat(fill(sheet, 4, 1)).isEmpty();
      assertThat(cell(sheet, 5, 1).getCellComment().getString().getString()).isEqualTo("丙");
      assertThat(fill(sheet, 5, 1)).isEqualTo(RED);
      assertThat(book.getSheet("问题清单").getLastRowNum()).isEqualTo(2);
    }
  }

  @Test
  void aCommentOfHerOwnIsKept() throws Exception {
    Path hers = folder.resolve("hers.xlsx");
    try (XSSFWorkbook book = open(original);
        OutputStream out = Files.newOutputStream(hers)) {
      XSSFSheet sheet = book.getSheet("申报");
      var comment =
          sheet
              .createDrawingPatriarch()
              .createCellComment(
                  new org.apache.poi.xssf.usermodel.XSSFClientAnchor(0, 0, 0, 0, 2, 4, 4, 6));
      comment.setAuthor("小王");
      comment.setString("问过本人");
      cell(sheet, 4, 1).setCellComment(comment);
      book.write(out);
    }

    workbooks.writeMarked(hers, List.of(mark(5, "B", true, "错")), marked);

    try (XSSFWorkbook book = open(marked)) {
      assertThat(cell(book.getSheet("申报"), 4, 1).getCellComment().getString().getString())
          .isEqualTo("问过本人\n错");
    }
  }

  @Test
  void theOriginalIsNeverOverwritten() throws Exception {
    byte[] before = Files.readAllBytes(original);

    WorkbookException refused =
        catchThrowableOfType(
            WorkbookException.class,
            () -> workbooks.writeMarked(original, List.of(), folder.resolve("./original.xlsx")));

    assertThat(refused.fault()).isEqualTo(new FileFault.NotWritten("original.xlsx"));
    assertThat(Files.readAllBytes(original)).isEqualTo(before);
  }

  @Test
  void manyProblemsAreAllColouredAndListedButOnlySomeAreCommented() throws Exception {
    List<Mark> marks = new ArrayList<>();
    for (int row = 4; row < 4 + MarkedCopy.MOST_COMMENTS + 100; row++) {
      marks.add(mark(row, "B", true, "证件号码不能为空"));
    }

    workbooks.writeMarked(original, marks, marked);

    try (XSSFWorkbook book = open(marked)) {
      assertThat(book.getSheet("申报").getCellComments()).hasSize(MarkedCopy.MOST_COMMENTS);
      assertThat(fill(book.getSheet("申报"), 550, 1)).isEqualTo(RED);
      assertThat(book.getSheet("问题清单").getLastRowNum()).isEqualTo(2 + marks.size() - 1);
    }
  }

  @Test
  void libreOfficeShowsTheMarksAndEvaluatesNothing() throws Exception {
    LibreOffice office = new LibreOffice(folder.resolve("home"));
    workbooks.writeTemplate(
        KIND,
        Optional.of(TestKinds.UNIT),
        List.of(TestKinds.people(1).getFirst(), Map.of("name", "=1+1", "note", "@SUM(1)")),
        original);
    workbooks.writeMarked(
        original,
        List.of(
            mark(4, "B", true, "第 4 行：证件号码的校验位不对，请对照证件核对最后一位。"),
            mark(4, "E", false, "户籍地址请写成“**省**市**区（县）”。"),
            mark(5, "B", true, "证件号码不能为空。"),
            mark(5, "C", true, "=1+1 看起来不是姓名。")),
        marked);

    office.print(marked, Path.of("target/pictures").toAbsolutePath());

    assertThat(office.csv(marked, folder.resolve("csv"))).contains("=1+1", "@SUM(1)");
  }

  private static Mark mark(int row, String column, boolean error, String note) {
    String header =
        row >= Layout.FIRST_DATA_ROW
            ? KIND.columns().get(CellReference.convertColStringToIndex(column)).header()
            : "";
    return new Mark(new CellPlace("申报", row, column), error, header, note);
  }

  private static XSSFCell cell(XSSFSheet sheet, int row, int column) {
    return sheet.getRow(row).getCell(column);
  }

  private static String fill(XSSFSheet sheet, int row, int column) {
    var color = cell(sheet, row, column).getCellStyle().getFillForegroundColorColor();
    boolean filled =
        cell(sheet, row, column).getCellStyle().getFillPattern()
            == org.apache.poi.ss.usermodel.FillPatternType.SOLID_FOREGROUND;
    return !filled || color == null ? "" : color.getARGBHex();
  }

  private static XSSFWorkbook open(Path file) throws Exception {
    try (InputStream in = Files.newInputStream(file)) {
      return new XSSFWorkbook(in);
    }
  }
}
