package org.certassist.desktop.fx;

import static org.assertj.core.api.Assertions.assertThat;

import java.lang.ref.WeakReference;
import javafx.beans.property.SimpleObjectProperty;
import javafx.scene.layout.Pane;
import org.certassist.texts.Language;
import org.certassist.texts.Texts;
import org.junit.jupiter.api.Test;

/// A pane drawn from a state follows it while it is shown, and is let go afterwards.
class DrawnTest {
  private final SimpleObjectProperty<String> state = new SimpleObjectProperty<>("one");
  private final SimpleObjectProperty<Words> words =
      new SimpleObjectProperty<>(Words.in(Texts.strict(Language.EN)));

  private Drawn<String> draw() {
    return new Drawn<>(state, words, DrawnTest::pane);
  }

  private static Pane pane(String state, Words words) {
    Pane pane = new Pane();
    pane.setId(state + " " + words.language());
    return pane;
  }

  private static String text(Drawn<String> drawn) {
    return drawn.getChildren().getFirst().getId();
  }

  @Test
  void itIsDrawnAnewWithTheStateAndTheLanguage() {
    Drawn<String> drawn = draw();
    assertThat(text(drawn)).isEqualTo("one EN");
    state.set("two");
    assertThat(text(drawn)).isEqualTo("two EN");
    words.set(Words.in(Texts.strict(Language.ZH)));
    assertThat(text(drawn)).isEqualTo("two ZH");
  }

  @Test
  void whatIsShownDoesNotHoldAPaneThatWasLeft() throws Exception {
    WeakReference<Drawn<String>> left = new WeakReference<>(draw());
    for (int tries = 0; tries < 50 && !left.refersTo(null); tries++) {
      System.gc();
      Thread.sleep(20);
    }
    assertThat(left.refersTo(null)).isTrue();
  }
}
