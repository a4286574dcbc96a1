package org.certassist.keys.certificate;

import java.text.Normalizer;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.certassist.core.certificate.HolderRule;

/// Takes the value out of a text as a rule says.
record HolderReading(HolderRule.Reading reading) {
  /// No name or number of a unit is longer; what is, is cut, so that it cannot fill a screen.
  private static final int LONGEST = 200;

  private static final Pattern NUMBER =
      Pattern.compile("(?:\\p{IsHan}{2,10}[:：]?\\s?)?([0-9A-Z]{5,20})");

  private static final Pattern PERSON =
      Pattern.compile(
          "(?:经办人[:：]?)?(\\p{IsHan}{2,4}|\\p{IsHan}{1,10}(?:·\\p{IsHan}{1,10}){1,3})"
              + "(?:[,，@\\s(（].*|[0-9].*)?",
          Pattern.DOTALL);

  /// How the names of units end that are as short as a person's.
  private static final Pattern UNIT =
      Pattern.compile(".*(?:公司|集团|工厂|商店|酒店|饭店|学校|学院|医院|银行|中心|大队|支队|委员会|研究所|事务所|协会|社|局|厂|店)");

  /// Empty where the text holds no such value.
  Optional<String> of(String text) {
    return switch (reading) {
      case WHOLE -> whole(text);
      case CREDIT_CODE -> CreditCode.in(text);
      case STATED_CREDIT_CODE -> CreditCode.stated(text);
      case IDENTITY_NUMBER -> IdentityNumber.in(text);
      case STATED_IDENTITY_NUMBER ->
          CreditCode.in(text).isPresent()
              ? Optional.empty()
              : IdentityNumber.in(text).or(() -> whole(text));
      case NUMBER -> number(text);
      case PERSON -> person(text);
    };
  }

  private static Optional<String> whole(String text) {
    return Optional.of(NameText.shown(text.strip(), LONGEST)).filter(value -> !value.isEmpty());
  }

  /// A credit code and a person's number have fields of their own.
  private static Optional<String> number(String text) {
    Matcher number = NUMBER.matcher(plain(text).toUpperCase(Locale.ROOT));
    return number.matches()
            && number.group(1).chars().anyMatch(Character::isDigit)
            && CreditCode.in(text).isEmpty()
            && IdentityNumber.in(text).isEmpty()
        ? Optional.of(number.group(1))
        : Optional.empty();
  }

  private static Optional<String> person(String text) {
    Matcher person = PERSON.matcher(plain(text));
    return person.matches() && !UNIT.matcher(person.group(1)).matches()
        ? Optional.of(person.group(1))
        : Optional.empty();
  }

  private static String plain(String text) {
    return Normalizer.normalize(text, Normalizer.Form.NFKC).strip();
  }
}
