package org.certassist.workbook;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.certassist.core.declaration.CellValue;
import org.certassist.core.declaration.Draft;
import org.certassist.core.workbook.FileFault;
import org.certassist.core.workbook.Repair;
import org.certassist.core.workbook.Repairs;
import org.certassist.core.workbook.WorkbookException;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@Timeout(120)
class RepairedCopyTest {
  @TempDir Path folder;

  private final PoiWorkbooks workbooks = new PoiWorkbooks();

  @ParameterizedTest
  @ValueSource(strings = {".xlsx", ".xls"})
  void onlyTheCellsThatWereShownAreMended(String suffix) throws Exception {
    Path file = dirty(suffix);
    Path mended = folder.resolve("mended" + suffix);
    byte[] before = Files.readAllBytes(file);
    Draft draft = workbooks.read(file, TestKinds.BOTH);
    List<Repair> repairs = Repairs.of(draft);

    workbooks.writeRepaired(file, repairs, mended);

    assertThat(repairs)
        .extracting(repair -> repair.place().toString())
        .containsExactly("申报!B4", "申报!C4", "申报!E4");
    Draft after = workbooks.read(mended, TestKinds.BOTH);
    assertThat(after.rows().getFirst().cell("idNumber"))
        .isEqualTo(new CellValue.Text("320584199001010000"));
    assertThat(after.rows().getFirst().cell("name")).isEqualTo(new CellValue.Text("张三"));
    assertThat(after.rows().getFirst().cell("stopDate"))
        .isEqualTo(new CellValue.Text("2026-03-01"));
    assertThat(Cells.plain(after.rows().get(1))).isEqualTo(Cells.plain(draft.rows().get(1)));
    assertThat(Repairs.of(after)).isEmpty();
    assertThat(Files.readAllBytes(file)).isEqualTo(before);
  }

  @ParameterizedTest
  @ValueSource(strings = {".xlsx", ".xls"})
  void aCellThatHoldsAnotherTextByNowStopsTheCopy(String suffix) throws Exception {
    Path file = dirty(suffix);
    List<Repair> repairs =
        Repairs.of(workbooks.read(file, TestKinds.BOTH)).stream()
            .filter(repair -> repair.field().equals("name"))
            .toList();
    workbooks.writeTemplate(
        TestKinds.TERMINATION, Optional.of(TestKinds.UNIT), TestKinds.people(2), file);
    Path mended = folder.resolve("mended" + suffix);

    WorkbookException refused =
        catchThrowableOfType(
            WorkbookException.class, () -> workbooks.writeRepaired(file, repairs, mended));

    assertThat(refused.fault()).isEqualTo(new FileFault.NotAWorkbook("dirty" + suffix));
    assertThat(mended).doesNotExist();
  }

  private Path dirty(String suffix) throws Exception {
    List<Map<String, String>> people = new ArrayList<>(TestKinds.people(2));
    Map<String, String> dirty = new HashMap<>(people.getFirst());
    dirty.put("idNumber", "３２０５８４１９９００１０１００００");
    dirty.put("name", "\u00a0张三\u200b");
    dirty.put("stopDate", "2026.3.1");
    people.set(0, dirty);
    Path file = folder.resolve("dirty" + suffix);
    workbooks.writeTemplate(TestKinds.TERMINATION, Optional.of(TestKinds.UNIT), people, file);
    return file;
  }
}
