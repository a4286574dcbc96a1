package org.certassist.core.helpdesk;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Random;
import java.util.stream.IntStream;
import org.certassist.core.certificate.StatusCode;
import org.certassist.core.diagnosis.Cause;
import org.certassist.core.diagnosis.PcSystem;
import org.certassist.core.driver.Product;
import org.certassist.core.helpdesk.PhoneCodeReading.Newer;
import org.certassist.core.helpdesk.PhoneCodeReading.NoCode;
import org.certassist.core.helpdesk.PhoneCodeReading.NotDigits;
import org.certassist.core.helpdesk.PhoneCodeReading.Understood;
import org.certassist.core.helpdesk.PhoneCodeReading.WrongCheckDigits;
import org.certassist.core.helpdesk.PhoneCodeReading.WrongLength;
import org.certassist.core.key.PinState;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

class PhoneCodeTest {
  private static final long SEED = 7064;
  private static final PhoneCode NOTHING =
      new PhoneCode(
          Optional.empty(),
          PcSystem.OTHER,
          OptionalInt.empty(),
          new CodedDriver.None(),
          PinState.UNKNOWN,
          Optional.empty(),
          Optional.empty());
  private static final PhoneCode EXPIRED =
      new PhoneCode(
          Optional.of(new ProgramVersion(0, 1)),
          PcSystem.WINDOWS,
          OptionalInt.of(Cause.CERTIFICATE_EXPIRED.number()),
          new CodedDriver.Numbered(1),
          PinState.OK,
          Optional.of(StatusCode.EXPIRED),
          Optional.of(DaysLeft.of(-3)));
  private static final PhoneCode LARGEST =
      new PhoneCode(
          Optional.of(new ProgramVersion(3, 29)),
          PcSystem.MACOS,
          OptionalInt.of(999),
          new CodedDriver.Other(),
          PinState.NOT_SET,
          Optional.of(StatusCode.REVOKED),
          Optional.of(new DaysLeft(DaysLeft.STEPS - 1)));

  /// Codes lie about on paper and in tickets: these never change.
  @Test
  void aCodeMeansTheSameForEver() {
    assertThat(NOTHING.digits()).isEqualTo("1000 0000 0000 83");
    assertThat(EXPIRED.digits()).isEqualTo("1019 2758 0035 47");
    assertThat(LARGEST.digits()).isEqualTo("1991 2319 9711 40");
  }

  @Test
  void theCheckDigitsAreThoseOfIso7064() {
    for (PhoneCode code : someCodes(2000)) {
      assertThat(Long.parseLong(plain(code)) % 97).isEqualTo(1);
    }
  }

  @Test
  void whatIsReadIsWhatWasWritten() {
    for (PhoneCode code : List.of(NOTHING, EXPIRED, LARGEST)) {
      assertThat(PhoneCode.read(code.digits())).isEqualTo(new Understood(code));
    }
    for (PhoneCode code : someCodes(20_000)) {
      assertThat(PhoneCode.read(code.digits())).isEqualTo(new Understood(code));
    }
  }

  @Test
  void everyValueOfEveryPartIsCarried() {
    for (PcSystem system : PcSystem.values()) {
      for (PinState pin : PinState.values()) {
        for (Optional<StatusCode> status : statuses()) {
          for (int step = -1; step < DaysLeft.STEPS; step++) {
            PhoneCode code =
                new PhoneCode(
                    EXPIRED.version(),
                    system,
                    EXPIRED.cause(),
                    EXPIRED.driver(),
                    pin,
                    status,
                    step < 0 ? Optional.empty() : Optional.of(new DaysLeft(step)));
            assertThat(PhoneCode.read(code.digits())).isEqualTo(new Understood(code));
          }
        }
      }
    }
    for (int number = 1; number <= 999; number++) {
      PhoneCode code = with(OptionalInt.of(number), new CodedDriver.None());
      assertThat(PhoneCode.read(code.digits())).isEqualTo(new Understood(code));
    }
    for (int number = 1; number <= Product.LARGEST_NUMBER; number++) {
      PhoneCode code = with(OptionalInt.empty(), new CodedDriver.Numbered(number));
      assertThat(PhoneCode.read(code.digits())).isEqualTo(new Understood(code));
    }
  }

  @ParameterizedTest
  @EnumSource
  void everyCauseIsCarriedByItsNumber(Cause cause) {
    PhoneCode code = with(OptionalInt.of(cause.number()), new CodedDriver.None());

    assertThat(PhoneCode.read(code.digits()))
        .isInstanceOfSatisfying(
            Understood.class, read -> assertThat(read.code().knownCause()).contains(cause));
  }

  @Test
  void aCauseOfALaterVersionKeepsItsNumber() {
    PhoneCode code = with(OptionalInt.of(998), new CodedDriver.None());

    assertThat(PhoneCode.read(code.digits())).isEqualTo(new Understood(code));
    assertThat(code.knownCause()).isEmpty();
  }

  @Test
  void everySingleWrongDigitIsCaught() {
    for (PhoneCode code : someCodes(3000)) {
      String digits = plain(code);
      for (int at = 0; at < digits.length(); at++) {
        for (char other = '0'; other <= '9'; other++) {
          if (other != digits.charAt(at)) {
            String wrong = digits.substring(0, at) + other + digits.substring(at + 1);
            assertWrong(digits, wrong);
          }
        }
      }
    }
  }

  @Test
  void everySwapOfNeighboursIsCaught() {
    for (PhoneCode code : someCodes(20_000)) {
      String digits = plain(code);
      for (int at = 0; at + 1 < digits.length(); at++) {
        if (digits.charAt(at) != digits.charAt(at + 1)) {
          String wrong =
              digits.substring(0, at)
                  + digits.charAt(at + 1)
                  + digits.charAt(at)
                  + digits.substring(at + 2);
          assertWrong(digits, wrong);
        }
      }
    }
  }

  /// Without AssertJ's cost where there are hundreds of thousands.
  private static void assertWrong(String digits, String wrong) {
    if (!(PhoneCode.read(wrong) instanceof WrongCheckDigits)) {
      assertThat(PhoneCode.read(wrong)).as(digits + " → " + wrong).isNull();
    }
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "1019 2758 0035 47",
        "10192758003547",
        " 1019-2758-0035-47 ",
        "1019—2758–0035−47\n",
        "１０１９　２７５８　００３５　４７",
        "1 0 1 9\u00a02758 0035\t47"
      })
  void blanksHyphensAndFullWidthDigitsDoNotMatter(String typed) {
    assertThat(PhoneCode.read(typed)).isEqualTo(new Understood(EXPIRED));
  }

  @ParameterizedTest
  @CsvSource({"'', 0", "1019 2758 0035 4, 13", "1019 2758 0035 471, 15", "412, 3"})
  void tooFewOrTooManyDigitsAreCounted(String typed, int digits) {
    assertThat(PhoneCode.read(typed)).isEqualTo(new WrongLength(digits));
  }

  @Test
  void aNovelIsNotCountedToItsEnd() {
    assertThat(PhoneCode.read("1".repeat(10_000_000)))
        .isEqualTo(new WrongLength(PhoneCodeReading.MOST_COUNTED));
  }

  @ParameterizedTest
  @ValueSource(strings = {"bundle.zip", "1019 2758 O035 47", "1019,2758,0035,47", "一〇一七", "١٢٣"})
  void anythingElseThanDigitsIsNoCode(String typed) {
    assertThat(PhoneCode.read(typed)).isEqualTo(new NotDigits());
  }

  @Test
  void aCodeOfANewerVersionIsToldAsSuch() {
    assertThat(PhoneCode.read(checked("200000000000"))).isEqualTo(new Newer(2));
    assertThat(PhoneCode.read(checked("999999999999"))).isEqualTo(new Newer(9));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "000000000000",
        "012345678901",
        "199999999999",
        "199123200000",
        "100000001800",
        "100000000224"
      })
  void whatNoVersionWritesIsNoCode(String payload) {
    assertThat(PhoneCode.read(checked(payload))).isEqualTo(new NoCode());
  }

  @Test
  void aFaultTellsWhyACodeCannotBeUsed() {
    assertThat(new Understood(EXPIRED).fault()).isEmpty();
    assertThat(new WrongLength(13).fault())
        .contains(HelpdeskFault.of("phoneCode.wrongLength", 13, 14));
  }

  @ParameterizedTest
  @CsvSource({
    "0.1.0, 0.1",
    "0.1, 0.1",
    "3.29.7-SNAPSHOT, 3.29",
    "1.4-rc1, 1.4",
    "4.0.0,",
    "1.30,",
    "?,",
    "'',",
    "1.123,"
  })
  void aVersionThatDoesNotFitIsUnknown(String text, String version) {
    assertThat(ProgramVersion.of(text).map(ProgramVersion::toString))
        .isEqualTo(Optional.ofNullable(version));
  }

  @ParameterizedTest
  @CsvSource({
    "Windows 11, WINDOWS",
    "Mac OS X, MACOS",
    "Linux, LINUX",
    "FreeBSD, OTHER",
    "'', OTHER"
  })
  void theSystemIsKnownByItsName(String name, PcSystem system) {
    assertThat(PcSystem.of(name)).isEqualTo(system);
  }

  @Test
  void theStepsOfDaysLeaveNoneOut() {
    for (long days = -400; days < 4000; days++) {
      DaysLeft left = DaysLeft.of(days);
      assertThat(days)
          .isBetween(left.fewest().orElse(Long.MIN_VALUE), left.most().orElse(Long.MAX_VALUE));
    }
    assertThat(DaysLeft.of(Long.MIN_VALUE).step()).isZero();
    assertThat(DaysLeft.of(Long.MAX_VALUE).step()).isEqualTo(DaysLeft.STEPS - 1);
    assertThat(IntStream.rangeClosed(0, 7).map(days -> DaysLeft.of(days).step()).distinct())
        .hasSize(8);
  }

  @Test
  void whatDoesNotFitIsNotCoded() {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> with(OptionalInt.of(1000), new CodedDriver.None()));
    assertThatIllegalArgumentException()
        .isThrownBy(() -> with(OptionalInt.of(0), new CodedDriver.None()));
    assertThatIllegalArgumentException().isThrownBy(() -> new CodedDriver.Numbered(99));
    assertThatIllegalArgumentException().isThrownBy(() -> new ProgramVersion(4, 0));
    assertThatIllegalArgumentException().isThrownBy(() -> new DaysLeft(31));
  }

  private static PhoneCode with(OptionalInt cause, CodedDriver driver) {
    return new PhoneCode(
        EXPIRED.version(),
        EXPIRED.system(),
        cause,
        driver,
        EXPIRED.pin(),
        EXPIRED.status(),
        EXPIRED.days());
  }

  private static String checked(String payload) {
    return payload + PhoneCode.checkDigits(payload);
  }

  private static String plain(PhoneCode code) {
    return code.digits().replace(" ", "");
  }

  private static List<Optional<StatusCode>> statuses() {
    List<Optional<StatusCode>> all = new ArrayList<>();
    all.add(Optional.empty());
    for (StatusCode code : StatusCode.values()) {
      all.add(Optional.of(code));
    }
    return all;
  }

  private static List<PhoneCode> someCodes(int count) {
    Random random = new Random(SEED);
    return IntStream.range(0, count).mapToObj(_ -> anyCode(random)).toList();
  }

  private static <T> T any(Random random, List<T> of) {
    return of.get(random.nextInt(of.size()));
  }

  private static PhoneCode anyCode(Random random) {
    int cause = random.nextInt(1000);
    int driver = random.nextInt(100);
    int days = random.nextInt(DaysLeft.STEPS + 1);
    List<Optional<StatusCode>> statuses = statuses();
    return new PhoneCode(
        random.nextInt(5) == 0
            ? Optional.empty()
            : Optional.of(new ProgramVersion(random.nextInt(4), random.nextInt(30))),
        any(random, List.of(PcSystem.values())),
        cause == 0 ? OptionalInt.empty() : OptionalInt.of(cause),
        switch (driver) {
          case 0 -> new CodedDriver.None();
          case 99 -> new CodedDriver.Other();
          default -> new CodedDriver.Numbered(driver);
        },
        any(random, List.of(PinState.values())),
        any(random, statuses),
        days == 0 ? Optional.empty() : Optional.of(new DaysLeft(days - 1)));
  }
}
