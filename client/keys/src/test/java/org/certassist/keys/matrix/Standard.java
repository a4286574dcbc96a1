package org.certassist.keys.matrix;

import java.util.Arrays;
import java.util.List;
import java.util.Map;

/// What PKCS#11 2.40 says that each function may return besides CKR_OK, one line a function and
/// without the `CKR_` (base specification, §5.4 to §5.13).
final class Standard {
  /// May come from any function (§5.1.1).
  private static final String GENERAL =
      "ARGUMENTS_BAD FUNCTION_FAILED GENERAL_ERROR HOST_MEMORY CRYPTOKI_NOT_INITIALIZED";

  /// From any that speaks to the token (§5.1.3).
  private static final String DEVICE = GENERAL + " DEVICE_ERROR DEVICE_MEMORY DEVICE_REMOVED";

  /// From any that works in a session (§5.1.2).
  private static final String SESSION = DEVICE + " SESSION_CLOSED SESSION_HANDLE_INVALID";

  private static final String SLOT =
      DEVICE + " SLOT_ID_INVALID TOKEN_NOT_PRESENT TOKEN_NOT_RECOGNIZED";

  private static final String MAKE =
      SESSION
          + " ATTRIBUTE_READ_ONLY ATTRIBUTE_TYPE_INVALID ATTRIBUTE_VALUE_INVALID"
          + " CURVE_NOT_SUPPORTED DOMAIN_PARAMS_INVALID PIN_EXPIRED SESSION_READ_ONLY"
          + " TEMPLATE_INCOMPLETE TEMPLATE_INCONSISTENT TOKEN_WRITE_PROTECTED USER_NOT_LOGGED_IN";

  private static final Map<String, String> TABLE =
      Map.ofEntries(
          Map.entry(
              "C_Initialize",
              "ARGUMENTS_BAD CANT_LOCK FUNCTION_FAILED GENERAL_ERROR HOST_MEMORY"
                  + " NEED_TO_CREATE_THREADS"),
          Map.entry("C_GetFunctionList", "ARGUMENTS_BAD FUNCTION_FAILED GENERAL_ERROR HOST_MEMORY"),
          Map.entry("C_GetInfo", GENERAL),
          Map.entry("C_GetSlotList", GENERAL + " BUFFER_TOO_SMALL"),
          Map.entry("C_GetSlotInfo", GENERAL + " DEVICE_ERROR SLOT_ID_INVALID"),
          Map.entry("C_GetTokenInfo", SLOT),
          Map.entry("C_GetMechanismList", SLOT + " BUFFER_TOO_SMALL"),
          Map.entry("C_GetMechanismInfo", SLOT + " MECHANISM_INVALID"),
          Map.entry(
              "C_InitToken",
              SLOT
                  + " FUNCTION_CANCELED PIN_INCORRECT PIN_LOCKED SESSION_EXISTS"
                  + " TOKEN_WRITE_PROTECTED"),
          Map.entry(
              "C_OpenSession",
              SLOT
                  + " SESSION_COUNT SESSION_PARALLEL_NOT_SUPPORTED SESSION_READ_WRITE_SO_EXISTS"
                  + " TOKEN_WRITE_PROTECTED"),
          Map.entry("C_CloseSession", SESSION),
          Map.entry("C_GetSessionInfo", SESSION),
          Map.entry(
              "C_Login",
              SESSION
                  + " FUNCTION_CANCELED OPERATION_NOT_INITIALIZED PIN_INCORRECT PIN_LOCKED"
                  + " PIN_EXPIRED PIN_INVALID PIN_LEN_RANGE SESSION_READ_ONLY_EXISTS"
                  + " USER_ALREADY_LOGGED_IN USER_ANOTHER_ALREADY_LOGGED_IN"
                  + " USER_PIN_NOT_INITIALIZED USER_TOO_MANY_TYPES USER_TYPE_INVALID"),
          Map.entry("C_Logout", SESSION + " USER_NOT_LOGGED_IN"),
          Map.entry(
              "C_InitPIN",
              SESSION
                  + " FUNCTION_CANCELED PIN_INVALID PIN_LEN_RANGE PIN_TOO_WEAK SESSION_READ_ONLY"
                  + " TOKEN_WRITE_PROTECTED USER_NOT_LOGGED_IN"),
          Map.entry(
              "C_SetPIN",
              SESSION
                  + " FUNCTION_CANCELED PIN_INCORRECT PIN_INVALID PIN_LEN_RANGE PIN_LOCKED"
                  + " PIN_TOO_WEAK SESSION_READ_ONLY TOKEN_WRITE_PROTECTED USER_NOT_LOGGED_IN"),
          Map.entry(
              "C_FindObjectsInit",
              SESSION
                  + " ATTRIBUTE_TYPE_INVALID ATTRIBUTE_VALUE_INVALID OPERATION_ACTIVE"
                  + " PIN_EXPIRED"),
          Map.entry("C_FindObjects", SESSION + " OPERATION_NOT_INITIALIZED"),
          Map.entry("C_FindObjectsFinal", SESSION + " OPERATION_NOT_INITIALIZED"),
          Map.entry(
              "C_GetAttributeValue",
              SESSION
                  + " ATTRIBUTE_SENSITIVE ATTRIBUTE_TYPE_INVALID BUFFER_TOO_SMALL"
                  + " OBJECT_HANDLE_INVALID"),
          Map.entry(
              "C_SignInit",
              SESSION
                  + " FUNCTION_CANCELED KEY_FUNCTION_NOT_PERMITTED KEY_HANDLE_INVALID"
                  + " KEY_SIZE_RANGE KEY_TYPE_INCONSISTENT MECHANISM_INVALID"
                  + " MECHANISM_PARAM_INVALID OPERATION_ACTIVE PIN_EXPIRED USER_NOT_LOGGED_IN"),
          Map.entry(
              "C_Sign",
              SESSION
                  + " BUFFER_TOO_SMALL DATA_INVALID DATA_LEN_RANGE FUNCTION_CANCELED"
                  + " FUNCTION_REJECTED OPERATION_NOT_INITIALIZED USER_NOT_LOGGED_IN"),
          Map.entry("C_CreateObject", MAKE),
          Map.entry(
              "C_GenerateKeyPair",
              MAKE
                  + " FUNCTION_CANCELED MECHANISM_INVALID MECHANISM_PARAM_INVALID"
                  + " OPERATION_ACTIVE"));

  private Standard() {}

  /// @throws IllegalArgumentException for a function that is not in the table: add its line
  static List<ReturnCode> mayReturn(String function) {
    String line = TABLE.get(function);
    if (line == null) {
      throw new IllegalArgumentException("no line for " + function);
    }
    return Arrays.stream(line.split(" "))
        .map(word -> ReturnCode.valueOf("CKR_" + word))
        .sorted()
        .toList();
  }
}
