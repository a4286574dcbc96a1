package org.certassist.core.rules;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.IntStream;
import org.certassist.core.declaration.Column;
import org.certassist.core.declaration.DraftRow;
import org.certassist.core.declaration.Fields;
import org.jspecify.annotations.Nullable;

/// Reads rows and holds each of them, by itself, against the rules; long tables in pieces, side by
/// side on all processors.
final class RowsCheck {
  /// Below this a second processor is not worth waking.
  private static final int PIECE = 2_000;

  private final List<Column> columns;
  private final List<RowRule> rules;
  private final Situation situation;
  private final Fields fields;
  private final CellReader cells;

  RowsCheck(List<Column> columns, List<RowRule> rules, Situation situation, CellReader cells) {
    this.columns = columns;
    this.rules = rules;
    this.situation = situation;
    this.cells = cells;
    this.fields = new Fields(columns.stream().map(Column::field).toList());
  }

  /// @param report gets the findings, in the order of the rows
  List<CheckedRow> check(List<DraftRow> rows, Report report) {
    int pieces = (rows.size() + PIECE - 1) / PIECE;
    List<Piece> checked =
        IntStream.range(0, pieces)
            .parallel()
            .mapToObj(i ->
                piece(
                    rows.subList(i * PIECE, Math.min(rows.size(), (i + 1) * PIECE)),
                    report.ofOthers()))
            .toList();
    List<CheckedRow> all = new ArrayList<>(rows.size());
    for (Piece piece : checked) {
      all.addAll(piece.rows());
      report.join(piece.report());
    }
    return all;
  }

  private record Piece(List<CheckedRow> rows, Report report) {}

  private Piece piece(List<DraftRow> rows, Report report) {
    List<ColumnReader> readers =
        columns.stream().map(column -> new ColumnReader(column, cells)).toList();
    List<CheckedRow> checked = new ArrayList<>(rows.size());
    for (DraftRow row : rows) {
      CheckedRow read = read(row, readers, report);
      checked.add(read);
      for (RowRule rule : rules) {
        rule.check(read, situation, report);
      }
    }
    return new Piece(checked, report);
  }

  private CheckedRow read(DraftRow row, List<ColumnReader> readers, Report report) {
    @Nullable String[] values = new String[readers.size()];
    Set<String> unreadable = Set.of();
    for (int place = 0; place < values.length; place++) {
      ColumnReader reader = readers.get(place);
      switch (reader.read(row)) {
        case CellReading.Value(String value) -> values[place] = value;
        case CellReading.Blank() -> {
          if (reader.isRequired()) {
            report.found(Rule.CELL_REQUIRED, row.row(), reader.field(), "");
          }
        }
        case CellReading.Unreadable(Rule rule, String shown, List<String> details) -> {
          unreadable = unreadable.isEmpty() ? new HashSet<>() : unreadable;
          unreadable.add(reader.field());
          report.found(rule, row.row(), reader.field(), shown, details.toArray(String[]::new));
        }
      }
    }
    return new CheckedRow(row.row(), fields.row(values), unreadable);
  }
}
