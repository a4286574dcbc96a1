package org.certassist.core.key;

/// A key that a PIN opens which the user typed for it; what cannot be a PIN is not tried. The
/// password of a key in a file may hold anything and costs no try.
///
/// @param pin the caller's, who wipes it
/// @param lastTryConfirmed the user said yes to using the last try
public record TypedPin(KeyBridge bridge, SigningKey key, Pin pin, boolean lastTryConfirmed)
    implements KeyDoor {
  @Override
  public KeySession open() throws KeyException, InterruptedException {
    if (!KeyInFile.holds(key.token())) {
      PinCharacters.refuseUntypable(pin);
    }
    return bridge.open(key, pin, lastTryConfirmed);
  }
}
