package org.certassist.keys.bridge;

import java.io.IOException;
import java.time.Duration;

/// A call outlived its deadline and its host was killed.
final class HostHungException extends IOException {
  private static final long serialVersionUID = 1L;

  private final String call;
  private final Duration limit;

  HostHungException(String call, Duration limit) {
    super(call + " took longer than " + limit);
    this.call = call;
    this.limit = limit;
  }

  String call() {
    return call;
  }

  Duration limit() {
    return limit;
  }
}
