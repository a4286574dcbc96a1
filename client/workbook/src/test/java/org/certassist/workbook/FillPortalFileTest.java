package org.certassist.workbook;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;
import org.apache.poi.ss.usermodel.Cell;
import org.apache.poi.ss.usermodel.Row;
import org.apache.poi.ss.usermodel.Sheet;
import org.apache.poi.ss.usermodel.Workbook;
import org.apache.poi.ss.usermodel.WorkbookFactory;
import org.certassist.core.declaration.Draft;
import org.certassist.core.fault.Fault;
import org.certassist.core.workbook.FileFault;
import org.certassist.core.workbook.PortalLayout;
import org.certassist.core.workbook.PortalTemplates.Filling;
import org.certassist.core.workbook.WorkbookException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/// Rows put into a copy of the portal's own file: they are there, and nothing else is different.
class FillPortalFileTest {
  private static final int ROWS = 25;

  private final PoiPortalTemplates templates = new PoiPortalTemplates();

  @TempDir Path folder;

  @ParameterizedTest
  @ValueSource(strings = {".xlsx", ".xls"})
  void whatWasFilledIsReadAgain(String suffix) throws Exception {
    PortalFile portals = PortalFile.of(suffix);
    PortalLayout layout = portals.layout("退工");
    Path out = folder.resolve("out" + suffix);

    templates.fill(portals.save(folder.resolve("in" + suffix)), layout, filling(ROWS), out);

    Draft draft = new PoiWorkbooks(() -> List.of(layout)).read(out, TestKinds.BOTH);
    assertThat(draft.rows()).hasSize(ROWS);
    for (int i = 0; i < ROWS; i++) {
      Map<String, String> wanted = new TreeMap<>(filling(ROWS).rows().get(i));
      wanted.keySet().retainAll(draft.columns().keySet());
      Map<String, String> read = new TreeMap<>();
      draft
          .rows()
          .get(i)
          .cells()
          .forEach((field, cell) -> read.put(field, CellDecoder.shown(cell)));
      assertThat(read).isEqualTo(wanted);
      assertThat(draft.rows().get(i).row()).isEqualTo(4 + i);
    }
  }

  @Test
  void ofAnXlsxOnlyTheSheetsPartChanges() throws Exception {
    PortalFile portals = PortalFile.of(".xlsx");
    Path in = portals.save(folder.resolve("in.xlsx"));
    Path out = folder.resolve("out.xlsx");
    byte[] original = Files.readAllBytes(in);

    templates.fill(in, portals.layout("退工"), filling(ROWS), out);

    Map<String, byte[]> before = entries(in);
    Map<String, byte[]> after = entries(out);
    assertThat(after.keySet()).containsExactlyElementsOf(before.keySet());
    List<String> changed =
        before.keySet().stream()
            .filter(name -> !java.util.Arrays.equals(before.get(name), after.get(name)))
            .toList();
    assertThat(changed).containsExactly("xl/worksheets/sheet2.xml");
    assertThat(in).hasBinaryContent(original);
  }

  /// Of no date at all, of a 15th month, of a 60th minute: a zip may say so, and is filled.
  @ParameterizedTest
  @ValueSource(ints = {0, 15 << 21 | 1 << 16, 1 << 21 | 1 << 16 | 60 << 5, -1})
  void partsOfNoTimeAreFilledToo(int time) throws Exception {
    PortalFile portals = PortalFile.of(".xlsx");
    PortalLayout layout = portals.layout("退工");
    Path in = portals.save(folder.resolve("in.xlsx"));
    Path _ = Files.write(in, dated(Files.readAllBytes(in), time));
    Path out = folder.resolve("out.xlsx");

    templates.fill(in, layout, filling(ROWS), out);

    assertThat(new PoiWorkbooks(() -> List.of(layout)).read(out, TestKinds.BOTH).rows())
        .hasSize(ROWS);
  }

  /// A zip with this as the time of every part in its directory (APPNOTE 4.3.12, 4.4.6).
  private static byte[] dated(byte[] zip, int time) {
    ByteBuffer bytes = ByteBuffer.wrap(zip).order(ByteOrder.LITTLE_ENDIAN);
    for (int at = 0; at < zip.length - 16; at++) {
      if (bytes.getInt(at) == 0x02014b50) {
        bytes.putInt(at + 12, time);
      }
    }
    return zip;
  }

  @Test
  void ofTheSheetsPartOnlyTheFilledCellsChange() throws Exception {
    PortalFile portals = PortalFile.of(".xlsx");
    Path in = portals.save(folder.resolve("in.xlsx"));
    Path out = folder.resolve("out.xlsx");

    templates.fill(in, portals.layout("退工"), filling(1), out);

    String part = "xl/worksheets/sheet2.xml";
    String before = new String(entries(in).get(part), StandardCharsets.UTF_8);
    String after = new String(entries(out).get(part), StandardCharsets.UTF_8);
    assertThat(after).isNotEqualTo(before);
    assertThat(
            after.replaceAll(
                "(<c r=\"[A-Z]+4\" s=\"\\d+\") t=\"inlineStr\"><is><t>[^<]*</t></is></c>", "$1/>"))
        .isEqualTo(before);
  }

  @ParameterizedTest
  @ValueSource(strings = {".xlsx", ".xls"})
  void everyOtherCellStyleCommentAndNameStays(String suffix) throws Exception {
    PortalFile portals = PortalFile.of(suffix);
    portals.cell(4, 6).setCellFormula("LEFT(D4,6)");
    Path in = portals.save(folder.resolve("in" + suffix));
    Path out = folder.resolve("out" + suffix);

    templates.fill(in, portals.layout("退工"), filling(5), out);

    List<String> before = everything(in, false);
    List<String> after = everything(out, false);
    List<String> filled = everything(out, true);
    assertThat(after).isEqualTo(before);
    assertThat(filled).hasSize(5 * 6).anyMatch(cell -> cell.startsWith("G4 FORMULA"));
    assertThat(filled).allMatch(cell -> cell.contains("style=" + preparedStyle(in)));
  }

  @ParameterizedTest
  @ValueSource(strings = {".xlsx", ".xls"})
  void rowsBelowThePreparedOnesLookLikeTheFirst(String suffix) throws Exception {
    PortalFile portals = PortalFile.of(suffix);
    Path in = portals.save(folder.resolve("in" + suffix));
    Path out = folder.resolve("out" + suffix);

    templates.fill(in, portals.layout("退工"), filling(ROWS), out);

    try (Workbook book = WorkbookFactory.create(out.toFile(), null, true)) {
      Sheet sheet = book.getSheet(PortalFile.SHEET);
      Row first = sheet.getRow(3);
      Row last = sheet.getRow(3 + ROWS - 1);
      assertThat(last.getHeight()).isEqualTo(first.getHeight());
      assertThat(last.getCell(3).getCellStyle().getIndex())
          .isEqualTo(first.getCell(3).getCellStyle().getIndex());
    }
  }

  @ParameterizedTest
  @CsvSource({".xlsx, 9", ".xls, 9", ".xlsx, 40", ".xls, 40"})
  void nothingThatSomebodyTypedIsOverwrittenOrFiledUnseen(String suffix, int row) throws Exception {
    PortalFile portals = PortalFile.of(suffix);
    PortalLayout layout = portals.layout("退工");
    portals.cell(row, 1).setCellValue("李四");
    Path in = portals.save(folder.resolve("in" + suffix));
    Path out = Files.writeString(folder.resolve("out" + suffix), "earlier");

    assertThat(refused(in, layout, out))
        .isEqualTo(new FileFault.LayoutFilled(PortalFile.SHEET + "!B" + row));
    assertThat(out).hasContent("earlier");
  }

  @Test
  void anotherTemplateAndTheOriginalItselfAreNotFilled() throws Exception {
    PortalFile portals = PortalFile.of(".xlsx");
    PortalLayout layout = portals.layout("退工");
    Path in = portals.save(folder.resolve("in.xlsx"));
    byte[] original = Files.readAllBytes(in);
    portals.cell(3, 6).setCellValue("电话");
    Path other = portals.save(folder.resolve("other.xlsx"));

    assertThat(refused(in, layout, in)).isEqualTo(new FileFault.NotWritten("in.xlsx"));
    assertThat(in).hasBinaryContent(original);
    assertThat(refused(other, layout, folder.resolve("out.xlsx")))
        .isInstanceOf(FileFault.AlteredLayout.class);
    assertThat(folder.resolve("out.xlsx")).doesNotExist();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "a<b>&\"c'_x000D_ ]]>",
        "_x005F_x000D_",
        "_x0041\u0001",
        "__x0041_x0042_",
        " 张\r\n三\t",
        "𬍛\uD800 \uFFFE",
        "张\uD842",
        "\uDFB7𠮷"
      })
  void aTextIsReadAsItWasWhateverXmlMakesOfIt(String odd) throws Exception {
    PortalFile portals = PortalFile.of(".xlsx");
    PortalLayout layout = portals.layout("退工");
    Path out = folder.resolve("out.xlsx");

    templates.fill(
        portals.save(folder.resolve("in.xlsx")),
        layout,
        new Filling(TestKinds.UNIT, List.of(Map.of("name", odd))),
        out);

    Draft draft = new PoiWorkbooks(() -> List.of(layout)).read(out, TestKinds.BOTH);
    assertThat(CellDecoder.shown(draft.rows().getFirst().cell("name"))).isEqualTo(odd);
  }

  /// Its own texts lie elsewhere, so that it may say GBK and hold ASCII alone.
  @Test
  void aSheetThatSaysItIsNotUtf8IsNotFilledWithOtherCharacters() throws Exception {
    PortalFile portals = PortalFile.of(".xlsx");
    PortalLayout layout = portals.layout("退工");
    Path in = folder.resolve("in.xlsx");
    Zips.rewrite(
        portals.save(folder.resolve("saved.xlsx")),
        in,
        Map.of(
            "xl/worksheets/sheet2.xml",
            xml -> xml.replaceFirst("<\\?xml.*?\\?>", "<?xml version='1.0' encoding='GBK'?>")));

    assertThat(refused(in, layout, folder.resolve("out.xlsx")))
        .isEqualTo(new FileFault.NotAWorkbook("in.xlsx"));
    assertThat(folder.resolve("out.xlsx")).doesNotExist();
  }

  @Test
  void whatIsReadTwiceIsCountedOnceAgainstTheCap() throws Exception {
    PortalFile portals = PortalFile.of(".xlsx");
    for (int row = 20; row < 1_000; row++) {
      portals.cell(row, 1).setCellStyle(portals.cell(4, 1).getCellStyle());
    }
    PortalLayout layout = portals.layout("退工");
    Path in = portals.save(folder.resolve("in.xlsx"));
    long unpacked = entries(in).values().stream().mapToLong(part -> part.length).sum();
    Caps exact = new Caps(Files.size(in), unpacked, 100, 100, 100_000, 10_000);
    Path out = folder.resolve("out.xlsx");

    new PoiPortalTemplates(exact).fill(in, layout, filling(ROWS), out);

    assertThat(out).exists();
    assertThat(entries(in).get("xl/worksheets/sheet2.xml"))
        .hasSizeGreaterThan((int) Files.size(in));
  }

  @Test
  void aTemplateIsRecognisedAmongSeveral() throws Exception {
    PortalFile portals = PortalFile.of(".xls");
    PortalLayout layout = portals.layout("退工");
    Path in = portals.save(folder.resolve("in.xls"));
    portals.cell(3, 6).setCellValue("联系电话");

    assertThat(templates.recognise(in, List.of(portals.layout("旧"), layout))).isEqualTo(layout);
  }

  private Fault refused(Path in, PortalLayout layout, Path out) {
    return assertThrows(
            WorkbookException.class, () -> templates.fill(in, layout, filling(ROWS), out))
        .fault();
  }

  private static Filling filling(int rows) {
    return new Filling(TestKinds.UNIT, TestKinds.people(rows));
  }

  private static int preparedStyle(Path in) {
    try (Workbook book = WorkbookFactory.create(in.toFile(), null, true)) {
      return book.getSheet(PortalFile.SHEET).getRow(3).getCell(1).getCellStyle().getIndex();
    } catch (IOException e) {
      throw new java.io.UncheckedIOException(e);
    }
  }

  private static Map<String, byte[]> entries(Path file) throws IOException {
    Map<String, byte[]> entries = new LinkedHashMap<>();
    try (ZipFile zip = new ZipFile(file.toFile())) {
      for (ZipEntry entry : Collections.list(zip.entries())) {
        entries.put(entry.getName(), zip.getInputStream(entry).readAllBytes());
      }
    }
    return entries;
  }

  /// All that POI sees in a file: cells that were filled alone, or all the rest.
  private static List<String> everything(Path file, boolean filled) throws IOException {
    List<String> all = new ArrayList<>();
    try (Workbook book = WorkbookFactory.create(file.toFile(), null, true)) {
      book.getAllNames()
          .forEach(name -> add(all, !filled, name.getNameName() + "=" + name.getRefersToFormula()));
      for (Sheet sheet : book) {
        add(
            all,
            !filled,
            sheet.getSheetName()
                + sheet.getMergedRegions()
                + book.getSheetVisibility(book.getSheetIndex(sheet))
                + sheet.getColumnWidth(3)
                + sheet.getDataValidations().size()
                + sheet.getPaneInformation());
        for (Row row : sheet) {
          add(all, !filled, row.getRowNum() + " " + row.getHeight());
          for (Cell cell : row) {
            boolean ours =
                sheet.getSheetName().equals(PortalFile.SHEET)
                    && cell.getRowIndex() >= 3
                    && cell.getRowIndex() < 8
                    && cell.getColumnIndex() >= 1
                    && cell.getColumnIndex() <= 6;
            add(all, ours == filled, described(cell));
          }
        }
      }
    }
    return all;
  }

  private static void add(List<String> all, boolean wanted, String text) {
    if (wanted) {
      all.add(text.replaceAll("PaneInformation@\\w+", "pane"));
    }
  }

  private static String described(Cell cell) {
    return cell.getAddress()
        + " "
        + cell.getCellType()
        + " "
        + cell
        + " style="
        + cell.getCellStyle().getIndex()
        + " "
        + cell.getCellStyle().getDataFormatString()
        + cell.getCellStyle().getFillForegroundColor()
        + (cell.getCellComment() == null ? "" : cell.getCellComment().getString().getString());
  }
}
