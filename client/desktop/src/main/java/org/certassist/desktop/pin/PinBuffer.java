package org.certassist.desktop.pin;

import java.util.Arrays;
import java.util.function.Function;
import javafx.beans.property.ReadOnlyIntegerProperty;
import javafx.beans.property.ReadOnlyIntegerWrapper;
import org.certassist.core.key.Pin;

/// The characters of a PIN while it is typed: one array that is never copied into text and is wiped
/// when it is taken or given up.
final class PinBuffer {
  /// Longer than any PIN a token takes (PKCS#11 drivers state at most 64).
  static final int MOST = 64;

  /// Longer than any password of a file that is typed.
  static final int MOST_OF_A_PASSWORD = 256;

  private final char[] characters;
  private final ReadOnlyIntegerWrapper length = new ReadOnlyIntegerWrapper(0);

  PinBuffer() {
    this(MOST);
  }

  PinBuffer(int most) {
    characters = new char[most];
  }

  /// How many characters are typed; all that a view may know.
  ReadOnlyIntegerProperty length() {
    return length.getReadOnlyProperty();
  }

  /// Adds a character; one too many is ignored.
  void append(char character) {
    if (length.get() < characters.length) {
      characters[length.get()] = character;
      length.set(length.get() + 1);
    }
  }

  /// Never leaves half a character pair behind.
  void removeLast() {
    if (length.get() > 0) {
      int last = length.get() - 1;
      boolean pair = last > 0 && Character.isLowSurrogate(characters[last]);
      characters[last] = '\0';
      if (pair) {
        characters[last - 1] = '\0';
      }
      length.set(pair ? last - 1 : last);
    }
  }

  void wipe() {
    Arrays.fill(characters, '\0');
    length.set(0);
  }

  /// Hands the PIN over and keeps nothing.
  Pin take() {
    Pin pin = Pin.of(Arrays.copyOf(characters, length.get()));
    wipe();
    return pin;
  }

  /// Lets a rule look at what is typed, in bytes that are wiped at once.
  <T> T weigh(Function<Pin, T> rule) {
    try (Pin typed = Pin.of(Arrays.copyOf(characters, length.get()))) {
      return rule.apply(typed);
    }
  }

  boolean isWiped() {
    for (char character : characters) {
      if (character != '\0') {
        return false;
      }
    }
    return true;
  }

  @Override
  public String toString() {
    return "PinBuffer";
  }
}
