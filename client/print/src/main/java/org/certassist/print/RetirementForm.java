package org.certassist.print;

import java.io.IOException;
import java.util.List;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.certassist.core.declaration.Column;
import org.certassist.core.declaration.Content;
import org.certassist.core.paper.Paper;

/// The form for one person who retires: what the workbook says of him, room for his word and
/// signature, and the boxes for seals; where a page is not enough, the next one names him again.
final class RetirementForm {
  private static final float GAP = 14;
  private static final float WORD = 110;
  private static final float SIZE = 10.5f;
  private static final float NOTE = 9.5f;
  private static final String COPIES = "一式三份，单位盖章、本人签字后，连同本人档案原件交参保地经办窗口；参加工作时间请对照档案核实。";

  private RetirementForm() {}

  static void print(PDDocument document, Typeface face, Order order) throws IOException {
    for (Content.Row row : order.content().rows()) {
      try (Pen pen = new Pen(document, face, false, order.mark())) {
        draw(pen, order, row);
      }
    }
  }

  private static void draw(Pen pen, Order order, Content.Row row) throws IOException {
    pen.title(order.kind().title() + "表", 18, Pen.MARGIN + 24);
    pen.overleaf(
        "（续）姓名："
            + row.values().getOrDefault("name", "")
            + "　证件号码："
            + row.values().getOrDefault("idNumber", ""));
    float y = facts(order, row).draw(pen, Pen.MARGIN + 48);
    y = word(pen, pen.room(y, WORD + StampBoxes.HEIGHT));
    StampBoxes.draw(pen, y);
    y = note(pen, COPIES, y + StampBoxes.HEIGHT + GAP / 2);
    for (String box : boxes(order, row)) {
      y = note(pen, box, y);
    }
  }

  private static float note(Pen pen, String text, float y) throws IOException {
    int lines = new Lines(pen.face(), NOTE, pen.width()).of(text).size();
    float top = pen.room(y, Pen.height(lines, NOTE));
    return pen.paragraph(text, NOTE, pen.left(), pen.width(), top);
  }

  private static Facts facts(Order order, Content.Row row) {
    Facts facts =
        new Facts()
            .one("单位名称", order.content().unit().name())
            .two(
                "统一社会信用代码",
                order.content().unit().creditCode(),
                "单位类型",
                order.content().unit().type().word())
            .two("结算年月", order.month(), "制表日期", order.today());
    for (Column column : order.kind().columns()) {
      facts.one(column.header(), row.values().getOrDefault(column.field(), ""));
    }
    return facts;
  }

  /// Where the person himself writes.
  private static float word(Pen pen, float top) throws IOException {
    float inner = pen.width() - 16;
    pen.box(pen.left(), top, pen.width(), WORD);
    pen.text("本人意见：", SIZE, pen.left() + 8, inner, top + 20, Pen.Align.LEFT);
    pen.text(
        "本人（签字）：　　　　　　　　　　　　年　　月　　日",
        SIZE,
        pen.left() + 8,
        inner,
        top + WORD - 10,
        Pen.Align.RIGHT);
    return top + WORD;
  }

  private static List<String> boxes(Order order, Content.Row row) {
    List<Paper.Gap> own =
        order.gaps().stream().filter(gap -> gap.row() == row.row() || gap.row() == 0).toList();
    return new Order(order.id(), order.kind(), order.content(), order.profile(), order.day(), own)
        .boxes();
  }
}
