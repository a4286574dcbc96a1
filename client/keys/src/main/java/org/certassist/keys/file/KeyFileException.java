package org.certassist.keys.file;

import java.security.GeneralSecurityException;

/// A file that is not opened, whatever the password; the message is a word for support.
final class KeyFileException extends GeneralSecurityException {
  private static final long serialVersionUID = 1L;

  private final String reason;

  KeyFileException(String reason) {
    super(reason);
    this.reason = reason;
  }

  /// A word for support.
  String reason() {
    return reason;
  }
}
