package org.certassist.core.driver;

import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;

/// What a smart card answers to a reset (ISO/IEC 7816-3), or how such an answer begins.
///
/// @param hex in capitals, without blanks
/// @param beginning whether more may follow
public record Atr(String hex, boolean beginning) {
  private static final Pattern HEX = Pattern.compile("(?:[0-9A-F]{2}){2,33}");

  /// An answer, or with a `*` behind it the beginning of one; empty for anything else.
  public static Optional<Atr> of(String text) {
    boolean beginning = text.endsWith("*");
    String hex = (beginning ? text.substring(0, text.length() - 1) : text).toUpperCase(Locale.ROOT);
    return HEX.matcher(hex).matches() ? Optional.of(new Atr(hex, beginning)) : Optional.empty();
  }

  /// Whether a card's answer, in hexadecimal, is this one or begins so.
  public boolean fits(String answer) {
    String given = answer.toUpperCase(Locale.ROOT);
    return beginning ? given.startsWith(hex) : given.equals(hex);
  }

  /// Whether some answer would fit both.
  boolean meets(Atr other) {
    return fits(other.hex) || other.fits(hex);
  }
}
