package org.certassist.core.key;

import java.nio.file.Path;
import java.util.Optional;
import org.certassist.core.driver.Doubt;

/// What probing one driver gave.
///
/// @param doubt why a driver in the state [DriverState#SUSPICIOUS] was not loaded
/// @param reason a short technical cause such as `CKR_DEVICE_ERROR` or the loader's message; empty
///   when ready
public record DriverReport(
    String id,
    String product,
    Optional<Path> path,
    DriverState state,
    Optional<Doubt> doubt,
    String reason) {
  /// A driver whose file is in no doubt.
  public DriverReport(
      String id, String product, Optional<Path> path, DriverState state, String reason) {
    this(id, product, path, state, Optional.empty(), reason);
  }

  /// Whether the user named or picked it.
  public boolean isUsersChoice() {
    return Driver.isUsersChoice(id);
  }

  /// Whether the user may have it used again by saying so.
  public boolean waitsForConsent() {
    return state == DriverState.QUARANTINED || doubt.filter(Doubt::isSettledByConsent).isPresent();
  }
}
