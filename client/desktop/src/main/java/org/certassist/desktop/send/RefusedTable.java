package org.certassist.desktop.send;

import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.stream.Collectors;
import javafx.collections.FXCollections;
import javafx.scene.control.TableView;
import org.certassist.core.declaration.Content;
import org.certassist.core.portal.RowAnswers;
import org.certassist.core.portal.RowAnswers.RowAnswer;
import org.certassist.desktop.fx.Columns;
import org.certassist.desktop.fx.Words;

/// The rows that the portal refused, with the person and the portal's own words.
final class RefusedTable extends TableView<RowAnswer> {
  private static final double LINE = 34;
  private static final int MOST_LINES = 8;

  RefusedTable(RowAnswers answers, Content content, Words words) {
    super(FXCollections.observableArrayList(answers.rows()));
    setId("refused");
    getStyleClass().addAll("dense", "bordered");
    setAccessibleText(words.get("result.refusedRows"));
    setColumnResizePolicy(TableView.CONSTRAINED_RESIZE_POLICY_LAST_COLUMN);
    setFixedCellSize(LINE);
    setPrefHeight(LINE * (Math.min(MOST_LINES, answers.rows().size()) + 1) + 6);
    setMinHeight(Math.min(getPrefHeight(), LINE * 3));
    Map<Integer, Map<String, String>> people =
        content.rows().stream().collect(Collectors.toMap(Content.Row::row, Content.Row::values));
    Function<RowAnswer, Map<String, String>> person =
        answer -> people.getOrDefault(answer.row(), new TreeMap<>());
    getColumns()
        .setAll(
            List.of(
                Columns.<RowAnswer>number(words.get("findings.row"), 64, RowAnswer::row),
                Columns.<RowAnswer>text(
                    words.get("result.name"),
                    120,
                    answer -> person.apply(answer).getOrDefault("name", "")),
                Columns.<RowAnswer>text(
                    words.get("result.idNumber"),
                    200,
                    answer -> person.apply(answer).getOrDefault("idNumber", "")),
                Columns.<RowAnswer>text(words.get("result.portalWords"), 320, RowAnswer::message)));
  }
}
