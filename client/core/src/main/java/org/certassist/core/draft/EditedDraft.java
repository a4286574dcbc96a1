package org.certassist.core.draft;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.certassist.core.declaration.CellValue;
import org.certassist.core.declaration.Column;
import org.certassist.core.declaration.Draft;
import org.certassist.core.declaration.DraftRow;
import org.certassist.core.workbook.OwnTemplate;
import org.certassist.core.workbook.Workbooks;

/// A draft under the clerk's hands, with the acts that can be undone and redone; each act gives a
/// new one.
///
/// Its last row is blank, so that there is always one to type in, unless it has all the rows that
/// it may have. Rows are counted from 0 here; each knows its own number in the file.
public final class EditedDraft {
  /// Acts that can be undone.
  static final int MOST_STEPS = 100;

  /// Rows of all remembered drafts together, which bounds what the acts on a huge one cost.
  static final int MOST_ROWS_REMEMBERED = 2_000_000;

  private final Draft now;
  private final History history;
  private final int mostRows;

  private EditedDraft(Draft now, History history, int mostRows) {
    this.now = now;
    this.history = history;
    this.mostRows = mostRows;
  }

  /// One of the cells.
  public record At(int row, String field) {}

  /// What stood there before and after.
  private record History(List<Draft> past, List<Draft> future) {
    History {
      past = List.copyOf(past);
      future = List.copyOf(future);
    }

    History then(Draft before) {
      List<Draft> kept = new ArrayList<>(past);
      kept.add(before);
      int rows = kept.stream().mapToInt(draft -> draft.rows().size()).sum();
      while (kept.size() > MOST_STEPS || (rows > MOST_ROWS_REMEMBERED && kept.size() > 1)) {
        rows -= kept.removeFirst().rows().size();
      }
      return new History(kept, List.of());
    }
  }

  /// @param blankRows how many blank rows it has at least at its end; not less than one
  /// @param mostRows the most rows that acts may make it grow to
  public static EditedDraft of(Draft draft, int blankRows, int mostRows) {
    List<DraftRow> rows = new ArrayList<>(draft.rows());
    int most = Math.max(mostRows, rows.size());
    for (int i = 0; i < blankRows && rows.size() < most; i++) {
      rows.add(blankAfter(rows));
    }
    return new EditedDraft(with(draft, rows), new History(List.of(), List.of()), most);
  }

  /// The draft with its blank rows.
  public Draft shown() {
    return now;
  }

  /// The draft as it is checked, kept and filed: without its blank rows, as a file is read.
  public Draft filled() {
    return with(now, now.rows().stream().filter(row -> !row.isBlank()).toList());
  }

  public List<DraftRow> rows() {
    return now.rows();
  }

  /// Whether it came from a template of ours, or was begun here.
  public boolean isOurs() {
    return OwnTemplate.isOf(now);
  }

  public boolean canUndo() {
    return !history.past().isEmpty();
  }

  public boolean canRedo() {
    return !history.future().isEmpty();
  }

  public EditedDraft undo() {
    if (!canUndo()) {
      return this;
    }
    List<Draft> past = history.past();
    List<Draft> future = Stream.concat(Stream.of(now), history.future().stream()).toList();
    return new EditedDraft(
        past.getLast(), new History(past.subList(0, past.size() - 1), future), mostRows);
  }

  public EditedDraft redo() {
    if (!canRedo()) {
      return this;
    }
    List<Draft> future = history.future();
    List<Draft> past = Stream.concat(history.past().stream(), Stream.of(now)).toList();
    return new EditedDraft(
        future.getFirst(), new History(past, future.subList(1, future.size())), mostRows);
  }

  /// Puts a text into each of some cells, exactly as it is; an empty one empties them. A cell that
  /// already shows it keeps what it holds.
  public EditedDraft put(Collection<At> cells, String text) {
    List<DraftRow> rows = new ArrayList<>(now.rows());
    cells.forEach(
        cell -> rows.set(cell.row(), put(rows.get(cell.row()), Map.of(cell.field(), text))));
    return then(rows);
  }

  /// Puts a text into one of the unit's cells.
  ///
  /// @param cell `creditCode`, `name` or `type`
  public EditedDraft putUnit(String cell, String text) {
    CellValue before = now.unit().getOrDefault(cell, new CellValue.Blank());
    if (isShown(before, text)) {
      return this;
    }
    Map<String, CellValue> unit = new HashMap<>(now.unit());
    unit.put(cell, CellValue.typed(text));
    return then(
        new Draft(
            now.kind(), now.sheet(), unit, now.unitRow(), now.columns(), now.rows(), now.notes()));
  }

  /// Puts a block of texts into the cells from one on, right and down; rows are added as needed.
  public Edit paste(At first, List<? extends List<String>> block) {
    List<String> fields = now.kind().columns().stream().map(Column::field).toList();
    int room = fields.size() - fields.indexOf(first.field());
    int wide = block.stream().mapToInt(EditedDraft::filledCells).max().orElse(0);
    if (wide > room) {
      return new Edit.TooWide(wide, room);
    }
    int needed = first.row() + filledRows(block);
    if (needed > mostRows) {
      return new Edit.TooManyRows(needed, mostRows);
    }
    List<DraftRow> rows = new ArrayList<>(now.rows());
    while (rows.size() < needed) {
      rows.add(blankAfter(rows));
    }
    int column = fields.size() - room;
    for (int i = 0; i < block.size() && first.row() + i < rows.size(); i++) {
      List<String> texts = block.get(i);
      Map<String, String> byField = new HashMap<>();
      for (int j = 0; j < Math.min(texts.size(), room); j++) {
        byField.put(fields.get(column + j), texts.get(j));
      }
      rows.set(first.row() + i, put(rows.get(first.row() + i), byField));
    }
    return new Edit.Done(then(rows));
  }

  /// Adds blank rows before one, or at the end; those below move down.
  public Edit insert(int before, int count) {
    List<DraftRow> rows = new ArrayList<>(now.rows());
    if (rows.size() + count > mostRows) {
      return new Edit.TooManyRows(rows.size() + count, mostRows);
    }
    for (int i = 0; i < count; i++) {
      int number = before < rows.size() ? rows.get(before).row() : blankAfter(rows).row();
      for (int below = before; below < rows.size(); below++) {
        DraftRow row = rows.get(below);
        rows.set(below, new DraftRow(row.row() + 1, row.cells()));
      }
      rows.add(before, new DraftRow(number, Map.of()));
    }
    return new Edit.Done(then(rows));
  }

  /// Takes rows out; those below move up.
  public EditedDraft delete(Set<Integer> gone) {
    List<DraftRow> rows = new ArrayList<>(now.rows().size());
    int above = 0;
    for (int i = 0; i < now.rows().size(); i++) {
      DraftRow row = now.rows().get(i);
      if (gone.contains(i)) {
        above++;
      } else {
        rows.add(above == 0 ? row : new DraftRow(row.row() - above, row.cells()));
      }
    }
    return then(rows);
  }

  private EditedDraft then(List<DraftRow> rows) {
    if ((rows.isEmpty() || !rows.getLast().isBlank()) && rows.size() < mostRows) {
      rows.add(blankAfter(rows));
    }
    return rows.equals(now.rows()) ? this : then(with(now, rows));
  }

  private EditedDraft then(Draft next) {
    return new EditedDraft(next, history.then(now), mostRows);
  }

  private static DraftRow put(DraftRow row, Map<String, String> texts) {
    Map<String, CellValue> cells = new HashMap<>(row.cells());
    texts.forEach((field, text) -> {
      if (!isShown(row.cell(field), text)) {
        cells.put(field, CellValue.typed(text));
      }
    });
    return cells.equals(row.cells()) ? row : new DraftRow(row.row(), cells);
  }

  private static boolean isShown(CellValue cell, String text) {
    return cell.shown().equals(text) || cell.equals(CellValue.typed(text));
  }

  private static DraftRow blankAfter(List<DraftRow> rows) {
    int number = rows.isEmpty() ? Workbooks.FIRST_DATA_ROW : rows.getLast().row() + 1;
    return new DraftRow(number, Map.of());
  }

  private static Draft with(Draft draft, List<DraftRow> rows) {
    return new Draft(
        draft.kind(),
        draft.sheet(),
        draft.unit(),
        draft.unitRow(),
        draft.columns(),
        rows,
        draft.notes());
  }

  private static int filledCells(List<String> row) {
    int filled = row.size();
    while (filled > 0 && CellValue.typed(row.get(filled - 1)) instanceof CellValue.Blank) {
      filled--;
    }
    return filled;
  }

  private static int filledRows(List<? extends List<String>> block) {
    int filled = block.size();
    while (filled > 0 && filledCells(block.get(filled - 1)) == 0) {
      filled--;
    }
    return filled;
  }

  /// Without a cell's text, which may be somebody's.
  @Override
  public String toString() {
    return "EditedDraft[" + now + ", " + history.past().size() + " steps]";
  }
}
