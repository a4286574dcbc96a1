package org.certassist.core.helpdesk;

import java.util.Optional;

/// The port to QR codes.
public interface QrCodes {
  /// The longest text that fits into a code which a phone's camera reads off a screen at once.
  int LONGEST = 200;

  /// @param text of digits, capital letters, blanks and `$%*+-./:`
  /// @throws IllegalArgumentException where it is empty or longer than [#LONGEST]
  QrMatrix of(String text);

  /// What stands in a code; empty where it cannot be read.
  Optional<String> read(QrMatrix code);
}
