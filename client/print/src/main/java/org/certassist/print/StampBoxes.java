package org.certassist.print;

import java.io.IOException;

/// The two boxes at the end of a form: the unit stamps and signs the left one, the counter the
/// right one. A seal is 40 to 45 mm wide.
final class StampBoxes {
  static final float HEIGHT = 138;
  private static final float SIZE = 10;
  private static final float INSET = 8;

  private StampBoxes() {}

  static void draw(Pen pen, float top) throws IOException {
    float half = pen.width() / 2;
    float middle = pen.left() + half;
    pen.box(pen.left(), top, half, HEIGHT);
    pen.box(middle, top, half, HEIGHT);
    fill(pen, pen.left(), half, top, "单位（盖章）：", "经办人（签字）：", "联系电话：");
    fill(pen, middle, half, top, "经办机构（盖章）：", "受理人（签字）：", "受理编号：");
  }

  private static void fill(
      Pen pen, float x, float width, float top, String seal, String person, String more)
      throws IOException {
    float inner = width - 2 * INSET;
    float bottom = top + HEIGHT;
    pen.text(seal, SIZE, x + INSET, inner, top + INSET + SIZE, Pen.Align.LEFT);
    pen.text(person, SIZE, x + INSET, inner, bottom - INSET - 18, Pen.Align.LEFT);
    pen.text(more, SIZE, x + INSET, inner, bottom - INSET, Pen.Align.LEFT);
    pen.text("年　　月　　日", SIZE, x + INSET, inner, bottom - INSET, Pen.Align.RIGHT);
  }
}
