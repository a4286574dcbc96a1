package org.certassist.bridge.host.cryptoki;

import static org.certassist.bridge.host.cryptoki.CkFunction.GENERATE_KEY_PAIR;
import static org.certassist.bridge.host.cryptoki.CkFunction.GET_MECHANISM_LIST;
import static org.certassist.bridge.host.cryptoki.CkFunction.GET_SLOT_INFO;
import static org.certassist.bridge.host.cryptoki.CkFunction.GET_TOKEN_INFO;
import static org.certassist.bridge.host.cryptoki.CkFunction.INIT_PIN;
import static org.certassist.bridge.host.cryptoki.CkFunction.INIT_TOKEN;
import static org.certassist.bridge.host.cryptoki.CkFunction.LOGIN;
import static org.certassist.bridge.host.cryptoki.CkFunction.OPEN_SESSION;
import static org.certassist.bridge.host.cryptoki.CkFunction.SET_PIN;
import static org.certassist.bridge.host.cryptoki.CkFunction.SIGN;
import static org.certassist.bridge.host.cryptoki.CkFunction.SIGN_INIT;

import java.util.Arrays;
import java.util.EnumSet;
import java.util.Optional;
import java.util.Set;
import org.certassist.bridge.protocol.FaultCode;

/// A driver's return code of PKCS#11 2.40, with what it means for a request.
///
/// A code means more than "the driver failed" only from a function that can know it: a PIN is not
/// wrong because C_GetTokenInfo says so. Codes that are not in this table are shown in hexadecimal.
enum CkReturn {
  CKR_OK(0x0),
  CKR_CANCEL(0x1, FaultCode.PIN_CANCELLED, Speaker.WAITS_FOR_THE_USER),
  CKR_HOST_MEMORY(0x2),
  CKR_SLOT_ID_INVALID(0x3, FaultCode.TOKEN_ABSENT, Speaker.IS_GIVEN_A_SLOT),
  CKR_GENERAL_ERROR(0x5),
  CKR_FUNCTION_FAILED(0x6),
  CKR_ARGUMENTS_BAD(0x7),
  CKR_NO_EVENT(0x8),
  CKR_NEED_TO_CREATE_THREADS(0x9),
  CKR_CANT_LOCK(0xa),
  CKR_ATTRIBUTE_READ_ONLY(0x10),
  CKR_ATTRIBUTE_SENSITIVE(0x11),
  CKR_ATTRIBUTE_TYPE_INVALID(0x12),
  CKR_ATTRIBUTE_VALUE_INVALID(0x13),
  CKR_ACTION_PROHIBITED(0x1b),
  CKR_DATA_INVALID(0x20),
  CKR_DATA_LEN_RANGE(0x21),
  CKR_DEVICE_ERROR(0x30),
  CKR_DEVICE_MEMORY(0x31),
  CKR_DEVICE_REMOVED(0x32, FaultCode.TOKEN_REMOVED, Speaker.ANY),
  CKR_ENCRYPTED_DATA_INVALID(0x40),
  CKR_ENCRYPTED_DATA_LEN_RANGE(0x41),
  CKR_FUNCTION_CANCELED(0x50, FaultCode.PIN_CANCELLED, Speaker.WAITS_FOR_THE_USER),
  CKR_FUNCTION_NOT_PARALLEL(0x51),
  CKR_FUNCTION_NOT_SUPPORTED(0x54, FaultCode.NOT_SUPPORTED, Speaker.ANY),
  CKR_KEY_HANDLE_INVALID(0x60),
  CKR_KEY_SIZE_RANGE(0x62),
  CKR_KEY_TYPE_INCONSISTENT(0x63, FaultCode.ALGORITHM_UNSUPPORTED, Speaker.IS_GIVEN_A_MECHANISM),
  CKR_KEY_NOT_NEEDED(0x64),
  CKR_KEY_CHANGED(0x65),
  CKR_KEY_NEEDED(0x66),
  CKR_KEY_INDIGESTIBLE(0x67),
  CKR_KEY_FUNCTION_NOT_PERMITTED(0x68),
  CKR_KEY_NOT_WRAPPABLE(0x69),
  CKR_KEY_UNEXTRACTABLE(0x6a),
  CKR_MECHANISM_INVALID(0x70, FaultCode.ALGORITHM_UNSUPPORTED, Speaker.IS_GIVEN_A_MECHANISM),
  CKR_MECHANISM_PARAM_INVALID(0x71),
  CKR_OBJECT_HANDLE_INVALID(0x82),
  CKR_OPERATION_ACTIVE(0x90),
  CKR_OPERATION_NOT_INITIALIZED(0x91),
  CKR_PIN_INCORRECT(0xa0, FaultCode.PIN_WRONG, Speaker.COMPARES_A_PIN),
  CKR_PIN_INVALID(0xa1, FaultCode.PIN_UNUSABLE, Speaker.IS_GIVEN_A_PIN),
  CKR_PIN_LEN_RANGE(0xa2, FaultCode.PIN_UNUSABLE, Speaker.IS_GIVEN_A_PIN),
  CKR_PIN_EXPIRED(0xa3, FaultCode.PIN_MUST_CHANGE, Speaker.ANY),
  CKR_PIN_LOCKED(0xa4, FaultCode.PIN_LOCKED, Speaker.COMPARES_A_PIN),
  CKR_SESSION_CLOSED(0xb0),
  CKR_SESSION_COUNT(0xb1),
  CKR_SESSION_HANDLE_INVALID(0xb3),
  CKR_SESSION_PARALLEL_NOT_SUPPORTED(0xb4),
  CKR_SESSION_READ_ONLY(0xb5),
  CKR_SESSION_EXISTS(0xb6),
  CKR_SESSION_READ_ONLY_EXISTS(0xb7),
  CKR_SESSION_READ_WRITE_SO_EXISTS(0xb8),
  CKR_SIGNATURE_INVALID(0xc0),
  CKR_SIGNATURE_LEN_RANGE(0xc1),
  CKR_TEMPLATE_INCOMPLETE(0xd0),
  CKR_TEMPLATE_INCONSISTENT(0xd1),
  CKR_TOKEN_NOT_PRESENT(0xe0, FaultCode.TOKEN_REMOVED, Speaker.ANY),
  CKR_TOKEN_NOT_RECOGNIZED(0xe1),
  CKR_TOKEN_WRITE_PROTECTED(0xe2),
  CKR_UNWRAPPING_KEY_HANDLE_INVALID(0xf0),
  CKR_UNWRAPPING_KEY_SIZE_RANGE(0xf1),
  CKR_UNWRAPPING_KEY_TYPE_INCONSISTENT(0xf2),
  CKR_USER_ALREADY_LOGGED_IN(0x100),
  CKR_USER_NOT_LOGGED_IN(0x101, FaultCode.NOT_LOGGED_IN, Speaker.ANY),
  CKR_USER_PIN_NOT_INITIALIZED(0x102, FaultCode.PIN_NOT_SET, Speaker.COMPARES_A_PIN),
  CKR_USER_TYPE_INVALID(0x103),
  CKR_USER_ANOTHER_ALREADY_LOGGED_IN(0x104),
  CKR_USER_TOO_MANY_TYPES(0x105),
  CKR_WRAPPED_KEY_INVALID(0x110),
  CKR_WRAPPED_KEY_LEN_RANGE(0x112),
  CKR_WRAPPING_KEY_HANDLE_INVALID(0x113),
  CKR_WRAPPING_KEY_SIZE_RANGE(0x114),
  CKR_WRAPPING_KEY_TYPE_INCONSISTENT(0x115),
  CKR_RANDOM_SEED_NOT_SUPPORTED(0x120),
  CKR_RANDOM_NO_RNG(0x121),
  CKR_DOMAIN_PARAMS_INVALID(0x130),
  CKR_CURVE_NOT_SUPPORTED(0x140),
  CKR_BUFFER_TOO_SMALL(0x150),
  CKR_SAVED_STATE_INVALID(0x160),
  CKR_INFORMATION_SENSITIVE(0x170),
  CKR_STATE_UNSAVEABLE(0x180),
  CKR_CRYPTOKI_NOT_INITIALIZED(0x190),
  CKR_CRYPTOKI_ALREADY_INITIALIZED(0x191),
  CKR_MUTEX_BAD(0x1a0),
  CKR_MUTEX_NOT_LOCKED(0x1a1),
  CKR_NEW_PIN_MODE(0x1b0),
  CKR_NEXT_OTP(0x1b1),
  CKR_EXCEEDED_MAX_ITERATIONS(0x1b5),
  CKR_FIPS_SELF_TEST_FAILED(0x1b6),
  CKR_LIBRARY_LOAD_FAILED(0x1b7),
  CKR_PIN_TOO_WEAK(0x1b8, FaultCode.PIN_UNUSABLE, Speaker.IS_GIVEN_A_PIN),
  CKR_PUBLIC_KEY_INVALID(0x1b9),
  CKR_FUNCTION_REJECTED(0x200, FaultCode.PIN_CANCELLED, Speaker.WAITS_FOR_THE_USER);

  /// Whose word counts.
  private enum Speaker {
    ANY,
    IS_GIVEN_A_SLOT,
    IS_GIVEN_A_MECHANISM,
    IS_GIVEN_A_PIN,
    /// Signing too: OpenSC sends a remembered PIN to the card when it signs.
    COMPARES_A_PIN,
    /// At a PIN pad or a button.
    WAITS_FOR_THE_USER;

    private Set<CkFunction> functions() {
      return switch (this) {
        case ANY -> EnumSet.allOf(CkFunction.class);
        case IS_GIVEN_A_SLOT ->
            EnumSet.of(GET_SLOT_INFO, GET_TOKEN_INFO, GET_MECHANISM_LIST, OPEN_SESSION, INIT_TOKEN);
        case IS_GIVEN_A_MECHANISM -> EnumSet.of(SIGN_INIT, SIGN, GENERATE_KEY_PAIR);
        case IS_GIVEN_A_PIN -> EnumSet.of(LOGIN, SET_PIN, INIT_PIN, INIT_TOKEN);
        case COMPARES_A_PIN -> EnumSet.of(LOGIN, SET_PIN, INIT_TOKEN, SIGN_INIT, SIGN);
        case WAITS_FOR_THE_USER ->
            EnumSet.of(LOGIN, SET_PIN, INIT_PIN, INIT_TOKEN, SIGN_INIT, SIGN, GENERATE_KEY_PAIR);
      };
    }
  }

  /// After these and after codes that nobody knows a call may have been done all the same; every
  /// other one says why it was not.
  private static final Set<CkReturn> VAGUE =
      EnumSet.of(
          CKR_GENERAL_ERROR,
          CKR_FUNCTION_FAILED,
          CKR_DEVICE_ERROR,
          CKR_DEVICE_REMOVED,
          CKR_TOKEN_NOT_PRESENT);

  private final long number;
  private final FaultCode meaning;
  private final Speaker speaker;

  CkReturn(long number) {
    this(number, FaultCode.DRIVER, Speaker.ANY);
  }

  CkReturn(long number, FaultCode meaning, Speaker speaker) {
    this.number = number;
    this.meaning = meaning;
    this.speaker = speaker;
  }

  boolean is(long returned) {
    return number == returned;
  }

  long number() {
    return number;
  }

  /// What a code means from this function.
  static FaultCode meaning(CkFunction function, long returned) {
    return find(returned)
        .filter(known -> known.speaker.functions().contains(function))
        .map(known -> known.meaning)
        .orElse(FaultCode.DRIVER);
  }

  static boolean leavesOpenWhetherItWasDone(long returned) {
    return find(returned).map(VAGUE::contains).orElse(true);
  }

  /// The standard's name, or hexadecimal.
  static String name(long returned) {
    return find(returned).map(CkReturn::name).orElse("0x%08x".formatted(returned));
  }

  /// The number of a name or of hexadecimal as [#name(long)] writes it; 0 for a name that is not in
  /// the table.
  static long number(String name) {
    if (name.startsWith("0x")) {
      return Long.parseUnsignedLong(name.substring(2), 16);
    }
    return Arrays.stream(values())
        .filter(known -> known.name().equals(name))
        .findFirst()
        .map(CkReturn::number)
        .orElse(0L);
  }

  private static Optional<CkReturn> find(long returned) {
    return Arrays.stream(values()).filter(known -> known.is(returned)).findFirst();
  }
}
