package org.certassist.cli.json;

import java.util.List;
import java.util.Optional;
import org.certassist.core.detection.TriedDriver;
import org.certassist.core.driver.PickedDriver;
import org.certassist.core.key.TokenKey;
import org.jspecify.annotations.Nullable;

/// What `drivers test --json` prints.
///
/// @param device the USB id of the plugged key that it shows, null where that is not clear
/// @param remembered the id under which it is used from now on, null where it was not remembered
public record TriedDriverJson(
    KeysJson.DriverJson driver,
    List<TokenJson> keys,
    @Nullable String device,
    @Nullable String remembered) {
  public record TokenJson(String serial, String label, String manufacturer, String model) {
    static TokenJson of(TokenKey key) {
      return new TokenJson(key.serial(), key.label(), key.manufacturer(), key.model());
    }
  }

  public static TriedDriverJson of(TriedDriver tried, Optional<PickedDriver> kept) {
    return new TriedDriverJson(
        KeysJson.DriverJson.of(tried.report()),
        tried.keys().stream().map(TokenJson::of).toList(),
        tried.device().map(device -> device.id().toString()).orElse(null),
        kept.map(PickedDriver::id).orElse(null));
  }
}
