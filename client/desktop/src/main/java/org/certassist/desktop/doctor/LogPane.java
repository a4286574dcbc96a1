package org.certassist.desktop.doctor;

import java.util.Arrays;
import java.util.function.Consumer;
import java.util.function.Function;
import javafx.beans.value.ObservableValue;
import javafx.collections.FXCollections;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.ListView;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;
import org.certassist.core.helpdesk.LogBook.Level;
import org.certassist.desktop.fx.Drawn;
import org.certassist.desktop.fx.Make;
import org.certassist.desktop.fx.Notice;
import org.certassist.desktop.fx.Segment;
import org.certassist.desktop.fx.Segments;
import org.certassist.desktop.fx.Tone;
import org.certassist.desktop.fx.Words;
import org.kordamp.ikonli.materialdesign2.MaterialDesignR;

/// The log: its last lines, which of them are shown, and how much is written.
final class LogPane extends VBox {
  private final LogViewModel model;

  LogPane(LogViewModel model, ObservableValue<Words> words) {
    super(12);
    this.model = model;
    setId("log");
    Drawn<LogViewModel.Shown> lines =
        new Drawn<>(model.shown(), words, (now, said) -> lines(now, said));
    VBox.setVgrow(lines, Priority.ALWAYS);
    getChildren().addAll(new Drawn<>(model.shown(), words, this::choices), lines);
  }

  private Node choices(LogViewModel.Shown now, Words words) {
    var look = Make.button("log-look", words.get("log.look"), model::look, "flat", "accent");
    look.setGraphic(Make.icon(MaterialDesignR.REFRESH));
    HBox shown =
        new HBox(
            8,
            Make.label(words.get("log.shown"), "muted"),
            levels(
                "log-shown-",
                level -> words.get("log.shown." + level.word()),
                now.least(),
                model::look),
            Make.gap(),
            look);
    shown.setAlignment(Pos.CENTER_LEFT);
    HBox written =
        new HBox(
            8,
            Make.label(words.get("log.written"), "muted"),
            levels("log-written-", words.shared()::logLevel, now.written(), model::write));
    written.setAlignment(Pos.CENTER_LEFT);
    VBox box = new VBox(8, Make.paragraph(words.get("log.what"), "muted"), shown, written);
    now.trouble().ifPresent(fault -> box.getChildren().add(Notice.of(Tone.WARNING, fault, words)));
    return box;
  }

  private static Node levels(
      String id, Function<Level, String> label, Level chosen, Consumer<Level> choose) {
    return Segments.alwaysOne(
        Arrays.stream(Level.values())
            .map(level -> {
              Segment segment = new Segment(id + level.word(), label.apply(level));
              segment.setSelected(level == chosen);
              segment.setOnAction(_ -> choose.accept(level));
              return segment;
            })
            .toList());
  }

  private static Node lines(LogViewModel.Shown now, Words words) {
    if (now.lines().isEmpty()) {
      StackPane empty = new StackPane(Make.paragraph(words.get("log.empty"), "muted"));
      empty.setAlignment(Pos.TOP_LEFT);
      return empty;
    }
    ListView<String> list = new ListView<>(FXCollections.observableList(now.lines()));
    list.setId("log-lines");
    list.getStyleClass().add("log-lines");
    list.scrollTo(now.lines().size() - 1);
    return list;
  }
}
