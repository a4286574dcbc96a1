package org.certassist.bridge.protocol;

import java.util.List;

/// A token that is plugged in, with what can be read without a PIN.
///
/// @param slot the driver's slot number, for diagnosis only
/// @param flags the driver's own token flags, for diagnosis only
/// @param initialized false for a blank token
/// @param pinPad the PIN is typed on the key itself
/// @param soPinState the same of the administrator's PIN
/// @param minPin fewest bytes of a PIN, 0 when the driver does not say
/// @param maxPin most bytes of a PIN, 0 when the driver does not say
public record TokenView(
    TokenId id,
    String label,
    long slot,
    long flags,
    boolean initialized,
    boolean pinPad,
    PinState pinState,
    PinState soPinState,
    int minPin,
    int maxPin,
    List<CertificateView> certificates) {
  public TokenView {
    certificates = List.copyOf(certificates);
  }
}
