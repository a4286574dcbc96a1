package org.certassist.keys.certificate;

import java.text.Normalizer;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.certassist.core.rules.CreditCodes;

/// A unified social credit code (GB 32100-2015) found in a text.
final class CreditCode {
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
      if (passes(token.group()) && !IdentityNumber.is(token.group())) {
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
    return CreditCodes.isValid(code);
  }
}
