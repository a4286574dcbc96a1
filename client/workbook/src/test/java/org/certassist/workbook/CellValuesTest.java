package org.certassist.workbook;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.nio.file.Path;
import java.time.LocalDateTime;
import java.util.List;
import java.util.stream.Stream;
import org.certassist.core.declaration.CellValue;
import org.certassist.core.declaration.Draft;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

class CellValuesTest {
  private static final String STYLES =
      "<numFmts><numFmt numFmtId='164' formatCode='yyyy\\-mm\\-dd;@'/>"
          + "<numFmt numFmtId='165' formatCode='[$-804]yyyy&quot;年&quot;m&quot;月&quot;;@'/>"
          + "<numFmt numFmtId='166' formatCode='0.00_ '/></numFmts>"
          + "<cellStyleXfs><xf numFmtId='14'/></cellStyleXfs>"
          + "<cellXfs><xf numFmtId='0'/><xf numFmtId='14'/><xf numFmtId='164'/>"
          + "<xf numFmtId='165'/><xf numFmtId='166'/><xf numFmtId='49'/><xf numFmtId='1'/>"
          + "<xf numFmtId='11'/></cellXfs>";
  private static final String TEXTS =
      "<si><t>张三</t></si><si><r><t xml:space='preserve'>欧</t></r><r><rPr/><t>阳</t></r>"
          + "<rPh sb='0' eb='1'><t>ou</t></rPh></si><si><t> 　\u00a0\u200b</t></si><si/>";

  @TempDir Path folder;

  static Stream<Arguments> cells() {
    return Stream.of(
        // text
        Arguments.of("<c r='C4' t='s'><v>0</v></c>", text("张三")),
        Arguments.of("<c r='C4' t='s'><v>1</v></c>", text("欧阳")),
        Arguments.of("<c r='C4' t='inlineStr'><is><t>李四</t></is></c>", text("李四")),
        Arguments.of(
            "<c r='C4' t='inlineStr'><is><r><t>李</t></r><r><t> 四</t></r></is></c>", text("李 四")),
        Arguments.of("<c r='C4' t='inlineStr'><is><t>a_x000D_b_x005F_</t></is></c>", text("a\rb_")),
        Arguments.of(
            "<c r='C4' t='inlineStr'><is><t>&lt;=1+1&#x4e00;</t></is></c>", text("<=1+1一")),
        Arguments.of("<c r='C4' t='str'><v>=1+1</v></c>", text("=1+1")),
        // numbers, with what the spreadsheet shows
        Arguments.of(
            "<c r='C4'><v>3.3010519491231002E+17</v></c>",
            number("3.3010519491231002E+17", "3.30105E+17")),
        Arguments.of(
            "<c r='C4' s='7'><v>330105194912310020</v></c>",
            number("330105194912310020", "3.30E+17")),
        Arguments.of(
            "<c r='C4' s='6'><v>330105194912310020</v></c>",
            number("330105194912310020", "330105194912310000")),
        Arguments.of("<c r='C4' t='n' s='4'><v>6000</v></c>", number("6000", "6000.00")),
        Arguments.of(
            "<c r='C4' s='5'><v>13800000000</v></c>", number("13800000000", "13800000000")),
        Arguments.of("<c r='C4'><v>-1.5</v></c>", number("-1.5", "-1.5")),
        // dates
        Arguments.of("<c r='C4' s='1'><v>46357</v></c>", date(2026, 12, 1, 0, 0)),
        Arguments.of("<c r='C4' s='2'><v>46357.5</v></c>", date(2026, 12, 1, 12, 0)),
        Arguments.of("<c r='C4' s='3'><v>46357</v></c>", date(2026, 12, 1, 0, 0)),
        Arguments.of("<c r='C4' s='1'><v>60</v></c>", date(1900, 3, 1, 0, 0)),
        Arguments.of("<c r='C4' t='d'><v>2026-12-01</v></c>", date(2026, 12, 1, 0, 0)),
        Arguments.of("<c r='C4' t='d'><v>2026-12-01T08:30:00Z</v></c>", date(2026, 12, 1, 8, 30)),
        // the rest
        Arguments.of("<c r='C4' t='b'><v>1</v></c>", new CellValue.Flag(true)),
        Arguments.of("<c r='C4' t='b'><v>0</v></c>", new CellValue.Flag(false)),
        Arguments.of("<c r='C4' t='e'><v>#REF!</v></c>", new CellValue.Broken("#REF!")),
        Arguments.of("<c r='C4'><f>1+1</f><v>2</v></c>", new CellValue.Formula("1+1")),
        Arguments.of(
            "<c r='C4' t='str'><f>\"张\"&amp;\"三\"</f><v>张三</v></c>",
            new CellValue.Formula("\"张\"&\"三\"")),
        Arguments.of(
            "<c r='C4' t='e'><f>A1/0</f><v>#DIV/0!</v></c>", new CellValue.Formula("A1/0")));
  }

  @ParameterizedTest
  @MethodSource("cells")
  void aCellIsWhatItHolds(String cell, CellValue expected) throws Exception {
    assertThat(read(new RawWorkbook(TestKinds.TERMINATION).cell(cell))).isEqualTo(expected);
  }

  @ParameterizedTest
  @MethodSource("blanks")
  void whiteSpaceIsBlankAndABlankRowIsNoRow(String cell) throws Exception {
    RawWorkbook book = new RawWorkbook(TestKinds.TERMINATION);
    Draft draft =
        draft(
            book.rows(
                "<row r='4'>%s</row><row r='5'/><row r='6'>%s</row>"
                    .formatted(cell, RawWorkbook.inline("C6", "张三"))));

    assertThat(draft.rows()).hasSize(1);
    assertThat(draft.rows().getFirst().row()).isEqualTo(6);
  }

  static List<String> blanks() {
    return List.of(
        "",
        "<c r='C4' s='1'/>",
        "<c r='C4'><v></v></c>",
        "<c r='C4' t='s'><v>2</v></c>",
        "<c r='C4' t='s'><v>3</v></c>",
        "<c r='C4' t='inlineStr'><is><t>  </t></is></c>");
  }

  @Test
  void daysAreCountedFrom1904WhereTheFileSaysSo() throws Exception {
    RawWorkbook book =
        new RawWorkbook(TestKinds.TERMINATION).cell("<c r='C4' s='1'><v>44895</v></c>");
    book.book("<workbookPr date1904='1'/>", Stamp.of(TestKinds.TERMINATION).text());

    assertThat(read(book)).isEqualTo(date(2026, 12, 1, 0, 0));
  }

  @Test
  void aNumberThatIsNoDayStaysANumberInADateCell() throws Exception {
    CellValue cell =
        read(new RawWorkbook(TestKinds.TERMINATION).cell("<c r='C4' s='1'><v>20261201</v></c>"));

    assertThat(cell).isInstanceOf(CellValue.Numeric.class);
    assertThat(((CellValue.Numeric) cell).number()).isEqualTo(new BigDecimal("20261201"));
  }

  @Test
  void aSharedFormulaIsAFormulaInEveryCell() throws Exception {
    Draft draft =
        draft(
            new RawWorkbook(TestKinds.TERMINATION)
                .rows(
                    "<row r='4'><c r='C4'><f t='shared' ref='C4:C5' si='0'>B4</f><v>1</v></c></row>"
                        + "<row r='5'><c r='C5'><f t='shared' si='0'/><v>1</v></c></row>"));

    assertThat(draft.rows())
        .extracting(row -> row.cell("name"))
        .containsOnly(new CellValue.Formula("B4"));
  }

  @Test
  void hiddenRowsAreReadAndRowsAndCellsWithoutReferencesAreCounted() throws Exception {
    Draft draft =
        draft(
            new RawWorkbook(TestKinds.TERMINATION)
                .rows(
                    "<row r='4' hidden='1'><c r='A4'><v>1</v></c><c r='C4'><v>3</v></c><c><v>4</v></c></row>"
                        + "<row><c><v>1</v></c></row>"));

    assertThat(draft.rows()).extracting(row -> row.row()).containsExactly(4, 5);
    assertThat(draft.rows().getFirst().cells()).containsOnlyKeys("idType", "name", "reason");
  }

  private CellValue read(RawWorkbook book) throws Exception {
    return draft(book).rows().getFirst().cell("name");
  }

  private Draft draft(RawWorkbook book) throws Exception {
    Path file = book.styles(STYLES).texts(TEXTS).write(folder.resolve("a.xlsx"));
    return new PoiWorkbooks().read(file, TestKinds.BOTH);
  }

  private static CellValue text(String text) {
    return new CellValue.Text(text);
  }

  private static CellValue number(String number, String shown) {
    return new CellValue.Numeric(new BigDecimal(number), shown);
  }

  private static CellValue date(int year, int month, int day, int hour, int minute) {
    return new CellValue.Date(LocalDateTime.of(year, month, day, hour, minute));
  }
}
