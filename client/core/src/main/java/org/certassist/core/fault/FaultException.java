package org.certassist.core.fault;

import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/// A broken world, carried upwards as the [Fault] that names it.
public class FaultException extends Exception {
  private static final long serialVersionUID = 1L;

  /// Details come from portals and workbooks too; their words may hold a number that is somebody's.
  /// In its place stands what the log has there.
  private static final Pattern IDENTITY_NUMBER =
      Pattern.compile("(?<![0-9A-Za-z])(\\d{17}[\\dXx]|\\d{15})(?![0-9A-Za-z])");

  private final transient Fault fault;

  public FaultException(Fault fault) {
    this(fault, null);
  }

  /// @param cause kept for the log; never shown to the clerk
  public FaultException(Fault fault, @Nullable Throwable cause) {
    super(
        fault.id() + IDENTITY_NUMBER.matcher(fault.details().toString()).replaceAll("<id>"), cause);
    this.fault = fault;
  }

  public Fault fault() {
    return fault;
  }
}
