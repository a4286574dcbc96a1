package org.certassist.workbook;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.apache.poi.ss.util.CellRangeAddress;
import org.certassist.core.declaration.CellPlace;
import org.certassist.core.declaration.CellValue;
import org.certassist.core.declaration.Draft;
import org.certassist.core.declaration.DraftRow;
import org.certassist.core.declaration.ReadingNote;
import org.certassist.core.declaration.Unit;
import org.certassist.core.fault.Fault;
import org.certassist.core.workbook.FileFault;
import org.certassist.core.workbook.PortalLayout;
import org.certassist.core.workbook.WorkbookException;
import org.certassist.core.workbook.Workbooks;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/// A filled template of a portal's, recognised by the layout that was learnt from the empty one.
class PortalFileReadTest {
  @TempDir Path folder;

  @ParameterizedTest
  @ValueSource(strings = {".xlsx", ".xls"})
  void aFilledOneIsReadByItsLayout(String suffix) throws Exception {
    PortalFile portals = PortalFile.of(suffix);
    PortalLayout layout = portals.layout("退工");
    fill(portals);
    portals.sheet().addMergedRegion(new CellRangeAddress(4, 5, 7, 7));

    Draft draft = read(portals.save(folder.resolve("a" + suffix)), layout);

    assertThat(draft.kind()).isEqualTo(TestKinds.TERMINATION);
    assertThat(draft.sheet()).isEqualTo(PortalFile.SHEET);
    assertThat(draft.unit().get("creditCode"))
        .isEqualTo(new CellValue.Text(TestKinds.UNIT.creditCode()));
    assertThat(draft.rows())
        .containsExactly(
            new DraftRow(
                4,
                Map.of(
                    "name", new CellValue.Text("张三"),
                    "idType", new CellValue.Text("居民身份证"),
                    "idNumber", new CellValue.Text("320584199001010001"))));
    assertThat(draft.place(4, "idNumber")).isEqualTo(new CellPlace(PortalFile.SHEET, 4, "D"));
    assertThat(draft.notes()).containsExactly(new ReadingNote.MergedCells(List.of("H5:H6")));
  }

  @ParameterizedTest
  @ValueSource(strings = {".xlsx", ".xls"})
  void aChangedHeaderIsNamedCellByCell(String suffix) throws Exception {
    PortalFile portals = PortalFile.of(suffix);
    PortalLayout layout = portals.layout("退工");
    fill(portals);
    portals.cell(3, 3).setCellValue("身份证");
    portals.cell(3, 8).setCellValue("备注二");

    assertThat(refused(portals.save(folder.resolve("a" + suffix)), layout))
        .isEqualTo(
            new FileFault.AlteredLayout(
                "退工",
                List.of(
                    new PortalLayout.Difference(
                        new CellPlace(PortalFile.SHEET, 3, "D"), "*公民身份号码", "身份证"),
                    new PortalLayout.Difference(
                        new CellPlace(PortalFile.SHEET, 3, "I"), "", "备注二"))));
  }

  @Test
  void ofSeveralLayoutsTheOneThatFitsIsTaken() throws Exception {
    PortalFile old = PortalFile.of(".xlsx");
    old.cell(3, 6).setCellValue("联系电话");
    PortalLayout before = old.layout("旧");
    PortalFile portals = PortalFile.of(".xlsx");
    PortalLayout now = portals.layout("新");
    fill(portals);
    Path file = portals.save(folder.resolve("a.xlsx"));

    assertThat(read(file, before, now).rows()).hasSize(1);
    assertThat(refused(file, before)).isInstanceOf(FileFault.AlteredLayout.class);
  }

  @Test
  void noneOfTwoLayoutsThatReadItDifferentlyIsTaken() throws Exception {
    PortalFile portals = PortalFile.of(".xlsx");
    PortalLayout layout = portals.layout("一");
    Unit another = new Unit("91320582MA1MF0UX1U", "另一家", TestKinds.UNIT.type());
    fill(portals);
    Path file = portals.save(folder.resolve("a.xlsx"));
    FileFault several = new FileFault.SeveralLayouts(List.of("一", "二"));

    assertThat(refused(file, layout, copy(layout, "termination", Optional.of(another))))
        .isEqualTo(several);
    assertThat(refused(file, layout, copy(layout, "enrolment", layout.unit()))).isEqualTo(several);
    assertThat(read(file, layout, copy(layout, "termination", layout.unit())).rows()).hasSize(1);
    assertThat(
            new PoiWorkbooks(
                    () -> List.of(layout, copy(layout, "termination", Optional.of(another))))
                .read(file, TestKinds.BOTH, new Workbooks.Reading(Optional.of("二"), _ -> {}))
                .unit())
        .containsEntry("creditCode", new CellValue.Text(another.creditCode()));
    assertThat(
            assertThrows(
                    WorkbookException.class,
                    () ->
                        new PoiPortalTemplates()
                            .recognise(
                                file, List.of(layout, copy(layout, "enrolment", layout.unit()))))
                .fault())
        .isEqualTo(several);
  }

  private static PortalLayout copy(PortalLayout layout, String kind, Optional<Unit> unit) {
    return new PortalLayout(
        "二",
        layout.profile(),
        kind,
        layout.sheet(),
        layout.firstRow(),
        layout.heads(),
        layout.unitCells(),
        unit);
  }

  @Test
  void ourOwnTemplatesAreReadAsBefore() throws Exception {
    PortalLayout layout = PortalFile.of(".xlsx").layout("退工");
    Path ours = folder.resolve("ours.xlsx");
    PoiWorkbooks workbooks = new PoiWorkbooks(() -> List.of(layout));
    workbooks.writeTemplate(
        TestKinds.TERMINATION, Optional.of(TestKinds.UNIT), TestKinds.people(2), ours);

    assertThat(workbooks.read(ours, TestKinds.BOTH).rows()).hasSize(2);
  }

  @Test
  void anEmptyOneAndOneOfAKindNotOfferedAreRefused() throws Exception {
    PortalFile portals = PortalFile.of(".xlsx");
    PortalLayout layout = portals.layout("退工");
    Path file = portals.save(folder.resolve("a.xlsx"));

    assertThat(refused(file, layout)).isEqualTo(new FileFault.Empty("termination"));
    assertThat(
            assertThrows(
                    WorkbookException.class,
                    () ->
                        new PoiWorkbooks(() -> List.of(layout))
                            .read(file, List.of(TestKinds.ENROLMENT)))
                .fault())
        .isEqualTo(new FileFault.NotATemplate("a.xlsx"));
  }

  @ParameterizedTest
  @ValueSource(strings = {".xlsx", ".xls"})
  void theUnitIsReadWhereTheTemplateHasCellsForIt(String suffix) throws Exception {
    PortalFile portals = PortalFile.of(suffix);
    PortalLayout learnt = portals.layout("退工");
    PortalLayout layout =
        new PortalLayout(
            learnt.name(),
            learnt.profile(),
            learnt.kind(),
            learnt.sheet(),
            learnt.firstRow(),
            learnt.heads(),
            List.of(new PortalLayout.UnitCell("name", 2, "J")),
            Optional.empty());
    fill(portals);
    portals.cell(2, 9).setCellValue("示例纺织");

    Draft draft = read(portals.save(folder.resolve("a" + suffix)), layout);

    assertThat(draft.unit()).containsOnly(Map.entry("name", new CellValue.Text("示例纺织")));
    assertThat(draft.columns()).containsEntry("unit.name", "J");
    assertThat(draft.unitRow()).isEqualTo(2);
  }

  private static void fill(PortalFile portals) {
    portals.cell(4, 0).setCellValue("1");
    portals.cell(4, 1).setCellValue("张三");
    portals.cell(4, 2).setCellValue("01-居民身份证");
    portals.cell(4, 3).setCellValue("320584199001010001");
  }

  private static Draft read(Path file, PortalLayout... layouts) throws Exception {
    return new PoiWorkbooks(() -> List.of(layouts)).read(file, TestKinds.BOTH);
  }

  private static Fault refused(Path file, PortalLayout... layouts) {
    return assertThrows(WorkbookException.class, () -> read(file, layouts)).fault();
  }
}
