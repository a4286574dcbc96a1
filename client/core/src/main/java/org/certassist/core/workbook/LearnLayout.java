package org.certassist.core.workbook;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.IntStream;
import org.certassist.core.declaration.CellPlace;
import org.certassist.core.declaration.Column;
import org.certassist.core.declaration.Kind;
import org.certassist.core.declaration.Requirement;
import org.certassist.core.declaration.Unit;

/// Learns from a portal's empty template where everything stands.
///
/// The header row is that in which most headers mean a column of ours; rows below it that are
/// filled are the template's own. What the portal's headers mean is never guessed: a word is known
/// or it is told.
public final class LearnLayout {
  private static final int DEEPEST_HEADER = 30;
  private static final int FEWEST_HEADERS = 3;
  private static final int MOST_OWN_ROWS = 3;
  private static final Map<String, List<String>> UNIT_LABELS =
      Map.of(
          "creditCode", List.of("统一社会信用代码", "社会信用代码", "信用代码"),
          "name", List.of("单位名称", "用人单位名称", "参保单位名称"),
          "type", List.of("单位类型"));

  private static final Comparator<Spot> BEST =
      Comparator.<Spot>comparingLong(spot -> spot.known() - spot.missing())
          .thenComparingInt(Spot::known);

  private final HeaderWords words;

  public LearnLayout(HeaderWords words) {
    this.words = words;
  }

  /// What the clerk says herself about the template.
  ///
  /// @param unit the unit it is used for
  /// @param columns the field by column letter, for headers that nobody knows
  public record Told(
      String name, String profile, Optional<Unit> unit, Map<String, String> columns) {
    public Told {
      columns = Map.copyOf(columns);
    }
  }

  /// @param problems in the order of the sheet; where one of them stops, the layout is not kept
  public record Learnt(PortalLayout layout, List<LayoutProblem> problems) {
    public Learnt {
      problems = List.copyOf(problems);
    }

    public boolean isUsable() {
      return problems.stream().noneMatch(LayoutProblem::stops);
    }
  }

  private record Spot(TemplateSheet sheet, Kind kind, int row, int known, long missing) {
    boolean isAsGoodAs(Spot other) {
      return known == other.known && missing == other.missing;
    }
  }

  /// The kinds that a template may be of: the one that fits best, or those that fit equally well;
  /// none where no row has headers that mean anything.
  public List<Kind> kinds(List<TemplateSheet> sheets, List<Kind> kinds) {
    List<Spot> spots = kinds.stream().flatMap(kind -> spot(sheets, kind).stream()).toList();
    return spots.stream()
        .max(BEST)
        .map(best -> spots.stream().filter(best::isAsGoodAs).map(Spot::kind).toList())
        .orElse(List.of());
  }

  /// Empty where no row has headers that mean anything.
  public Optional<Learnt> learn(List<TemplateSheet> sheets, Kind kind, Told told) {
    return spot(sheets, kind).map(spot -> learn(spot, told));
  }

  private Optional<Spot> spot(List<TemplateSheet> sheets, Kind kind) {
    return sheets.stream()
        .flatMap(sheet ->
            sheet.texts().headMap(DEEPEST_HEADER, true).keySet().stream()
                .map(row -> spot(sheet, kind, row)))
        .filter(spot -> spot.known() >= FEWEST_HEADERS)
        .max(BEST);
  }

  private Spot spot(TemplateSheet sheet, Kind kind, int row) {
    Set<String> fields = new HashSet<>();
    for (int column = 0; column < sheet.width(row); column++) {
      words
          .column(kind, sheet.text(sheet.rowOfText(row, column), column))
          .ifPresent(found -> fields.add(found.field()));
    }
    return new Spot(sheet, kind, row, fields.size(), missing(kind, fields).size());
  }

  private static List<Column> missing(Kind kind, Set<String> fields) {
    return kind.columns().stream()
        .filter(column -> column.requirement() == Requirement.REQUIRED)
        .filter(column -> !fields.contains(column.field()))
        .toList();
  }

  private Learnt learn(Spot spot, Told told) {
    List<LayoutProblem> problems = new ArrayList<>();
    List<PortalLayout.Head> heads = heads(spot, told, problems);
    Set<String> fields = new HashSet<>();
    heads.forEach(head -> head.field().ifPresent(fields::add));
    missing(spot.kind(), fields)
        .forEach(column ->
            problems.add(
                new LayoutProblem.MissingColumn(
                    spot.sheet().name() + "!" + spot.row(), column.header())));
    List<PortalLayout.UnitCell> unitCells = unitCells(spot);
    boolean hasUnit =
        unitCells.stream()
            .map(PortalLayout.UnitCell::field)
            .toList()
            .containsAll(List.of("creditCode", "name"));
    if (!hasUnit && told.unit().isEmpty()) {
      problems.add(new LayoutProblem.NoUnit());
    }
    return new Learnt(
        new PortalLayout(
            told.name(),
            told.profile(),
            spot.kind().id(),
            spot.sheet().name(),
            firstRow(spot, problems),
            heads,
            told.unit().isPresent() ? List.of() : unitCells,
            told.unit()),
        problems);
  }

  private List<PortalLayout.Head> heads(Spot spot, Told told, List<LayoutProblem> problems) {
    List<PortalLayout.Head> heads = new ArrayList<>();
    Map<String, CellPlace> taken = new HashMap<>();
    for (int column = 0; column < spot.sheet().width(spot.row()); column++) {
      int row = spot.sheet().rowOfText(spot.row(), column);
      String header = PortalLayout.oneLine(spot.sheet().text(row, column));
      if (!HeaderWords.comparable(header).isEmpty()) {
        heads.add(head(spot, told, row, column, header, taken, problems));
      }
    }
    return heads;
  }

  private PortalLayout.Head head(
      Spot spot,
      Told told,
      int row,
      int column,
      String header,
      Map<String, CellPlace> taken,
      List<LayoutProblem> problems) {
    CellPlace place = spot.sheet().place(row, column);
    Optional<Column> meant =
        Optional.ofNullable(told.columns().get(place.column()))
            .map(spot.kind()::column)
            .orElseGet(() -> words.column(spot.kind(), header));
    if (meant.isEmpty()) {
      if (!words.isIgnored(header)) {
        problems.add(new LayoutProblem.UnknownHeader(place, PortalLayout.shown(header)));
      }
      return new PortalLayout.Head(row, place.column(), header, Optional.empty(), Map.of());
    }
    CellPlace first = taken.putIfAbsent(meant.get().field(), place);
    if (first != null) {
      problems.add(new LayoutProblem.HeaderTwice(place, PortalLayout.shown(header), first));
      return new PortalLayout.Head(row, place.column(), header, Optional.empty(), Map.of());
    }
    return new PortalLayout.Head(
        row,
        place.column(),
        header,
        meant.map(Column::field),
        listWords(
            meant.get(),
            spot.sheet().lists().getOrDefault(column, List.of()),
            place,
            header,
            problems));
  }

  private static Map<String, String> listWords(
      Column meant,
      List<String> list,
      CellPlace place,
      String header,
      List<LayoutProblem> problems) {
    if (meant.choices().isEmpty() || list.isEmpty()) {
      return Map.of();
    }
    Map<String, String> joined = ListWords.join(meant.choices(), list);
    List<String> lost =
        meant.choices().stream().filter(word -> !joined.containsValue(word)).toList();
    if (!lost.isEmpty()) {
      problems.add(new LayoutProblem.WordsNotInList(place, PortalLayout.shown(header), lost));
    }
    return joined;
  }

  /// The unit's cells above the headers: each behind its label.
  private static List<PortalLayout.UnitCell> unitCells(Spot spot) {
    List<PortalLayout.UnitCell> cells = new ArrayList<>();
    UNIT_LABELS.forEach((field, labels) ->
        spot.sheet()
            .texts()
            .headMap(spot.row(), false)
            .forEach((row, texts) ->
                texts.forEach((column, text) -> {
                  if (isLabelled(text, labels)
                      && cells.stream().noneMatch(each -> each.field().equals(field))) {
                    int behind = behind(spot.sheet(), row, column);
                    cells.add(new PortalLayout.UnitCell(field, row, ColumnLetters.of(behind)));
                  }
                })));
    cells.sort(Comparator.comparing(PortalLayout.UnitCell::field));
    return cells;
  }

  /// One label may name two things, as in 单位编号/统一社会信用代码.
  private static boolean isLabelled(String text, List<String> labels) {
    return Arrays.stream(HeaderWords.comparable(text).replaceFirst(":$", "").split("/"))
        .anyMatch(labels::contains);
  }

  private static int behind(TemplateSheet sheet, int row, int column) {
    return sheet.merged().stream()
        .filter(each -> each.holds(row, column))
        .mapToInt(each -> each.lastColumn() + 1)
        .findFirst()
        .orElse(column + 1);
  }

  private static int firstRow(Spot spot, List<LayoutProblem> problems) {
    int[] own =
        spot.sheet().texts().tailMap(spot.row(), false).entrySet().stream()
            .filter(each -> !each.getValue().isEmpty())
            .mapToInt(Map.Entry::getKey)
            .toArray();
    if (own.length == 0) {
      return spot.row() + 1;
    }
    if (own.length > MOST_OWN_ROWS) {
      problems.add(new LayoutProblem.FilledAlready(own.length));
      return spot.row() + 1;
    }
    int last = IntStream.of(own).max().orElse(spot.row());
    problems.add(new LayoutProblem.RowsOfItsOwn(own[0], last, last + 1));
    return last + 1;
  }
}
