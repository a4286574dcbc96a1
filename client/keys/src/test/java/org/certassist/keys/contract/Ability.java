package org.certassist.keys.contract;

/// What a contract needs from a module to be shown on it.
enum Ability {
  /// The key holds an EC pair that signs without a PIN of its own.
  EC_KEY,
  /// The key holds a pair that wants the PIN before every signature.
  ALWAYS_AUTHENTICATE,
  /// Tries at the PIN are counted by somebody other than the driver.
  TRIES_COUNTED,
  /// Somebody other than the driver sees whether the key is open.
  OPEN_SEEN,
  /// The driver tells when only one try is left.
  LAST_TRY_SHOWN,
  /// Wrong PINs lock the key.
  LOCK,
  /// The administrator can set the PIN anew through the driver.
  UNBLOCK,
  /// The key can be pulled out and put in again.
  PLUG,
  /// The key can be pulled out while a command is on its way.
  PULL_IN_CALL,
  /// Another key can be put in the same slot.
  OTHER_KEY,
  /// The key can be made slow.
  DELAY,
  /// Another program can take the key for itself.
  HOLD,
  /// A second driver file shows the same key.
  SECOND_DRIVER
}
