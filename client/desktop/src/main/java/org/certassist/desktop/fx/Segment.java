package org.certassist.desktop.fx;

import javafx.event.ActionEvent;
import javafx.scene.control.ToggleButton;
import javafx.scene.layout.Region;

/// One of several buttons of which one is chosen; its mnemonic chooses it, as with [TickBox]. Its
/// words are never cut off.
public final class Segment extends ToggleButton {
  private boolean firing;

  public Segment(String id, String text) {
    super(text);
    setId(id);
    setMnemonicParsing(true);
    setMinWidth(Region.USE_PREF_SIZE);
    addEventFilter(ActionEvent.ACTION, this::act);
  }

  private void act(ActionEvent event) {
    if (!firing) {
      event.consume();
      fire();
    }
  }

  @Override
  public void fire() {
    firing = true;
    try {
      super.fire();
    } finally {
      firing = false;
    }
  }
}
