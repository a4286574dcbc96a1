package org.certassist.desktop.check;

import javafx.beans.property.ObjectProperty;
import javafx.beans.property.SimpleObjectProperty;
import javafx.beans.value.ObservableValue;
import javafx.scene.control.Label;
import org.certassist.core.declaration.Draft;
import org.certassist.core.rules.Finding;
import org.certassist.desktop.fx.Words;
import org.jspecify.annotations.Nullable;

/// The whole sentence of the finding pointed at, with more to say where the rule has more.
final class FindingDetail extends Label {
  private static final double TWO_LINES = 40;

  // Bound, so that a label no longer shown is not held by what it speaks of.
  private final ObjectProperty<@Nullable Finding> pointedAt = new SimpleObjectProperty<>();

  FindingDetail(SheetInHand sheet, ObservableValue<@Nullable Finding> pointedAt, Words words) {
    setId("finding-detail");
    getStyleClass().add("finding-detail");
    setWrapText(true);
    setMinHeight(USE_PREF_SIZE);
    setMaxWidth(Double.MAX_VALUE);
    this.pointedAt.bind(pointedAt);
    this.pointedAt.subscribe(found ->
        setText(
            found == null
                ? words.get("findings.noneChosen")
                : sentence(found, sheet.edited().get().shown(), words)));
  }

  /// Never less than two lines, so that the tables stay still while she goes through the findings.
  @Override
  protected double computePrefHeight(double width) {
    return Math.max(TWO_LINES, super.computePrefHeight(width));
  }

  private static String sentence(Finding found, Draft draft, Words words) {
    String sentence = words.shared().finding(found);
    String help = words.shared().ruleHelp(found.rule()).orElse("");
    String cell = found.place().column() + found.place().row();
    String name = name(found.place().row(), draft);
    String place = name.isEmpty() ? cell : words.get("findings.person", cell, name);
    return words.get("findings.detail", place, sentence, help);
  }

  private static String name(int row, Draft draft) {
    return draft.rows().stream()
        .filter(person -> person.row() == row)
        .findFirst()
        .map(person -> person.cell("name").shown())
        .orElse("");
  }
}
