package org.certassist.core.reconcile;

import java.math.BigDecimal;
import java.util.Optional;
import java.util.regex.Pattern;

/// An amount of money as a portal's list writes it.
final class Amount {
  private static final Pattern AROUND = Pattern.compile("[,，\\s¥￥元]");

  /// No sign, no exponent.
  private static final Pattern PLAIN = Pattern.compile("\\d+(?:\\.\\d+)?");

  private Amount() {}

  /// Empty for anything that is no plain amount above zero.
  static Optional<BigDecimal> of(String text) {
    return Optional.of(AROUND.matcher(text).replaceAll(""))
        .filter(PLAIN.asMatchPredicate())
        .map(BigDecimal::new)
        .filter(amount -> amount.signum() > 0)
        .map(BigDecimal::stripTrailingZeros);
  }
}
