package org.certassist.core.rules;

import static org.assertj.core.api.Assertions.assertThat;

import cn.hutool.core.util.CreditCodeUtil;
import cn.hutool.core.util.IdcardUtil;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import org.certassist.core.profile.FilingCalendar;
import org.certassist.core.testing.Example;
import org.certassist.core.time.ShanghaiTime;
import org.junit.jupiter.api.Test;

/// Our verdicts on generated numbers against Hutool's. Where they differ, the difference is one of
/// those that docs/rules.md explains; a full run looks at a million of each.
class OtherImplementationTest {
  private static final int RUNS =
      "full".equals(System.getProperty("certassist.counts")) ? 1_000_000 : 20_000;
  private static final long SEED = 20261122;
  private static final String CREDIT_CODE = "0123456789ABCDEFGHJKLMNPQRTUWXY";

  private final Random random = new Random(SEED);
  private final LocalDateTime now = LocalDateTime.now(ShanghaiTime.ZONE);
  private final LocalDate today = now.toLocalDate();

  /// Why two verdicts on a resident's number may differ.
  private enum Difference {
    /// No province begins so; we only warn.
    PROVINCE,
    /// 81, 82, 83 and 9: Hutool takes them under this name too, we ask for the document's own.
    OTHER_DOCUMENT,
    /// Hutool looks at the year of a birth date only to see that it is not to come.
    LATER_THIS_YEAR
  }

  @Test
  void residentsNumbersAreJudgedAlikeOrDifferForAKnownReason() {
    Map<Difference, Integer> differences = new EnumMap<>(Difference.class);
    int right = 0;
    for (int i = 0; i < RUNS; i++) {
      String number = number();
      boolean ours = passes(number);
      boolean theirs = IdcardUtil.isValidCard18(number);
      right += ours && theirs ? 1 : 0;
      if (ours != theirs) {
        Optional<Difference> reason = reason(number, ours);
        assertThat(reason).as("%s ours %s seed %d", number, ours, SEED).isPresent();
        differences.merge(reason.orElseThrow(), 1, Integer::sum);
      }
    }
    assertThat(differences).containsOnlyKeys(Difference.values());
    assertThat(right).isGreaterThan(RUNS / 10);
  }

  @Test
  void creditCodesAreJudgedAlike() {
    int right = 0;
    for (int i = 0; i < RUNS; i++) {
      String code = creditCode();
      boolean ours = CreditCodes.isValid(code);
      assertThat(ours).as("%s seed %d", code, SEED).isEqualTo(CreditCodeUtil.isCreditCode(code));
      right += ours ? 1 : 0;
    }
    assertThat(right).isBetween(RUNS / 10, RUNS - RUNS / 10);
  }

  /// Whether the rule for ID numbers has no error; a warning stops nothing.
  private boolean passes(String number) {
    Report report = new Report(Example.draft("enrolment:"));
    CheckedRow row = new CheckedRow(4, Map.of("idType", "居民身份证", "idNumber", number), Set.of());
    Situation situation =
        Situation.at(
            now,
            FilingCalendar.alwaysOpen(new FilingCalendar.Rule(11, 6)),
            Optional.empty(),
            Optional.empty());
    new IdNumberRule().check(row, situation, report);
    return report.findings().stream().noneMatch(found -> found.severity() == Severity.ERROR);
  }

  private Optional<Difference> reason(String number, boolean ours) {
    String province = number.substring(0, 2);
    if (ours) {
      return RegionCodes.isProvince(province) ? Optional.empty() : Optional.of(Difference.PROVINCE);
    }
    if (number.matches("(8[123]0000|9).*")) {
      return Optional.of(Difference.OTHER_DOCUMENT);
    }
    return IdNumbers.birthDate(number)
        .filter(born -> born.isAfter(today) && born.getYear() == today.getYear())
        .map(_ -> Difference.LATER_THIS_YEAR);
  }

  /// Mostly a right one; wrong in its region, its date or its last character now and then.
  private String number() {
    String front = region() + date() + "%03d".formatted(random.nextInt(1000));
    char check =
        random.nextInt(4) > 0
            ? IdNumbers.checkCharacter(front)
            : "0123456789X".charAt(random.nextInt(11));
    return front + check;
  }

  private String region() {
    return switch (random.nextInt(8)) {
      case 0 -> "%06d".formatted(random.nextInt(1_000_000));
      case 1 -> List.of("810000", "820000", "830000", "910000").get(random.nextInt(4));
      default -> List.of("320509", "110105", "440301", "650102").get(random.nextInt(4));
    };
  }

  private String date() {
    return switch (random.nextInt(8)) {
      case 0 ->
          "%04d%02d%02d"
              .formatted(1850 + random.nextInt(250), random.nextInt(15), random.nextInt(34));
      case 1 -> today.withDayOfYear(1).plusDays(random.nextInt(365)).toString().replace("-", "");
      default ->
          LocalDate.of(1900, 1, 1).plusDays(random.nextInt(46_000)).toString().replace("-", "");
    };
  }

  /// Half of them right; now and then with a letter that the standard leaves out, a letter in the
  /// region, or a character too many or too few.
  private String creditCode() {
    StringBuilder front = new StringBuilder("91");
    for (int digit = 0; digit < 6; digit++) {
      front.append(random.nextInt(40) == 0 ? 'A' : (char) ('0' + random.nextInt(10)));
    }
    for (int character = 0; character < 9; character++) {
      front.append(CREDIT_CODE.charAt(random.nextInt(31)));
    }
    String seventeen = front.toString();
    return switch (random.nextInt(8)) {
      case 0, 1, 2, 3 -> seventeen + CreditCodes.checkCharacter(seventeen);
      case 4 -> seventeen.substring(1) + CreditCodes.checkCharacter(seventeen);
      case 5 -> seventeen.substring(0, 16) + "IOSVZ".charAt(random.nextInt(5)) + "0";
      case 6 -> "0" + seventeen + CreditCodes.checkCharacter(seventeen);
      default -> seventeen + CREDIT_CODE.charAt(random.nextInt(31));
    };
  }
}
