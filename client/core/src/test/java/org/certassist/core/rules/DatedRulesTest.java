package org.certassist.core.rules;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/// An old declaration is judged by the rules of its own day, however old it is by now.
class DatedRulesTest {
  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          retirement@2024-12-31: idNumber=350101196608070015; retireMonth=2026-08 | retirement.beforeLegalAge | false
          retirement@2025-01-01: idNumber=350101196608070015; retireMonth=2026-08 | retirement.beforeLegalAge | true
          retirement@2026-11-20: idNumber=350101196608070015; retireMonth=2026-08 | retirement.beforeLegalAge | true
          retirement@2024-12-31: idNumber=350101196608070015; retireMonth=2026-07 | retirement.tooYoung | true
          enrolment@2009-12-31: idNumber=11010519491231002X | pension.temporaryAccount | false
          enrolment@2010-01-01: idNumber=11010519491231002X | pension.temporaryAccount | true
          """)
  void aRuleHoldsFromItsDayOn(String example, String rule, boolean found) {
    assertThat(
            RuleTableTest.check(example).findings().stream()
                .anyMatch(finding -> finding.rule().equals(rule)))
        .isEqualTo(found);
  }

  /// The table of 2024-09-13: who reaches 60 or 50 in January 2025 goes a month later.
  @ParameterizedTest
  @CsvSource({
    "1964-12, true, 2024-12",
    "1965-01, true, 2025-02",
    "1965-04, true, 2025-05",
    "1965-05, true, 2025-07",
    "1976-08, true, 2039-07",
    "1976-09, true, 2039-09",
    "1974-12, false, 2024-12",
    "1975-01, false, 2025-02",
    "1975-02, false, 2025-03",
    "1975-03, false, 2025-05",
    "1984-11, false, 2039-11",
    "1990-01, false, 2045-01",
  })
  void theLegalMonthMovesWithTheMonthOfBirth(String born, boolean man, String month) {
    assertThat(RetirementRules.legalMonth(java.time.YearMonth.parse(born), man).toString())
        .isEqualTo(month);
  }
}
