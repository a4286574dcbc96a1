package org.certassist.print;

import java.util.ArrayList;
import java.util.List;

/// Breaks a text into lines of a width: between any two Chinese characters, inside a word or number
/// only where it is wider than the line.
final class Lines {
  /// What does not begin a line.
  private static final String CLOSING = "，。、；：！？）》」』”’%％.,;:)";

  private static final int BRACKET = 6;

  private final Typeface face;
  private final float size;
  private final float width;

  Lines(Typeface face, float size, float width) {
    this.face = face;
    this.size = size;
    this.width = width;
  }

  List<String> of(String text) {
    List<String> lines = new ArrayList<>();
    StringBuilder line = new StringBuilder();
    float used = 0;
    for (String piece : pieces(text)) {
      float wide = face.width(piece, size);
      if (used + wide > width && !line.isEmpty()) {
        lines.add(line.toString());
        line.setLength(0);
        used = 0;
      }
      if (wide > width) {
        used = anywhere(piece, lines, line);
      } else {
        line.append(piece);
        used += wide;
      }
    }
    if (!line.isEmpty() || lines.isEmpty()) {
      lines.add(line.toString());
    }
    return lines;
  }

  /// The same number of lines, as evenly filled as can be; for the few letters of a header or a
  /// code, of which else one would stand alone.
  List<String> even(String text) {
    List<String> lines = of(text);
    List<String> even = lines;
    for (float less = width - size / 2; less >= size; less -= size / 2) {
      List<String> narrower = new Lines(face, size, less).of(text);
      if (narrower.size() > lines.size()) {
        break;
      }
      even = narrower;
    }
    return even;
  }

  /// Breaks a word that is wider than a line wherever the line ends; what is left begins the next.
  private float anywhere(String word, List<String> lines, StringBuilder line) {
    float used = 0;
    for (int character : word.codePoints().toArray()) {
      String letter = Character.toString(character);
      float wide = face.width(letter, size);
      if (used + wide > width && !line.isEmpty()) {
        lines.add(line.toString());
        line.setLength(0);
        used = 0;
      }
      line.append(letter);
      used += wide;
    }
    return used;
  }

  /// A short bracket stays whole.
  private static boolean isOpen(String piece) {
    return piece.startsWith("（") && !piece.endsWith("）") && piece.length() < BRACKET;
  }

  /// What stays together.
  private static List<String> pieces(String text) {
    List<String> pieces = new ArrayList<>();
    boolean inWord = false;
    for (int character : text.codePoints().toArray()) {
      boolean word = character > ' ' && character < 0x2e80 && CLOSING.indexOf(character) < 0;
      boolean joins =
          !pieces.isEmpty()
              && ((inWord && word) || CLOSING.indexOf(character) >= 0 || isOpen(pieces.getLast()));
      String before = joins ? pieces.removeLast() : "";
      pieces.add(before + Character.toString(character));
      inWord = word;
    }
    return pieces;
  }
}
