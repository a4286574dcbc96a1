package org.certassist.keys.bridge;

import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.certassist.bridge.protocol.Fault;
import org.certassist.core.key.DriverState;
import org.certassist.core.key.KeyException;
import org.certassist.core.key.KeyFault;
import org.certassist.core.key.PinState;
import org.certassist.core.key.TokenKey;

/// A host's faults in the core's words.
///
/// @param serial of the token that was asked
/// @param minPin and `maxPin`: what PINs that token takes
record Faults(String module, String serial, int minPin, int maxPin) {
  /// PKCS#11 2.40, 11.4: the arguments are none that the driver takes.
  private static final long CKR_ARGUMENTS_BAD = 0x7;

  Faults(String module, TokenKey token) {
    this(module, token.serial(), token.pin().shortest(), token.pin().longest());
  }

  KeyException of(Fault fault, String algorithm) {
    return new KeyException(fault(fault, algorithm));
  }

  /// What went wrong with the administrator's PIN.
  KeyException ofAdministrator(Fault fault) {
    KeyFault inItsWords =
        switch (fault.code()) {
          case PIN_WRONG -> new KeyFault.AdministratorPinWrong(afterAWrongOne(fault));
          case PIN_LOCKED -> new KeyFault.AdministratorPinLocked();
          case PIN_LAST_TRY -> new KeyFault.AdministratorLastTry();
          // The standard has these for the user's PIN only.
          case PIN_NOT_SET, PIN_MUST_CHANGE -> driverError(fault);
          default -> fault(fault, "");
        };
    return new KeyException(inItsWords);
  }

  /// What is known after a host was lost that was to set a new PIN.
  KeyException ofALostPinChange(KeyException lost) {
    // Such as `driver.hung changePin 60000`: the first detail is the module, or who spoke nonsense.
    String cause =
        Stream.concat(Stream.of(lost.fault().id()), lost.fault().details().stream().skip(1))
            .collect(Collectors.joining(" "));
    return new KeyException(new KeyFault.PinChangeUnknown(module, cause), lost);
  }

  /// A token need not tell that a wrong PIN was tried (PKCS#11 2.40: the flags may always be
  /// false); we know it.
  private static PinState afterAWrongOne(Fault fault) {
    PinState told = pinState(fault.pinState());
    return told == PinState.OK ? PinState.WRONG_TRIED : told;
  }

  private KeyFault fault(Fault fault, String algorithm) {
    return switch (fault.code()) {
      case TOKEN_ABSENT -> new KeyFault.Absent(serial);
      case CERTIFICATE_ABSENT -> new KeyFault.CertificateAbsent(serial);
      case TOKEN_AMBIGUOUS -> new KeyFault.Ambiguous(serial);
      case TOKEN_BUSY -> new KeyFault.Busy(serial);
      case TOKEN_REMOVED -> new KeyFault.Removed(serial);
      case KEY_ABSENT -> new KeyFault.NoSigningCertificate(serial);
      case PIN_WRONG -> new KeyFault.PinWrong(afterAWrongOne(fault));
      case PIN_LOCKED -> new KeyFault.PinLocked();
      case PIN_LAST_TRY -> new KeyFault.PinLastTry();
      case PIN_UNUSABLE -> new KeyFault.PinUnusable(minPin, maxPin);
      case NEW_PIN_UNUSABLE -> new KeyFault.NewPinUnusable(minPin, maxPin);
      case PIN_CANCELLED -> new KeyFault.PinCancelled();
      case PIN_NOT_SET -> new KeyFault.PinNotSet();
      case PIN_CHANGE_UNKNOWN ->
          new KeyFault.PinChangeUnknown(module, fault.function() + " " + fault.detail());
      case PIN_NEEDED -> new KeyFault.NoPin();
      case NOT_SUPPORTED -> new KeyFault.NotSupported(fault.function());
      case PIN_MUST_CHANGE -> new KeyFault.PinMustChange();
      case ALGORITHM_UNSUPPORTED -> new KeyFault.AlgorithmUnsupported(algorithm);
      case NOT_LOGGED_IN ->
          fault.function().isEmpty() ? new KeyFault.Removed(serial) : driverError(fault);
      case MODULE_NOT_FOUND, MODULE_NOT_LOADABLE, NOT_A_MODULE ->
          new KeyFault.DriverUnusable(module, stateOf(fault), fault.detail());
      case DRIVER,
          PROVISIONING_OFF,
          NO_BLANK_TOKEN,
          UNKNOWN_REQUEST,
          MALFORMED,
          FRAME_TOO_LARGE,
          VERSION_UNSUPPORTED,
          NOT_OPEN,
          ALREADY_OPEN,
          INTERNAL,
          UNKNOWN ->
          driverError(fault);
    };
  }

  private static KeyFault driverError(Fault fault) {
    return fault.function().isEmpty()
        ? new KeyFault.DriverError("host", (fault.code().name() + " " + fault.detail()).strip())
        : new KeyFault.DriverError(fault.function(), fault.detail());
  }

  /// What a failed open says about a driver.
  static DriverState stateOf(Fault fault) {
    return switch (fault.code()) {
      case MODULE_NOT_FOUND -> DriverState.NOT_INSTALLED;
      // A driver that has the function and fails in it is in trouble, and a driver all the same.
      case NOT_A_MODULE ->
          fault.function().isEmpty() ? DriverState.NOT_A_DRIVER : DriverState.REFUSED;
      case MODULE_NOT_LOADABLE -> {
        if (fault.detail().contains("ELFCLASS")) {
          yield DriverState.WRONG_WORD_SIZE;
        }
        yield fault.detail().contains("cannot open shared object file")
            ? DriverState.MISSING_DEPENDENCY
            : DriverState.REFUSED;
      }
      case DRIVER ->
          fault.function().equals("C_Initialize") && fault.returnCode() == CKR_ARGUMENTS_BAD
              ? DriverState.REFUSES_ARGUMENTS
              : DriverState.REFUSED;
      default -> DriverState.REFUSED;
    };
  }

  static PinState pinState(org.certassist.bridge.protocol.PinState state) {
    return switch (state) {
      case OK -> PinState.OK;
      case WRONG_TRIED -> PinState.WRONG_TRIED;
      case LAST_TRY -> PinState.LAST_TRY;
      case LOCKED -> PinState.LOCKED;
      case MUST_CHANGE -> PinState.MUST_CHANGE;
      case NOT_SET -> PinState.NOT_SET;
      case UNKNOWN -> PinState.UNKNOWN;
    };
  }
}
