package org.certassist.keys.file;

import java.security.GeneralSecurityException;

/// A file that is not opened, whatever the password; the message is a word for support.
final class KeyFileException extends GeneralSecurityException {
  private static final long serialVersionUID = 1L;

  KeyFileException(String reason) {
    super(reason);
  }
}
