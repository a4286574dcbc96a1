package org.certassist.workbook;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.certassist.core.declaration.CellValue;
import org.certassist.core.declaration.Draft;
import org.certassist.core.declaration.DraftRow;
import org.certassist.core.workbook.PortalLayout;
import org.certassist.core.workbook.PortalTemplates.Filling;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/// Our templates and the portal's, saved by programs that write the same content in another way:
/// nothing that is read of them is different.
class OtherWritersTest {
  @TempDir Path folder;

  @ParameterizedTest
  @EnumSource(OtherWriter.class)
  void oursIsReadAsBefore(OtherWriter writer) throws Exception {
    PoiWorkbooks workbooks = new PoiWorkbooks();
    Path ours = folder.resolve("ours.xlsx");
    workbooks.writeTemplate(
        TestKinds.ENROLMENT, Optional.of(TestKinds.UNIT), TestKinds.people(9), ours);

    Draft after = workbooks.read(saved(ours, writer), TestKinds.BOTH);

    assertSame(after, workbooks.read(ours, TestKinds.BOTH));
    assertThat(after.rows()).hasSize(9);
  }

  @ParameterizedTest
  @EnumSource(OtherWriter.class)
  void thePortalsIsLearntFilledAndReadAsBefore(OtherWriter writer) throws Exception {
    PortalFile portals = PortalFile.of(".xlsx");
    PortalLayout layout = portals.layout("退工");
    Path original = portals.save(folder.resolve("portals.xlsx"));
    PoiPortalTemplates templates = new PoiPortalTemplates();
    Filling filling = new Filling(TestKinds.UNIT, TestKinds.people(15));
    PoiWorkbooks reading = new PoiWorkbooks(() -> List.of(layout));
    Path filled = folder.resolve("filled.xlsx");
    templates.fill(original, layout, filling, filled);
    Path filledLater = folder.resolve("later.xlsx");

    Path theirs = saved(original, writer);
    templates.fill(theirs, layout, filling, filledLater);

    assertThat(PortalFile.learnt("退工", templates.sheets(theirs))).isEqualTo(layout);
    Draft expected = reading.read(filled, TestKinds.BOTH);
    assertThat(expected.rows()).hasSize(15);
    assertSame(reading.read(saved(filled, writer), TestKinds.BOTH), expected);
    assertSame(reading.read(filledLater, TestKinds.BOTH), expected);
  }

  private Path saved(Path workbook, OtherWriter writer) throws Exception {
    RawWorkbook book = RawWorkbook.of(workbook);
    writer.rewrite(book);
    Path theirs = book.write(folder.resolve("theirs-" + workbook.getFileName()));
    assertThat(Files.readAllBytes(theirs)).isNotEqualTo(Files.readAllBytes(workbook));
    return theirs;
  }

  private static void assertSame(Draft after, Draft before) {
    assertThat(after.kind()).isEqualTo(before.kind());
    assertThat(after.unit()).isEqualTo(before.unit());
    assertThat(rows(after)).isEqualTo(rows(before));
  }

  private static List<Map<String, String>> rows(Draft draft) {
    return draft.rows().stream().map(OtherWritersTest::row).toList();
  }

  private static Map<String, String> row(DraftRow row) {
    Map<String, String> texts = new TreeMap<>();
    row.cells().forEach((field, cell) -> texts.put(field, text(cell)));
    return texts;
  }

  /// Without its style a date is the number of its day, which a date's column takes as well.
  private static String text(CellValue cell) {
    return switch (cell) {
      case CellValue.Date date ->
          Long.toString(
              ChronoUnit.DAYS.between(LocalDate.of(1899, 12, 30), date.date().toLocalDate()));
      case CellValue.Numeric numeric -> numeric.number().stripTrailingZeros().toPlainString();
      case CellValue other -> CellDecoder.shown(other);
    };
  }
}
