package org.certassist.workbook;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalDouble;
import java.util.stream.IntStream;
import org.apache.poi.ss.usermodel.CellStyle;
import org.certassist.core.declaration.ColumnType;

/// Writes the rows of a template as XML of their sheet, each when it is asked for, and their texts
/// as XML of the table of texts.
final class RowsXml {
  private static final byte[] ROW = XmlBytes.tag("<row r=\"");
  private static final byte[] ROW_TAG_END = XmlBytes.tag("\">");
  private static final byte[] ROW_END = XmlBytes.tag("</row>");
  private static final byte[] EMPTY = XmlBytes.tag("\"/>");
  private static final byte[] NUMBER = XmlBytes.tag("\"><v>");
  private static final byte[] VALUE_END = XmlBytes.tag("</v></c>");
  private static final byte[] TEXT = XmlBytes.tag("\" t=\"s\"><v>");
  private static final byte[] ITEM = XmlBytes.tag("<si><t>");
  private static final byte[] SPACED_ITEM = XmlBytes.tag("<si><t xml:space=\"preserve\">");
  private static final byte[] ITEM_END = XmlBytes.tag("</t></si>");

  private final TemplateRows rows;
  private final List<byte[]> cells;
  private final List<byte[]> plain;
  private final List<byte[]> quoted;
  private final List<ColumnType> types;
  private final Map<String, Integer> texts = new LinkedHashMap<>();
  private final int firstText;
  private int textCells;

  /// @param firstText how many texts the table has already
  RowsXml(TemplateRows rows, int firstText) {
    this.rows = rows;
    this.firstText = firstText;
    this.cells =
        IntStream.range(0, rows.columns().size())
            .mapToObj(column -> XmlBytes.tag("<c r=\"" + Columns.letter(column)))
            .toList();
    this.plain = looks(rows.plain());
    this.quoted = looks(rows.quoted());
    this.types = rows.columns().stream().map(column -> column.type()).toList();
    collectTexts();
  }

  private void collectTexts() {
    for (int r = 0; r < rows.count(); r++) {
      for (int c = 0; c < cells.size(); c++) {
        String value = rows.value(r, c);
        if (!value.isEmpty() && TemplateRows.number(types.get(c), value).isEmpty()) {
          textCells++;
          int _ = texts.computeIfAbsent(value, _ -> firstText + texts.size());
        }
      }
    }
  }

  private static List<byte[]> looks(List<CellStyle> styles) {
    return styles.stream().map(style -> XmlBytes.tag("\" s=\"" + style.getIndex())).toList();
  }

  /// Passes a sheet on and puts the rows behind those that it has.
  void appendRows(InputStream sheet, OutputStream out) throws IOException {
    TagStream tags = new TagStream(sheet, out);
    while (tags.next()) {
      if (tags.ends("sheetData")) {
        tags.insert("");
        write(new XmlBytes(out));
      }
    }
  }

  /// Passes a table of texts on and puts those of the rows behind its own.
  void appendTexts(InputStream table, OutputStream out) throws IOException {
    TagStream tags = new TagStream(table, out);
    while (tags.next()) {
      if (tags.starts("sst")) {
        String counted = more(tags.text(), "count", tags.attribute("count"), textCells);
        String unique = tags.attribute("uniqueCount");
        tags.replace(more(counted, "uniqueCount", unique, texts.size()));
      } else if (tags.ends("sst")) {
        tags.insert("");
        XmlBytes items = new XmlBytes(out);
        for (String text : texts.keySet()) {
          boolean spaced = text.charAt(0) <= ' ' || text.charAt(text.length() - 1) <= ' ';
          items.add(spaced ? SPACED_ITEM : ITEM).text(text).add(ITEM_END);
        }
        items.flush();
      }
    }
  }

  private static String more(String tag, String attribute, String was, int count) {
    return was.isEmpty()
        ? tag
        : tag.replace(
            " " + attribute + "=\"" + was,
            " " + attribute + "=\"" + (Integer.parseInt(was) + count));
  }

  private void write(XmlBytes out) throws IOException {
    for (int r = 0; r < rows.count(); r++) {
      String number = Integer.toString(Layout.FIRST_DATA_ROW + r);
      out.add(ROW).encoded(number).add(ROW_TAG_END);
      for (int c = 0; c < cells.size(); c++) {
        String value = rows.value(r, c);
        boolean asText = TemplateRows.looksLikeFormula(value);
        out.add(cells.get(c)).encoded(number).add((asText ? quoted : plain).get(c));
        if (value.isEmpty()) {
          out.add(EMPTY);
        } else {
          write(out, types.get(c), value);
        }
      }
      out.add(ROW_END);
    }
    out.flush();
  }

  private void write(XmlBytes out, ColumnType type, String value) throws IOException {
    OptionalDouble number = TemplateRows.number(type, value);
    if (number.isPresent()) {
      out.add(NUMBER).encoded(Double.toString(number.getAsDouble()));
    } else {
      out.add(TEXT).encoded(Integer.toString(texts.getOrDefault(value, 0)));
    }
    out.add(VALUE_END);
  }
}
