package org.certassist.desktop.doctor;

import java.util.List;
import java.util.Optional;
import javafx.beans.binding.Bindings;
import javafx.beans.value.ObservableValue;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.TextArea;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;
import org.certassist.core.knowledge.Answer;
import org.certassist.core.profile.Profile;
import org.certassist.core.time.ShanghaiTime;
import org.certassist.desktop.fx.Drawn;
import org.certassist.desktop.fx.Make;
import org.certassist.desktop.fx.Notice;
import org.certassist.desktop.fx.Tone;
import org.certassist.desktop.fx.Words;

/// Asks for a code or a message, and says what is known of it.
final class ExplainPane extends VBox {
  private static final int LINES = 3;

  private final ExplainViewModel model;
  private final ShanghaiTime time;
  private final TextArea text = new TextArea();

  /// What is drawn of the answers.
  private record Now(Optional<List<Answer>> answers, Profile profile) {}

  ExplainPane(
      ExplainViewModel model,
      ObservableValue<Profile> profile,
      ShanghaiTime time,
      ObservableValue<Words> words) {
    super(16);
    this.model = model;
    this.time = time;
    setId("explain");
    text.setId("explain-text");
    text.setWrapText(true);
    text.setPrefRowCount(LINES);
    text.setMinHeight(USE_PREF_SIZE);
    text.promptTextProperty().bind(words.map(now -> now.get("explain.prompt")));
    ObservableValue<Now> now =
        Bindings.createObjectBinding(
            () -> new Now(model.answers().get(), profile.getValue()), model.answers(), profile);
    getChildren()
        .addAll(
            new Drawn<>(words, words, (_, said) -> what(said)),
            text,
            new Drawn<>(words, words, (_, said) -> buttons(said)),
            new Drawn<>(now, words, this::answers));
  }

  private static Node what(Words words) {
    Label what = Make.paragraph(words.get("explain.what"), "muted");
    what.setMaxWidth(Double.MAX_VALUE);
    return what;
  }

  private Node buttons(Words words) {
    Button ask =
        Make.button("explain-ask", words.get("explain.ask"), () -> model.ask(text.getText()));
    ask.getStyleClass().add("accent");
    ask.disableProperty().bind(text.textProperty().map(String::isBlank));
    Button clear =
        Make.button(
            "explain-clear",
            words.get("explain.clear"),
            () -> {
              text.clear();
              model.ask("");
            });
    HBox line = new HBox(8, ask, clear);
    line.setAlignment(Pos.CENTER_LEFT);
    return line;
  }

  private Node answers(Now now, Words words) {
    if (now.answers().isEmpty()) {
      return new StackPane();
    }
    List<Answer> answers = now.answers().get();
    if (answers.isEmpty()) {
      Notice nothing =
          Notice.of(Tone.INFO, words.get("explain.nothing"), words.get("explain.nothingHelp"));
      nothing.setId("explain-nothing");
      return nothing;
    }
    VBox box = new VBox(16);
    box.setId("explain-answers");
    for (Answer answer : answers) {
      AdviceCard card =
          new AdviceCard(
              Tone.INFO,
              words.shared().sentence(answer.entry().cause()),
              answer.entry(),
              now.profile().contacts(),
              time.now(),
              words);
      VBox.setVgrow(card, Priority.NEVER);
      box.getChildren().add(card);
    }
    return box;
  }
}
