package org.certassist.desktop.carry;

import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import javafx.geometry.VPos;
import javafx.scene.control.Button;
import javafx.scene.control.DatePicker;
import javafx.scene.control.Label;
import javafx.scene.control.TextField;
import javafx.scene.layout.BorderPane;
import javafx.scene.layout.GridPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.VBox;
import javafx.util.StringConverter;
import org.certassist.core.archive.Step;
import org.certassist.core.profile.Profile;
import org.certassist.desktop.fx.Make;
import org.certassist.desktop.fx.Notice;
import org.certassist.desktop.fx.Tone;
import org.certassist.desktop.fx.Words;
import org.jspecify.annotations.Nullable;

/// The question's content: which declaration, on which day, under which number.
final class HandInPane extends BorderPane {
  private final VBox body;
  private final HBox buttons;
  private final TextField number;

  HandInPane(HandInState.Asking asking, HandInViewModel model, Profile profile, Words words) {
    DatePicker day = new DatePicker();
    day.setId("hand-in-day");
    day.setConverter(new IsoDay());
    day.getEditor().setText(asking.day());
    day.setValue(IsoDay.of(asking.day()));
    number = new TextField(asking.number());
    number.setId("hand-in-number");
    GridPane facts = Make.facts();
    Make.fact(
        facts,
        words.get("handIn.what"),
        Make.paragraph(CarriedWords.line(asking.history(), profile, words), "strong"));
    asking
        .history()
        .last(Step.Exported.class)
        .ifPresent(
            exported -> Make.fact(facts, words.get("carry.file"), Make.paragraph(exported.file())));
    Make.fact(facts, words.get("handIn.day"), day);
    Make.fact(facts, words.get("handIn.number"), number);
    facts.getChildren().forEach(node -> GridPane.setValignment(node, VPos.CENTER));
    Label help = Make.paragraph(words.get("handIn.numberHelp"), "muted");
    body = new VBox(16, Make.label(words.get("handIn.title"), "heading"), facts, help);
    asking
        .trouble()
        .ifPresent(fault -> body.getChildren().add(1, Notice.of(Tone.BAD, fault, words)));
    body.getStyleClass().add("dialog-body");
    Button cancel = Make.button("hand-in-cancel", words.get("handIn.cancel"), model::dismiss);
    cancel.setCancelButton(true);
    Button record =
        Make.button(
            "hand-in-record",
            words.get("handIn.act"),
            () -> model.record(day.getEditor().getText(), number.getText()),
            "accent");
    record.setDefaultButton(true);
    buttons = new HBox(cancel, record);
    buttons.getStyleClass().add("dialog-buttons");
    getStyleClass().add("dialog");
    setCenter(body);
    setBottom(buttons);
  }

  void focus() {
    number.requestFocus();
  }

  double heightAt(double width) {
    applyCss();
    return body.prefHeight(width) + buttons.prefHeight(width) + 4;
  }

  /// A day as the program writes every day; what is none is left for the use case to refuse.
  private static final class IsoDay extends StringConverter<LocalDate> {
    static @Nullable LocalDate of(String text) {
      try {
        return LocalDate.parse(text.strip());
      } catch (DateTimeParseException notADay) {
        return null;
      }
    }

    @Override
    public String toString(@Nullable LocalDate day) {
      return day == null ? "" : day.toString();
    }

    @Override
    public @Nullable LocalDate fromString(@Nullable String text) {
      return text == null ? null : of(text);
    }
  }
}
