package org.certassist.print;

import java.io.IOException;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.stream.IntStream;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.certassist.core.declaration.Column;
import org.certassist.core.declaration.ColumnType;
import org.certassist.core.declaration.Content;
import org.certassist.core.declaration.Requirement;

/// The list of people (花名册), as many pages as it takes: each begins with the header, the last ends
/// with the boxes for seals, which stand on a page without a person only where the last one leaves
/// no room for them.
final class Roster {
  private static final Set<ColumnType> WHOLE =
      EnumSet.of(
          ColumnType.ID, ColumnType.DATE, ColumnType.MONTH, ColumnType.MONEY, ColumnType.PHONE);
  private static final Set<ColumnType> PROSE = EnumSet.of(ColumnType.ADDRESS, ColumnType.TEXT);
  private static final float GAP = 8;
  private static final float NOTE = 9;

  private final Pen pen;
  private final Order order;
  private final List<Column> columns;
  private final ColumnWidths widths;

  private Roster(Pen pen, Order order) {
    this.pen = pen;
    this.order = order;
    this.columns = order.kind().columns().stream().filter(column -> isUsed(column, order)).toList();
    this.widths = ColumnWidths.of(texts(), pen.face(), pen.width());
  }

  /// Optional columns that nobody filled would only take room away.
  private static boolean isUsed(Column column, Order order) {
    return column.requirement() == Requirement.REQUIRED
        || order.content().rows().stream()
            .anyMatch(row -> row.values().containsKey(column.field()));
  }

  static void print(PDDocument document, Typeface face, Order order) throws IOException {
    try (Pen pen = new Pen(document, face, true, order.mark())) {
      new Roster(pen, order).draw();
    }
  }

  private List<ColumnWidths.Column> texts() {
    List<Content.Row> rows = order.content().rows();
    List<ColumnWidths.Column> texts = new ArrayList<>();
    texts.add(
        new ColumnWidths.Column(
            "序号",
            IntStream.rangeClosed(1, rows.size()).mapToObj(Integer::toString).toList(),
            true));
    for (Column column : columns) {
      texts.add(
          new ColumnWidths.Column(
              column.header(),
              rows.stream().map(row -> row.values().getOrDefault(column.field(), "")).toList(),
              WHOLE.contains(column.type())));
    }
    return texts;
  }

  /// A line of cells, each broken to its column's width. With at most 200 characters in a cell it
  /// is never higher than a page.
  private record Row(List<List<String>> cells, boolean header) {
    int lines() {
      return cells.stream().mapToInt(List::size).max().orElse(1);
    }
  }

  private void draw() throws IOException {
    Row header = header();
    List<Row> rows = rows();
    float y = head();
    y = draw(header, y);
    for (int index = 0; index < rows.size(); index++) {
      Row row = rows.get(index);
      boolean last = index == rows.size() - 1;
      float needed = height(row) + (last ? end() : 0);
      if (y + needed > pen.bottom()) {
        pen.nextPage();
        y = draw(header, Pen.MARGIN);
      }
      y = draw(row, y);
    }
    finish(pen.room(y, end()));
  }

  private float head() throws IOException {
    pen.title(order.kind().title() + "花名册", 16, Pen.MARGIN + 18);
    float y =
        pen.paragraph(
            "单位名称：" + order.content().unit().name(),
            10,
            pen.left(),
            pen.width() * 0.64f,
            Pen.MARGIN + 30);
    pen.text(
        "统一社会信用代码：" + order.content().unit().creditCode(),
        10,
        pen.left(),
        pen.width(),
        Pen.MARGIN + 40,
        Pen.Align.RIGHT);
    pen.text(
        "单位类型："
            + order.content().unit().type().word()
            + "　　结算年月："
            + order.month()
            + "　　共 "
            + order.content().rows().size()
            + " 人",
        10,
        pen.left(),
        pen.width(),
        y + 10,
        Pen.Align.LEFT);
    pen.text("制表日期：" + order.today(), 10, pen.left(), pen.width(), y + 10, Pen.Align.RIGHT);
    return y + 10 + GAP;
  }

  private Row header() {
    List<String> headers = new ArrayList<>(List.of("序号"));
    columns.forEach(column -> headers.add(column.header()));
    return new Row(broken(headers, true), true);
  }

  private List<Row> rows() {
    List<Row> rows = new ArrayList<>();
    for (Content.Row row : order.content().rows()) {
      List<String> cells = new ArrayList<>(List.of(Integer.toString(rows.size() + 1)));
      columns.forEach(column -> cells.add(row.values().getOrDefault(column.field(), "")));
      rows.add(new Row(broken(cells, false), false));
    }
    return rows;
  }

  private List<List<String>> broken(List<String> cells, boolean header) {
    List<List<String>> broken = new ArrayList<>();
    for (int index = 0; index < cells.size(); index++) {
      float room = widths.widths()[index] - 2 * ColumnWidths.PADDING + 0.01f;
      Lines lines = new Lines(pen.face(), widths.size(), room);
      broken.add(
          isProse(index) && !header ? lines.of(cells.get(index)) : lines.even(cells.get(index)));
    }
    return broken;
  }

  private float line() {
    return widths.size() * Pen.LEADING;
  }

  private float padding() {
    return widths.size() * 0.35f;
  }

  private float height(Row row) {
    return row.lines() * line() + 2 * padding();
  }

  private float draw(Row row, float top) throws IOException {
    float height = height(row);
    float x = pen.left();
    for (int index = 0; index < row.cells().size(); index++) {
      float width = widths.widths()[index];
      pen.box(x, top, width, height);
      draw(row.cells().get(index), align(index, row), x, width, top, height);
      x += width;
    }
    return top + height;
  }

  private void draw(
      List<String> lines, Pen.Align align, float x, float width, float top, float height)
      throws IOException {
    float size = widths.size();
    float base = top + (height - lines.size() * line()) / 2 + size * 1.02f;
    for (String text : lines) {
      pen.text(text, size, x + ColumnWidths.PADDING, width - 2 * ColumnWidths.PADDING, base, align);
      base += line();
    }
  }

  private Pen.Align align(int index, Row row) {
    if (row.header() || index == 0) {
      return Pen.Align.CENTRE;
    }
    if (columns.get(index - 1).type() == ColumnType.MONEY) {
      return Pen.Align.RIGHT;
    }
    return isProse(index) ? Pen.Align.LEFT : Pen.Align.CENTRE;
  }

  /// Texts that are read line after line; names are not.
  private boolean isProse(int index) {
    return index > 0
        && PROSE.contains(columns.get(index - 1).type())
        && !columns.get(index - 1).field().equals("name");
  }

  /// Room for what stands under the last person.
  private float end() {
    float height = GAP / 2 + GAP + StampBoxes.HEIGHT;
    for (String note : notes()) {
      height += Pen.height(new Lines(pen.face(), NOTE, pen.width()).of(note).size(), NOTE);
    }
    return height;
  }

  private List<String> notes() {
    List<String> notes = new ArrayList<>(List.of(order.coverage()));
    notes.addAll(order.boxes());
    return notes;
  }

  private void finish(float from) throws IOException {
    float y = from + GAP / 2;
    for (String note : notes()) {
      y = pen.paragraph(note, NOTE, pen.left(), pen.width(), y);
    }
    StampBoxes.draw(pen, y + GAP);
  }
}
