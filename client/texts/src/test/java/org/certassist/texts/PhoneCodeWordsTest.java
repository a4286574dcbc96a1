package org.certassist.texts;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import org.certassist.core.certificate.StatusCode;
import org.certassist.core.diagnosis.Cause;
import org.certassist.core.diagnosis.PcSystem;
import org.certassist.core.driver.DriverSource;
import org.certassist.core.driver.Product;
import org.certassist.core.driver.Products;
import org.certassist.core.helpdesk.CodedDriver;
import org.certassist.core.helpdesk.DaysLeft;
import org.certassist.core.helpdesk.LogBook;
import org.certassist.core.helpdesk.PhoneCode;
import org.certassist.core.helpdesk.ProgramVersion;
import org.certassist.core.key.PinState;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

class PhoneCodeWordsTest {
  private static final Products PRODUCTS =
      new Products(
          List.of(
              new Product(
                  "p",
                  "飞天 ePass",
                  List.of(),
                  List.of(),
                  List.of(),
                  List.of(),
                  List.of(),
                  List.of(DriverSource.CA),
                  List.of(),
                  4)));

  private static List<String> words(
      Language language, OptionalInt cause, CodedDriver driver, Optional<DaysLeft> days) {
    return new PhoneCodeWords(Texts.strict(language), PRODUCTS, Cause::id)
        .lines(
            new PhoneCode(
                Optional.of(new ProgramVersion(0, 1)),
                PcSystem.WINDOWS,
                cause,
                driver,
                PinState.LAST_TRY,
                Optional.of(StatusCode.EXPIRED),
                days));
  }

  @Test
  void everyPartIsToldOnALineOfItsOwn() {
    assertThat(
            words(
                Language.ZH,
                OptionalInt.of(412),
                new CodedDriver.Numbered(4),
                Optional.of(DaysLeft.of(-3))))
        .containsExactly(
            "程序版本 0.1",
            "系统 Windows",
            "首要原因 412（certificate.expired）",
            "UKey 是 飞天 ePass",
            "口令：口令只剩最后一次机会",
            "证书状态码 810",
            "证书到期已经 1 到 7 天");
  }

  @Test
  void whatThisVersionDoesNotKnowIsToldByItsNumber() {
    assertThat(
            words(Language.EN, OptionalInt.of(998), new CodedDriver.Numbered(97), Optional.empty()))
        .anyMatch(line -> line.contains("998"))
        .anyMatch(line -> line.contains("97"));
  }

  @ParameterizedTest
  @CsvSource({
    "-31, days since the certificate ended: more than 30",
    "-30, days since the certificate ended: 8 to 30",
    "-1, days since the certificate ended: 1 to 7",
    "0, days until the certificate ends: 0",
    "8, days until the certificate ends: 7 to 9",
    "5000, days until the certificate ends: 1825 or more"
  })
  void daysAreToldAsTheirStep(long days, String told) {
    assertThat(
            words(
                Language.EN,
                OptionalInt.empty(),
                new CodedDriver.None(),
                Optional.of(DaysLeft.of(days))))
        .last()
        .isEqualTo(told);
  }

  @ParameterizedTest
  @EnumSource
  void everyWordOfThePartsHasItsText(Language language) {
    Texts texts = Texts.strict(language);
    PhoneCodeWords words = new PhoneCodeWords(texts, PRODUCTS, Cause::id);
    for (PcSystem system : PcSystem.values()) {
      PhoneCode least =
          new PhoneCode(
              Optional.empty(),
              system,
              OptionalInt.empty(),
              new CodedDriver.Other(),
              PinState.UNKNOWN,
              Optional.empty(),
              Optional.empty());
      assertThat(words.lines(least)).hasSize(7).allSatisfy(line -> assertThat(line).isNotBlank());
    }
    assertThat(Arrays.stream(LogBook.Level.values()).map(texts::logLevel))
        .allSatisfy(line -> assertThat(line).isNotBlank());
  }
}
