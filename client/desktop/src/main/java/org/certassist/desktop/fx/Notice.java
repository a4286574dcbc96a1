package org.certassist.desktop.fx;

import java.util.Optional;
import java.util.stream.Stream;
import javafx.beans.value.ObservableValue;
import javafx.scene.Node;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;
import org.certassist.core.fault.Fault;
import org.certassist.texts.FaultText;

/// An inline panel that says what happened, what it means and what to do now; never a stack trace.
public final class Notice extends HBox {
  private final VBox words = new VBox();

  private Notice(Tone tone, String title, Stream<Node> rest) {
    getStyleClass().addAll("notice", tone.styleClass());
    words.getChildren().add(Make.paragraph(title, "notice-title"));
    words.getStyleClass().add("notice-words");
    rest.forEach(words.getChildren()::add);
    HBox.setHgrow(words, Priority.ALWAYS);
    getChildren().addAll(Make.icon(tone.sign(), "notice-sign"), words);
    setAccessibleText(title);
  }

  public static Notice of(Tone tone, String title, String... paragraphs) {
    return new Notice(
        tone,
        title,
        Stream.of(paragraphs).filter(text -> !text.isEmpty()).map(text -> Make.paragraph(text)));
  }

  public static Notice of(Tone tone, FaultText text, Words words) {
    Stream<Node> meaning =
        text.meaning().isEmpty() ? Stream.of() : Stream.of(Make.paragraph(text.meaning()));
    Stream<Node> next =
        text.next().isEmpty()
            ? Stream.of()
            : Stream.of(Make.paragraph(words.get("notice.next", text.next()), "notice-next"));
    return new Notice(tone, text.what(), Stream.concat(meaning, next));
  }

  public static Notice of(Tone tone, Fault fault, Words words) {
    return of(tone, words.fault(fault), words);
  }

  /// Offers something to do below the words.
  public void add(Node act) {
    words.getChildren().add(act);
  }

  /// What is the matter while something is; takes no room otherwise.
  public static Node ofTrouble(
      Tone tone, ObservableValue<Optional<Fault>> trouble, ObservableValue<Words> words) {
    Drawn<Optional<Fault>> drawn =
        new Drawn<>(
            trouble,
            words,
            (fault, now) -> fault.<Node>map(why -> of(tone, why, now)).orElseGet(StackPane::new));
    drawn.managedProperty().bind(trouble.map(Optional::isPresent));
    return drawn;
  }
}
