package org.certassist.desktop.check;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.certassist.core.declaration.CellPlace;
import org.certassist.core.declaration.Column;
import org.certassist.core.declaration.Kind;
import org.certassist.core.rules.Finding;
import org.certassist.core.rules.Severity;
import org.certassist.core.workbook.Workbooks.Mark;
import org.certassist.texts.Texts;

/// Turns findings into marks, one a cell, with the sentences she reads.
final class MarkedCells {
  private MarkedCells() {}

  static List<Mark> of(Kind kind, List<Finding> findings, Texts texts) {
    Map<CellPlace, List<Finding>> byCell = new LinkedHashMap<>();
    findings.forEach(
        found -> byCell.computeIfAbsent(found.place(), _ -> new ArrayList<>()).add(found));
    return byCell.entrySet().stream()
        .map(cell ->
            new Mark(
                cell.getKey(),
                hasError(cell.getValue()),
                header(kind, cell.getValue().getFirst()),
                note(cell.getValue(), texts)))
        .toList();
  }

  private static String header(Kind kind, Finding found) {
    return kind.column(found.field()).map(Column::header).orElse("");
  }

  private static boolean hasError(List<Finding> findings) {
    return findings.stream().anyMatch(found -> found.severity() == Severity.ERROR);
  }

  private static String note(List<Finding> findings, Texts texts) {
    return findings.stream().map(texts::finding).collect(Collectors.joining("\n"));
  }
}
