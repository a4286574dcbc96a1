package org.certassist.core.rules;

/// Arithmetic of the unified social credit code (GB 32100-2015) and of the organisation code in it
/// (GB 11714).
public final class CreditCodes {
  private static final String ALPHABET = "0123456789ABCDEFGHJKLMNPQRTUWXY";
  private static final int[] WEIGHTS = {
    1, 3, 9, 27, 19, 26, 16, 17, 20, 29, 25, 13, 8, 24, 10, 30, 28
  };

  private static final int[] ORGANISATION_WEIGHTS = {3, 7, 9, 10, 5, 8, 4, 2};
  private static final int ORGANISATION = 8;
  private static final String ORGANISATION_CHECKS = "0X987654321";

  private CreditCodes() {}

  /// Eighteen characters of the standard's alphabet, six digits of region among them, whose last
  /// one agrees with the others.
  public static boolean isValid(String code) {
    return code.length() == 18
        && code.chars().allMatch(c -> ALPHABET.indexOf(c) >= 0)
        && code.substring(2, ORGANISATION).chars().allMatch(c -> c >= '0' && c <= '9')
        && code.charAt(17) == checkCharacter(code);
  }

  /// Whether characters 9–17, the organisation code, agree in themselves.
  ///
  /// @param code a valid one
  public static boolean organisationAgrees(String code) {
    int sum = 0;
    for (int i = 0; i < ORGANISATION_WEIGHTS.length; i++) {
      sum += ORGANISATION_WEIGHTS[i] * Character.digit(code.charAt(ORGANISATION + i), 36);
    }
    return code.charAt(ORGANISATION + ORGANISATION_WEIGHTS.length)
        == ORGANISATION_CHECKS.charAt(sum % 11);
  }

  /// The check character that belongs to the first seventeen.
  public static char checkCharacter(String seventeen) {
    int sum = 0;
    for (int i = 0; i < WEIGHTS.length; i++) {
      sum += WEIGHTS[i] * ALPHABET.indexOf(seventeen.charAt(i));
    }
    return ALPHABET.charAt((31 - sum % 31) % 31);
  }
}
