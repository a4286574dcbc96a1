package org.certassist.page;

import java.io.IOException;
import java.io.Serial;

/// A web server that makes no WebSocket of this request.
final class UpgradeRefusedException extends IOException {
  @Serial private static final long serialVersionUID = 1;

  private final int status;

  UpgradeRefusedException(int status) {
    super("HTTP " + status);
    this.status = status;
  }

  int status() {
    return status;
  }

  /// Whether it is the page that is refused, as an assistant may that answers known pages only.
  boolean concernsThePage() {
    return status == 401 || status == 403;
  }
}
