package org.certassist.core.reconcile;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/// Money as portals write it, and what only looks like it.
class AmountTest {
  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          5000          | 5000
          4,879.00      | 4879
          ¥ 4，879.50 元 | 4879.5
          0.01          | 0.01
          ４，８７９．５０  | 4879.5
          \u00a04\u00a0879\u202f | 4879
          """)
  void anAmountIsAPlainDecimal(String text, BigDecimal amount) {
    assertThat(Amount.of(text).orElseThrow()).isEqualByComparingTo(amount);
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "0", "0.00", "-5000", "1E+3", "1e3", "5.", ".5", "无"})
  void anythingElseIsNone(String text) {
    assertThat(Amount.of(text)).isEmpty();
  }

  @ParameterizedTest
  @CsvSource({
    "1e3, true",
    "-5000, true",
    "5., true",
    "'', false",
    "-, false",
    "无, false",
    "0, false"
  })
  void digitsThatAreNoAmountAreIllegible(String text, boolean illegible) {
    assertThat(Amount.isIllegible(text)).isEqualTo(illegible);
  }

  @Test
  void aTextOfManyDigitsIsNoAmount() {
    assertThat(Amount.of("9".repeat(65))).isEmpty();
    assertThat(Amount.isIllegible("9".repeat(65))).isTrue();
  }
}
