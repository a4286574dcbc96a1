package org.certassist.workbook;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.stream.Collectors;
import org.apache.poi.ss.usermodel.CellType;
import org.apache.poi.xssf.usermodel.XSSFWorkbook;
import org.certassist.core.declaration.CellPlace;
import org.certassist.core.declaration.CellValue;
import org.certassist.core.declaration.Draft;
import org.certassist.core.declaration.Kind;
import org.certassist.core.declaration.ReadingNote;
import org.certassist.core.declaration.ReadingNote.Encoding;
import org.certassist.core.declaration.ReadingNote.Separator;
import org.certassist.core.workbook.FileFault;
import org.certassist.core.workbook.WorkbookException;
import org.certassist.core.workbook.Workbooks.Mark;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/// A template saved as .csv: read as texts, in an encoding that is told.
@Timeout(240)
class CsvTest {
  private static final Kind KIND = TestKinds.TERMINATION;
  private static final Charset GB18030 = Charset.forName("GB18030");
  private static final String BOM = "\uFEFF";

  /// A name that GB2312 does not have, and one that needs four bytes in GB18030.
  private static final String ROW =
      "居民身份证,320584199001010000,\"张\"\"三\"\"𠮷\",合同期满,2026/11/20,,,\"a,b\nc\"";

  @TempDir Path folder;

  private final PoiWorkbooks workbooks = new PoiWorkbooks();

  @ParameterizedTest
  @CsvSource({
    "UTF-8, false, UTF_8, COMMA",
    "UTF-8, true, UTF_8, TAB",
    "GB18030, false, GB18030, SEMICOLON",
    "GB18030, false, GB18030, COMMA"
  })
  void theEncodingAndTheSeparatorAreFoundAndTold(
      String charset, boolean mark, Encoding encoding, Separator separator) throws Exception {
    String sign = String.valueOf(separator.sign());
    String text =
        (mark ? BOM : "") + text(sign, "居民身份证" + sign + "320584199001010000" + sign + "欧阳𠮷㐂");
    Path file = Files.write(folder.resolve("a.CSV"), text.getBytes(Charset.forName(charset)));

    Draft draft = workbooks.read(file, TestKinds.BOTH);

    assertThat(draft.kind()).isEqualTo(KIND);
    assertThat(draft.notes()).containsExactly(new ReadingNote.TextFile(encoding, separator));
    assertThat(draft.unit()).containsEntry("name", new CellValue.Text("示例公司"));
    assertThat(draft.rows().getFirst().row()).isEqualTo(4);
    assertThat(draft.rows().getFirst().cell("name")).isEqualTo(new CellValue.Text("欧阳𠮷㐂"));
  }

  @Test
  void theMarkOfUtf8IsNoPartOfAQuotedFirstCell() throws Exception {
    String below = text(",", ROW).substring(KIND.title().length());
    Path file =
        write(BOM + "\"" + KIND.title() + "\nof somebody\"" + below, StandardCharsets.UTF_8);

    assertThat(workbooks.read(file, TestKinds.BOTH).rows().getFirst().row()).isEqualTo(4);
  }

  @Test
  void quotedCellsAreOneCellAndBlankLinesAreRows() throws Exception {
    Path file = write(text(",", ROW + "\n\n" + ROW), StandardCharsets.UTF_8);

    Draft draft = workbooks.read(file, TestKinds.BOTH);

    assertThat(draft.rows()).extracting(row -> row.row()).containsExactly(4, 6);
    assertThat(draft.rows().getLast().cell("name")).isEqualTo(new CellValue.Text("张\"三\"𠮷"));
    assertThat(draft.rows().getLast().cell("note")).isEqualTo(new CellValue.Text("a,b\nc"));
  }

  @Test
  void whatASpreadsheetWouldEvaluateIsAFormula() throws Exception {
    Path file = write(text(",", ",\"=\"\"3205\"\"\",-1"), StandardCharsets.UTF_8);

    Draft draft = workbooks.read(file, TestKinds.BOTH);

    assertThat(draft.rows().getFirst().cell("idNumber"))
        .isEqualTo(new CellValue.Formula("\"3205\""));
    assertThat(draft.rows().getFirst().cell("name")).isEqualTo(new CellValue.Text("-1"));
  }

  @Test
  void whatLibreOfficeSavesAsCsvIsRead() throws Exception {
    LibreOffice office = new LibreOffice(folder.resolve("home"));
    Path ours = folder.resolve("filled.xlsx");
    workbooks.writeTemplate(KIND, Optional.of(TestKinds.UNIT), TestKinds.people(4), ours);
    office.csv(ours, folder.resolve("csv"));

    Draft draft = workbooks.read(folder.resolve("csv/filled.csv"), TestKinds.BOTH);

    assertThat(draft.rows()).hasSize(4);
    assertThat(draft.rows().getFirst().cell("idNumber"))
        .isEqualTo(new CellValue.Text("320584199001010000"));
    assertThat(draft.rows().getFirst().cell("stopDate"))
        .isEqualTo(new CellValue.Text("2026-11-20"));
  }

  @Test
  void aTextThatIsNeitherIsRefusedAndNothingIsReplaced() throws Exception {
    byte[] utf16 = (BOM + text(",", ROW)).getBytes(StandardCharsets.UTF_16LE);
    byte[] mixed = text(",", ROW).getBytes(StandardCharsets.UTF_8);
    mixed[mixed.length - 1] = (byte) 0xFF;

    assertThat(fault(utf16)).isEqualTo(new FileFault.UnknownEncoding("a.csv"));
    assertThat(fault(mixed)).isEqualTo(new FileFault.UnknownEncoding("a.csv"));
  }

  @Test
  void hostileTextsAreRefusedByName() throws Exception {
    String head = text(",", "");

    assertThat(fault("")).isEqualTo(new FileFault.NotATemplate("a.csv"));
    assertThat(fault(head + "\"" + "张,".repeat(100_000)))
        .isEqualTo(new FileFault.NotAWorkbook("a.csv"));
    assertThat(fault(head + "\"a\"b")).isEqualTo(new FileFault.NotAWorkbook("a.csv"));
    assertThat(fault(head + "a\0b")).isEqualTo(new FileFault.NotAWorkbook("a.csv"));
    assertThat(fault(head + ",".repeat(20_000)))
        .isEqualTo(new FileFault.TooLarge("columns", Caps.COLUMNS));
    assertThat(fault(head + ",".repeat(20_000_000)))
        .isEqualTo(new FileFault.TooLarge("columns", Caps.COLUMNS));
    assertThat(fault(head + "\"" + "a".repeat(20_000_000)))
        .isEqualTo(new FileFault.TooLarge("texts", Caps.CELL_TEXT));
    assertThat(fault(head + "张".repeat(70_000)))
        .isEqualTo(new FileFault.TooLarge("texts", Caps.CELL_TEXT));
    assertThat(fault(head + "\n".repeat(1_100_000)))
        .isEqualTo(new FileFault.TooLarge("rows", Caps.DEFAULT.rows()));
    assertThat(fault(new RawWorkbook(KIND).head())).isEqualTo(new FileFault.NotATemplate("a.csv"));
  }

  @Test
  void randomBytesAreNeverATemplate() throws Exception {
    long seed = 20261128;
    Random random = new Random(seed);
    for (int i = 0; i < 200; i++) {
      byte[] bytes = new byte[random.nextInt(3_000)];
      random.nextBytes(bytes);

      assertThat(fault(bytes)).as("seed " + seed + ", file " + i).isNotNull();
    }
  }

  @Test
  void aMarkedCopyIsAnXlsxOfTexts() throws Exception {
    Path file = write(text(",", ROW.replace("合同期满", "=1+1")), GB18030);
    Path marked = folder.resolve("marked.xlsx");

    workbooks.writeMarked(
        file, List.of(new Mark(new CellPlace("申报", 4, "B"), true, "证件号码", "校验位不对")), marked);

    try (XSSFWorkbook book = new XSSFWorkbook(Files.newInputStream(marked))) {
      var row = book.getSheet("申报").getRow(3);
      assertThat(row.getCell(1).getCellType()).isEqualTo(CellType.STRING);
      assertThat(row.getCell(1).getCellComment().getString().getString()).isEqualTo("校验位不对");
      assertThat(row.getCell(3).getCellType()).isEqualTo(CellType.STRING);
      assertThat(row.getCell(3).getStringCellValue()).isEqualTo("=1+1");
    }
    assertThat(workbooks.read(marked, TestKinds.BOTH).rows()).hasSize(1);
  }

  private Path write(String text, Charset charset) throws Exception {
    return Files.write(folder.resolve("a.csv"), text.getBytes(charset));
  }

  private FileFault fault(String text) throws Exception {
    return fault(text.getBytes(StandardCharsets.UTF_8));
  }

  private FileFault fault(byte[] content) throws Exception {
    Path file = Files.write(folder.resolve("a.csv"), content);
    WorkbookException refused =
        catchThrowableOfType(WorkbookException.class, () -> workbooks.read(file, TestKinds.BOTH));
    assertThat(refused).as("refused").isNotNull();
    return (FileFault) refused.fault();
  }

  private static String text(String separator, String rows) {
    String headers =
        KIND.columns().stream().map(Layout::header).collect(Collectors.joining(separator));
    return String.join(
        "\r\n",
        KIND.title(),
        String.join(separator, "统一社会信用代码", "91320509MA1X2Y3Z4A", "单位名称", "示例公司", "单位类型", "普通"),
        headers,
        rows);
  }
}
