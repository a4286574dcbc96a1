package org.certassist.print;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;

/// A frame of labelled facts, one or two side by side in a line; long ones make it higher.
final class Facts {
  private static final float SIZE = 10.5f;
  private static final float LABEL = 92;
  private static final float PADDING = 6;

  private final List<Line> lines = new ArrayList<>();

  /// One labelled fact.
  private record Fact(String label, String value) {}

  private record Line(List<Fact> facts) {}

  Facts one(String label, String value) {
    lines.add(new Line(List.of(new Fact(label, value))));
    return this;
  }

  Facts two(String label, String value, String otherLabel, String otherValue) {
    lines.add(new Line(List.of(new Fact(label, value), new Fact(otherLabel, otherValue))));
    return this;
  }

  /// @return where the frame ends, be it on a later page
  float draw(Pen pen, float top) throws IOException {
    float y = top;
    for (Line line : lines) {
      y = draw(line, pen, y);
    }
    return y;
  }

  private static float draw(Line line, Pen pen, float from) throws IOException {
    float cell = pen.width() / line.facts().size();
    float room = cell - LABEL - 2 * PADDING;
    List<List<String>> values = new ArrayList<>();
    int most = 1;
    for (Fact fact : line.facts()) {
      List<String> broken = new Lines(pen.face(), SIZE, room).of(fact.value());
      values.add(broken);
      most = Math.max(most, broken.size());
    }
    float height = most * SIZE * Pen.LEADING + 2 * PADDING;
    float top = pen.room(from, height);
    for (int index = 0; index < line.facts().size(); index++) {
      float x = pen.left() + index * cell;
      pen.box(x, top, LABEL, height);
      pen.box(x + LABEL, top, cell - LABEL, height);
      pen.text(
          line.facts().get(index).label(),
          SIZE,
          x,
          LABEL,
          middle(top, height, 0, 1),
          Pen.Align.CENTRE);
      List<String> broken = values.get(index);
      for (int row = 0; row < broken.size(); row++) {
        pen.text(
            broken.get(row),
            SIZE,
            x + LABEL + PADDING,
            room,
            middle(top, height, row, broken.size()),
            Pen.Align.LEFT);
      }
    }
    return top + height;
  }

  /// On what the letters of a line stand, of so many in the middle of a cell.
  private static float middle(float top, float height, int line, int lines) {
    float block = lines * SIZE * Pen.LEADING;
    return top + (height - block) / 2 + line * SIZE * Pen.LEADING + SIZE * 1.02f;
  }
}
