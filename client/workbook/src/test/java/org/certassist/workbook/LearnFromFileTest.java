package org.certassist.workbook;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.certassist.core.declaration.CellPlace;
import org.certassist.core.workbook.FileFault;
import org.certassist.core.workbook.LayoutProblem;
import org.certassist.core.workbook.LearnLayout;
import org.certassist.core.workbook.LearnLayout.Learnt;
import org.certassist.core.workbook.PortalLayout;
import org.certassist.core.workbook.TemplateSheet;
import org.certassist.core.workbook.WorkbookException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class LearnFromFileTest {
  private final PoiPortalTemplates templates = new PoiPortalTemplates();

  @TempDir Path folder;

  @ParameterizedTest
  @ValueSource(strings = {".xlsx", ".xls"})
  void aPortalsTemplateIsLearntFromTheFile(String suffix) throws Exception {
    Path file = PortalFile.of(suffix).save(folder.resolve("退工" + suffix));

    Learnt learnt =
        new LearnLayout(PortalFile.WORDS)
            .learn(
                templates.sheets(file),
                TestKinds.TERMINATION,
                new LearnLayout.Told("退工", "jiangsu", Optional.of(TestKinds.UNIT), Map.of()))
            .orElseThrow();

    PortalLayout layout = learnt.layout();
    assertThat(layout.sheet()).isEqualTo(PortalFile.SHEET);
    assertThat(layout.headRow()).isEqualTo(3);
    assertThat(layout.firstRow()).isEqualTo(4);
    assertThat(layout.heads().stream().map(head -> head.field().orElse("")).toList())
        .containsExactly("", "name", "idType", "idNumber", "reason", "stopDate", "phone", "");
    assertThat(layout.head("idType").orElseThrow().words())
        .containsOnly(
            Map.entry("01-居民身份证", "居民身份证"), Map.entry("02-护照", "护照"), Map.entry("99-其他", "其他"));
    assertThat(layout.head("reason").orElseThrow().words()).containsOnlyKeys("合同期满", "个人辞职");
    assertThat(learnt.problems())
        .contains(
            new LayoutProblem.UnknownHeader(new CellPlace(PortalFile.SHEET, 3, "H"), "经办机构"),
            new LayoutProblem.WordsNotInList(
                new CellPlace(PortalFile.SHEET, 3, "E"),
                "*减员原因",
                List.of("单位解除", "协商一致", "退休", "死亡", "其他")));
    assertThat(learnt.isUsable()).isTrue();
  }

  @ParameterizedTest
  @ValueSource(strings = {".xlsx", ".xls"})
  void hiddenSheetsAreForListsAlone(String suffix) throws Exception {
    Path file = PortalFile.of(suffix).save(folder.resolve("a" + suffix));

    assertThat(templates.sheets(file).stream().map(TemplateSheet::name).toList())
        .containsExactly("填表须知", PortalFile.SHEET);
  }

  /// As Excel writes a list on another sheet, and as WPS writes a rule without a formula, which POI
  /// refuses the whole sheet for.
  @Test
  void aListThatIsWrittenAsAnExtensionIsReadToo() throws Exception {
    Path file = folder.resolve("a.xlsx");
    Zips.rewrite(
        PortalFile.of(".xlsx").save(folder.resolve("saved.xlsx")),
        file,
        Map.of(
            "xl/worksheets/sheet2.xml",
            xml ->
                xml.replaceFirst("<dataValidations.*</dataValidations>", EMPTY_RULE)
                    .replace("</worksheet>", EXTENSION + "</worksheet>")));

    TemplateSheet sheet = templates.sheets(file).getLast();

    assertThat(sheet.lists())
        .isEqualTo(
            Map.of(
                2, List.of("01-居民身份证", "02-护照", "99-其他"),
                4, List.of("合同期满", "个人辞职"),
                5, List.of("合同期满", "个人辞职")));
  }

  private static final String EMPTY_RULE =
      "<dataValidations count=\"1\"><dataValidation type=\"list\" allowBlank=\"1\""
          + " sqref=\"H4:H9\"/></dataValidations>";

  private static final String EXTENSION =
      ("<extLst><ext xmlns:x14=\"http://schemas.microsoft.com/office/spreadsheetml/2009/9/main\""
              + " uri=\"{CCE6A557-97BC-4b89-ADB6-D9C93CAAB3DF}\"><x14:dataValidations"
              + " xmlns:xm=\"http://schemas.microsoft.com/office/excel/2006/main\" count=\"3\">"
              + "%s%s%s</x14:dataValidations></ext></extLst>")
          .formatted(
              extension("hidden_lists!$B$1:$B$2", "C2"),
              extension("hidden_lists!$A$1:$A$3", "C4:C1003"),
              extension("reasons", "E4:E1003 F4:F9"));

  private static String extension(String formula, String ranges) {
    return ("<x14:dataValidation type=\"list\" allowBlank=\"1\" showErrorMessage=\"1\">"
            + "<x14:formula1><xm:f>%s</xm:f></x14:formula1><xm:sqref>%s</xm:sqref>"
            + "</x14:dataValidation>")
        .formatted(formula, ranges);
  }

  /// A hostile one names columns that no spreadsheet has.
  @Test
  void mergedCellsAreTakenNoFurtherThanTextsAreLookedFor() throws Exception {
    Path file = folder.resolve("a.xlsx");
    Zips.rewrite(
        PortalFile.of(".xlsx").save(folder.resolve("saved.xlsx")),
        file,
        Map.of(
            "xl/worksheets/sheet2.xml",
            xml ->
                xml.replaceFirst(
                    "<mergeCells.*</mergeCells>",
                    "<mergeCells count=\"3\"><mergeCell ref=\"A1:XFD1\"/>"
                        + "<mergeCell ref=\"XFC2:XFD3\"/><mergeCell ref=\"ZZZZZY2:ZZZZZZ3\"/>"
                        + "</mergeCells>")));

    TemplateSheet sheet = templates.sheets(file).getLast();

    assertThat(sheet.merged()).containsExactly(new TemplateSheet.Merged(1, 1, 0, 255));
  }

  @Test
  void whatIsNoWorkbookIsRefusedByName() throws Exception {
    Path text = Files.writeString(folder.resolve("a.csv"), "姓名,证件类型,证件号码\n");
    Path zip = Files.write(folder.resolve("a.xlsx"), new byte[] {'P', 'K', 3, 4, 0, 0, 0, 0, 0});

    assertThat(refused(text)).isEqualTo(new FileFault.NotATemplate("a.csv"));
    assertThat(refused(zip)).isEqualTo(new FileFault.NotAWorkbook("a.xlsx"));
    assertThat(refused(folder.resolve("none.xls"))).isEqualTo(new FileFault.Unreadable("none.xls"));
  }

  @Test
  void aTemplateAboveACapIsRefused() throws Exception {
    Path file = PortalFile.of(".xlsx").save(folder.resolve("a.xlsx"));
    Caps small = new Caps(64_000_000, 2_000, 100, 1_000, 64_000_000, 200_000);

    WorkbookException refused =
        assertThrows(WorkbookException.class, () -> new PoiPortalTemplates(small).sheets(file));

    assertThat(refused.fault()).isEqualTo(new FileFault.TooLarge("unpackedBytes", 2_000));
  }

  private Object refused(Path file) {
    return assertThrows(WorkbookException.class, () -> templates.sheets(file)).fault();
  }
}
