package org.certassist.desktop.send;

import javafx.beans.binding.BooleanExpression;
import javafx.beans.property.SimpleBooleanProperty;
import javafx.scene.Node;
import javafx.scene.layout.VBox;
import org.certassist.core.key.KeyLease;
import org.certassist.core.key.Pin;
import org.certassist.desktop.fx.Make;
import org.certassist.desktop.fx.Notice;
import org.certassist.desktop.fx.TickBox;
import org.certassist.desktop.fx.Tone;
import org.certassist.desktop.fx.Words;
import org.certassist.desktop.pin.PinField;

/// Asks for the password of a key file: it may be empty, and a wrong one costs nothing.
final class PasswordPane extends VBox implements SecretPane {
  private final PinField field = PinField.forPassword();
  private final TickBox keepOpen;

  PasswordPane(SendState.Asking asking, Words words) {
    super(12);
    field.setId("pin");
    keepOpen = new TickBox(words.get("sign.keepFileOpen"));
    keepOpen.setId("keep-open");
    keepOpen.setWrapText(true);
    asking.trouble().ifPresent(fault -> getChildren().add(Notice.of(Tone.WARNING, fault, words)));
    String help = words.get("sign.keepFileOpenHelp", KeyLease.IDLE.toMinutes());
    getChildren()
        .addAll(
            field.under(words.get("sign.password"), words.get("sign.passwordHelp")),
            new VBox(4, keepOpen, Make.paragraph(help, "muted", "small")));
  }

  @Override
  public Node node() {
    return this;
  }

  @Override
  public BooleanExpression isReady() {
    return new SimpleBooleanProperty(true);
  }

  @Override
  public Pin take() {
    return field.take();
  }

  @Override
  public boolean isLastTryConfirmed() {
    return false;
  }

  @Override
  public boolean isKeptOpen() {
    return keepOpen.isSelected();
  }

  @Override
  public void focus() {
    field.requestFocus();
  }

  @Override
  public void wipe() {
    field.wipe();
  }
}
