package org.certassist.core.key;

import org.certassist.core.fault.FaultException;
import org.jspecify.annotations.Nullable;

/// A key, PIN or driver that failed.
public final class KeyException extends FaultException {
  private static final long serialVersionUID = 1L;

  private final transient KeyFault keyFault;

  public KeyException(KeyFault fault) {
    this(fault, null);
  }

  public KeyException(KeyFault fault, @Nullable Throwable cause) {
    super(fault, cause);
    this.keyFault = fault;
  }

  @Override
  public KeyFault fault() {
    return keyFault;
  }
}
