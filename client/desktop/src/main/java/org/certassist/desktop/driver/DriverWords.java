package org.certassist.desktop.driver;

import java.time.Duration;
import java.util.Optional;
import org.certassist.core.detection.KeyVerdict;
import org.certassist.core.detection.PluggedKey;
import org.certassist.core.driver.Product;
import org.certassist.core.driver.UsbDevice;
import org.certassist.core.key.DriverReport;
import org.certassist.desktop.fx.Tone;
import org.certassist.desktop.fx.Words;
import org.certassist.desktop.key.DriverTone;

/// What the place of the drivers says of keys and drivers, and how serious that is.
final class DriverWords {
  private static final double MILLIS = 1000;

  private final Words words;

  DriverWords(Words words) {
    this.words = words;
  }

  String title(PluggedKey key) {
    return key.product()
        .map(Product::name)
        .or(() -> Optional.of(key.device().name()).filter(name -> !name.isEmpty()))
        .orElseGet(() -> words.get("drivers.unknownKey"));
  }

  String device(UsbDevice device) {
    return device.name().isEmpty()
        ? words.get("drivers.deviceNameless", device.id())
        : words.get("drivers.deviceNamed", device.name(), device.id());
  }

  /// What to do about a plugged key: in the window what the driver's line says, and choosing a
  /// file, are at hand.
  Optional<String> next(PluggedKey key) {
    return switch (key.verdict()) {
      case DRIVER_IN_TROUBLE -> key.driver().flatMap(this::help);
      case NO_DRIVER_KNOWN, UNKNOWN_DEVICE ->
          Optional.of(words.get("drivers.next." + key.verdict().word()));
      case READY, NOT_SEEN, NOT_INSTALLED, SKF_ONLY, AS_CD_ROM ->
          words.shared().keyVerdictNext(key);
    };
  }

  String verdict(PluggedKey key) {
    String verdict = words.shared().keyVerdict(key.verdict());
    return words.label(
        key.verdict() == KeyVerdict.DRIVER_IN_TROUBLE
            ? key.driver().map(driver -> words.shared().driverState(driver.state())).orElse(verdict)
            : verdict);
  }

  Optional<String> help(DriverReport driver) {
    return words.shared().driverHelp(driver.state(), driver.doubt());
  }

  static Tone tone(PluggedKey key) {
    return switch (key.verdict()) {
      case READY -> Tone.GOOD;
      case UNKNOWN_DEVICE -> Tone.INFO;
      case NOT_SEEN, NOT_INSTALLED, SKF_ONLY, AS_CD_ROM, NO_DRIVER_KNOWN -> Tone.WARNING;
      case DRIVER_IN_TROUBLE ->
          key.driver().map(driver -> DriverTone.of(driver.state())).orElse(Tone.WARNING);
    };
  }

  /// In seconds, with one digit behind the point.
  static String seconds(Duration took) {
    return String.format(java.util.Locale.ROOT, "%.1f", took.toMillis() / MILLIS);
  }
}
