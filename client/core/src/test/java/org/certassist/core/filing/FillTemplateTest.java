package org.certassist.core.filing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import org.certassist.core.declaration.Column;
import org.certassist.core.declaration.Requirement;
import org.certassist.core.declaration.Unit;
import org.certassist.core.fault.Fault;
import org.certassist.core.fault.FaultException;
import org.certassist.core.rules.CheckedDeclaration;
import org.certassist.core.workbook.FileFault;
import org.certassist.core.workbook.HeaderWords;
import org.certassist.core.workbook.Layouts;
import org.certassist.core.workbook.LearnLayout;
import org.certassist.core.workbook.PortalLayout;
import org.certassist.core.workbook.PortalTemplates;
import org.certassist.core.workbook.TemplateSheet;
import org.certassist.core.workbook.WorkbookException;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/// Checked rows go into a portal's template, whether it was imported before or not.
class FillTemplateTest {
  private static final Path OUT = Path.of("filled.xlsx");

  private final Templates templates = new Templates();
  private final Kept kept = new Kept();
  private final FillTemplate filling =
      new FillTemplate(templates, kept, new LearnLayout(new HeaderWords(Map.of(), Set.of())));
  private final CheckedDeclaration rows = new Office().checked("enrolment");
  private final List<String> headers = new ArrayList<>();

  @BeforeEach
  void everyColumnIsThere() {
    rows.kind().columns().stream().map(Column::header).forEach(headers::add);
  }

  private FillTemplate.Filled fill(String template) throws Exception {
    return filling.fill(Path.of(template), rows, OUT);
  }

  private Fault refusal(String template) {
    return catchThrowableOfType(FaultException.class, () -> fill(template)).fault();
  }

  @Test
  void aNewTemplateIsLearntForTheUnitKeptAndFilled() throws Exception {
    templates.sheet(1, headers);

    FillTemplate.Filled filled = fill("参保导入.xlsx");

    assertThat(filled.leftOut()).isEmpty();
    assertThat(filled.layout().kind()).isEqualTo("enrolment");
    assertThat(filled.layout().unit()).contains(rows.content().unit());
    assertThat(kept.all()).containsExactly(filled.layout());
    assertThat(templates.filled).hasSize(rows.content().rows().size());
  }

  @Test
  void whereTheTemplateHasCellsForTheUnitTheyAreFilledToo() throws Exception {
    templates.sheet(1, List.of("统一社会信用代码", "", "单位名称", "")).sheet(2, headers);

    assertThat(fill("参保导入.xlsx").layout().unitCells())
        .extracting(PortalLayout.UnitCell::field)
        .containsExactly("creditCode", "name");
  }

  @Test
  void oneThatIsKnownIsNotLearntAgain() throws Exception {
    templates.sheet(1, headers);
    PortalLayout known = fill("参保导入.xlsx").layout();

    assertThat(fill("下载 (1).xlsx").layout()).isEqualTo(known);
    assertThat(kept.all()).hasSize(1);
  }

  @Test
  void itIsKeptUnderTheFilesNameOrOneThatIsFree() throws Exception {
    templates.sheet(1, headers);
    assertThat(fill("参保.2026.xlsx").layout().name()).isEqualTo("参保.2026");
    templates.forget();

    assertThat(fill("参保.2026.xls").layout().name()).isEqualTo("参保.2026-2");
  }

  @Test
  void columnsThatTheTemplateDoesNotHaveAreNamed() throws Exception {
    List<Column> optional =
        rows.kind().columns().stream()
            .filter(column -> column.requirement() != Requirement.REQUIRED)
            .toList();
    optional.forEach(column -> headers.remove(column.header()));
    templates.sheet(1, headers);

    assertThat(fill("参保导入.xlsx").leftOut())
        .isNotEmpty()
        .isEqualTo(optional.stream().filter(this::isFilled).toList());
  }

  private boolean isFilled(Column column) {
    return rows.content().rows().stream()
        .anyMatch(row -> !row.values().getOrDefault(column.field(), "").isEmpty());
  }

  @Test
  void oneWithoutARequiredColumnIsRefusedByItsHeaders() {
    headers.remove("证件号码");
    templates.sheet(1, headers);

    Fault fault = refusal("参保导入.xlsx");

    assertThat(fault).isEqualTo(new FileFault.TemplateLacks("证件号码"));
    assertThat(kept.all()).isEmpty();
    assertThat(templates.filled).isEmpty();
  }

  @Test
  void oneThatIsFilledAlreadyIsRefused() {
    templates.sheet(1, headers);
    for (int row = 2; row < 8; row++) {
      templates.sheet(row, List.of("居民身份证"));
    }

    assertThat(refusal("参保导入.xlsx")).isEqualTo(new FileFault.TemplateNotEmpty());
    assertThat(kept.all()).isEmpty();
  }

  @Test
  void oneWithPeopleInItIsRefusedThoughAnExampleMayHaveAsMany() {
    templates.sheet(1, headers).sheet(2, List.of("居民身份证", "32050919920101002x"));

    assertThat(refusal("上月.xlsx")).isEqualTo(new FileFault.TemplateNotEmpty());
    assertThat(kept.all()).isEmpty();
    assertThat(templates.filled).isEmpty();
  }

  @Test
  void aRemarkOfTheTemplatesOwnStaysAboveThePeople() throws Exception {
    templates.sheet(1, headers).sheet(2, List.of("从下一行填起，每人一行"));

    assertThat(fill("参保导入.xlsx").layout().firstRow()).isEqualTo(3);
  }

  @Test
  void ofTwoKindsWithTheSameTemplateTheRowsSayWhich() throws Exception {
    templates.sheet(1, headers);
    PortalLayout known = fill("参保导入.xlsx").layout();
    keepForTermination(known);

    assertThat(fill("参保导入.xlsx").layout()).isEqualTo(known);
  }

  private void keepForTermination(PortalLayout known) {
    PortalLayout termination =
        new PortalLayout(
            "退工导入",
            known.profile(),
            "termination",
            known.sheet(),
            known.firstRow(),
            known.heads(),
            known.unitCells(),
            known.unit());
    kept.keep(termination, Path.of("退工导入.xlsx"));
    templates.known.add(termination);
  }

  @Test
  void anotherKindsTemplateIsRefused() throws Exception {
    templates.sheet(1, headers);
    PortalLayout known = fill("参保导入.xlsx").layout();
    kept.layouts.clear();
    templates.forget();
    keepForTermination(known);

    assertThat(refusal("退工导入.xlsx").id()).isEqualTo("file.otherKind");
  }

  @Test
  void aFileWithoutHeadersIsNoTemplate() {
    templates.sheet(1, List.of("备忘录"));

    assertThat(refusal("备忘.xlsx")).isEqualTo(new FileFault.NotATemplate("备忘.xlsx"));
  }

  @Test
  void oneThatWasLearntForAnotherUnitIsLearntForThisOneToo() throws Exception {
    templates.sheet(1, headers);
    PortalLayout others = forAnother(fill("参保导入.xlsx").layout());
    kept.layouts.clear();
    kept.keep(others, Path.of("参保导入.xlsx"));
    templates.forget();
    templates.known.add(others);

    PortalLayout learnt = fill("参保导入.xlsx").layout();

    assertThat(learnt.unit()).contains(rows.content().unit());
    assertThat(learnt.name()).isEqualTo("参保导入-2");
    assertThat(kept.all()).containsExactlyInAnyOrder(others, learnt);
  }

  private PortalLayout forAnother(PortalLayout layout) {
    Unit other = new Unit("91320509MA1X2Y3Z4A", "另一家", rows.content().unit().type());
    return made(layout, layout.kind(), Optional.of(other));
  }

  private static PortalLayout made(PortalLayout layout, String kind, Optional<Unit> unit) {
    return new PortalLayout(
        layout.name(),
        layout.profile(),
        kind,
        layout.sheet(),
        layout.firstRow(),
        layout.heads(),
        List.of(),
        unit);
  }

  @Test
  void aTemplateOfAnotherKindIsRefused() throws Exception {
    templates.sheet(1, headers);
    PortalLayout known = fill("参保导入.xlsx").layout();
    PortalLayout others = made(known, "termination", known.unit());
    templates.filled = List.of();

    FaultException refused =
        catchThrowableOfType(
            FaultException.class, () -> filling.fill(Path.of("参保导入.xlsx"), others, rows, OUT));

    assertThat(refused.fault()).isEqualTo(new FileFault.OtherKind(rows.kind().title()));
    assertThat(templates.filled).isEmpty();
  }

  @Test
  void anotherUnitsTemplateIsRefused() throws Exception {
    templates.sheet(1, headers);
    PortalLayout others = forAnother(fill("参保导入.xlsx").layout());
    templates.filled = List.of();

    FaultException refused =
        catchThrowableOfType(
            FaultException.class, () -> filling.fill(Path.of("参保导入.xlsx"), others, rows, OUT));

    assertThat(refused.fault().id()).isEqualTo("usage.layoutUnit");
    assertThat(templates.filled).isEmpty();
  }

  /// One template as it is written down in a test.
  private static final class Templates implements PortalTemplates {
    private final NavigableMap<Integer, NavigableMap<Integer, String>> texts = new TreeMap<>();
    private final Set<PortalLayout> known = new HashSet<>();
    private List<? extends Map<String, String>> filled = List.of();

    Templates sheet(int row, List<String> cells) {
      NavigableMap<Integer, String> line = new TreeMap<>();
      for (int column = 0; column < cells.size(); column++) {
        if (!cells.get(column).isEmpty()) {
          line.put(column, cells.get(column));
        }
      }
      texts.put(row, line);
      return this;
    }

    void forget() {
      known.clear();
    }

    @Override
    public List<TemplateSheet> sheets(Path file) {
      return List.of(new TemplateSheet("Sheet1", texts, List.of(), Map.of()));
    }

    @Override
    public PortalLayout recognise(Path file, List<PortalLayout> layouts) throws WorkbookException {
      List<PortalLayout> fitting = layouts.stream().filter(known::contains).toList();
      if (fitting.isEmpty()) {
        throw new WorkbookException(new FileFault.NotATemplate(file.toString()));
      }
      if (fitting.size() > 1) {
        throw new WorkbookException(
            new FileFault.SeveralLayouts(fitting.stream().map(PortalLayout::name).toList()));
      }
      return fitting.getFirst();
    }

    @Override
    public void fill(Path original, PortalLayout layout, Filling filling, Path out) {
      known.add(layout);
      filled = filling.rows();
    }
  }

  private static final class Kept implements Layouts {
    private final Set<PortalLayout> layouts = new HashSet<>();

    @Override
    public List<PortalLayout> all() {
      return List.copyOf(layouts);
    }

    @Override
    public String freeName(String wanted) {
      return find(wanted).isPresent() ? wanted + "-2" : wanted;
    }

    @Override
    public Path original(PortalLayout layout) {
      throw new UnsupportedOperationException();
    }

    @Override
    public void keep(PortalLayout layout, Path original) {
      layouts.add(layout);
    }
  }
}
