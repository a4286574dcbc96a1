package org.certassist.core.helpdesk;

import java.util.Optional;

/// What became of fourteen digits that somebody typed.
public sealed interface PhoneCodeReading {
  record Understood(PhoneCode code) implements PhoneCodeReading {}

  /// It has something else in it than digits, blanks and hyphens.
  record NotDigits() implements PhoneCodeReading {}

  /// @param digits how many there are; no more than [#MOST_COUNTED] are counted
  record WrongLength(int digits) implements PhoneCodeReading {}

  /// A digit is wrong, or two stand in each other's place.
  record WrongCheckDigits() implements PhoneCodeReading {}

  /// A newer version of this program made it.
  record Newer(int format) implements PhoneCodeReading {}

  /// The check digits agree by chance; no version of this program made it.
  record NoCode() implements PhoneCodeReading {}

  /// Nobody reads out more than this; a pasted novel is not counted to its end.
  int MOST_COUNTED = 99;

  /// Why it cannot be used, with its words; empty where it can.
  default Optional<HelpdeskFault> fault() {
    return switch (this) {
      case Understood _ -> Optional.empty();
      case NotDigits _ -> Optional.of(HelpdeskFault.of("phoneCode.notDigits"));
      case WrongLength(int digits) ->
          Optional.of(HelpdeskFault.of("phoneCode.wrongLength", digits, PhoneCode.DIGITS));
      case WrongCheckDigits _ -> Optional.of(HelpdeskFault.of("phoneCode.wrongCheckDigits"));
      case Newer _ -> Optional.of(HelpdeskFault.of("phoneCode.newer"));
      case NoCode _ -> Optional.of(HelpdeskFault.of("phoneCode.noCode"));
    };
  }

  static PhoneCodeReading of(String text) {
    StringBuilder found = new StringBuilder();
    for (int at = 0; at < text.length() && found.length() < MOST_COUNTED; at++) {
      char c = text.charAt(at);
      int digit = digit(c);
      if (digit >= 0) {
        found.append(digit);
      } else if (!isGap(c)) {
        return new NotDigits();
      }
    }
    return found.length() == PhoneCode.DIGITS
        ? ofDigits(found.toString())
        : new WrongLength(found.length());
  }

  private static PhoneCodeReading ofDigits(String digits) {
    String payload = digits.substring(0, PhoneCode.DIGITS - PhoneCode.CHECK_DIGITS);
    if (!digits.endsWith(PhoneCode.checkDigits(payload))) {
      return new WrongCheckDigits();
    }
    int format = digit(payload.charAt(0));
    if (format > PhoneCode.FORMAT) {
      return new Newer(format);
    }
    Optional<PhoneCode> code =
        format < PhoneCode.FORMAT
            ? Optional.empty()
            : PhoneCode.unpacked(Long.parseLong(payload.substring(1)));
    return code.<PhoneCodeReading>map(Understood::new).orElseGet(NoCode::new);
  }

  /// Of ASCII and of the full-width forms; −1 for anything else.
  private static int digit(char c) {
    if (c >= '0' && c <= '9') {
      return c - '0';
    }
    return c >= '０' && c <= '９' ? c - '０' : -1;
  }

  /// Blanks of any kind, hyphens, dashes and the minus sign.
  private static boolean isGap(char c) {
    return Character.isWhitespace(c)
        || Character.isSpaceChar(c)
        || Character.getType(c) == Character.DASH_PUNCTUATION
        || c == '\u2212';
  }
}
