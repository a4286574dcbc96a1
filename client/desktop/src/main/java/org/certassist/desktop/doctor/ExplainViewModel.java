package org.certassist.desktop.doctor;

import java.util.List;
import java.util.Optional;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import org.certassist.core.knowledge.Answer;
import org.certassist.core.knowledge.Explain;
import org.certassist.desktop.fx.Background;
import org.certassist.desktop.fx.Background.End;

/// What is known of a code or a message that she typed or pasted; the text is kept nowhere.
public final class ExplainViewModel {
  private final Explain explain;
  private final Background background;
  private final ReadOnlyObjectWrapper<Optional<List<Answer>>> answers =
      new ReadOnlyObjectWrapper<>(Optional.empty());
  private int latest;

  public ExplainViewModel(Explain explain, Background background) {
    this.explain = explain;
    this.background = background;
  }

  /// Nothing before something was asked; an empty list where nothing is known.
  public ReadOnlyObjectProperty<Optional<List<Answer>>> answers() {
    return answers.getReadOnlyProperty();
  }

  /// The last question counts.
  public void ask(String text) {
    latest++;
    if (text.isBlank()) {
      answers.set(Optional.empty());
      return;
    }
    int mine = latest;
    background.<List<Answer>>run(
        "explain",
        () -> explain.of(text),
        end -> {
          if (mine == latest) {
            answers.set(
                Optional.of(
                    end instanceof End.Finished<List<Answer>>(var found) ? found : List.of()));
          }
        });
  }
}
