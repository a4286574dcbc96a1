package org.certassist.core.reconcile;

import java.math.BigDecimal;
import java.text.Normalizer;
import java.util.Optional;
import java.util.regex.Pattern;

/// An amount of money as a portal's list writes it.
final class Amount {
  private static final Pattern AROUND = Pattern.compile("[,\\s\\p{Z}\\p{Cf}¥元]");

  /// No sign, no exponent.
  private static final Pattern PLAIN = Pattern.compile("\\d+(?:\\.\\d+)?");

  /// A longer text is no amount, and whatever a stranger made it of is not worked out.
  private static final int LONGEST = 64;

  private Amount() {}

  /// Empty for anything that is no plain amount above zero.
  static Optional<BigDecimal> of(String text) {
    return plain(text).filter(amount -> amount.signum() > 0).map(BigDecimal::stripTrailingZeros);
  }

  static boolean isZero(String text) {
    return plain(text).filter(amount -> amount.signum() == 0).isPresent();
  }

  /// Whether it has digits and yet is no plain amount: taken for none, it would agree with any.
  static boolean isIllegible(String text) {
    return plain(text).isEmpty() && text.codePoints().anyMatch(Character::isDigit);
  }

  /// Full-width signs are read like others.
  private static Optional<BigDecimal> plain(String text) {
    return Optional.of(text)
        .filter(amount -> amount.length() <= LONGEST)
        .map(amount -> Normalizer.normalize(amount, Normalizer.Form.NFKC))
        .map(usual -> AROUND.matcher(usual).replaceAll(""))
        .filter(PLAIN.asMatchPredicate())
        .map(BigDecimal::new);
  }
}
