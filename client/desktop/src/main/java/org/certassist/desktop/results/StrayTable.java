package org.certassist.desktop.results;

import java.util.List;
import javafx.collections.FXCollections;
import javafx.scene.control.TableView;
import org.certassist.core.results.ResultLine;
import org.certassist.core.results.RowResult;
import org.certassist.desktop.fx.Columns;
import org.certassist.desktop.fx.Words;

/// The lines of the portal's list that fit no row of the declaration, or more than one.
final class StrayTable extends TableView<ResultLine> {
  private static final double LINE = 34;
  private static final int MOST_LINES = 4;

  StrayTable(List<ResultLine> lines, Words words) {
    super(FXCollections.observableArrayList(lines));
    setId("strays");
    getStyleClass().addAll("dense", "bordered");
    setAccessibleText(words.get("results.strays", lines.size()));
    setColumnResizePolicy(TableView.CONSTRAINED_RESIZE_POLICY_LAST_COLUMN);
    setFixedCellSize(LINE);
    setPrefHeight(LINE * (Math.min(MOST_LINES, lines.size()) + 1) + 6);
    setMinHeight(Math.min(getPrefHeight(), LINE * 3 + 6));
    getColumns()
        .setAll(
            List.of(
                Columns.<ResultLine>number(words.get("results.line"), 88, ResultLine::line),
                Columns.<ResultLine>text(words.get("result.name"), 120, ResultLine::name),
                Columns.<ResultLine>text(words.get("result.idNumber"), 200, ResultLine::idNumber),
                Columns.<ResultLine>text(
                    words.get("result.portalWords"), 240, line -> said(line, words))));
  }

  private static String said(ResultLine line, Words words) {
    return switch (line.result()) {
      case RowResult.Wrong(String message) -> message;
      case RowResult.Undecided(String word) -> word;
      case RowResult.Passed() -> words.get("results.outcome.PASSED");
    };
  }
}
