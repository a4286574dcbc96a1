package org.certassist.desktop.send;

/// Why the main button cannot be pressed yet; its words are `obstacle.<name>`.
enum Obstacle {
  /// The sheet was changed and is being checked again.
  CHECKING,
  ERRORS_IN_FILE,
  LOOKING_FOR_KEY,
  NO_KEY,
  CHOOSE_KEY,
  OTHER_UNIT,
  PIN_LOCKED
}
