package org.certassist.keys.certificate;

import java.text.Normalizer;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import org.certassist.core.rules.IdNumbers;

/// Somebody's identity number (GB 11643) found in a text.
final class IdentityNumber {
  /// Also behind letters: BJCA writes SF before it.
  private static final Pattern TOKEN = Pattern.compile("(?<![0-9])[0-9]{17}[0-9X](?![0-9A-Z])");

  private IdentityNumber() {}

  /// The first token that is one by its own check and birth date.
  static Optional<String> in(String text) {
    String plain = Normalizer.normalize(text, Normalizer.Form.NFKC).toUpperCase(Locale.ROOT);
    return TOKEN
        .matcher(plain)
        .results()
        .map(MatchResult::group)
        .filter(IdentityNumber::is)
        .findFirst();
  }

  static boolean is(String number) {
    return IdNumbers.hasForm(number)
        && IdNumbers.checkAgrees(number)
        && IdNumbers.birthDate(number)
            .filter(born -> born.getYear() >= 1850 && born.getYear() < 2100)
            .isPresent();
  }
}
