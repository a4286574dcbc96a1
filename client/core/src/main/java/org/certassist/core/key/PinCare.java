package org.certassist.core.key;

import java.util.Optional;
import org.certassist.core.certificate.EncodedCertificate;

/// What a user does to a key's PIN: checks it, changes it, has it unblocked by the administrator.
///
/// A PIN is tried once. What can be known to fail without a try is refused first: a locked key, a
/// last try nobody confirmed, a new PIN that is too weak.
public final class PinCare {
  private final KeyBridge bridge;

  public PinCare(KeyBridge bridge) {
    this.bridge = bridge;
  }

  /// Logs in once and out again.
  ///
  /// @throws KeyException `pin.…`, `key.…`, `driver.…`
  public void verify(TokenKey token, Pin pin, boolean lastTryConfirmed)
      throws KeyException, InterruptedException {
    EncodedCertificate any =
        token.certificates().stream()
            .findFirst()
            .orElseThrow(() -> new KeyException(new KeyFault.NoSigningCertificate(token.serial())));
    bridge.open(new SigningKey(token, any), pin, lastTryConfirmed).close();
  }

  /// @throws KeyException `pin.newWeak` before anything is tried; `pin.…`, `key.…`, `driver.…`
  public void change(TokenKey token, Pin present, Pin fresh, boolean lastTryConfirmed)
      throws KeyException, InterruptedException {
    refuseWeak(fresh, Optional.of(present));
    bridge.changePin(token, present, fresh, lastTryConfirmed);
  }

  /// @throws KeyException `pin.newWeak` before anything is tried; `pin.administrator…`, `key.…`,
  ///   `driver.notSupported` where this key is unblocked by its CA's own tool only
  public void unblock(TokenKey token, Pin administrators, Pin fresh, boolean lastTryConfirmed)
      throws KeyException, InterruptedException {
    refuseWeak(fresh, Optional.empty());
    bridge.unblockPin(token, administrators, fresh, lastTryConfirmed);
  }

  private static void refuseWeak(Pin fresh, Optional<Pin> present) throws KeyException {
    // Where the key has a PIN pad, nothing is typed here and the key judges by itself.
    if (fresh.isEmpty()) {
      return;
    }
    Optional<PinWeakness> weakness = PinRules.weakness(fresh, present);
    if (weakness.isPresent()) {
      throw new KeyException(new KeyFault.NewPinWeak(weakness.get()));
    }
  }
}
