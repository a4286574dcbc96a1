package org.certassist.core.driver;

import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// Who made a USB device and which one it is, as the device itself says.
///
/// @param vendor the number that the USB Implementers Forum gave to the maker, or to the maker of a
///   chip that many makers use
/// @param product the maker's own number
public record UsbId(int vendor, int product) {
  private static final Pattern FORM = Pattern.compile("([0-9A-Fa-f]{4}):([0-9A-Fa-f]{4})");

  /// @throws IllegalArgumentException for numbers that have no 16 bits
  public UsbId {
    if (vendor >>> 16 != 0 || product >>> 16 != 0) {
      throw new IllegalArgumentException("no USB id: " + vendor + ", " + product);
    }
  }

  /// An id written as `096E:0309`; empty for anything else.
  public static Optional<UsbId> of(String text) {
    Matcher form = FORM.matcher(text);
    return form.matches()
        ? Optional.of(
            new UsbId(Integer.parseInt(form.group(1), 16), Integer.parseInt(form.group(2), 16)))
        : Optional.empty();
  }

  @Override
  public String toString() {
    return String.format(Locale.ROOT, "%04X:%04X", vendor, product);
  }
}
