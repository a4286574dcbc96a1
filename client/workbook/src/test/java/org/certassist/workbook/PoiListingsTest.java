package org.certassist.workbook;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.OutputStream;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.apache.poi.hssf.usermodel.HSSFWorkbook;
import org.apache.poi.ss.usermodel.Row;
import org.apache.poi.ss.usermodel.Sheet;
import org.apache.poi.ss.usermodel.Workbook;
import org.apache.poi.xssf.usermodel.XSSFWorkbook;
import org.certassist.core.listing.Listing;
import org.certassist.core.results.ReadResults;
import org.certassist.core.workbook.FileFault;
import org.certassist.core.workbook.WorkbookException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/// A portal's lists, as workbooks and as texts.
@Timeout(120)
class PoiListingsTest {
  private static final List<List<String>> TABLE =
      List.of(List.of("姓名", "证件号码", "失败原因"), List.of("赵敏", "320509199201010024", "户籍性质不能为空，请先补录"));

  @TempDir Path folder;

  private static Listing text(String text) throws Exception {
    return new PoiListings().read("-", text.getBytes(StandardCharsets.UTF_8));
  }

  private static List<List<String>> cells(Listing listing) {
    return listing.lines().stream().map(Listing.Line::cells).toList();
  }

  @ParameterizedTest
  @ValueSource(strings = {"list.xlsx", "list.xls"})
  void aWorkbooksFirstSheetIsRead(String name) throws Exception {
    Path file = folder.resolve(name);
    try (Workbook book = name.endsWith(".xls") ? new HSSFWorkbook() : new XSSFWorkbook();
        OutputStream out = Files.newOutputStream(file)) {
      Sheet sheet = book.createSheet("处理结果");
      Row headers = sheet.createRow(1);
      Row person = sheet.createRow(2);
      for (int i = 0; i < 3; i++) {
        headers.createCell(i).setCellValue(TABLE.get(0).get(i));
        person.createCell(i).setCellValue(TABLE.get(1).get(i));
      }
      Row number = sheet.createRow(3);
      number.createCell(1).setCellValue((double) 320509199201010024L);
      number.createCell(2).setCellValue(5000.5);
      book.write(out);
    }

    Listing listing = new PoiListings().read(file);

    assertThat(cells(listing).subList(0, 2)).isEqualTo(TABLE);
    assertThat(cells(listing).get(2)).containsExactly("", "3.21E+17", "5000.5");
    assertThat(listing.lines()).extracting(Listing.Line::number).containsExactly(2, 3, 4);
  }

  @ParameterizedTest
  @ValueSource(strings = {"list.xlsx", "list.xls"})
  void aListInTwoSheetsIsNotReadByHalf(String name) throws Exception {
    Path file = folder.resolve(name);

    sheets(file, "320509199201010024", "说明：失败的请补录后再报", "3205**********0032");
    assertThatThrownBy(() -> new PoiListings().read(file))
        .isInstanceOfSatisfying(
            WorkbookException.class,
            refused -> assertThat(refused.fault()).isEqualTo(new FileFault.SeveralSheets("表1、表3")));

    sheets(file, "320509199201010024", "12345678901234567890", "说明");
    assertThat(cells(new PoiListings().read(file))).hasSize(1);
  }

  /// The example in its notes is no second list.
  @ParameterizedTest
  @ValueSource(strings = {"list.xlsx", "list.xls"})
  void whatOurTemplateExplainsIsNotTakenForPeople(String name) throws Exception {
    Path file = folder.resolve(name);
    new PoiWorkbooks()
        .writeTemplate(
            TestKinds.TERMINATION, Optional.of(TestKinds.UNIT), TestKinds.people(2), file);

    assertThat(cells(new PoiListings().read(file))).hasSizeGreaterThan(2);
  }

  /// One cell a sheet.
  private static void sheets(Path file, String... cells) throws Exception {
    try (Workbook book =
            file.toString().endsWith(".xls") ? new HSSFWorkbook() : new XSSFWorkbook();
        OutputStream out = Files.newOutputStream(file)) {
      for (String cell : cells) {
        book.createSheet("表" + (book.getNumberOfSheets() + 1))
            .createRow(4)
            .createCell(2)
            .setCellValue(cell);
      }
      book.write(out);
    }
  }

  @Test
  void whatWasPastedIsPartedByItsTabs() throws Exception {
    assertThat(cells(text("姓名\t证件号码\t失败原因\r\n赵敏\t320509199201010024\t\"户籍\"性质, 不能为空\r\n")))
        .containsExactly(TABLE.get(0), List.of("赵敏", "320509199201010024", "\"户籍\"性质, 不能为空"));
  }

  @Test
  void withoutTabsItIsPartedByBlanks() throws Exception {
    assertThat(cells(text("\uFEFF姓名 证件号码　失败原因\n\n赵敏   320509199201010024  户籍性质不能为空，请先补录\n")))
        .isEqualTo(TABLE);
  }

  @ParameterizedTest
  @ValueSource(strings = {"UTF-8", "GB18030"})
  void aCsvIsReadInItsEncodingWhateverItsName(String charset) throws Exception {
    Path file = folder.resolve("结果.txt");
    Files.writeString(
        file, "姓名,证件号码,失败原因\n赵敏,320509199201010024,\"户籍性质不能为空，请先补录\"\n", Charset.forName(charset));

    assertThat(cells(new PoiListings().read(file))).isEqualTo(TABLE);
  }

  @ParameterizedTest
  @ValueSource(strings = {"\t", ",", ";", " "})
  void aListWiderThanAnyIsCutOffOrRefusedAndNeverGatheredWhole(String sign) throws Exception {
    String head = String.join(sign, TABLE.getFirst()) + "\n";

    assertThat(text(head + ("1" + sign).repeat(400)).lines().getLast().cells()).hasSize(128);
    if (!sign.isBlank() || sign.equals("\t")) {
      assertThatThrownBy(() -> text(head + sign.repeat(4_000_000)))
          .hasMessageContaining("file.tooLarge");
    }
    assertThatThrownBy(() -> text(head + "张".repeat(70_000))).hasMessageContaining("file.tooLarge");
  }

  @ParameterizedTest
  @ValueSource(strings = {"1\n", "\n1", "1\t1\n"})
  void aListLongerThanAnyIsRefused(String again) {
    assertThatThrownBy(() -> text("姓名\t证件号码\n" + again.repeat(300_000)))
        .hasMessageContaining("file.tooLarge");
  }

  @Test
  void aHeaderMadeToBeSearchedForeverIsNone() throws Exception {
    String brackets = "(".repeat(60_000);
    Listing list = text((brackets + "\t" + brackets + "\n").repeat(40) + "姓名\t失败原因\n");

    assertThatThrownBy(() -> new ReadResults().read(list)).hasMessageContaining("list.noHeaders");
  }

  @ParameterizedTest
  @ValueSource(strings = {"UTF-8", "GB18030"})
  void aWebPageCalledXlsIsReadAsItsTable(String charset) throws Exception {
    Path file = folder.resolve("结果.xls");
    Files.writeString(
        file,
        """
        <html xmlns:x="urn:schemas-microsoft-com:office:excel"><head>
        <meta http-equiv="Content-Type" content="text/html; charset=%s">
        <!--[if gte mso 9]><xml><x:Name><tr><td>结果</td></tr></x:Name></xml><![endif]-->
        <style>td {mso-number-format:"\\@"} <tr></style>
        <script src="http://127.0.0.1:9/x.js">document.write("<tr><td>x</td></tr>")</script></head>
        <body><TABLE border=1><tr><td colspan="3">处理结果 &lt;1 &gt; 0&#x3002;</td></tr>
        <tr><th rowspan=2>姓名</th><th>证件号码</th><th title="a>b">失败<br>原因</th></tr>
        <tr><td>320509199201010024<td>户籍性质<b>不能</b>为空&nbsp;
        <tr><td></td></tr>
        <tr><td>赵敏<td x:str='320509199201010024'>320509199201010024</td></TR></TABLE>
        """
            .formatted(charset),
        Charset.forName(charset));

    Listing listing = new PoiListings().read(file);

    assertThat(cells(listing))
        .containsExactly(
            List.of("处理结果 <1 > 0。"),
            List.of("姓名", "证件号码", "失败 原因"),
            List.of("", "320509199201010024", "户籍性质不能为空"),
            List.of("赵敏", "320509199201010024"));
    assertThat(listing.lines()).extracting(Listing.Line::number).containsExactly(1, 2, 3, 5);
  }

  @Test
  void aCellReachesDownNoFurtherThanItsTable() throws Exception {
    assertThat(
            cells(
                text(
                    """
                    <table><tr><td rowspan=9>共 1 人</td><td>一</td></tr><tr><td>二</td></tr></table>
                    <tr><td>以下</td></tr><table><tr><td>姓名</td></tr><tr><td>赵敏</td></tr></table>
                    """)))
        .containsExactly(
            List.of("共 1 人", "一"), List.of("", "二"), List.of("以下"), List.of("姓名"), List.of("赵敏"));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "<?xml version='1.0'?><Workbook><Table><Row><Cell><Data>姓名</Data></Cell></Row></Table>",
        "<html><frameset><frame src='a.htm'></frameset></html>",
        "<",
        "<table><tr><td",
        "<!-- <script <td",
        "MIME-Version: 1.0\n\n<table><tr><td>=E5</td></tr></table>"
      })
  void aPageWithoutATableIsNamedAsSuch(String page) {
    assertThatThrownBy(() -> text(page)).hasMessageContaining("file.webPage");
  }

  /// As long as a list may be, of what is never closed.
  @ParameterizedTest
  @CsvSource({
    "<td>, '<td '",
    "<td>, <script>",
    "<td>, <!--",
    "<td>, <table><b>",
    "<td>, &#",
    "<td>, <td colspan=9999 rowspan=9999>",
    "<td colspan=, ' '",
    "<td>, ' '"
  })
  @Timeout(30)
  void aMadeUpPageIsLookedThroughOnce(String start, String piece) throws Exception {
    byte[] page =
        (start + piece.repeat(8_000_000 / piece.length())).getBytes(StandardCharsets.UTF_8);
    try {
      assertThat(new PoiListings().read("-", page).lines()).hasSizeLessThan(2);
    } catch (WorkbookException refused) {
      assertThat(refused.fault()).isInstanceOf(FileFault.class);
    }
  }

  @Test
  void whatIsNoTextIsRefused() {
    assertThatThrownBy(() -> new PoiListings().read("-", new byte[] {65, 0, 66}))
        .isInstanceOf(WorkbookException.class)
        .hasMessageContaining("file.notAWorkbook");
    assertThatThrownBy(() -> new PoiListings().read("-", new byte[] {(byte) 0xFF, (byte) 0xFF}))
        .hasMessageContaining("file.unknownEncoding");
  }
}
