package org.certassist.core.helpdesk;

import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import org.certassist.core.rules.CreditCodes;
import org.certassist.core.rules.IdNumbers;

/// Finds identity numbers and credit codes by their arithmetic, also with blanks or hyphens between
/// the digits and inside longer numbers.
///
/// Eighteen or fifteen digits in one piece are hidden even where the arithmetic is wrong, since
/// people mistype; in pieces, and inside longer numbers, it must be right, or every table of
/// figures would be hidden.
final class NumbersInLine {
  private static final int LONG = 18;
  private static final int SHORT = 15;
  private static final int MOST_PIECES = 5;
  private static final int EARLIEST_YEAR = 1900;
  private static final int LATEST_YEAR = 2099;

  private static final Pattern PIECES =
      Pattern.compile("[0-9A-Za-z](?:" + FoldedLine.GAP + "{0,2}[0-9A-Za-z])*+");
  private static final Pattern ONE_PIECE =
      Pattern.compile("(?<![0-9])(?:[0-9]{17}[0-9Xx]|[0-9]{15})(?![0-9])");
  private static final Pattern CARD = Pattern.compile("(?<![0-9])62[0-9]{14,17}(?![0-9])");

  /// Also a mistyped one: the registries' letters, six digits of region, ten of the alphabet.
  private static final Pattern CREDIT_CODE =
      Pattern.compile(
          "(?<![0-9A-Za-z])[159NY][0-9A-Za-z]\\d{6}[0-9A-HJ-NPQRTUWXYa-hj-npqrtuwxy]{10}(?![0-9A-Za-z])");

  private final StandIns standIns;

  NumbersInLine(StandIns standIns) {
    this.standIns = standIns;
  }

  void hide(FoldedLine line) {
    Matcher runs = PIECES.matcher(line.text());
    while (runs.find()) {
      hideWindows(line, runs.start(), runs.group());
    }
    Matcher credit = CREDIT_CODE.matcher(line.text());
    while (credit.find()) {
      line.replace(credit.start(), credit.end(), kind(credit.group()), standIns);
    }
    for (Pattern form : List.of(ONE_PIECE, CARD)) {
      Matcher found = form.matcher(line.text());
      while (found.find()) {
        line.replace(found.start(), found.end(), Secrecy.ID, standIns);
      }
    }
  }

  /// Mistyped: a birth date tells people from units.
  private static Secrecy kind(String number) {
    String upper = number.toUpperCase(Locale.ROOT);
    return IdNumbers.hasForm(upper) && born(upper.substring(6, 14)) ? Secrecy.ID : Secrecy.UNIT;
  }

  private void hideWindows(FoldedLine line, int start, String run) {
    int[] places = IntStream.range(0, run.length()).filter(at -> isPlain(run.charAt(at))).toArray();
    StringBuilder signs = new StringBuilder();
    for (int place : places) {
      signs.append(Character.toUpperCase(run.charAt(place)));
    }
    int from = 0;
    while (from + SHORT <= places.length) {
      Optional<Found> found = at(run, signs.toString(), places, from);
      if (found.isPresent()) {
        int end = from + found.get().length();
        line.replace(
            start + places[from], start + places[end - 1] + 1, found.get().kind(), standIns);
        from = end;
      } else {
        from++;
      }
    }
  }

  private record Found(Secrecy kind, int length) {}

  private static Optional<Found> at(String run, String signs, int[] places, int from) {
    if (from + LONG <= signs.length()) {
      String window = signs.substring(from, from + LONG);
      if (IdNumbers.hasForm(window)
          && born(window.substring(6, 14))
          && IdNumbers.checkAgrees(window)) {
        return Optional.of(new Found(Secrecy.ID, LONG));
      }
      if (whole(run, places, from, LONG) && CreditCodes.isValid(window)) {
        return Optional.of(new Found(Secrecy.UNIT, LONG));
      }
      if (whole(run, places, from, LONG)
          && IdNumbers.hasForm(window)
          && born(window.substring(6, 14))) {
        return Optional.of(new Found(Secrecy.ID, LONG));
      }
    }
    String old = signs.substring(from, from + SHORT);
    return whole(run, places, from, SHORT)
            && old.chars().allMatch(c -> c >= '0' && c <= '9')
            && old.charAt(0) != '0'
            && spelled(places, from)
            && born("19" + old.substring(6, 12))
        ? Optional.of(new Found(Secrecy.ID, SHORT))
        : Optional.empty();
  }

  /// Whether fifteen digits stand in few pieces or one by one, as a number does that somebody
  /// writes clearly, and not a list of figures.
  private static boolean spelled(int[] places, int from) {
    int gaps = 0;
    for (int at = from + 1; at < from + SHORT; at++) {
      gaps += places[at] - places[at - 1] > 1 ? 1 : 0;
    }
    return gaps < MOST_PIECES || gaps == SHORT - 1;
  }

  /// Whether nothing touches the window on either side.
  private static boolean whole(String run, int[] places, int from, int length) {
    int first = places[from];
    int last = places[from + length - 1];
    return (first == 0 || !isPlain(run.charAt(first - 1)))
        && (last + 1 == run.length() || !isPlain(run.charAt(last + 1)));
  }

  private static boolean isPlain(char c) {
    return (c >= '0' && c <= '9') || (c >= 'A' && c <= 'Z') || (c >= 'a' && c <= 'z');
  }

  private static boolean born(String date) {
    return IdNumbers.birthDate("000000" + date)
        .map(LocalDate::getYear)
        .filter(year -> year >= EARLIEST_YEAR && year <= LATEST_YEAR)
        .isPresent();
  }
}
