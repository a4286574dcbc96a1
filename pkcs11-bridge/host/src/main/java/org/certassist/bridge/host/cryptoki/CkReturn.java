package org.certassist.bridge.host.cryptoki;

import java.util.Arrays;
import java.util.Optional;
import org.certassist.bridge.protocol.FaultCode;

/// A driver's return code, with what it means for a request.
///
/// Codes that are not in this table are shown in hexadecimal and mean [FaultCode#DRIVER].
enum CkReturn {
  CKR_OK(0x0, FaultCode.DRIVER),
  CKR_CANCEL(0x1, FaultCode.PIN_CANCELLED),
  CKR_HOST_MEMORY(0x2, FaultCode.DRIVER),
  CKR_SLOT_ID_INVALID(0x3, FaultCode.TOKEN_ABSENT),
  CKR_GENERAL_ERROR(0x5, FaultCode.DRIVER),
  CKR_FUNCTION_FAILED(0x6, FaultCode.DRIVER),
  CKR_ARGUMENTS_BAD(0x7, FaultCode.DRIVER),
  CKR_CANT_LOCK(0xa, FaultCode.DRIVER),
  CKR_ATTRIBUTE_READ_ONLY(0x10, FaultCode.DRIVER),
  CKR_ATTRIBUTE_SENSITIVE(0x11, FaultCode.DRIVER),
  CKR_ATTRIBUTE_TYPE_INVALID(0x12, FaultCode.DRIVER),
  CKR_ATTRIBUTE_VALUE_INVALID(0x13, FaultCode.DRIVER),
  CKR_DATA_INVALID(0x20, FaultCode.DRIVER),
  CKR_DATA_LEN_RANGE(0x21, FaultCode.DRIVER),
  CKR_DEVICE_ERROR(0x30, FaultCode.DRIVER),
  CKR_DEVICE_MEMORY(0x31, FaultCode.DRIVER),
  CKR_DEVICE_REMOVED(0x32, FaultCode.TOKEN_REMOVED),
  CKR_FUNCTION_CANCELED(0x50, FaultCode.PIN_CANCELLED),
  CKR_FUNCTION_NOT_SUPPORTED(0x54, FaultCode.NOT_SUPPORTED),
  CKR_KEY_HANDLE_INVALID(0x60, FaultCode.DRIVER),
  CKR_KEY_TYPE_INCONSISTENT(0x63, FaultCode.ALGORITHM_UNSUPPORTED),
  CKR_KEY_FUNCTION_NOT_PERMITTED(0x68, FaultCode.DRIVER),
  CKR_MECHANISM_INVALID(0x70, FaultCode.ALGORITHM_UNSUPPORTED),
  CKR_MECHANISM_PARAM_INVALID(0x71, FaultCode.DRIVER),
  CKR_OBJECT_HANDLE_INVALID(0x82, FaultCode.DRIVER),
  CKR_OPERATION_ACTIVE(0x90, FaultCode.DRIVER),
  CKR_OPERATION_NOT_INITIALIZED(0x91, FaultCode.DRIVER),
  CKR_PIN_INCORRECT(0xa0, FaultCode.PIN_WRONG),
  CKR_PIN_INVALID(0xa1, FaultCode.PIN_UNUSABLE),
  CKR_PIN_LEN_RANGE(0xa2, FaultCode.PIN_UNUSABLE),
  CKR_PIN_EXPIRED(0xa3, FaultCode.PIN_MUST_CHANGE),
  CKR_PIN_LOCKED(0xa4, FaultCode.PIN_LOCKED),
  CKR_SESSION_CLOSED(0xb0, FaultCode.DRIVER),
  CKR_SESSION_COUNT(0xb1, FaultCode.DRIVER),
  CKR_SESSION_HANDLE_INVALID(0xb3, FaultCode.DRIVER),
  CKR_SESSION_PARALLEL_NOT_SUPPORTED(0xb4, FaultCode.DRIVER),
  CKR_SESSION_READ_ONLY(0xb5, FaultCode.DRIVER),
  CKR_SESSION_EXISTS(0xb6, FaultCode.DRIVER),
  CKR_TEMPLATE_INCOMPLETE(0xd0, FaultCode.DRIVER),
  CKR_TEMPLATE_INCONSISTENT(0xd1, FaultCode.DRIVER),
  CKR_TOKEN_NOT_PRESENT(0xe0, FaultCode.TOKEN_REMOVED),
  CKR_TOKEN_NOT_RECOGNIZED(0xe1, FaultCode.DRIVER),
  CKR_TOKEN_WRITE_PROTECTED(0xe2, FaultCode.DRIVER),
  CKR_USER_ALREADY_LOGGED_IN(0x100, FaultCode.DRIVER),
  CKR_USER_NOT_LOGGED_IN(0x101, FaultCode.NOT_LOGGED_IN),
  CKR_USER_PIN_NOT_INITIALIZED(0x102, FaultCode.PIN_NOT_SET),
  CKR_USER_TYPE_INVALID(0x103, FaultCode.DRIVER),
  CKR_USER_ANOTHER_ALREADY_LOGGED_IN(0x104, FaultCode.DRIVER),
  CKR_BUFFER_TOO_SMALL(0x150, FaultCode.DRIVER),
  CKR_CRYPTOKI_NOT_INITIALIZED(0x190, FaultCode.DRIVER),
  CKR_CRYPTOKI_ALREADY_INITIALIZED(0x191, FaultCode.DRIVER),
  CKR_FUNCTION_REJECTED(0x200, FaultCode.PIN_CANCELLED);

  private final long number;
  private final FaultCode meaning;

  CkReturn(long number, FaultCode meaning) {
    this.number = number;
    this.meaning = meaning;
  }

  boolean is(long returned) {
    return number == returned;
  }

  long number() {
    return number;
  }

  static FaultCode meaning(long returned) {
    return find(returned).map(known -> known.meaning).orElse(FaultCode.DRIVER);
  }

  /// The standard's name, or hexadecimal.
  static String name(long returned) {
    return find(returned).map(CkReturn::name).orElse("0x%08x".formatted(returned));
  }

  /// The number of a name or of hexadecimal as [#name(long)] writes it; a name that is not in the
  /// table counts as a general error.
  static long number(String name) {
    if (name.startsWith("0x")) {
      return Long.parseUnsignedLong(name.substring(2), 16);
    }
    return Arrays.stream(values())
        .filter(known -> known.name().equals(name))
        .findFirst()
        .orElse(CKR_GENERAL_ERROR)
        .number();
  }

  private static Optional<CkReturn> find(long returned) {
    return Arrays.stream(values()).filter(known -> known.is(returned)).findFirst();
  }
}
