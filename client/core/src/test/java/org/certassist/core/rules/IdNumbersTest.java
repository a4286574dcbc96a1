package org.certassist.core.rules;

import static org.assertj.core.api.Assertions.assertThat;

import cn.hutool.core.util.CreditCodeUtil;
import cn.hutool.core.util.IdcardUtil;
import java.time.LocalDate;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class IdNumbersTest {
  private static final int RUNS = 20_000;
  private static final long SEED = 20261122;

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

  @Test
  void generatedNumbersAgreeWithAnotherImplementation() {
    Random random = new Random(SEED);
    for (int i = 0; i < RUNS; i++) {
      LocalDate born = LocalDate.of(1920, 1, 1).plusDays(random.nextInt(38_000));
      String front =
          "320509%s%03d".formatted(born.toString().replace("-", ""), random.nextInt(1000));
      String right = front + IdNumbers.checkCharacter(front);
      String changed = changeOneDigit(right, random);

      assertThat(IdcardUtil.isValidCard18(right)).as(right).isTrue();
      assertThat(IdNumbers.checkAgrees(right)).as(right).isTrue();
      assertThat(IdNumbers.birthDate(right)).as(right).contains(born);
      assertThat(IdNumbers.checkAgrees(changed)).as("%s seed %d", changed, SEED).isFalse();
    }
  }

  @ParameterizedTest
  @CsvSource({"91350100M000100Y43, true", "91350100M000100Y44, false", "91350100I000100Y43, false"})
  void theSampleCreditCodeAgreesAndItsNeighboursDoNot(String code, boolean valid) {
    assertThat(CreditCodes.isValid(code)).isEqualTo(valid);
  }

  @Test
  void generatedCreditCodesAgreeWithAnotherImplementation() {
    String alphabet = "0123456789ABCDEFGHJKLMNPQRTUWXY";
    Random random = new Random(SEED);
    for (int i = 0; i < RUNS; i++) {
      // Two characters of kind, six digits of region, nine of organisation, one to check.
      StringBuilder front = new StringBuilder("91");
      for (int digit = 0; digit < 6; digit++) {
        front.append(random.nextInt(10));
      }
      for (int character = 0; character < 9; character++) {
        front.append(alphabet.charAt(random.nextInt(31)));
      }
      String seventeen = front.toString();
      String right = seventeen + CreditCodes.checkCharacter(seventeen);
      char other = alphabet.charAt(random.nextInt(31));
      String tried = seventeen + other;

      assertThat(CreditCodes.isValid(right)).as(right).isTrue();
      assertThat(CreditCodeUtil.isCreditCode(right)).as(right).isTrue();
      assertThat(CreditCodes.isValid(tried))
          .as("%s seed %d", tried, SEED)
          .isEqualTo(CreditCodeUtil.isCreditCode(tried));
    }
  }

  @Test
  void textsThatAreNoCreditCodeAreNone() {
    assertThat(CreditCodes.isValid("")).isFalse();
    assertThat(CreditCodes.isValid("91350100M000100Y4")).isFalse();
    assertThat(CreditCodes.isValid("91350100m000100y43")).isFalse();
  }

  /// Every change of one digit must be noticed (ISO 7064).
  private static String changeOneDigit(String number, Random random) {
    int place = random.nextInt(17);
    int digit = (number.charAt(place) - '0' + 1 + random.nextInt(9)) % 10;
    return number.substring(0, place) + digit + number.substring(place + 1);
  }
}
