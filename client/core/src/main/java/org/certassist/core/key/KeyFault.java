package org.certassist.core.key;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.certassist.core.certificate.CertificateStatus;
import org.certassist.core.certificate.NotCheckedReason;
import org.certassist.core.certificate.RevocationReason;
import org.certassist.core.certificate.StatusCode;
import org.certassist.core.driver.Doubt;
import org.certassist.core.fault.Fault;
import org.certassist.core.fault.FaultArea;
import org.certassist.core.time.ShanghaiTime;

/// What can be wrong with a key, its PIN, its driver or its host.
public sealed interface KeyFault extends Fault {
  @Override
  default FaultArea area() {
    return FaultArea.KEY;
  }

  /// No key is plugged in, or no driver shows one.
  record NoKey() implements KeyFault {
    @Override
    public String id() {
      return "key.none";
    }
  }

  /// A key is there, but no certificate with a private key on it can sign.
  record NoSigningCertificate(String serial) implements KeyFault {
    @Override
    public String id() {
      return "key.noSigningCertificate";
    }

    @Override
    public List<String> details() {
      return List.of(serial);
    }
  }

  /// The key that was chosen is not plugged in (any more).
  record Absent(String serial) implements KeyFault {
    @Override
    public String id() {
      return "key.absent";
    }

    @Override
    public List<String> details() {
      return List.of(serial);
    }
  }

  /// A key as it was chosen is plugged in, and the chosen certificate is not on it.
  record CertificateAbsent(String serial) implements KeyFault {
    @Override
    public String id() {
      return "key.certificateAbsent";
    }

    @Override
    public List<String> details() {
      return List.of(serial);
    }
  }

  /// The key was pulled out during a call.
  record Removed(String serial) implements KeyFault {
    @Override
    public String id() {
      return "key.removed";
    }

    @Override
    public List<String> details() {
      return List.of(serial);
    }
  }

  /// No PIN was given, and there was nobody to ask.
  record NoPin() implements KeyFault {
    @Override
    public String id() {
      return "pin.none";
    }
  }

  /// The PIN was wrong; it was tried once.
  ///
  /// @param after the state the token reports now
  record PinWrong(PinState after) implements KeyFault {
    @Override
    public String id() {
      return after == PinState.LAST_TRY ? "pin.wrongLastTryLeft" : "pin.wrong";
    }

    @Override
    public List<String> details() {
      return List.of(after.word());
    }
  }

  /// The PIN is locked; none was sent, or the one that was sent locked it.
  record PinLocked() implements KeyFault {
    @Override
    public String id() {
      return "pin.locked";
    }
  }

  /// One try is left and the user has not said yes to using it; no PIN was sent.
  record PinLastTry() implements KeyFault {
    @Override
    public String id() {
      return "pin.lastTry";
    }
  }

  /// The PIN's length or characters are not what the token takes; it was not counted as a try.
  record PinUnusable(int minimum, int maximum) implements KeyFault {
    @Override
    public String id() {
      return "pin.unusable";
    }

    @Override
    public List<String> details() {
      return List.of(Integer.toString(minimum), Integer.toString(maximum));
    }
  }

  /// What was given holds a character that no PIN has, such as a line's leftovers or a full-width
  /// digit; it was not sent, so that it costs no try.
  record PinUntypable() implements KeyFault {
    @Override
    public String id() {
      return "pin.untypable";
    }
  }

  /// The PIN must be changed before the key signs.
  record PinMustChange() implements KeyFault {
    @Override
    public String id() {
      return "pin.mustChange";
    }
  }

  /// The driver answered a call with an error.
  ///
  /// @param function such as C_Sign
  /// @param code the name where it is known, else hexadecimal such as 0x80000123
  record DriverError(String function, String code) implements KeyFault {
    @Override
    public String id() {
      return "driver.error";
    }

    @Override
    public List<String> details() {
      return List.of(function, code);
    }
  }

  /// The driver could not be loaded, or was not let in.
  ///
  /// @param doubt why it was not, in the state [DriverState#SUSPICIOUS]
  record DriverUnusable(String module, DriverState state, Optional<Doubt> doubt, String reason)
      implements KeyFault {
    public DriverUnusable(String module, DriverState state, String reason) {
      this(module, state, Optional.empty(), reason);
    }

    @Override
    public String id() {
      return "driver.unusable";
    }

    @Override
    public List<String> details() {
      return List.of(module, state.word(), reason);
    }
  }

  /// The host ended during the call: the driver crashed it.
  record DriverCrashed(String module) implements KeyFault {
    @Override
    public String id() {
      return "driver.crashed";
    }

    @Override
    public List<String> details() {
      return List.of(module);
    }
  }

  /// The call outlived its deadline; the host was killed.
  record DriverHung(String module, String call, long milliseconds) implements KeyFault {
    @Override
    public String id() {
      return "driver.hung";
    }

    @Override
    public List<String> details() {
      return List.of(module, call, Long.toString(milliseconds));
    }
  }

  /// The signature that came back does not verify against the certificate; it was thrown away.
  record WrongSignature(String module) implements KeyFault {
    @Override
    public String id() {
      return "driver.wrongSignature";
    }

    @Override
    public List<String> details() {
      return List.of(module);
    }
  }

  /// How the driver signs with SM2 is not known: it has no mechanism that the catalogue names, or
  /// what the one that it has gave does not verify, and was thrown away.
  ///
  /// @param mechanism the number that was used, else the vendor's numbers that the driver has
  record Sm2Unknown(String module, String mechanism) implements KeyFault {
    @Override
    public String id() {
      return "driver.sm2Unknown";
    }

    @Override
    public List<String> details() {
      return List.of(module, mechanism);
    }
  }

  /// The key's algorithm is one this version cannot sign with.
  record AlgorithmUnsupported(String algorithm) implements KeyFault {
    @Override
    public String id() {
      return "key.algorithmUnsupported";
    }

    @Override
    public List<String> details() {
      return List.of(algorithm);
    }
  }

  /// No password of a key in a file was given, and there was nobody to ask.
  record NoFilePassword(String file) implements KeyFault {
    @Override
    public String id() {
      return "file.passwordNone";
    }

    @Override
    public List<String> details() {
      return List.of(file);
    }
  }

  /// The password of a key in a file is wrong; nothing counts such tries and nothing is locked.
  record FilePasswordWrong(String file) implements KeyFault {
    @Override
    public String id() {
      return "file.passwordWrong";
    }

    @Override
    public List<String> details() {
      return List.of(file);
    }
  }

  /// The same, and as it was typed it has a blank at an end, a full-width character or the like, as
  /// is seldom meant.
  record FilePasswordWrongOdd(String file) implements KeyFault {
    @Override
    public String id() {
      return "file.passwordWrongOdd";
    }

    @Override
    public List<String> details() {
      return List.of(file);
    }
  }

  /// A file that was named as a key is none, is damaged, or asks for more than is done for it.
  ///
  /// @param reason a word for support, such as `iterations 2147483648`
  record FileUnusable(String file, String reason) implements KeyFault {
    @Override
    public String id() {
      return "file.unusable";
    }

    @Override
    public FaultArea area() {
      return FaultArea.KEY_FILE;
    }

    @Override
    public List<String> details() {
      return List.of(file, reason);
    }
  }

  /// A file that was named as a key is not there (any more).
  record FileGone(String file) implements KeyFault {
    @Override
    public String id() {
      return "file.gone";
    }

    @Override
    public FaultArea area() {
      return FaultArea.KEY_FILE;
    }

    @Override
    public List<String> details() {
      return List.of(file);
    }
  }

  /// The password was right, and no certificate in the file has its private key beside it.
  record FileWithoutKey(String file) implements KeyFault {
    @Override
    public String id() {
      return "file.noPrivateKey";
    }

    @Override
    public FaultArea area() {
      return FaultArea.KEY_FILE;
    }

    @Override
    public List<String> details() {
      return List.of(file);
    }
  }

  /// A file that was named as a key is sealed in a way that this version does not open.
  ///
  /// @param algorithm its object identifier
  record FileCipherUnknown(String file, String algorithm) implements KeyFault {
    @Override
    public String id() {
      return "file.cipherUnknown";
    }

    @Override
    public FaultArea area() {
      return FaultArea.KEY_FILE;
    }

    @Override
    public List<String> details() {
      return List.of(file, algorithm);
    }
  }

  /// The password of a key in a file is not changed by this program.
  record FilePasswordStays(String file) implements KeyFault {
    @Override
    public String id() {
      return "file.passwordStays";
    }

    @Override
    public List<String> details() {
      return List.of(file);
    }
  }

  /// Several keys that are plugged in fit, and nothing tells them apart.
  record Ambiguous(String serial) implements KeyFault {
    @Override
    public String id() {
      return "key.ambiguous";
    }

    @Override
    public List<String> details() {
      return List.of(serial);
    }
  }

  /// Another program holds the key for itself.
  record Busy(String serial) implements KeyFault {
    @Override
    public String id() {
      return "key.busy";
    }

    @Override
    public List<String> details() {
      return List.of(serial);
    }
  }

  /// The administrator's PIN was wrong; it was tried once.
  ///
  /// @param after the state of the administrator's PIN now
  record AdministratorPinWrong(PinState after) implements KeyFault {
    @Override
    public String id() {
      return "pin.administratorWrong";
    }

    @Override
    public List<String> details() {
      return List.of(after.word());
    }
  }

  /// The administrator's PIN is locked; none was sent, or the one that was sent locked it.
  record AdministratorPinLocked() implements KeyFault {
    @Override
    public String id() {
      return "pin.administratorLocked";
    }
  }

  /// One try of the administrator's PIN is left and nobody said yes to using it; none was sent.
  record AdministratorLastTry() implements KeyFault {
    @Override
    public String id() {
      return "pin.administratorLastTry";
    }
  }

  /// The new PIN is one that the token does not take; the old one stays.
  record NewPinUnusable(int minimum, int maximum) implements KeyFault {
    @Override
    public String id() {
      return "pin.newUnusable";
    }

    @Override
    public List<String> details() {
      return List.of(Integer.toString(minimum), Integer.toString(maximum));
    }
  }

  /// The driver failed while a new PIN was being set; the old one or the new one is in force.
  ///
  /// @param cause the function and what it returned, or how the driver was lost
  record PinChangeUnknown(String module, String cause) implements KeyFault {
    @Override
    public String id() {
      return "pin.changeUnknown";
    }

    @Override
    public List<String> details() {
      return List.of(module, cause);
    }
  }

  /// The new PIN is too weak; nothing was tried.
  record NewPinWeak(PinWeakness weakness) implements KeyFault {
    @Override
    public String id() {
      return "pin.newWeak";
    }

    @Override
    public List<String> details() {
      return List.of(weakness.word());
    }
  }

  /// The new PIN was typed twice, and not the same.
  record NewPinMistyped() implements KeyFault {
    @Override
    public String id() {
      return "pin.newMistyped";
    }
  }

  /// The user declined on the key itself.
  record PinCancelled() implements KeyFault {
    @Override
    public String id() {
      return "pin.cancelled";
    }
  }

  /// The key never got a PIN.
  record PinNotSet() implements KeyFault {
    @Override
    public String id() {
      return "pin.notSet";
    }
  }

  /// The driver cannot do what was asked of it at all.
  ///
  /// @param function such as C_InitPIN
  record NotSupported(String function) implements KeyFault {
    @Override
    public String id() {
      return "driver.notSupported";
    }

    @Override
    public List<String> details() {
      return List.of(function);
    }
  }

  /// The driver crashed so often that it is left alone until the user wants it again.
  ///
  /// @param crashes how often
  /// @param minutes within how many minutes
  record DriverQuarantined(String module, int crashes, long minutes) implements KeyFault {
    @Override
    public String id() {
      return "driver.quarantined";
    }

    @Override
    public List<String> details() {
      return List.of(module, Integer.toString(crashes), Long.toString(minutes));
    }
  }

  /// The certificate, or one of its CAs, is on the blacklist; nothing was signed.
  ///
  /// @param since when it was revoked
  record Revoked(Instant since, RevocationReason reason) implements KeyFault {
    @Override
    public String id() {
      return "key.revoked";
    }

    @Override
    public FaultArea area() {
      return FaultArea.REFUSED;
    }

    @Override
    public List<String> details() {
      return List.of(ShanghaiTime.text(since), reason.word());
    }
  }

  /// The certificate has ended; the portal would say 810.
  ///
  /// @param end its last moment
  record CertificateEnded(Instant end) implements KeyFault {
    @Override
    public String id() {
      return "key.certificateEnded";
    }

    @Override
    public FaultArea area() {
      return FaultArea.REFUSED;
    }

    @Override
    public List<String> details() {
      return List.of(ShanghaiTime.text(end));
    }
  }

  /// The certificate has not begun; the portal would say 809.
  ///
  /// @param begin its first moment
  record CertificateNotBegun(Instant begin) implements KeyFault {
    @Override
    public String id() {
      return "key.certificateNotBegun";
    }

    @Override
    public FaultArea area() {
      return FaultArea.REFUSED;
    }

    @Override
    public List<String> details() {
      return List.of(ShanghaiTime.text(begin));
    }
  }

  /// The certificate is none that the portal would take, for a reason other than its term.
  ///
  /// @param status 809 or 820, and why
  record CertificateUnfit(CertificateStatus status) implements KeyFault {
    @Override
    public String id() {
      return status.code() == StatusCode.CHAIN_BROKEN
          ? "key.certificateChain"
          : "key.certificateNotValid";
    }

    @Override
    public FaultArea area() {
      return FaultArea.REFUSED;
    }

    @Override
    public List<String> details() {
      return List.of(Integer.toString(status.code().number()), status.reason());
    }
  }

  /// The region wants to know that the certificate is not on the blacklist, and that could not be
  /// found out; nothing was signed.
  record RevocationNotChecked(NotCheckedReason reason) implements KeyFault {
    @Override
    public String id() {
      return "key.revocationNotChecked";
    }

    @Override
    public FaultArea area() {
      return FaultArea.UNREACHED;
    }

    @Override
    public List<String> details() {
      return List.of(reason.word());
    }
  }
}
