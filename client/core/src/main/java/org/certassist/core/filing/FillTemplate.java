package org.certassist.core.filing;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.certassist.core.declaration.Column;
import org.certassist.core.declaration.Content;
import org.certassist.core.declaration.Kind;
import org.certassist.core.declaration.Unit;
import org.certassist.core.fault.FaultException;
import org.certassist.core.fault.UsageFault;
import org.certassist.core.listing.PersonNumber;
import org.certassist.core.rules.CheckedDeclaration;
import org.certassist.core.workbook.FileFault;
import org.certassist.core.workbook.LayoutProblem;
import org.certassist.core.workbook.Layouts;
import org.certassist.core.workbook.LearnLayout;
import org.certassist.core.workbook.LearnLayout.Learnt;
import org.certassist.core.workbook.LearnLayout.Told;
import org.certassist.core.workbook.PortalLayout;
import org.certassist.core.workbook.PortalTemplates;
import org.certassist.core.workbook.PortalTemplates.Filling;
import org.certassist.core.workbook.TemplateSheet;
import org.certassist.core.workbook.WorkbookException;

/// Puts checked rows into a copy of a template that a portal made.
public final class FillTemplate {
  private final PortalTemplates templates;
  private final Layouts layouts;
  private final LearnLayout learning;

  public FillTemplate(PortalTemplates templates, Layouts layouts, LearnLayout learning) {
    this.templates = templates;
    this.layouts = layouts;
    this.learning = learning;
  }

  /// @param leftOut columns of ours with something in them that the template does not have
  public record Filled(Path file, PortalLayout layout, List<Column> leftOut) {
    public Filled {
      leftOut = List.copyOf(leftOut);
    }
  }

  /// Fills a copy of an empty template, and learns and keeps its layout where nobody did before.
  ///
  /// @throws FaultException naming why the template, or the rows for it, cannot be used; an
  ///   existing `out` stays as it was
  public Filled fill(Path template, CheckedDeclaration rows, Path out)
      throws FaultException, InterruptedException {
    Optional<PortalLayout> known = known(template, rows);
    return fill(template, known.isPresent() ? known.get() : learn(template, rows), rows, out);
  }

  /// Fills a copy of a template whose layout is known.
  public Filled fill(Path original, PortalLayout layout, CheckedDeclaration rows, Path out)
      throws FaultException, InterruptedException {
    Content content = rows.content();
    demandFit(layout, rows.kind(), content.unit());
    templates.fill(
        original,
        layout,
        new Filling(content.unit(), content.rows().stream().map(Content.Row::values).toList()),
        out);
    return new Filled(out, layout, leftOut(layout, rows.kind(), content.rows()));
  }

  /// One that was imported for another unit is not known for this one.
  private Optional<PortalLayout> known(Path template, CheckedDeclaration rows)
      throws WorkbookException, InterruptedException {
    List<PortalLayout> ofUnit =
        layouts.ofProfile(rows.content().profile()).stream()
            .filter(layout -> isFor(layout, rows.content().unit()))
            .toList();
    try {
      return Optional.of(templates.recognise(template, ofUnit));
    } catch (WorkbookException notKnown) {
      return switch (notKnown.fault()) {
        case FileFault.NotATemplate _ -> Optional.empty();
        case FileFault.SeveralLayouts _ ->
            Optional.of(templates.recognise(template, ofKind(rows.kind(), ofUnit)));
        default -> throw notKnown;
      };
    }
  }

  private static List<PortalLayout> ofKind(Kind kind, List<PortalLayout> layouts) {
    return layouts.stream().filter(layout -> layout.kind().equals(kind.id())).toList();
  }

  /// The kind is known from the rows, and the unit too where the template has no cells for it.
  private PortalLayout learn(Path template, CheckedDeclaration rows)
      throws FaultException, InterruptedException {
    List<TemplateSheet> sheets = templates.sheets(template);
    Learnt learnt = learn(sheets, template, rows, Optional.empty());
    if (learnt.problems().stream().anyMatch(LayoutProblem.NoUnit.class::isInstance)) {
      learnt = learn(sheets, template, rows, Optional.of(rows.content().unit()));
    }
    demandUsable(learnt, sheets);
    layouts.keep(learnt.layout(), template);
    return learnt.layout();
  }

  private Learnt learn(
      List<TemplateSheet> sheets, Path template, CheckedDeclaration rows, Optional<Unit> unit)
      throws WorkbookException {
    return learning
        .learn(
            sheets,
            rows.kind(),
            new Told(layouts.freeName(stem(template)), rows.content().profile(), unit, Map.of()))
        .orElseThrow(() ->
            new WorkbookException(
                new FileFault.NotATemplate(String.valueOf(template.getFileName()))));
  }

  private static void demandUsable(Learnt learnt, List<TemplateSheet> sheets)
      throws WorkbookException {
    List<String> missing =
        learnt.problems().stream()
            .filter(LayoutProblem.MissingColumn.class::isInstance)
            .map(LayoutProblem.MissingColumn.class::cast)
            .map(LayoutProblem.MissingColumn::header)
            .toList();
    if (!missing.isEmpty()) {
      throw new WorkbookException(new FileFault.TemplateLacks(String.join("、", missing)));
    }
    if (!learnt.isUsable() || hasPeople(learnt.layout(), sheets)) {
      throw new WorkbookException(new FileFault.TemplateNotEmpty());
    }
  }

  /// A row of the template's own may be a remark, but hardly somebody: with last month's people in
  /// it these would be filed once more.
  private static boolean hasPeople(PortalLayout layout, List<TemplateSheet> sheets) {
    return sheets.stream()
        .filter(sheet -> sheet.name().equals(layout.sheet()))
        .flatMap(sheet ->
            sheet
                .texts()
                .subMap(layout.headRow(), false, layout.firstRow(), false)
                .values()
                .stream())
        .flatMap(row -> row.values().stream())
        .anyMatch(text -> new PersonNumber(text).isWhole());
  }

  /// The file's name without its end.
  private static String stem(Path file) {
    return String.valueOf(file.getFileName()).replaceFirst("\\.[^.]*$", "");
  }

  private static void demandFit(PortalLayout layout, Kind kind, Unit unit) throws FaultException {
    if (!layout.kind().equals(kind.id())) {
      throw new WorkbookException(new FileFault.OtherKind(kind.title()));
    }
    if (!isFor(layout, unit)) {
      throw new FaultException(
          UsageFault.of(
              "usage.layoutUnit",
              layout.unit().map(Unit::creditCode).orElse(""),
              unit.creditCode()));
    }
  }

  private static boolean isFor(PortalLayout layout, Unit unit) {
    return layout
        .unit()
        .map(Unit::creditCode)
        .filter(code -> !code.equals(unit.creditCode()))
        .isEmpty();
  }

  private static List<Column> leftOut(PortalLayout layout, Kind kind, List<Content.Row> rows) {
    return kind.columns().stream()
        .filter(column -> layout.head(column.field()).isEmpty())
        .filter(column -> rows.stream().anyMatch(row -> isFilled(row.values(), column)))
        .toList();
  }

  private static boolean isFilled(Map<String, String> values, Column column) {
    return !values.getOrDefault(column.field(), "").isEmpty();
  }
}
