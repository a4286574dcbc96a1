package org.certassist.keys.bridge;

import java.io.IOException;
import org.jspecify.annotations.Nullable;

/// The host's line ended, or spoke nonsense, before a call was answered.
final class HostLostException extends IOException {
  private static final long serialVersionUID = 1L;

  private final boolean ourDoing;

  /// The host did it.
  HostLostException(String message) {
    this(message, null, false);
  }

  /// The host did it.
  HostLostException(String message, Throwable cause) {
    this(message, cause, false);
  }

  private HostLostException(String message, @Nullable Throwable cause, boolean ourDoing) {
    super(message, cause);
    this.ourDoing = ourDoing;
  }

  /// We ended the host, because nobody waits for it any more.
  static HostLostException byUs(String message) {
    return new HostLostException(message, null, true);
  }

  /// The same for another thread, so that none carries another one's stack.
  HostLostException again() {
    return new HostLostException(String.valueOf(getMessage()), this, ourDoing);
  }

  boolean isOurDoing() {
    return ourDoing;
  }
}
