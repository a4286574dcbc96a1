package org.certassist.core.rules;

/// Arithmetic of the unified social credit code (GB 32100-2015).
public final class CreditCodes {
  private static final String ALPHABET = "0123456789ABCDEFGHJKLMNPQRTUWXY";
  private static final int[] WEIGHTS = {
    1, 3, 9, 27, 19, 26, 16, 17, 20, 29, 25, 13, 8, 24, 10, 30, 28
  };

  private CreditCodes() {}

  /// Eighteen characters of the standard's alphabet whose last one agrees with the others.
  public static boolean isValid(String code) {
    return code.length() == 18
        && code.chars().allMatch(c -> ALPHABET.indexOf(c) >= 0)
        && code.charAt(17) == checkCharacter(code);
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
