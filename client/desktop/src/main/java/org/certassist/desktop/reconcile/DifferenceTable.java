package org.certassist.desktop.reconcile;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import javafx.collections.FXCollections;
import javafx.scene.control.TableColumn;
import javafx.scene.control.TableView;
import org.certassist.core.declaration.Content;
import org.certassist.desktop.fx.Columns;
import org.certassist.desktop.fx.Words;

/// The people of one kind of difference.
final class DifferenceTable extends TableView<DifferenceGroup.Line> {
  private static final double LINE = 34;
  private static final int MOST_LINES = 6;

  DifferenceTable(DifferenceGroup group, Words words) {
    super(FXCollections.observableArrayList(group.people()));
    setId("people-" + group.id());
    getStyleClass().addAll("dense", "bordered");
    setAccessibleText(words.shared().get("difference." + group.id()));
    setColumnResizePolicy(TableView.CONSTRAINED_RESIZE_POLICY_LAST_COLUMN);
    setFixedCellSize(LINE);
    setPrefHeight(LINE * (Math.min(MOST_LINES, group.people().size()) + 1) + 6);
    setMinHeight(getPrefHeight());
    List<TableColumn<DifferenceGroup.Line, ?>> columns =
        new ArrayList<>(
            List.of(
                Columns.<DifferenceGroup.Line>text(
                    words.get("result.name"), 100, one -> one.person().name()),
                Columns.<DifferenceGroup.Line>text(
                    words.get("result.idNumber"), 180, one -> one.person().idNumber()),
                Columns.<DifferenceGroup.Line>text(
                    words.get("results.line"),
                    88,
                    one -> one.line().map(String::valueOf).orElse(""))));
    if (group.hasBases()) {
      columns.add(Columns.text(words.get("reconcile.filedBase"), 96, one -> base(one.filed())));
      columns.add(Columns.text(words.get("reconcile.chargedBase"), 96, one -> base(one.charged())));
    }
    columns.add(
        Columns.text(
            words.get("reconcile.filing"),
            180,
            one -> one.filing().map(content -> named(content, words)).orElse("")));
    getColumns().setAll(columns);
  }

  private static String base(Optional<BigDecimal> base) {
    return base.map(BigDecimal::toPlainString).orElse("");
  }

  private static String named(Content content, Words words) {
    return words.get(
        "reconcile.filingOf", content.source(), words.month(content.settlementMonth()));
  }
}
