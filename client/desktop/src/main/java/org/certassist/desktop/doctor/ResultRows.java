package org.certassist.desktop.doctor;

import java.util.Comparator;
import java.util.List;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import org.certassist.core.diagnosis.CheckResult;
import org.certassist.core.diagnosis.CheckResult.State;
import org.certassist.desktop.fx.Make;
import org.certassist.desktop.fx.Tone;
import org.certassist.desktop.fx.Words;
import org.kordamp.ikonli.materialdesign2.MaterialDesignM;

/// What the checks found, a line each, those with a cause first.
final class ResultRows extends VBox {
  private static final double NAMES = 168;

  private final CheckupViewModel model;
  private final Words words;

  /// @param pick whether one with a cause can be chosen
  ResultRows(List<CheckResult> results, boolean pick, CheckupViewModel model, Words words) {
    this.model = model;
    this.words = words;
    setId("check-results");
    getStyleClass().add("lines");
    results.stream()
        .sorted(Comparator.comparingInt((CheckResult result) -> order(result.state())))
        .forEach(result -> getChildren().add(row(result, pick)));
  }

  private static int order(State state) {
    return switch (state) {
      case FAILED -> 0;
      case WARNING -> 1;
      case OK, UNKNOWN -> 2;
      case SKIPPED -> 3;
    };
  }

  private Node row(CheckResult result, boolean pick) {
    Label name = Make.label(words.shared().checkName(result.check()), "strong");
    name.setMinWidth(NAMES);
    name.setPrefWidth(NAMES);
    name.setWrapText(true);
    name.setMinHeight(Region.USE_PREF_SIZE);
    Label seen =
        Make.paragraph(
            words.shared().evidence(result), result.cause().isPresent() ? "plain" : "muted");
    HBox.setHgrow(seen, Priority.ALWAYS);
    seen.setMaxWidth(Double.MAX_VALUE);
    HBox row = new HBox(sign(result.state()), name, seen);
    row.setId("check-" + result.check().word());
    row.getStyleClass().add("line");
    row.setAlignment(Pos.TOP_LEFT);
    if (pick && result.cause().isPresent()) {
      row.getChildren()
          .add(
              Make.button(
                  "advice-" + result.check().word(),
                  words.get("doctor.advice"),
                  () -> model.choose(result.check()),
                  "small"));
    }
    return row;
  }

  private Node sign(State state) {
    Node sign =
        switch (state) {
          case OK -> Make.icon(Tone.GOOD.sign(), "icon-good");
          case WARNING -> Make.icon(Tone.WARNING.sign(), "icon-warning");
          case FAILED -> Make.icon(Tone.BAD.sign(), "icon-bad");
          case SKIPPED, UNKNOWN -> Make.icon(MaterialDesignM.MINUS_CIRCLE_OUTLINE, "icon-muted");
        };
    sign.setAccessibleText(words.shared().state(state));
    return sign;
  }
}
