package org.certassist.core.key;

import java.util.Optional;
import org.certassist.core.certificate.EncodedCertificate;

/// What a user does to a key's PIN: checks it, changes it, has it unblocked by the administrator.
///
/// A PIN is tried once. What can be known to fail without a try is refused first: a locked key, a
/// last try nobody confirmed, what cannot be a PIN at all, a new one that is too weak or that the
/// token does not take.
public final class PinCare {
  private final KeyBridge bridge;

  public PinCare(KeyBridge bridge) {
    this.bridge = bridge;
  }

  /// Logs in once and out again.
  ///
  /// @return what is to be said of the PIN, which was right
  /// @throws KeyException `pin.…`, `key.…`, `driver.…`
  public PinVerdict verify(TokenKey token, Pin pin, boolean lastTryConfirmed)
      throws KeyException, InterruptedException {
    EncodedCertificate any =
        token.certificates().stream()
            .findFirst()
            .orElseThrow(() -> new KeyException(new KeyFault.NoSigningCertificate(token.serial())));
    new TypedPin(bridge, new SigningKey(token, any), pin, lastTryConfirmed).open().close();
    return PinRules.verdict(pin);
  }

  /// @throws KeyException `pin.newWeak` or `pin.newUnusable` before anything is tried; `pin.…`,
  ///   `key.…`, `driver.…`
  public void change(TokenKey token, Pin present, Pin fresh, boolean lastTryConfirmed)
      throws KeyException, InterruptedException {
    refuseUnfit(fresh, Optional.of(present), token.pin());
    PinCharacters.refuseUntypable(present);
    PinCharacters.refuseUntypable(fresh);
    bridge.changePin(token, present, fresh, lastTryConfirmed);
  }

  /// @throws KeyException as [#change], with `pin.administrator…`; `driver.notSupported` where this
  ///   key is unblocked by its CA's own tool only
  public void unblock(TokenKey token, Pin administrators, Pin fresh, boolean lastTryConfirmed)
      throws KeyException, InterruptedException {
    refuseUnfit(fresh, Optional.empty(), token.pin());
    PinCharacters.refuseUntypable(administrators);
    PinCharacters.refuseUntypable(fresh);
    bridge.unblockPin(token, administrators, fresh, lastTryConfirmed);
  }

  private static void refuseUnfit(Pin fresh, Optional<Pin> present, TokenPin token)
      throws KeyException {
    // Where the key has a PIN pad, nothing is typed here and the key judges by itself.
    if (token.pad() && fresh.isEmpty()) {
      return;
    }
    Optional<KeyFault> unfit = PinRules.unfit(fresh, present, token);
    if (unfit.isPresent()) {
      throw new KeyException(unfit.get());
    }
  }
}
