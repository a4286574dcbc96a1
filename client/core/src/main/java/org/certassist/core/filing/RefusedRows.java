package org.certassist.core.filing;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.UUID;
import java.util.stream.Collectors;
import org.certassist.core.archive.History;
import org.certassist.core.archive.Step;
import org.certassist.core.declaration.CellPlace;
import org.certassist.core.declaration.Column;
import org.certassist.core.declaration.Content;
import org.certassist.core.declaration.Kind;
import org.certassist.core.fault.FaultException;
import org.certassist.core.portal.RowAnswers.RowAnswer;
import org.certassist.core.workbook.CopyName;
import org.certassist.core.workbook.Workbooks;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// Makes a workbook of only the rows that the portal refused, each marked with the portal's words,
/// to be corrected and sent again.
public final class RefusedRows {
  private static final Logger LOG = LoggerFactory.getLogger(RefusedRows.class);

  private final Workbooks workbooks;

  public RefusedRows(Workbooks workbooks) {
    this.workbooks = workbooks;
  }

  /// Writes nothing when no row was refused.
  ///
  /// @throws FaultException when `out` cannot be written
  public void write(History history, Kind kind, Path out)
      throws FaultException, InterruptedException {
    List<RowAnswer> refused =
        history.last(Step.Answered.class).map(step -> step.answers().rows()).orElse(List.of());
    if (!refused.isEmpty()) {
      write(history.content(), refused, kind, out);
    }
  }

  /// Writes the rows that `refused` names, whether or not the answers were kept.
  ///
  /// @throws FaultException when `out` cannot be written
  public void write(Content content, List<RowAnswer> refused, Kind kind, Path out)
      throws FaultException, InterruptedException {
    Map<Integer, SortedMap<String, String>> values =
        content.rows().stream().collect(Collectors.toMap(Content.Row::row, Content.Row::values));
    List<Map<String, String>> rows = new ArrayList<>();
    List<Workbooks.Mark> marks = new ArrayList<>();
    for (RowAnswer answer : refused) {
      int row = Workbooks.FIRST_DATA_ROW + rows.size();
      rows.add(values.getOrDefault(answer.row(), java.util.Collections.emptySortedMap()));
      marks.add(
          new Workbooks.Mark(
              new CellPlace(Workbooks.DATA_SHEET, row, "B"), true, header(kind), answer.message()));
    }
    Path unmarked = unmarkedBeside(out);
    try {
      workbooks.writeTemplate(kind, Optional.of(content.unit()), rows, unmarked);
      workbooks.writeMarked(unmarked, marks, out);
    } finally {
      delete(unmarked);
    }
  }

  /// That of the second column, in which every kind has the number of a person.
  private static String header(Kind kind) {
    return kind.columns().stream().skip(1).map(Column::header).findFirst().orElse("");
  }

  /// A name of its own in the same folder: it holds personal data and is gone before anybody looks.
  private static Path unmarkedBeside(Path out) {
    return out.resolveSibling("." + UUID.randomUUID() + CopyName.suffix(out));
  }

  private static void delete(Path unmarked) {
    try {
      Files.deleteIfExists(unmarked);
    } catch (IOException left) {
      LOG.warn("left behind: {}", unmarked, left);
    }
  }
}
