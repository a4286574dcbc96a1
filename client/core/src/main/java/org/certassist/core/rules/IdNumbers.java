package org.certassist.core.rules;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.Optional;

/// Arithmetic of eighteen-character identity numbers (GB 11643: ISO 7064 MOD 11-2).
public final class IdNumbers {
  private static final int[] WEIGHTS = {7, 9, 10, 5, 8, 4, 2, 1, 6, 3, 7, 9, 10, 5, 8, 4, 2};
  private static final String CHECKS = "10X98765432";

  private IdNumbers() {}

  /// Seventeen digits and a digit or X.
  public static boolean hasForm(String number) {
    if (number.length() != 18) {
      return false;
    }
    for (int at = 0; at < 17; at++) {
      if (!isDigit(number.charAt(at))) {
        return false;
      }
    }
    return isDigit(number.charAt(17)) || number.charAt(17) == 'X';
  }

  private static boolean isDigit(char c) {
    return c >= '0' && c <= '9';
  }

  /// Whether the last character agrees with the seventeen before it.
  ///
  /// @param number of the right form
  public static boolean checkAgrees(String number) {
    return number.charAt(17) == checkCharacter(number);
  }

  /// The check character that belongs to the first seventeen digits.
  public static char checkCharacter(String seventeen) {
    int sum = 0;
    for (int i = 0; i < WEIGHTS.length; i++) {
      sum += WEIGHTS[i] * (seventeen.charAt(i) - '0');
    }
    return CHECKS.charAt(sum % 11);
  }

  /// The date in characters 7–14; empty where there is no such day.
  public static Optional<LocalDate> birthDate(String number) {
    try {
      return Optional.of(
          LocalDate.of(
              Integer.parseInt(number, 6, 10, 10),
              Integer.parseInt(number, 10, 12, 10),
              Integer.parseInt(number, 12, 14, 10)));
    } catch (DateTimeException noSuchDay) {
      return Optional.empty();
    }
  }

  /// The birth date where somebody can have it: from 1900 to today.
  static Optional<LocalDate> birthDate(String number, LocalDate today) {
    return birthDate(number).filter(born -> born.getYear() >= 1900 && !born.isAfter(today));
  }

  /// Whether it is a man's: the last digit of the sequence is odd.
  static boolean isMans(String number) {
    return (number.charAt(16) - '0') % 2 == 1;
  }
}
