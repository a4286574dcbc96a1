package org.certassist.keys.matrix;

import static org.certassist.keys.matrix.ReturnCode.CKR_CRYPTOKI_ALREADY_INITIALIZED;
import static org.certassist.keys.matrix.ReturnCode.CKR_DEVICE_ERROR;
import static org.certassist.keys.matrix.ReturnCode.CKR_DEVICE_REMOVED;
import static org.certassist.keys.matrix.ReturnCode.CKR_FUNCTION_FAILED;
import static org.certassist.keys.matrix.ReturnCode.CKR_FUNCTION_NOT_SUPPORTED;
import static org.certassist.keys.matrix.ReturnCode.CKR_PIN_INCORRECT;
import static org.certassist.keys.matrix.ReturnCode.CKR_PIN_LOCKED;
import static org.certassist.keys.matrix.ReturnCode.CKR_USER_ALREADY_LOGGED_IN;
import static org.certassist.keys.matrix.ReturnCode.CKR_USER_NOT_LOGGED_IN;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.certassist.bridge.simulator.SimulatedFault;

/// What a driver does in a call instead of what it should.
///
/// @param words as the page says it
/// @param code the name of what it returns, or hexadecimal; empty where it returns nothing unusual
/// @param fault as the simulator does it
/// @param once in one call and no more; else in every call from then on
record Behaviour(Kind kind, String words, String code, SimulatedFault fault, boolean once) {
  enum Kind {
    /// It does nothing and gives a code.
    RETURNS,
    /// It does what it should and gives a code nonetheless.
    DOES_AND_RETURNS,
    HANGS,
    /// Its process ends.
    ENDS,
    /// It works, and what it writes is nonsense.
    GARBLES,
    /// The key is pulled out meanwhile.
    PULLS
  }

  /// A vendor's own code; the standard has no name for it.
  private static final long VENDORS = 0x8000_0123L;

  /// In the standard's range, where 2.40 has no code.
  private static final long UNASSIGNED = 0x1f0;

  private static final Set<String> WITHOUT_A_TOKEN =
      Set.of("C_GetFunctionList", "C_Initialize", "C_GetInfo");

  private static final Set<String> COUNTING =
      Set.of(
          "C_GetSlotList", "C_GetMechanismList", "C_GetAttributeValue", "C_FindObjects", "C_Sign");

  private static final Set<String> WRITING =
      Set.of(
          "C_GetInfo",
          "C_GetSlotInfo",
          "C_GetTokenInfo",
          "C_GetMechanismInfo",
          "C_OpenSession",
          "C_GetSessionInfo");

  /// Where it matters whether a call was done that is said to have failed.
  private static final Map<String, List<ReturnCode>> DONE_NONETHELESS =
      Map.of(
          "C_Initialize",
          List.of(CKR_CRYPTOKI_ALREADY_INITIALIZED),
          "C_Login",
          List.of(
              CKR_FUNCTION_FAILED,
              CKR_DEVICE_ERROR,
              CKR_PIN_INCORRECT,
              CKR_PIN_LOCKED,
              CKR_USER_ALREADY_LOGGED_IN),
          "C_SetPIN",
          List.of(CKR_FUNCTION_FAILED, CKR_DEVICE_REMOVED),
          "C_InitPIN",
          List.of(CKR_FUNCTION_FAILED, CKR_DEVICE_REMOVED),
          "C_Sign",
          List.of(CKR_FUNCTION_FAILED));

  /// After these the program asks a second time: the driver says that it did not look at the PIN.
  private static final Map<String, Behaviour> ASKED_AGAIN =
      Map.of(
          "C_Login",
          onlyOnce(
              doesAndReturns(
                  CKR_USER_ALREADY_LOGGED_IN.name(), CKR_USER_ALREADY_LOGGED_IN.number())),
          "C_SetPIN",
          onlyOnce(returns(CKR_USER_NOT_LOGGED_IN)));

  /// All that is tried in a function.
  static List<Behaviour> of(String function) {
    List<Behaviour> all = new ArrayList<>();
    Standard.mayReturn(function).forEach(code -> all.add(returns(code)));
    all.addAll(unlisted(function));
    DONE_NONETHELESS
        .getOrDefault(function, List.of())
        .forEach(code -> all.add(doesAndReturns(code.name(), code.number())));
    if (ASKED_AGAIN.containsKey(function)) {
      all.add(ASKED_AGAIN.get(function));
    }
    all.add(new Behaviour(Kind.HANGS, "hangs", "", SimulatedFault.hang(), false));
    all.add(new Behaviour(Kind.ENDS, "crashes", "", SimulatedFault.crash(), false));
    all.add(new Behaviour(Kind.ENDS, "aborts", "", SimulatedFault.abort(), false));
    all.add(new Behaviour(Kind.ENDS, "calls exit(0)", "", SimulatedFault.exit(0), false));
    if (!WITHOUT_A_TOKEN.contains(function)) {
      all.add(
          new Behaviour(
              Kind.PULLS, "loses the key", "", SimulatedFault.pull(SimulatedToken.NAME), false));
    }
    all.addAll(garbled(function));
    return all;
  }

  /// Codes that the standard does not list for the function, and that drivers may give all the
  /// same: that they cannot do it, that a PIN is wrong which they never saw, numbers of their own.
  private static List<Behaviour> unlisted(String function) {
    List<Behaviour> codes = new ArrayList<>();
    for (ReturnCode code : List.of(CKR_FUNCTION_NOT_SUPPORTED, CKR_PIN_INCORRECT)) {
      if (!Standard.mayReturn(function).contains(code)) {
        codes.add(returns(code));
      }
    }
    codes.add(returns(hexadecimal(UNASSIGNED), UNASSIGNED));
    codes.add(returns(hexadecimal(VENDORS), VENDORS));
    return codes;
  }

  private static List<Behaviour> garbled(String function) {
    List<Behaviour> all = new ArrayList<>();
    if (WRITING.contains(function) || COUNTING.contains(function)) {
      all.add(garbles("writes garbage", SimulatedFault.garbage()));
    }
    if (COUNTING.contains(function)) {
      all.add(garbles("gives the length 2³¹", SimulatedFault.length(1L << 31)));
      all.add(garbles("gives the length 2⁴⁰", SimulatedFault.length(1L << 40)));
      all.add(garbles("gives the length −1", SimulatedFault.length(-1)));
    }
    return all;
  }

  /// What a driver may say of a wrong PIN instead of that it is wrong.
  static List<Behaviour> ofAWrongPin() {
    return List.of(
        doesAndReturns("CKR_OK", 0),
        doesAndReturns(CKR_FUNCTION_FAILED.name(), CKR_FUNCTION_FAILED.number()),
        doesAndReturns(CKR_DEVICE_ERROR.name(), CKR_DEVICE_ERROR.number()),
        doesAndReturns(CKR_USER_ALREADY_LOGGED_IN.name(), CKR_USER_ALREADY_LOGGED_IN.number()),
        doesAndReturns(CKR_PIN_LOCKED.name(), CKR_PIN_LOCKED.number()),
        doesAndReturns(hexadecimal(VENDORS), VENDORS));
  }

  private static String hexadecimal(long code) {
    return "0x%08x".formatted(code);
  }

  private static Behaviour returns(ReturnCode code) {
    return returns(code.name(), code.number());
  }

  private static Behaviour returns(String name, long number) {
    return new Behaviour(Kind.RETURNS, name, name, SimulatedFault.returns(number), false);
  }

  private static Behaviour onlyOnce(Behaviour of) {
    return new Behaviour(of.kind(), of.words() + " once", of.code(), of.fault(), true);
  }

  private static Behaviour doesAndReturns(String name, long number) {
    return new Behaviour(
        Kind.DOES_AND_RETURNS,
        "does it and returns " + name,
        name,
        SimulatedFault.returnsAfter(number),
        false);
  }

  private static Behaviour garbles(String words, SimulatedFault fault) {
    return new Behaviour(Kind.GARBLES, words, "", fault, false);
  }
}
