package org.certassist.print;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDPage;
import org.apache.pdfbox.pdmodel.PDPageContentStream;
import org.apache.pdfbox.pdmodel.common.PDRectangle;
import org.apache.pdfbox.pdmodel.graphics.state.RenderingMode;

/// Draws one form on A4 pages, in points from the top left corner; numbers its pages at the end.
final class Pen implements AutoCloseable {
  static final float MARGIN = 40;
  private static final float FOOT = 8;
  private static final float HAIR = 0.6f;
  static final float LEADING = 1.3f;

  private final PDDocument document;
  private final Typeface face;
  private final PDRectangle format;
  private final String mark;
  private final List<PDPage> pages = new ArrayList<>();
  private PDPageContentStream ink;
  private String overleaf = "";

  /// @param mark stands at the foot of each page, so that paper and outbox find each other
  Pen(PDDocument document, Typeface face, boolean landscape, String mark) throws IOException {
    this.document = document;
    this.face = face;
    this.format =
        landscape
            ? new PDRectangle(
                /* width= */ PDRectangle.A4.getHeight(), /* height= */ PDRectangle.A4.getWidth())
            : PDRectangle.A4;
    this.mark = mark;
    this.ink = begin();
  }

  private PDPageContentStream begin() throws IOException {
    PDPage page = new PDPage(format);
    document.addPage(page);
    pages.add(page);
    PDPageContentStream stream = new PDPageContentStream(document, page);
    stream.setLineWidth(HAIR);
    return stream;
  }

  void nextPage() throws IOException {
    ink.close();
    ink = begin();
  }

  /// What stands on top of each page that [#room] begins from now on.
  void overleaf(String text) {
    overleaf = text;
  }

  /// Where something so high may begin: at `y`, or on the next page where there is no room for it.
  float room(float y, float height) throws IOException {
    if (y + height <= bottom()) {
      return y;
    }
    nextPage();
    return overleaf.isEmpty() ? MARGIN : paragraph(overleaf, 9.5f, left(), width(), MARGIN);
  }

  Typeface face() {
    return face;
  }

  float left() {
    return MARGIN;
  }

  float right() {
    return format.getWidth() - MARGIN;
  }

  float width() {
    return right() - left();
  }

  /// Above it there is room, below it the foot of the page.
  float bottom() {
    return format.getHeight() - MARGIN - FOOT;
  }

  int pages() {
    return pages.size();
  }

  /// Which part of the room a text takes up.
  enum Align {
    LEFT,
    CENTRE,
    RIGHT
  }

  /// One line of text whose characters stand on `base`.
  void text(String text, float size, float x, float width, float base, Align align)
      throws IOException {
    float at =
        switch (align) {
          case LEFT -> x;
          case CENTRE -> x + (width - face.width(text, size)) / 2;
          case RIGHT -> x + width - face.width(text, size);
        };
    for (Typeface.Run run : face.runs(text)) {
      if (run.font() == null) {
        box(at + size * 0.08f, base - size * 0.84f, size * 0.84f, size * 0.96f);
      } else {
        ink.beginText();
        ink.setFont(run.font(), size);
        ink.newLineAtOffset(at, format.getHeight() - base);
        ink.showText(run.text());
        ink.endText();
      }
      at += Typeface.width(run, size);
    }
  }

  /// A title, drawn a little heavier, since the fonts of most PCs have no bold.
  void title(String text, float size, float base) throws IOException {
    ink.saveGraphicsState();
    ink.setRenderingMode(RenderingMode.FILL_STROKE);
    ink.setLineWidth(size / 40);
    text(text, size, left(), width(), base, Align.CENTRE);
    ink.restoreGraphicsState();
  }

  /// A text broken into lines, the first of which begins at `top`.
  ///
  /// @return where the next thing may begin
  float paragraph(String text, float size, float x, float width, float top) throws IOException {
    float base = top + size;
    for (String line : new Lines(face, size, width).of(text)) {
      text(line, size, x, width, base, Align.LEFT);
      base += size * LEADING;
    }
    return top + height(new Lines(face, size, width).of(text).size(), size);
  }

  /// What a paragraph of so many lines takes up, with the room after it.
  static float height(int lines, float size) {
    return lines * size * LEADING + size / 4;
  }

  void line(float x1, float y1, float x2, float y2) throws IOException {
    ink.moveTo(x1, format.getHeight() - y1);
    ink.lineTo(x2, format.getHeight() - y2);
    ink.stroke();
  }

  /// A frame, from its upper left corner.
  void box(float x, float y, float width, float height) throws IOException {
    ink.addRect(x, format.getHeight() - y - height, width, height);
    ink.stroke();
  }

  /// Writes what stands at the foot of each page; nothing is drawn afterwards.
  @Override
  public void close() throws IOException {
    ink.close();
    float base = format.getHeight() - MARGIN + FOOT;
    for (int number = 1; number <= pages.size(); number++) {
      ink =
          new PDPageContentStream(
              document, pages.get(number - 1), PDPageContentStream.AppendMode.APPEND, true, true);
      ink.setLineWidth(HAIR);
      text(mark, 7.5f, left(), width(), base, Align.LEFT);
      text("第 " + number + " 页　共 " + pages.size() + " 页", 9, left(), width(), base, Align.RIGHT);
      ink.close();
    }
  }
}
