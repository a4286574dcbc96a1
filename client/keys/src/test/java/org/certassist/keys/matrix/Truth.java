package org.certassist.keys.matrix;

import java.util.List;
import java.util.Set;
import org.certassist.core.key.DriverState;
import org.certassist.core.key.KeyFault;

/// What may be told of each case, by the words of the standard and not by the host's table.
final class Truth {
  /// Functions that compare a PIN with the right one; signing may, with one that it remembers.
  private static final Set<String> COMPARE_A_PIN =
      Set.of("C_Login", "C_SetPIN", "C_InitToken", "C_SignInit", "C_Sign");

  /// After these a new PIN may be set although the function says that it failed.
  private static final Set<String> VAGUE =
      Set.of(
          "CKR_GENERAL_ERROR",
          "CKR_FUNCTION_FAILED",
          "CKR_DEVICE_ERROR",
          "CKR_DEVICE_REMOVED",
          "0x000001f0",
          "0x80000123");

  private static final Set<String> SESSION_IS_OVER =
      Set.of("CKR_SESSION_HANDLE_INVALID", "CKR_SESSION_CLOSED", "CKR_DEVICE_REMOVED");

  /// Their failure is no reason to stop; what is asked with them can be done without.
  private static final Set<String> DISPENSABLE =
      Set.of("C_CloseSession", "C_Logout", "C_GetSlotInfo");

  private Truth() {}

  static boolean tells(Case one, Outcome outcome) {
    return switch (one.behaviour().kind()) {
      case RETURNS, DOES_AND_RETURNS -> ofACode(one, outcome);
      case HANGS -> ofAHang(one.work(), outcome);
      case ENDS -> ofACrash(one.work(), outcome);
      case PULLS -> ofAPulledKey(one, outcome);
      case GARBLES -> ofGarbage(one, outcome);
    };
  }

  private static boolean ofAHang(Work work, Outcome outcome) {
    return switch (work) {
      case FINDING ->
          outcome instanceof Outcome.Reported(DriverState state, _) && state == DriverState.HUNG;
      case RELEASING -> outcome instanceof Outcome.Done;
      case CHANGING_THE_PIN, UNBLOCKING -> isFault(outcome, KeyFault.PinChangeUnknown.class);
      case OPENING, OPENING_WRONGLY, SIGNING, FAILING_TO_SIGN, PRACTISING, SIGNING_WITH_THE_JDK ->
          isFault(outcome, KeyFault.DriverHung.class);
    };
  }

  private static boolean ofACrash(Work work, Outcome outcome) {
    return switch (work) {
      case FINDING ->
          outcome instanceof Outcome.Reported(DriverState state, _) && state == DriverState.CRASHED;
      case RELEASING -> outcome instanceof Outcome.Done;
      case CHANGING_THE_PIN, UNBLOCKING -> isFault(outcome, KeyFault.PinChangeUnknown.class);
      case OPENING, OPENING_WRONGLY, SIGNING, FAILING_TO_SIGN, PRACTISING, SIGNING_WITH_THE_JDK ->
          isFault(outcome, KeyFault.DriverCrashed.class);
    };
  }

  private static boolean isFault(Outcome outcome, Class<? extends KeyFault> type) {
    return outcome instanceof Outcome.Failed(KeyFault fault) && type.isInstance(fault);
  }

  /// A key that is out is missed in one way or another, unless it is not needed any more.
  private static boolean ofAPulledKey(Case one, Outcome outcome) {
    boolean missed =
        Set.of("key.removed", "key.absent", "pin.changeUnknown", DriverState.NO_TOKEN.word())
            .contains(outcome.id());
    boolean toldByTheDriver =
        one.work() == Work.FINDING
            && outcome.details().stream()
                .anyMatch(why ->
                    why.endsWith("CKR_DEVICE_REMOVED") || why.endsWith("CKR_TOKEN_NOT_PRESENT"));
    return missed || toldByTheDriver || isAsUsual(one, outcome);
  }

  /// Nonsense may be seen through or believed, but nothing is made up about a PIN, and no key is
  /// said to be missing because of a number that cannot be.
  private static boolean ofGarbage(Case one, Outcome outcome) {
    if (isAsUsual(one, outcome)) {
      return true;
    }
    boolean believed = one.behaviour().words().equals("writes garbage");
    return switch (outcome.id()) {
      case "refused", "driver.error", "driver.wrongSignature" -> true;
      case "ready", "noToken", "key.absent", "key.removed", "key.certificateAbsent" -> believed;
      case "pin.wrongLastTryLeft" -> one.work() == Work.OPENING_WRONGLY && believed;
      // The JDK's provider believes every length; its host dies of it or is killed.
      case "driver.crashed", "driver.hung" -> one.work() == Work.SIGNING_WITH_THE_JDK;
      default -> false;
    };
  }

  private static boolean ofACode(Case one, Outcome outcome) {
    String function = one.function();
    String code = one.behaviour().code();
    if (isSwallowed(one)) {
      return isAsUsual(one, outcome);
    }
    if (one.behaviour().once() || code.equals("CKR_CRYPTOKI_ALREADY_INITIALIZED")) {
      return outcome instanceof Outcome.Done;
    }
    if (code.equals("CKR_OK")) {
      return outcome.id().equals("key.noSigningCertificate");
    }
    if (one.work() == Work.FAILING_TO_SIGN) {
      return outcome.id().equals("key.removed");
    }
    if (one.work() == Work.FINDING) {
      return outcome instanceof Outcome.Reported(DriverState state, String reason)
          && state
              == (function.equals("C_Initialize") && code.equals("CKR_ARGUMENTS_BAD")
                  ? DriverState.REFUSES_ARGUMENTS
                  : DriverState.REFUSED)
          && reason.startsWith(function + " " + code);
    }
    String id = faultId(one.work(), function, code);
    return outcome.id().equals(id) && namesTheCode(id, function, code, outcome.details());
  }

  /// The numbers that a helpdesk needs are there, where the fault's own name does not say them.
  private static boolean namesTheCode(
      String id, String function, String code, List<String> details) {
    return switch (id) {
      case "driver.error" ->
          details.getFirst().equals(function) && details.getLast().startsWith(code);
      case "driver.notSupported" -> details.equals(List.of(function));
      case "pin.changeUnknown" -> details.getLast().equals(function + " " + code);
      default -> true;
    };
  }

  /// What has no consequence in this place.
  private static boolean isSwallowed(Case one) {
    String function = one.function();
    String code = one.behaviour().code();
    return switch (one.work()) {
      case RELEASING -> true;
      case OPENING_WRONGLY -> !function.equals("C_Login");
      case FAILING_TO_SIGN ->
          !code.equals("CKR_DEVICE_REMOVED")
              && !(function.equals("C_GetSessionInfo") && SESSION_IS_OVER.contains(code));
      case SIGNING_WITH_THE_JDK -> !function.startsWith("C_Sign");
      case OPENING ->
          one.place().afterThePin()
              && function.equals("C_GetAttributeValue")
              && code.startsWith("CKR_ATTRIBUTE_");
      case FINDING, SIGNING, CHANGING_THE_PIN, UNBLOCKING, PRACTISING ->
          DISPENSABLE.contains(function);
    };
  }

  /// How the step ends while nothing goes wrong in this place.
  private static boolean isAsUsual(Case one, Outcome outcome) {
    return switch (one.work()) {
      case OPENING_WRONGLY -> isFault(outcome, KeyFault.PinWrong.class);
      case FAILING_TO_SIGN ->
          outcome.equals(
              new Outcome.Failed(new KeyFault.DriverError("C_Sign", "CKR_DEVICE_ERROR")));
      case FINDING,
          OPENING,
          SIGNING,
          RELEASING,
          CHANGING_THE_PIN,
          UNBLOCKING,
          PRACTISING,
          SIGNING_WITH_THE_JDK ->
          outcome instanceof Outcome.Done;
    };
  }

  private static String faultId(Work work, String function, String code) {
    boolean setsAPin = function.equals("C_SetPIN") || function.equals("C_InitPIN");
    if (setsAPin && VAGUE.contains(code)) {
      return "pin.changeUnknown";
    }
    String administrators = work == Work.UNBLOCKING ? "administrator" : "";
    return switch (code) {
      case "CKR_DEVICE_REMOVED", "CKR_TOKEN_NOT_PRESENT" -> "key.removed";
      case "CKR_SLOT_ID_INVALID" -> "key.absent";
      case "CKR_FUNCTION_NOT_SUPPORTED" -> "driver.notSupported";
      case "CKR_MECHANISM_INVALID", "CKR_KEY_TYPE_INCONSISTENT" -> "key.algorithmUnsupported";
      case "CKR_FUNCTION_CANCELED", "CKR_FUNCTION_REJECTED" -> "pin.cancelled";
      case "CKR_PIN_TOO_WEAK" -> "pin.newUnusable";
      case "CKR_PIN_INVALID", "CKR_PIN_LEN_RANGE" -> setsAPin ? "pin.newUnusable" : "pin.unusable";
      case "CKR_PIN_EXPIRED" -> administrators.isEmpty() ? "pin.mustChange" : "driver.error";
      case "CKR_USER_PIN_NOT_INITIALIZED" ->
          administrators.isEmpty() ? "pin.notSet" : "driver.error";
      case "CKR_PIN_LOCKED" -> administrators.isEmpty() ? "pin.locked" : "pin.administratorLocked";
      case "CKR_PIN_INCORRECT" -> {
        if (!COMPARE_A_PIN.contains(function)) {
          yield "driver.error";
        }
        yield administrators.isEmpty() ? "pin.wrong" : "pin.administratorWrong";
      }
      default -> "driver.error";
    };
  }
}
