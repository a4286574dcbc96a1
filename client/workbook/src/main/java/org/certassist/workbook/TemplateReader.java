package org.certassist.workbook;

import java.io.EOFException;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.IntConsumer;
import java.util.stream.Collectors;
import java.util.zip.ZipException;
import org.certassist.core.declaration.CellPlace;
import org.certassist.core.declaration.CellValue;
import org.certassist.core.declaration.Column;
import org.certassist.core.declaration.Draft;
import org.certassist.core.declaration.DraftRow;
import org.certassist.core.declaration.Fields;
import org.certassist.core.declaration.Kind;
import org.certassist.core.declaration.ReadingNote;
import org.certassist.core.workbook.FileFault;
import org.certassist.core.workbook.PortalLayout;
import org.certassist.core.workbook.WorkbookException;
import org.jspecify.annotations.Nullable;

/// Reads one filled template: finds out which kind it is, compares what is fixed, gathers the rows.
final class TemplateReader {
  /// So many columns behind the last are looked at for headers that do not belong there.
  private static final int BEYOND = 16;

  /// After so many rows it is told how many there are.
  private static final int STRIDE = 1000;

  private final Caps caps;
  private final List<PortalLayout> layouts;
  private final IntConsumer rowsRead;

  /// @param layouts those of portals' own templates by which a file may be recognised
  /// @param rowsRead hears now and then how many rows were read
  TemplateReader(Caps caps, List<PortalLayout> layouts, IntConsumer rowsRead) {
    this.caps = caps;
    this.layouts = List.copyOf(layouts);
    this.rowsRead = rowsRead;
  }

  Draft read(Path file, List<Kind> kinds) throws WorkbookException, InterruptedException {
    String name = FileForm.nameOf(file);
    try (Book book = Book.open(file, caps)) {
      return read(book, name, kinds);
    } catch (CapReached cap) {
      throw new WorkbookException(cap.fault(), cap);
    } catch (Unusable | ZipException | EOFException damaged) {
      throw new WorkbookException(new FileFault.NotAWorkbook(name), damaged);
    } catch (IOException notRead) {
      throw new WorkbookException(new FileFault.Unreadable(name), notRead);
    }
  }

  private Draft read(Book book, String file, List<Kind> kinds)
      throws IOException, WorkbookException, InterruptedException {
    Optional<Stamp> stamp = book.stamp();
    if (stamp.isEmpty()) {
      Optional<PortalLayout> layout = new LayoutReader(offered(kinds)).find(book);
      if (layout.isPresent()) {
        return read(book, layout.get(), kinds);
      }
    }
    int columns = kinds.stream().mapToInt(kind -> kind.columns().size()).max().orElse(0) + BEYOND;
    try (Rows rows = book.rows(book.sheet(), columns)) {
      Head head = Head.read(rows, columns);
      Kind kind = recognise(stamp, head, kinds, file);
      compare(kind, head, book.sheet());
      List<Integer> hidden = new ArrayList<>();
      List<DraftRow> filled = gather(places(kind), rows, head.more(), hidden);
      if (filled.isEmpty()) {
        throw new WorkbookException(new FileFault.Empty(kind.id()));
      }
      return new Draft(
          kind,
          book.sheet(),
          unit(head),
          Layout.UNIT_ROW,
          Layout.letters(kind),
          filled,
          notes(book, hidden, rows.merged(Layout.FIRST_DATA_ROW)));
    }
  }

  private List<PortalLayout> offered(List<Kind> kinds) {
    return layouts.stream()
        .filter(layout -> kinds.stream().anyMatch(kind -> kind.id().equals(layout.kind())))
        .toList();
  }

  private Draft read(Book book, PortalLayout layout, List<Kind> kinds)
      throws IOException, WorkbookException, InterruptedException {
    LayoutPlaces places = LayoutPlaces.of(layout, kinds);
    try (Rows rows = book.rows(layout.sheet(), places.width())) {
      Map<String, CellValue> unit = new HashMap<>(places.unit());
      boolean more = rows.nextRow();
      while (more && rows.row() < layout.firstRow()) {
        places.readUnit(rows, unit);
        more = rows.nextRow();
      }
      List<Integer> hidden = new ArrayList<>();
      List<DraftRow> filled = gather(places.columns(), rows, more, hidden);
      if (filled.isEmpty()) {
        throw new WorkbookException(new FileFault.Empty(layout.kind()));
      }
      return new Draft(
          places.kind(),
          layout.sheet(),
          unit,
          places.unitRow(),
          places.letters(),
          filled,
          notes(book, hidden, rows.merged(layout.firstRow())));
    }
  }

  private static List<ReadingNote> notes(Book book, List<Integer> hidden, List<String> merged) {
    List<ReadingNote> notes = new ArrayList<>();
    book.note().ifPresent(notes::add);
    if (!hidden.isEmpty()) {
      notes.add(new ReadingNote.HiddenRows(hidden));
    }
    if (!merged.isEmpty()) {
      notes.add(new ReadingNote.MergedCells(merged));
    }
    return notes;
  }

  /// The rows above the data, and whether the reader stands at a first row below them.
  private record Head(Map<Integer, List<CellValue>> rows, boolean more) {
    static Head read(Rows reader, int columns) throws IOException, InterruptedException {
      Map<Integer, List<CellValue>> rows = new HashMap<>();
      while (reader.nextRow()) {
        if (reader.row() >= Layout.FIRST_DATA_ROW) {
          return new Head(rows, true);
        }
        List<CellValue> cells = new ArrayList<>();
        for (int column = 0; column < columns; column++) {
          cells.add(reader.cell(column));
        }
        rows.put(reader.row(), cells);
      }
      return new Head(rows, false);
    }

    CellValue cell(int row, int column) {
      List<CellValue> cells = rows.getOrDefault(row, List.of());
      return column < cells.size() ? cells.get(column) : new CellValue.Blank();
    }

    String text(int row, int column) {
      return CellDecoder.shown(cell(row, column));
    }

    int width() {
      return rows.getOrDefault(Layout.HEADER_ROW, List.of()).size();
    }

    List<String> headers() {
      List<String> headers = new ArrayList<>();
      for (int column = 0; column < width(); column++) {
        headers.add(Layout.comparable(text(Layout.HEADER_ROW, column)));
      }
      return headers;
    }
  }

  private static Kind recognise(Optional<Stamp> stamp, Head head, List<Kind> kinds, String file)
      throws WorkbookException {
    if (stamp.isEmpty()) {
      return byHeaders(head.headers(), kinds)
          .orElseThrow(() -> new WorkbookException(new FileFault.NotATemplate(file)));
    }
    Kind kind =
        kinds.stream()
            .filter(each -> each.id().equals(stamp.get().kind()))
            .findFirst()
            .orElseThrow(
                () -> new WorkbookException(new FileFault.OtherKind(titleOf(head, stamp.get()))));
    if (kind.version() != stamp.get().version()) {
      throw new WorkbookException(
          new FileFault.OtherVersion(
              kind.id(),
              Integer.toString(stamp.get().version()),
              Integer.toString(kind.version())));
    }
    return kind;
  }

  /// The kind most of whose headers are there, in whatever order; none below two thirds.
  private static Optional<Kind> byHeaders(List<String> headers, List<Kind> kinds) {
    return kinds.stream()
        .filter(kind -> 3 * present(kind, headers) >= 2L * kind.columns().size())
        .max(
            Comparator.comparingDouble(
                    (Kind kind) -> (double) present(kind, headers) / kind.columns().size())
                .thenComparingInt(kind -> kind.columns().size()));
  }

  private static long present(Kind kind, List<String> headers) {
    return kind.columns().stream()
        .filter(column -> headers.contains(Layout.comparable(column.header())))
        .count();
  }

  private static String titleOf(Head head, Stamp stamp) {
    String title = Layout.shown(head.text(Layout.TITLE_ROW, 0)).replaceFirst("(?U)\\s.*", "");
    return title.isEmpty() ? stamp.kind() : title;
  }

  private static void compare(Kind kind, Head head, String sheet) throws WorkbookException {
    for (Layout.UnitCell cell : Layout.UNIT_CELLS) {
      compare(head, sheet, Layout.UNIT_ROW, cell.labelColumn(), cell.label());
    }
    int columns = kind.columns().size();
    for (int column = 0; column < columns; column++) {
      compare(head, sheet, Layout.HEADER_ROW, column, Layout.header(kind.columns().get(column)));
    }
    for (int column = columns; column < columns + BEYOND; column++) {
      compare(head, sheet, Layout.HEADER_ROW, column, "");
    }
  }

  private static void compare(Head head, String sheet, int row, int column, String expected)
      throws WorkbookException {
    String found = head.text(row, column);
    if (!Layout.comparable(found).equals(Layout.comparable(expected))) {
      String place = new CellPlace(sheet, row, Columns.letter(column)).toString();
      throw new WorkbookException(
          new FileFault.AlteredTemplate(place, expected, Layout.shown(found)));
    }
  }

  private static Map<String, CellValue> unit(Head head) {
    return Layout.UNIT_CELLS.stream()
        .collect(
            Collectors.toMap(
                Layout.UnitCell::field, cell -> head.cell(Layout.UNIT_ROW, cell.column())));
  }

  /// @param hidden gathers the filled rows that a spreadsheet does not show
  private List<DraftRow> gather(
      List<FieldColumn> columns, Rows rows, boolean standsAtRow, List<Integer> hidden)
      throws IOException, InterruptedException {
    Fields fields = new Fields(columns.stream().map(FieldColumn::field).toList());
    List<DraftRow> filled = new ArrayList<>();
    boolean more = standsAtRow;
    while (more) {
      Map<String, CellValue> cells = rows.isBlank() ? Map.of() : fields.row(cells(columns, rows));
      if (!cells.isEmpty()) {
        if (filled.size() == caps.rows()) {
          throw new CapReached("rows", caps.rows());
        }
        filled.add(new DraftRow(rows.row(), cells));
        if (rows.isHidden()) {
          hidden.add(rows.row());
        }
        if (filled.size() % STRIDE == 0) {
          rowsRead.accept(filled.size());
        }
      }
      more = rows.nextRow();
    }
    return filled;
  }

  private static @Nullable CellValue[] cells(List<FieldColumn> columns, Rows row) {
    @Nullable CellValue[] cells = new CellValue[columns.size()];
    for (int place = 0; place < cells.length; place++) {
      CellValue cell = columns.get(place).read(row);
      if (!(cell instanceof CellValue.Blank)) {
        cells[place] = cell;
      }
    }
    return cells;
  }

  /// Our own columns, one beside the other.
  private static List<FieldColumn> places(Kind kind) {
    List<FieldColumn> places = new ArrayList<>();
    for (Column column : kind.columns()) {
      places.add(new FieldColumn(column.field(), places.size(), Map.of()));
    }
    return places;
  }
}
