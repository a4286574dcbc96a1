package org.certassist.practice.people;

import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeParseException;
import java.time.format.ResolverStyle;
import java.util.Locale;
import java.util.regex.Pattern;

/// Resident identity numbers as GB 11643 makes them: region, birth date, sequence, check character.
public final class IdNumber {
  private static final int[] WEIGHTS = {7, 9, 10, 5, 8, 4, 2, 1, 6, 3, 7, 9, 10, 5, 8, 4, 2};
  private static final String CHECKS = "10X98765432";
  private static final Pattern FORM = Pattern.compile("[1-9][0-9]{16}[0-9X]");
  private static final DateTimeFormatter BIRTH =
      DateTimeFormatter.ofPattern("uuuuMMdd", Locale.ROOT).withResolverStyle(ResolverStyle.STRICT);

  private IdNumber() {}

  /// @param region six digits
  /// @param sequence 0 to 999; odd for men
  public static String of(String region, LocalDate birth, int sequence) {
    String body = region + birth.format(BIRTH) + String.format(Locale.ROOT, "%03d", sequence);
    return body + check(body);
  }

  /// Whether form, birth date and check character are right.
  public static boolean isValid(String number, LocalDate today) {
    if (!FORM.matcher(number).matches() || number.charAt(17) != check(number)) {
      return false;
    }
    try {
      return !LocalDate.parse(number.substring(6, 14), BIRTH).isAfter(today);
    } catch (DateTimeParseException noDate) {
      return false;
    }
  }

  private static char check(String number) {
    int sum = 0;
    for (int i = 0; i < WEIGHTS.length; i++) {
      sum += WEIGHTS[i] * (number.charAt(i) - '0');
    }
    return CHECKS.charAt(sum % 11);
  }
}
