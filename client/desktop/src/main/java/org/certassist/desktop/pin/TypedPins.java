package org.certassist.desktop.pin;

import org.certassist.core.key.Pin;

/// What was typed for one task; empty where it is typed on the key itself or not asked for.
///
/// @param first the PIN in force, or the administrator's for [PinTask#UNBLOCK]
/// @param again the new PIN once more
public record TypedPins(Pin first, Pin fresh, Pin again) implements AutoCloseable {
  /// For a task that sets no new PIN.
  public static TypedPins only(Pin first) {
    return new TypedPins(first, nothing(), nothing());
  }

  static Pin nothing() {
    return Pin.of(new char[0]);
  }

  @Override
  public void close() {
    first.close();
    fresh.close();
    again.close();
  }
}
