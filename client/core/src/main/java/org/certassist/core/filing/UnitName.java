package org.certassist.core.filing;

import java.text.Normalizer;
import java.util.Locale;
import java.util.regex.Pattern;

/// A unit's name as names are compared: without spaces, and whatever the width of brackets and
/// letters.
public record UnitName(String plain) {
  private static final Pattern SPACES = Pattern.compile("[\\s\\p{Z}\\p{Cf}]+");

  public static UnitName of(String name) {
    String normal = Normalizer.normalize(name, Normalizer.Form.NFKC);
    return new UnitName(SPACES.matcher(normal).replaceAll("").toUpperCase(Locale.ROOT));
  }
}
