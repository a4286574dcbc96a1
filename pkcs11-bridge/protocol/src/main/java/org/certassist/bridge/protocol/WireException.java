package org.certassist.bridge.protocol;

import java.io.IOException;
import java.io.Serial;

/// Bytes arrived that are not what `docs/bridge-protocol.md` says.
public final class WireException extends IOException {
  @Serial private static final long serialVersionUID = 1;

  /// What is wrong with the bytes.
  public enum Kind {
    /// The line ended inside a frame.
    TRUNCATED,
    /// A length field beyond the ceiling, or too small to hold a head.
    BAD_LENGTH,
    /// A frame of a type this end does not know.
    UNKNOWN_TYPE,
    /// A known frame whose fields do not fit.
    MALFORMED
  }

  private final Kind kind;

  public WireException(Kind kind, String message) {
    super(message);
    this.kind = kind;
  }

  public Kind kind() {
    return kind;
  }
}
