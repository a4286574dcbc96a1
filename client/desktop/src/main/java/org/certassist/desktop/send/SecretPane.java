package org.certassist.desktop.send;

import javafx.beans.binding.BooleanExpression;
import javafx.scene.Node;
import org.certassist.core.key.Pin;

/// Where the sign dialog asks for what opens the key: a PIN, or the password of a file.
sealed interface SecretPane permits PinPane, PasswordPane {
  Node node();

  /// Whether everything is there that signing needs.
  BooleanExpression isReady();

  /// Hands over what was typed.
  Pin take();

  /// She said yes to using the last try.
  boolean isLastTryConfirmed();

  /// Whether the key shall stay open for what is signed next.
  boolean isKeptOpen();

  void focus();

  void wipe();
}
