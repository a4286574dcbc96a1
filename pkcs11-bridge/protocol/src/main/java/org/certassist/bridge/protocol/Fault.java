package org.certassist.bridge.protocol;

/// Why a request was not done, with the driver's own words where there are any.
///
/// @param function the driver's function that failed, or empty
/// @param returnCode what it returned, 0 where no driver spoke
/// @param pinState the PIN's state read after the failure
/// @param detail a technical remark for the log; never holds a secret
public record Fault(
    FaultCode code, String function, long returnCode, PinState pinState, String detail) {
  public static Fault of(FaultCode code, String detail) {
    return new Fault(code, "", 0, PinState.UNKNOWN, detail);
  }

  public static Fault of(FaultCode code, PinState pinState) {
    return new Fault(code, "", 0, pinState, "");
  }
}
