package org.certassist.workbook;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.certassist.core.declaration.CellValue;
import org.certassist.core.declaration.Draft;
import org.certassist.core.declaration.Kind;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class TemplateRoundTripTest {
  @TempDir Path folder;

  private final PoiWorkbooks workbooks = new PoiWorkbooks();

  static List<Kind> kinds() {
    return TestKinds.BOTH;
  }

  @ParameterizedTest
  @MethodSource("kinds")
  void whatWasWrittenIsRead(Kind kind) throws Exception {
    Path file = folder.resolve("模板.xlsx");
    workbooks.writeTemplate(kind, Optional.of(TestKinds.UNIT), TestKinds.people(12), file);

    Draft draft = workbooks.read(file, TestKinds.BOTH);

    assertThat(draft.kind()).isEqualTo(kind);
    assertThat(draft.rows()).hasSize(12);
    assertThat(draft.rows().getFirst().row()).isEqualTo(4);
    assertThat(draft.rows().getLast().row()).isEqualTo(15);
    assertThat(draft.unitRow()).isEqualTo(2);
    assertThat(draft.unit())
        .isEqualTo(
            Map.of(
                "creditCode", new CellValue.Text("91320509MA1X2Y3Z4A"),
                "name", new CellValue.Text("苏州市吴江区示例纺织有限公司"),
                "type", new CellValue.Text("普通")));
    assertThat(draft.place(2, "unit.name")).hasToString("申报!D2");
    assertThat(draft.place(5, "idNumber")).hasToString("申报!B5");
  }

  @Test
  void datesAndSumsAreRealAndTheRestIsText() throws Exception {
    Path file = folder.resolve("a.xlsx");
    workbooks.writeTemplate(TestKinds.ENROLMENT, Optional.empty(), TestKinds.people(1), file);

    Map<String, CellValue> cells = workbooks.read(file, TestKinds.BOTH).rows().getFirst().cells();

    assertThat(cells.get("contractStart"))
        .isEqualTo(new CellValue.Date(LocalDate.of(2026, 12, 1).atStartOfDay()));
    assertThat(cells.get("contributionBase"))
        .isEqualTo(new CellValue.Numeric(new BigDecimal("6000.0"), "6000.00"));
    assertThat(cells.get("insuredFrom")).isEqualTo(new CellValue.Text("2026-12"));
    assertThat(cells.get("idNumber")).isEqualTo(new CellValue.Text("320584199001010000"));
    assertThat(cells).doesNotContainKey("userUnitName");
  }
}
