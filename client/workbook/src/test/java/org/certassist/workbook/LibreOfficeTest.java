package org.certassist.workbook;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.certassist.core.declaration.Draft;
import org.certassist.core.declaration.Kind;
import org.certassist.core.workbook.PortalLayout;
import org.certassist.core.workbook.PortalTemplates.Filling;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/// Our files in another program; its pictures are left in `target/pictures` to be looked at.
@Timeout(400)
class LibreOfficeTest {
  private static final Path PICTURES = Path.of("target/pictures").toAbsolutePath();

  @TempDir Path folder;

  private final PoiWorkbooks workbooks = new PoiWorkbooks();

  static List<Kind> kinds() {
    return TestKinds.BOTH;
  }

  @ParameterizedTest
  @MethodSource("kinds")
  void aTemplateSurvivesBeingOpenedAndSaved(Kind kind) throws Exception {
    Path ours = folder.resolve("filled.xlsx");
    workbooks.writeTemplate(kind, Optional.of(TestKinds.UNIT), TestKinds.people(9), ours);

    Path theirs = new LibreOffice(folder.resolve("home")).saveAgain(ours, folder.resolve("out"));
    Draft before = workbooks.read(ours, TestKinds.BOTH);
    Draft after = workbooks.read(theirs, TestKinds.BOTH);

    assertThat(after.kind()).isEqualTo(kind);
    assertThat(after.unit()).isEqualTo(before.unit());
    assertThat(after.rows()).hasSize(9);
    for (int i = 0; i < 9; i++) {
      assertThat(after.rows().get(i).row()).isEqualTo(before.rows().get(i).row());
      assertThat(Cells.plain(after.rows().get(i))).isEqualTo(Cells.plain(before.rows().get(i)));
    }
  }

  /// The portal's own file with rows in it, opened and saved: the rows, the headers and the lists
  /// are there still.
  @ParameterizedTest
  @ValueSource(strings = {".xlsx", ".xls"})
  void aFilledPortalsTemplateIsAGoodWorkbookToAnotherProgram(String suffix) throws Exception {
    PortalFile portals = PortalFile.of(suffix);
    PortalLayout layout = portals.layout("退工");
    Path original = portals.save(folder.resolve("in" + suffix));
    Path filled = folder.resolve("filled" + suffix);
    new PoiPortalTemplates()
        .fill(original, layout, new Filling(TestKinds.UNIT, TestKinds.people(12)), filled);
    PoiWorkbooks reading = new PoiWorkbooks(() -> List.of(layout));

    LibreOffice office = new LibreOffice(folder.resolve("home"));
    Path theirs =
        suffix.equals(".xls")
            ? office.saveAsXls(filled, folder.resolve("out"))
            : office.saveAgain(filled, folder.resolve("out"));

    Draft before = reading.read(filled, TestKinds.BOTH);
    Draft after = reading.read(theirs, TestKinds.BOTH);
    assertThat(after.rows()).hasSize(12);
    for (int i = 0; i < 12; i++) {
      assertThat(Cells.plain(after.rows().get(i))).isEqualTo(Cells.plain(before.rows().get(i)));
    }
    assertThat(new PoiPortalTemplates().sheets(theirs).getLast().lists())
        .isEqualTo(new PoiPortalTemplates().sheets(original).getLast().lists())
        .hasSize(3);
  }

  @ParameterizedTest
  @MethodSource("kinds")
  void aTemplateIsPrintedOnePageWide(Kind kind) throws Exception {
    assumeTrue(LibreOffice.isInstalled("pdfinfo"));
    Path filled = folder.resolve(kind.id() + "-filled.xlsx");
    Path empty = folder.resolve(kind.id() + "-empty.xlsx");
    workbooks.writeTemplate(kind, Optional.of(TestKinds.UNIT), TestKinds.people(9), filled);
    workbooks.writeTemplate(kind, Optional.empty(), List.of(), empty);

    for (Path file : List.of(filled, empty)) {
      Path printed = new LibreOffice(folder.resolve("home")).print(file, PICTURES);

      String info = LibreOffice.run(List.of("pdfinfo", printed.toString()));
      assertThat(info)
          .containsPattern("Pages: +2\\n")
          .containsPattern("Page size: +84[0-9.]+ x 59[0-9.]+");
    }
  }

  @Test
  void textThatLooksLikeAFormulaIsNeverEvaluated() throws Exception {
    Path file = folder.resolve("attack.xlsx");
    String attack = "=HYPERLINK(\"http://127.0.0.1:1/\",1+1)";
    workbooks.writeTemplate(
        TestKinds.TERMINATION,
        Optional.empty(),
        List.of(
            Map.of("name", attack, "note", "+1+1"),
            Map.of("name", "-2+3", "note", "@SUM(1;2)"),
            Map.of("name", "=1+1", "stopDate", "=1+1", "idNumber", "\t=1+1")),
        file);

    LibreOffice office = new LibreOffice(folder.resolve("home"));
    Path saved = office.saveAgain(file, folder.resolve("out"));

    assertThat(office.csv(file, folder.resolve("csv")))
        .contains("1+1)", "+1+1", "-2+3", "@SUM(1;2)", "=1+1");
    try (PackageFile zip = PackageFile.open(saved, Caps.DEFAULT)) {
      String sheet =
          new String(
              zip.part("xl/worksheets/sheet1.xml").orElseThrow().readAllBytes(),
              StandardCharsets.UTF_8);
      assertThat(sheet).doesNotContain("<f>", "<f ");
    }
  }
}
