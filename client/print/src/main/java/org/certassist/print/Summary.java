package org.certassist.print;

import java.io.IOException;
import java.math.BigDecimal;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.certassist.core.declaration.Column;
import org.certassist.core.declaration.ColumnType;

/// The page on top: whose declaration it is, what it is about, and how many people of which sort.
final class Summary {
  private static final float GAP = 14;

  private Summary() {}

  static void print(PDDocument document, Typeface face, Order order) throws IOException {
    try (Pen pen = new Pen(document, face, false, order.mark())) {
      pen.title(order.kind().title() + "申报汇总表", 18, Pen.MARGIN + 24);
      float y = facts(order).draw(pen, Pen.MARGIN + 48);
      y = pen.paragraph(order.coverage(), 9.5f, pen.left(), pen.width(), y + GAP / 2);
      for (String box : order.boxes()) {
        y = pen.room(y, StampBoxes.HEIGHT + 2 * GAP);
        y = pen.paragraph(box, 9.5f, pen.left(), pen.width(), y);
      }
      y = pen.room(y, GAP + StampBoxes.HEIGHT);
      StampBoxes.draw(pen, y + GAP);
    }
  }

  private static Facts facts(Order order) {
    Facts facts =
        new Facts()
            .one("单位名称", order.content().unit().name())
            .two(
                "统一社会信用代码",
                order.content().unit().creditCode(),
                "单位类型",
                order.content().unit().type().word())
            .two("申报业务", order.kind().title(), "结算年月", order.month())
            .two("人数", order.content().rows().size() + " 人", "制表日期", order.today());
    for (Column column : order.kind().columns()) {
      List<String> values = values(order, column);
      if (column.type() == ColumnType.CODE && !values.isEmpty()) {
        facts.one(column.header(), counts(values));
      } else if (column.type() == ColumnType.MONEY && !values.isEmpty()) {
        facts.one(column.header() + "合计", sum(values).toPlainString() + " 元");
      }
    }
    return facts;
  }

  private static List<String> values(Order order, Column column) {
    return order.content().rows().stream()
        .map(row -> row.values().get(column.field()))
        .filter(Objects::nonNull)
        .toList();
  }

  private static String counts(List<String> values) {
    Map<String, Long> counts =
        values.stream()
            .collect(
                Collectors.groupingBy(Function.identity(), TreeMap::new, Collectors.counting()));
    return counts.entrySet().stream()
        .map(count -> count.getKey() + " " + count.getValue() + " 人")
        .collect(Collectors.joining("；"));
  }

  private static BigDecimal sum(List<String> amounts) {
    return amounts.stream().map(BigDecimal::new).reduce(BigDecimal.ZERO, BigDecimal::add);
  }
}
