package org.certassist.core.key;

/// One way to get a certain key opened for a piece of work: by a PIN that was just typed, or
/// because it lies open already.
public interface KeyDoor {
  SigningKey key();

  /// Opens the key; where that takes a PIN, the PIN is sent once.
  ///
  /// @throws KeyException `pin.…`, `key.absent`, `driver.…`; `pin.none` where a PIN must be typed
  ///   anew
  KeySession open() throws KeyException, InterruptedException;
}
