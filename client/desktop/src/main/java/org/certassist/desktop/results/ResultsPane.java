package org.certassist.desktop.results;

import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import javafx.beans.value.ObservableValue;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.ComboBox;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;
import javafx.util.StringConverter;
import org.certassist.core.archive.History;
import org.certassist.core.declaration.Content;
import org.certassist.core.profile.Profile;
import org.certassist.desktop.fx.Asking;
import org.certassist.desktop.fx.Drawn;
import org.certassist.desktop.fx.Make;
import org.certassist.desktop.fx.Saved;
import org.certassist.desktop.fx.Words;
import org.certassist.desktop.listing.ListingPane;
import org.jspecify.annotations.Nullable;

/// The screen on which the portal's list is taken in and held against a declaration.
public final class ResultsPane extends VBox {
  private final ResultsViewModel model;
  private final ObservableValue<List<History>> histories;
  private final ObservableValue<Profile> profile;
  private final Asking asking;

  /// @param histories of all declarations, to choose from
  public ResultsPane(
      ResultsViewModel model,
      ObservableValue<List<History>> histories,
      ObservableValue<Profile> profile,
      Asking asking,
      ObservableValue<Words> words) {
    super(12);
    this.model = model;
    this.histories = histories;
    this.profile = profile;
    this.asking = asking;
    setId("results");
    Drawn<ResultsState> drawn = new Drawn<>(model.state(), words, this::draw);
    VBox.setVgrow(drawn, Priority.ALWAYS);
    Drawn<Optional<Saved>> saved =
        new Drawn<>(
            model.saved(),
            words,
            (done, now) -> done.<Node>map(file -> file.notice(now)).orElseGet(StackPane::new));
    saved.managedProperty().bind(model.saved().map(Optional::isPresent));
    getChildren().addAll(drawn, saved);
  }

  private Node draw(ResultsState state, Words words) {
    return switch (state) {
      case ResultsState.Closed() -> new StackPane();
      case ResultsState.Choosing(History declaration, var trouble) -> {
        VBox box = screen(declaration, words);
        trouble.ifPresent(fault -> box.getChildren().add(ListingPane.trouble(fault, words)));
        box.getChildren()
            .addAll(
                new ListingPane(
                    words.get("results.where"), asking, model.pasted(), model::read, words),
                actions(words));
        yield box;
      }
      case ResultsState.Reading(History declaration, var source) -> {
        VBox box = screen(declaration, words);
        box.getChildren().addAll(ListingPane.reading(source, words), actions(words));
        yield box;
      }
      case ResultsState.Matched matched -> {
        VBox box = screen(matched.declaration(), words);
        HBox actions = actions(words);
        MatchedPane pane = new MatchedPane(matched, model, profile.getValue(), asking, words);
        actions.getChildren().addAll(pane.buttons());
        box.getChildren().addAll(pane, actions);
        yield box;
      }
    };
  }

  private HBox actions(Words words) {
    HBox actions = new HBox(Make.button("results-back", words.get("results.back"), model::close));
    actions.getStyleClass().add("action-bar");
    return actions;
  }

  private VBox screen(History declaration, Words words) {
    Label title = Make.label(words.get("results.title"), "heading");
    title.setMinWidth(Region.USE_PREF_SIZE);
    HBox heading = new HBox(12, title, choice(declaration, words));
    heading.setAlignment(Pos.CENTER_LEFT);
    return new VBox(12, heading);
  }

  private Node choice(History declaration, Words words) {
    ComboBox<History> choice = new ComboBox<>();
    choice.setId("results-declaration");
    choice.setAccessibleText(words.get("results.declaration"));
    choice.setMinWidth(0);
    choice.setMaxWidth(Double.MAX_VALUE);
    HBox.setHgrow(choice, Priority.ALWAYS);
    choice
        .getItems()
        .setAll(
            Stream.concat(
                    Stream.of(declaration),
                    histories.getValue().stream()
                        .filter(ResultsState::mayBeListed)
                        .filter(one -> !one.id().equals(declaration.id())))
                .toList());
    choice.setConverter(
        new StringConverter<>() {
          @Override
          public String toString(@Nullable History shown) {
            return shown == null ? "" : named(shown, words);
          }

          @Override
          public @Nullable History fromString(String typed) {
            return null;
          }
        });
    choice.setValue(declaration);
    choice.setDisable(choice.getItems().size() == 1);
    choice.setOnAction(_ -> model.choose(choice.getValue()));
    return choice;
  }

  private String named(History history, Words words) {
    Content content = history.content();
    return words.get(
        "results.choice",
        content.source(),
        words.kind(content.kind(), profile.getValue()),
        content.rows().size(),
        words.shared().stage(history.stage()));
  }
}
