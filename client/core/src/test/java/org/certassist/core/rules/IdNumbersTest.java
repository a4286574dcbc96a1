package org.certassist.core.rules;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class IdNumbersTest {
  @ParameterizedTest
  @CsvSource({
    "11010519491231002X, true",
    "810000199408230021, true",
    "830000199201300022, true",
    "932682198501010017, true",
    "911124198108030028, false",
    "110105194912310021, false"
  })
  void theSamplesOfTheFactSheetAgreeOrNot(String number, boolean agrees) {
    assertThat(IdNumbers.hasForm(number)).isTrue();
    assertThat(IdNumbers.checkAgrees(number)).isEqualTo(agrees);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "11010519491231002",
        "11010519491231002X0",
        "1101051949123100XX",
        "11010519491231002x",
        "１１０１０５１９４９１２３１００２Ｘ",
        "٠١٢٣٤٥٦٧٨٩٠١٢٣٤٥٦٧"
      })
  void otherTextsHaveNotTheForm(String text) {
    assertThat(IdNumbers.hasForm(text)).isFalse();
  }

  @ParameterizedTest
  @CsvSource({"91350100M000100Y43, true", "91350100M000100Y44, false", "91350100I000100Y43, false"})
  void theSampleCreditCodeAgreesAndItsNeighboursDoNot(String code, boolean valid) {
    assertThat(CreditCodes.isValid(code)).isEqualTo(valid);
  }

  @ParameterizedTest
  @CsvSource({
    "91350100M000100Y43, true",
    "91320509MA0PRACT8U, true",
    "91320509MA1PRACTX3, true",
    "91350100M000100Y56, false"
  })
  void theOrganisationCodeInsideAgreesOrNot(String code, boolean agrees) {
    assertThat(CreditCodes.isValid(code)).isTrue();
    assertThat(CreditCodes.organisationAgrees(code)).isEqualTo(agrees);
  }

  @Test
  void textsThatAreNoCreditCodeAreNone() {
    assertThat(CreditCodes.isValid("")).isFalse();
    assertThat(CreditCodes.isValid("91350100M000100Y4")).isFalse();
    assertThat(CreditCodes.isValid("91350100m000100y43")).isFalse();
  }
}
