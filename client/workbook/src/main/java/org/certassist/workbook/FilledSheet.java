package org.certassist.workbook;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.Map;
import java.util.NavigableMap;
import java.util.TreeMap;
import org.apache.poi.ss.util.CellRangeAddress;
import org.jspecify.annotations.Nullable;

/// Puts texts into the XML of one sheet of an .xlsx file; every other character of it stays but the
/// note of how far the sheet reaches.
///
/// A cell that is there keeps its style; a new one takes that of the first row for a person, else
/// that of its column. Texts are written in the cell itself, so that no other part changes.
final class FilledSheet {
  private final String xml;
  private final NavigableMap<Integer, NavigableMap<Integer, String>> texts;
  private final int firstRow;
  private final StringBuilder out = new StringBuilder();
  private final Map<Integer, String> styles = new HashMap<>();
  private final NavigableMap<Integer, String> columnStyles = new TreeMap<>();
  private String prefix = "";
  private String rowLook = "";
  private int copied;

  private FilledSheet(
      String xml, NavigableMap<Integer, NavigableMap<Integer, String>> texts, int firstRow) {
    this.xml = xml;
    this.texts = new TreeMap<>(texts);
    this.firstRow = firstRow;
  }

  /// @param texts by row from 1 and column from 0
  /// @param firstRow the row whose looks new cells take
  static byte[] fill(
      byte[] part, NavigableMap<Integer, NavigableMap<Integer, String>> texts, int firstRow)
      throws IOException {
    requireWellFormedUtf8(part);
    return new FilledSheet(decode(part), texts, firstRow).fill().getBytes(StandardCharsets.UTF_8);
  }

  /// What says that it is written in another way would show new texts as other characters.
  private static void requireWellFormedUtf8(byte[] part) throws IOException {
    try (XmlPart whole = new XmlPart(new ByteArrayInputStream(part))) {
      if (!whole.isUtf8()) {
        throw new Unusable("not UTF-8");
      }
      boolean more = true;
      while (more) {
        more = whole.next();
      }
    }
  }

  private static String decode(byte[] part) throws Unusable {
    try {
      return StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(part)).toString();
    } catch (CharacterCodingException other) {
      throw new Unusable("not UTF-8", other);
    }
  }

  private String fill() throws IOException {
    XmlTags tags = new XmlTags(xml);
    while (tags.next()) {
      switch (tags.localName()) {
        case "dimension" -> extend(tags);
        case "col" -> takeColumn(tags.text());
        case "sheetData" -> {
          String name = tags.name();
          prefix = name.substring(0, name.indexOf(':') + 1);
          fillRows(tags);
          return out.append(xml, copied, xml.length()).toString();
        }
        default -> {}
      }
    }
    throw new Unusable("no sheet data");
  }

  private void extend(XmlTags tag) {
    String reference = XmlTags.attribute(tag.text(), "ref");
    try {
      CellRangeAddress range = CellRangeAddress.valueOf(reference);
      int last = texts.isEmpty() ? 0 : texts.lastKey() - 1;
      if (!reference.isEmpty() && last > range.getLastRow()) {
        range.setLastRow(last);
        copyTo(tag.start());
        out.append(tag.text().replace(reference, range.formatAsString()));
        copied = tag.end();
      }
    } catch (IllegalArgumentException unknown) {
      // It is a hint only, and stays as it is.
      return;
    }
  }

  private void takeColumn(String tag) throws Unusable {
    String style = XmlTags.attribute(tag, "style");
    if (!style.isEmpty()) {
      columnStyles.put(number(XmlTags.attribute(tag, "min")) - 1, style);
      columnStyles.putIfAbsent(number(XmlTags.attribute(tag, "max")), "");
    }
  }

  private void fillRows(XmlTags tags) throws Unusable {
    if (tags.isEmpty()) {
      copyTo(tags.start());
      out.append(opened(tags.text()));
      copied = tags.end();
      newRows(Integer.MAX_VALUE);
      out.append("</").append(prefix).append("sheetData>");
      return;
    }
    int row = 0;
    while (tags.next()) {
      if (tags.localName().equals("row")) {
        String number = XmlTags.attribute(tags.text(), "r");
        row = number.isEmpty() ? row + 1 : number(number);
        copyTo(tags.start());
        newRows(row);
        fillRow(tags, row);
      } else if (tags.localName().equals("sheetData")) {
        copyTo(tags.start());
        newRows(Integer.MAX_VALUE);
        return;
      }
    }
    throw new Unusable("no end of the sheet data");
  }

  /// Writes the rows above `before` that the sheet does not have.
  private void newRows(int before) {
    Map<Integer, NavigableMap<Integer, String>> above = texts.headMap(before);
    above.forEach((row, cells) -> {
      out.append("<").append(prefix).append("row r=\"").append(row).append("\"");
      out.append(row > firstRow ? rowLook : "").append(">");
      newCells(cells, row, Integer.MAX_VALUE);
      out.append("</").append(prefix).append("row>");
    });
    above.clear();
  }

  private void fillRow(XmlTags tags, int row) throws Unusable {
    NavigableMap<Integer, String> cells = texts.remove(row);
    NavigableMap<Integer, String> left = cells == null ? new TreeMap<>() : cells;
    if (row == firstRow) {
      rowLook = look(tags.text());
    }
    if (tags.isEmpty()) {
      if (!left.isEmpty()) {
        out.append(opened(tags.text()));
        copied = tags.end();
        newCells(left, row, Integer.MAX_VALUE);
        out.append("</").append(prefix).append("row>");
      }
      return;
    }
    int column = -1;
    while (tags.next() && !(tags.isEndTag() && tags.localName().equals("row"))) {
      if (tags.localName().equals("c") && !tags.isEndTag()) {
        String reference = XmlTags.attribute(tags.text(), "r");
        column = reference.isEmpty() ? column + 1 : Columns.of(reference, row);
        copyTo(tags.start());
        newCells(left, row, column);
        cell(tags, left.remove(column), row, column);
      }
    }
    copyTo(tags.start());
    newCells(left, row, Integer.MAX_VALUE);
  }

  private void cell(XmlTags tags, @Nullable String text, int row, int column) throws Unusable {
    String style = XmlTags.attribute(tags.text(), "s");
    if (row == firstRow) {
      styles.put(column, style);
    }
    if (!tags.isEmpty()) {
      skipCell(tags);
    }
    if (text != null) {
      write(row, column, style, text);
      copied = tags.end();
    }
  }

  private static void skipCell(XmlTags tags) throws Unusable {
    while (tags.next()) {
      if (tags.isEndTag() && tags.localName().equals("c")) {
        return;
      }
    }
    throw new Unusable("no end of a cell");
  }

  private void newCells(NavigableMap<Integer, String> cells, int row, int before) {
    while (!cells.isEmpty() && cells.firstKey() < before) {
      int column = cells.firstKey();
      write(row, column, style(column), String.valueOf(cells.remove(column)));
    }
  }

  private String style(int column) {
    String own = styles.getOrDefault(column, "");
    Map.Entry<Integer, String> columns = columnStyles.floorEntry(column);
    return own.isEmpty() && columns != null ? columns.getValue() : own;
  }

  private void write(int row, int column, String style, String text) {
    out.append("<").append(prefix).append("c r=\"").append(Columns.letter(column)).append(row);
    if (!style.isEmpty()) {
      out.append("\" s=\"").append(style);
    }
    out.append("\" t=\"inlineStr\"><").append(prefix).append("is><").append(prefix).append("t");
    out.append(text.equals(text.strip()) ? ">" : " xml:space=\"preserve\">");
    out.append(Escapes.encode(text));
    out.append("</").append(prefix).append("t></").append(prefix).append("is></");
    out.append(prefix).append("c>");
  }

  private void copyTo(int place) {
    if (place > copied) {
      out.append(xml, copied, place);
      copied = place;
    }
  }

  /// What a row looks like, for those that follow it.
  private static String look(String tag) {
    StringBuilder look = new StringBuilder();
    for (String name : new String[] {"s", "customFormat", "ht", "customHeight"}) {
      String value = XmlTags.attribute(tag, name);
      if (!value.isEmpty()) {
        look.append(" ").append(name).append("=\"").append(value).append("\"");
      }
    }
    return look.toString();
  }

  /// `<row r="4"/>` without its end.
  private static String opened(String tag) {
    return tag.substring(0, tag.length() - 2).stripTrailing() + ">";
  }

  private static int number(String digits) throws Unusable {
    if (!digits.matches("[0-9]{1,9}")) {
      throw new Unusable("no number");
    }
    return Integer.parseInt(digits);
  }
}
