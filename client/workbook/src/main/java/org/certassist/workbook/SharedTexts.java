package org.certassist.workbook;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;

/// The table of texts that a workbook's cells point into (ECMA-376 part 1, §18.4).
record SharedTexts(List<String> texts) {
  /// Characters counted for the objects around each text, so that a table of empty ones is bounded
  /// too.
  static final int OBJECTS = 40;

  static final SharedTexts NONE = new SharedTexts(List.of());

  static SharedTexts read(XmlPart part, Caps caps) throws IOException, InterruptedException {
    List<String> texts = new ArrayList<>();
    long characters = 0;
    while (part.next()) {
      if (part.starts("si")) {
        if (Thread.interrupted()) {
          throw new InterruptedException();
        }
        String text = richText(part, "si");
        characters += text.length() + OBJECTS;
        if (characters > caps.texts()) {
          throw new CapReached("texts", caps.texts());
        }
        texts.add(text);
      }
    }
    return new SharedTexts(texts);
  }

  /// The text of all runs inside an element that has just started, without phonetic hints.
  static String richText(XmlPart part, String element) throws IOException {
    StringBuilder text = new StringBuilder();
    int phonetic = 0;
    while (part.next() && !part.ends(element)) {
      if (part.starts("rPh")) {
        phonetic++;
      } else if (part.ends("rPh")) {
        phonetic--;
      } else if (part.starts("t")) {
        String run = part.text();
        if (phonetic == 0) {
          text.append(run);
        }
        if (text.length() > Caps.CELL_TEXT) {
          throw new CapReached("texts", Caps.CELL_TEXT);
        }
      }
    }
    return Escapes.decode(text.toString());
  }
}
