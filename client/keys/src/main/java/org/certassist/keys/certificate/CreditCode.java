package org.certassist.keys.certificate;

import java.text.Normalizer;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// A unified social credit code (GB 32100-2015) found in a text.
final class CreditCode {
  private static final String DIGITS = "0123456789ABCDEFGHJKLMNPQRTUWXY";
  private static final int[] WEIGHTS = {
    1, 3, 9, 27, 19, 26, 16, 17, 20, 29, 25, 13, 8, 24, 10, 30, 28
  };
  private static final int[] RESIDENT_WEIGHTS = {
    7, 9, 10, 5, 8, 4, 2, 1, 6, 3, 7, 9, 10, 5, 8, 4, 2
  };

  /// Registering body, kind, six digits of the region, nine of the organisation, check character.
  private static final Pattern TOKEN =
      Pattern.compile(
          "(?<![0-9A-Z])[0-9A-HJ-NPQRTUWXY]{2}[0-9]{6}[0-9A-HJ-NPQRTUWXY]{10}(?![0-9A-Z])");

  private static final Pattern SHAPE = Pattern.compile("[0-9A-Z]{18}");

  private CreditCode() {}

  /// The first token that passes the check and is not, by its own check and birth date, somebody's
  /// identity number.
  static Optional<String> in(String text) {
    Matcher token = TOKEN.matcher(normal(text));
    while (token.find()) {
      if (passes(token.group()) && !isIdentityNumber(token.group())) {
        return Optional.of(token.group());
      }
    }
    return Optional.empty();
  }

  /// For a field that can only hold a credit code: also one whose check character is wrong.
  static Optional<String> stated(String text) {
    return in(text)
        .or(() -> Optional.of(normal(text)).filter(code -> SHAPE.matcher(code).matches()));
  }

  private static String normal(String text) {
    return Normalizer.normalize(text, Normalizer.Form.NFKC).strip().toUpperCase(Locale.ROOT);
  }

  static boolean passes(String code) {
    int sum = 0;
    for (int i = 0; i < WEIGHTS.length; i++) {
      sum += WEIGHTS[i] * DIGITS.indexOf(code.charAt(i));
    }
    return DIGITS.charAt((31 - sum % 31) % 31) == code.charAt(17);
  }

  /// GB 11643: digits, a date at 7 to 14, ISO 7064 MOD 11-2 at the end.
  private static boolean isIdentityNumber(String code) {
    int sum = 0;
    for (int i = 0; i < RESIDENT_WEIGHTS.length; i++) {
      int digit = Character.digit(code.charAt(i), 10);
      if (digit < 0) {
        return false;
      }
      sum += RESIDENT_WEIGHTS[i] * digit;
    }
    return "10X98765432".charAt(sum % 11) == code.charAt(17) && isBirthDate(code.substring(6, 14));
  }

  private static boolean isBirthDate(String digits) {
    int year = Integer.parseInt(digits, 0, 4, 10);
    int month = Integer.parseInt(digits, 4, 6, 10);
    int day = Integer.parseInt(digits, 6, 8, 10);
    try {
      return LocalDate.of(year, month, day).getYear() >= 1850 && year < 2100;
    } catch (DateTimeException notADate) {
      return false;
    }
  }
}
