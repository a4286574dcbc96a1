package org.certassist.desktop.fx;

import javafx.event.ActionEvent;
import javafx.scene.control.CheckBox;

/// A check box that its mnemonic ticks.
///
/// JavaFX tells a mnemonic's node of an action and leaves it as it is, which is enough for a button
/// only.
public final class TickBox extends CheckBox {
  private boolean firing;

  public TickBox(String text) {
    super(text);
    setMnemonicParsing(true);
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
