package org.certassist.bridge.simulator;

/// Something that goes wrong in a call of the simulated driver, as its file of faults writes it.
///
/// @param action the word and operand of the README's table of faults
public record SimulatedFault(String action) {
  /// The call never returns.
  public static SimulatedFault hang() {
    return new SimulatedFault("hang");
  }

  /// The call takes so many milliseconds more.
  public static SimulatedFault slow(long milliseconds) {
    return new SimulatedFault("slow:" + milliseconds);
  }

  /// The driver writes to an address that is not its own.
  public static SimulatedFault crash() {
    return new SimulatedFault("crash");
  }

  public static SimulatedFault abort() {
    return new SimulatedFault("abort");
  }

  /// The driver ends the process in which it runs.
  public static SimulatedFault exit(int status) {
    return new SimulatedFault("exit:" + status);
  }

  /// The driver prints a word on standard output.
  public static SimulatedFault say(String word) {
    return new SimulatedFault("say:" + word);
  }

  /// The call does nothing and gives this return code.
  public static SimulatedFault returns(long code) {
    return new SimulatedFault("return:0x" + Long.toHexString(code));
  }

  /// The call does its work and gives this return code nonetheless.
  public static SimulatedFault returnsAfter(long code) {
    return new SimulatedFault("return-after:0x" + Long.toHexString(code));
  }

  /// One bit of what the call writes is wrong, such as of a signature.
  public static SimulatedFault flip() {
    return new SimulatedFault("flip");
  }

  /// Whatever the call writes is nonsense.
  public static SimulatedFault garbage() {
    return new SimulatedFault("garbage");
  }

  /// The call answers with this length or count.
  public static SimulatedFault length(long length) {
    return new SimulatedFault("length:0x" + Long.toHexString(length));
  }

  /// C_GetAttributeValue answers with this length for attributes of one type.
  public static SimulatedFault length(long length, long attribute) {
    return new SimulatedFault("length:0x%x:0x%x".formatted(length, attribute));
  }

  /// The call answers with a length or count that is so much larger than it should be.
  public static SimulatedFault longer(long by) {
    return new SimulatedFault("longer:" + by);
  }

  /// A token is pulled out just before the call does its work.
  public static SimulatedFault pull(String token) {
    return new SimulatedFault("pull:" + token);
  }

  /// A token is put into its reader just before the call does its work; what was there is out.
  public static SimulatedFault plug(String token) {
    return new SimulatedFault("plug:" + token);
  }

  /// Every slot has another number from this call on.
  public static SimulatedFault renumber() {
    return new SimulatedFault("renumber");
  }
}
