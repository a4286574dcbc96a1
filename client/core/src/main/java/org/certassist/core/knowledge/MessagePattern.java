package org.certassist.core.knowledge;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// A message as a portal or a system writes it, with places for what differs each time.
///
/// `***` stands for digits (at most [#MOST_DIGITS], or none), `xxx` or `…` for anything (at most
/// [#MOST_ANYTHING] characters, or none). It is compared piece by piece, the leftmost place first;
/// nothing is tried over and over.
final class MessagePattern {
  static final int MOST_DIGITS = 20;
  static final int MOST_ANYTHING = 60;

  /// Shorter ones would be found in every text.
  static final int SHORTEST = 4;

  /// For so many characters of a message one may be mistaken.
  private static final int CHARACTERS_A_SLIP = 8;

  /// Characters that turn a message into its opposite are never a slip.
  private static final String TURNING = "不无没未已非";

  private static final Pattern PLACE = Pattern.compile("\\*{3,}|[xXｘＸ]{3,}|…+");

  private final List<Piece> pieces;
  private final int length;

  private MessagePattern(List<Piece> pieces) {
    this.pieces = pieces;
    this.length = pieces.stream().mapToInt(piece -> piece.words().length()).sum();
  }

  /// Words, with what may stand before them.
  private record Piece(Gap gap, String words) {}

  private enum Gap {
    NONE,
    DIGITS,
    ANYTHING
  }

  static MessagePattern of(String written) {
    List<Piece> pieces = new ArrayList<>();
    Matcher place = PLACE.matcher(written);
    Gap gap = Gap.NONE;
    int from = 0;
    while (place.find()) {
      add(pieces, gap, written.substring(from, place.start()));
      gap = place.group().startsWith("*") ? Gap.DIGITS : Gap.ANYTHING;
      from = place.end();
    }
    add(pieces, gap, written.substring(from));
    return new MessagePattern(List.copyOf(pieces));
  }

  private static void add(List<Piece> pieces, Gap gap, String words) {
    String plain = PlainText.of(words).text();
    if (!plain.isEmpty()) {
      pieces.add(new Piece(gap, plain));
    }
  }

  /// How many characters of it are fixed.
  int length() {
    return length;
  }

  int pieces() {
    return pieces.size();
  }

  boolean standsIn(PlainText text) {
    return stands(text, 0);
  }

  /// Whether it stands there with a few characters mistaken; digits and Latin letters never are.
  boolean nearlyStandsIn(PlainText text) {
    return length >= CHARACTERS_A_SLIP && stands(text, length / CHARACTERS_A_SLIP);
  }

  private boolean stands(PlainText text, int slips) {
    for (int start = 0; start < text.text().length(); start++) {
      if (standsAt(text, start, slips)) {
        return true;
      }
    }
    return false;
  }

  private boolean standsAt(PlainText text, int start, int slips) {
    int left = slips;
    int at = start;
    for (int number = 0; number < pieces.size(); number++) {
      Piece piece = pieces.get(number);
      int last = number == 0 ? start : at + widest(piece.gap(), text.text(), at);
      int used = -1;
      while (used < 0 && at <= last) {
        used = slips(piece.words(), text.text(), at, left);
        at++;
      }
      if (used < 0) {
        return false;
      }
      left -= used;
      at += piece.words().length() - 1;
    }
    return text.isWhole(start, at);
  }

  /// How many characters may lie between two pieces.
  private static int widest(Gap gap, String text, int at) {
    return switch (gap) {
      case NONE -> 0;
      case DIGITS -> digits(text, at);
      case ANYTHING -> MOST_ANYTHING;
    };
  }

  private static int digits(String text, int at) {
    int end = at;
    while (end < text.length() && end - at < MOST_DIGITS && Character.isDigit(text.charAt(end))) {
      end++;
    }
    return end - at;
  }

  /// How many characters are mistaken; -1 where more than `most`, or one that must not be.
  private static int slips(String words, String text, int at, int most) {
    if (at + words.length() > text.length()) {
      return -1;
    }
    int wrong = 0;
    for (int i = 0; i < words.length() && wrong >= 0; i++) {
      char expected = words.charAt(i);
      char found = text.charAt(at + i);
      if (expected != found) {
        wrong = mayBeMistaken(expected) && mayBeMistaken(found) && wrong < most ? wrong + 1 : -1;
      }
    }
    return wrong;
  }

  private static boolean mayBeMistaken(char character) {
    return character >= 0x80 && TURNING.indexOf(character) < 0;
  }
}
