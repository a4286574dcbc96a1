package org.certassist.desktop.outbox;

import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import javafx.beans.value.ObservableValue;
import javafx.collections.FXCollections;
import javafx.scene.control.TableView;
import javafx.scene.input.KeyCode;
import org.certassist.core.archive.History;
import org.certassist.core.archive.Step;
import org.certassist.core.profile.Profile;
import org.certassist.desktop.carry.CarriedWords;
import org.certassist.desktop.fx.Columns;
import org.certassist.desktop.fx.Make;
import org.certassist.desktop.fx.Words;

/// The list of declarations, one a line.
final class OutboxTable extends TableView<History> {
  private final Profile profile;
  private final Words words;

  /// @param show opens one of them
  OutboxTable(List<History> histories, Profile profile, Words words, Consumer<History> show) {
    super(FXCollections.observableArrayList(histories));
    this.profile = profile;
    this.words = words;
    setId("outbox");
    getStyleClass().addAll("dense", "bordered");
    setAccessibleText(words.get("outbox.title"));
    setPlaceholder(Make.label(words.get("outbox.empty"), "muted"));
    setColumnResizePolicy(TableView.CONSTRAINED_RESIZE_POLICY_FLEX_LAST_COLUMN);
    getColumns()
        .setAll(
            List.of(
                Columns.<History>text(words.get("outbox.when"), 140, this::when),
                Columns.<History>text(words.get("outbox.kind"), 155, this::kind),
                Columns.<History>text(
                    words.get("outbox.unit"), 150, history -> history.content().unit().name()),
                Columns.<History>number(
                    words.get("outbox.rows"), 60, history -> history.content().rows().size()),
                Columns.<History>text(
                    words.get("outbox.stage"),
                    210,
                    history -> words.shared().stage(history.stage())),
                Columns.<History>text(words.get("outbox.receipt"), 170, this::number)));
    setOnKeyPressed(key -> {
      if (key.getCode() == KeyCode.ENTER) {
        chosen().ifPresent(show);
      }
    });
    setOnMouseClicked(click -> {
      if (click.getClickCount() == 2) {
        chosen().ifPresent(show);
      }
    });
  }

  Optional<History> chosen() {
    return Optional.ofNullable(getSelectionModel().getSelectedItem());
  }

  ObservableValue<History> choice() {
    return getSelectionModel().selectedItemProperty();
  }

  private String when(History history) {
    return words.time(history.entries().getLast().at());
  }

  private String kind(History history) {
    return words.kind(history.content().kind(), profile);
  }

  /// The counter's, as far as it gave one.
  private String number(Step.HandedIn step) {
    return step.number().orElseGet(() -> CarriedWords.handedIn(step, words));
  }

  private String number(History history) {
    return history
        .last(Step.Accepted.class)
        .map(step -> step.receipt().number())
        .or(() -> history.last(Step.HandedIn.class).map(this::number))
        .orElse("");
  }
}
