package org.certassist.core.knowledge;

import java.text.Normalizer;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;
import java.util.Locale;

/// A text reduced to what counts when it is compared: letters and digits alone, half-width, in
/// lower case, simplified, with one character for all that text recognition mistakes for it.
///
/// Where something was left out between two Latin letters or digits is kept, so that `8001` is not
/// taken for `800`.
final class PlainText {
  /// A message of a portal with the page around it; what comes after is not read.
  static final int LONGEST = 4_000;

  private final String text;
  private final BitSet breaks;
  private final BitSet digits;

  private PlainText(String text, BitSet breaks, BitSet digits) {
    this.text = text;
    this.breaks = breaks;
    this.digits = digits;
  }

  static PlainText of(String raw) {
    String bounded = raw.substring(0, Math.min(raw.length(), LONGEST));
    StringBuilder kept = new StringBuilder();
    BitSet breaks = new BitSet();
    BitSet digits = new BitSet();
    boolean apart = true;
    boolean latinBefore = false;
    // One character may become eighteen; what is then too long is cut again.
    for (int character :
        Normalizer.normalize(bounded, Normalizer.Form.NFKC)
            .toLowerCase(Locale.ROOT)
            .codePoints()
            .limit(LONGEST)
            .toArray()) {
      if (!Character.isLetterOrDigit(character)) {
        apart = true;
        continue;
      }
      boolean latin = isLatin(character);
      if (apart || !latin || !latinBefore) {
        breaks.set(kept.length());
      }
      if (character >= '0' && character <= '9') {
        digits.set(kept.length());
      }
      kept.appendCodePoint(Likeness.of(character));
      apart = false;
      latinBefore = latin;
    }
    breaks.set(kept.length());
    return new PlainText(kept.toString(), breaks, digits);
  }

  private static boolean isLatin(int character) {
    return character < 0x80;
  }

  String text() {
    return text;
  }

  /// Whether what stands from `from` up to `to` is no part of a longer word or number.
  boolean isWhole(int from, int to) {
    return breaks.get(from) && breaks.get(to);
  }

  /// Whether a digit, and not only a letter that looks like one, stands in there.
  boolean hasDigit(int from, int to) {
    int next = digits.nextSetBit(from);
    return next >= 0 && next < to;
  }

  /// Latin words, and every two neighbouring Chinese characters.
  List<String> terms() {
    List<String> terms = new ArrayList<>();
    int at = 0;
    while (at < text.length()) {
      int end = breaks.nextSetBit(at + 1);
      if (isLatin(text.charAt(at))) {
        terms.add(text.substring(at, end));
      } else if (at + 1 < text.length() && !isLatin(text.charAt(at + 1))) {
        terms.add(text.substring(at, at + 2));
      }
      at = isLatin(text.charAt(at)) ? end : at + 1;
    }
    return terms;
  }
}
