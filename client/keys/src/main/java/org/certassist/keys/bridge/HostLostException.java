package org.certassist.keys.bridge;

import java.io.IOException;

/// The host's line ended, or spoke nonsense, before a call was answered.
final class HostLostException extends IOException {
  private static final long serialVersionUID = 1L;

  HostLostException(String message) {
    super(message);
  }

  HostLostException(String message, Throwable cause) {
    super(message, cause);
  }
}
