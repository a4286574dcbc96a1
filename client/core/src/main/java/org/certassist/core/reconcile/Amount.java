package org.certassist.core.reconcile;

import java.math.BigDecimal;
import java.util.Optional;

/// An amount of money as a portal's list writes it.
final class Amount {
  private Amount() {}

  /// Empty for anything that is no amount above zero.
  static Optional<BigDecimal> of(String text) {
    try {
      return Optional.of(new BigDecimal(text.replaceAll("[,，\\s¥￥元]", "")))
          .filter(amount -> amount.signum() > 0)
          .map(BigDecimal::stripTrailingZeros);
    } catch (NumberFormatException none) {
      return Optional.empty();
    }
  }
}
