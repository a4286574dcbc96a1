package org.certassist.core.helpdesk;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.certassist.core.diagnosis.Cause;
import org.certassist.core.diagnosis.CheckResult;

/// What stands in the QR code that a clerk shows the helpdesk: the phone code, and every cause that
/// was found, for which digits read aloud have no room.
///
/// `CERTASSIST 1020 4820 3070 15 C508.410`: capital letters, digits, blanks and full stops, which
/// QR codes pack densest and which survive being forwarded in a chat.
///
/// @param causes numbers of [Cause], the one to begin with first, at most [#MOST_CAUSES]; this
///   program need not know them
public record QrText(PhoneCode code, List<Integer> causes) {
  /// Nobody has ever had so many at once.
  public static final int MOST_CAUSES = 12;

  private static final String MARK = "CERTASSIST";
  private static final Pattern FORM =
      Pattern.compile(MARK + " +(\\d{4} \\d{4} \\d{4} \\d{2})(?: +C(\\d{3}(?:\\.\\d{3}){0,11}))?");

  /// @throws IllegalArgumentException where there are more causes than are ever written
  public QrText {
    causes = List.copyOf(causes);
    if (causes.size() > MOST_CAUSES) {
      throw new IllegalArgumentException("too many causes: " + causes.size());
    }
  }

  public static QrText of(ExaminePc.Examined pc) {
    Optional<CheckResult> first = pc.report().first();
    return new QrText(
        pc.phone(),
        Stream.concat(first.stream(), pc.report().results().stream())
            .flatMap(result -> result.cause().stream())
            .map(Cause::number)
            .distinct()
            .limit(MOST_CAUSES)
            .toList());
  }

  public String text() {
    String found = causes.stream().map(String::valueOf).collect(Collectors.joining("."));
    return MARK + " " + code.digits() + (found.isEmpty() ? "" : " C" + found);
  }

  /// Reads what a phone's camera says stands in such a code, or what somebody typed after it.
  ///
  /// @return empty where it is none, or its check digits do not agree
  public static Optional<QrText> read(String scanned) {
    Matcher found = FORM.matcher(scanned.strip().toUpperCase(Locale.ROOT));
    if (!found.matches()
        || !(PhoneCode.read(found.group(1))
            instanceof PhoneCodeReading.Understood(PhoneCode code))) {
      return Optional.empty();
    }
    return Optional.of(
        new QrText(
            code,
            Optional.ofNullable(found.group(2)).stream()
                .flatMap(numbers -> Arrays.stream(numbers.split("\\.")))
                .map(Integer::valueOf)
                .toList()));
  }
}
