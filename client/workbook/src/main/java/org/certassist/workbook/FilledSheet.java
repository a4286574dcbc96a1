package org.certassist.workbook;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.util.Collections;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.NavigableMap;
import java.util.Set;
import java.util.TreeMap;
import org.apache.poi.ss.util.CellRangeAddress;

/// Passes the XML of one sheet of an .xlsx file on with texts put into it; every other byte of it
/// stays but the note of how far the sheet reaches.
///
/// A cell that is there keeps its style; a new one takes that of the first row for a person, else
/// that of its column. Texts are written in the cell itself, so that no other part changes.
final class FilledSheet {
  private static final String[] LOOKS = {"s", "customFormat", "ht", "customHeight"};

  private final NavigableMap<Integer, NavigableMap<Integer, String>> texts;
  private final int firstRow;
  private final OutputStream out;
  private final TagStream tags;
  private final SheetTags sheet;
  private final Map<Integer, String> styles = new HashMap<>();
  private final NavigableMap<Integer, String> columnStyles = new TreeMap<>();
  private String prefix = "";
  private String rowLook = "";

  private FilledSheet(
      byte[] part,
      OutputStream out,
      NavigableMap<Integer, NavigableMap<Integer, String>> texts,
      int firstRow) {
    this.texts = texts;
    this.firstRow = firstRow;
    this.out = out;
    this.tags = new TagStream(new ByteArrayInputStream(part), out);
    Set<Integer> rows = new HashSet<>(texts.keySet());
    rows.add(firstRow);
    this.sheet = new SheetTags(tags, rows);
  }

  /// @param texts by row from 1 and column from 0
  /// @param firstRow the row whose looks new cells take
  static byte[] fill(
      byte[] part, NavigableMap<Integer, NavigableMap<Integer, String>> texts, int firstRow)
      throws IOException, InterruptedException {
    requireWellFormedUtf8(part);
    ByteArrayOutputStream out = new ByteArrayOutputStream(part.length);
    new FilledSheet(part, out, texts, firstRow).write();
    return out.toByteArray();
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

  private void write() throws IOException, InterruptedException {
    goToData();
    prefix = tags.prefix();
    if (tags.isEmpty()) {
      tags.enclose(newRows(1, Integer.MAX_VALUE));
    } else {
      writeRows();
    }
    boolean more = true;
    while (more) {
      more = tags.next();
    }
  }

  private void goToData() throws IOException {
    while (tags.next()) {
      if (tags.starts("dimension")) {
        extend();
      } else if (tags.starts("col")) {
        takeColumn();
      } else if (tags.starts("sheetData")) {
        return;
      }
    }
    throw new Unusable("no sheet data");
  }

  private void extend() throws IOException {
    String reference = tags.attribute("ref");
    try {
      CellRangeAddress range = CellRangeAddress.valueOf(reference);
      int last = texts.isEmpty() ? 0 : texts.lastKey() - 1;
      if (!reference.isEmpty() && last > range.getLastRow()) {
        range.setLastRow(last);
        tags.set("ref", range.formatAsString());
      }
    } catch (IllegalArgumentException unknown) {
      // It is a hint only, and stays as it is.
      return;
    }
  }

  private void takeColumn() throws Unusable {
    String style = tags.attribute("style");
    if (!style.isEmpty()) {
      int first = sheet.number("min", 1);
      columnStyles.put(first - 1, style);
      columnStyles.putIfAbsent(sheet.number("max", first), "");
    }
  }

  private void writeRows() throws IOException, InterruptedException {
    int row = 0;
    int column = -1;
    while (true) {
      switch (sheet.next()) {
        case ROW -> {
          tags.insert(newRows(row + 1, sheet.row()));
          row = sheet.row();
          column = -1;
          if (row == firstRow) {
            rowLook = look();
          }
          if (tags.isEmpty()) {
            tags.enclose(newCells(row, -1, Integer.MAX_VALUE));
          }
        }
        case CELL -> {
          tags.insert(newCells(row, column, sheet.column()));
          column = sheet.column();
          passCell(row, column);
        }
        case ROW_END -> tags.insert(newCells(row, column, Integer.MAX_VALUE));
        case DATA_END -> {
          tags.insert(newRows(row + 1, Integer.MAX_VALUE));
          return;
        }
      }
    }
  }

  private void passCell(int row, int column) throws IOException {
    String style = tags.attribute("s");
    if (row == firstRow) {
      styles.put(column, style);
    }
    String text = cells(row).get(column);
    if (text != null) {
      tags.replace(cell(row, column, style, text));
      if (!tags.isEmpty()) {
        dropContent();
      }
    }
  }

  private void dropContent() throws IOException {
    tags.passTo(OutputStream.nullOutputStream());
    while (!tags.ends("c")) {
      if (!tags.next()) {
        throw new Unusable("no end of a cell");
      }
    }
    tags.replace("");
    tags.passTo(out);
  }

  /// What a row looks like, for those that follow it.
  private String look() {
    StringBuilder look = new StringBuilder();
    for (String name : LOOKS) {
      String value = tags.attribute(name);
      if (!value.isEmpty()) {
        look.append(" ").append(name).append("=\"").append(value).append("\"");
      }
    }
    return look.toString();
  }

  /// Those from `from` on and before `before` that the sheet does not have.
  private String newRows(int from, int before) {
    StringBuilder rows = new StringBuilder();
    for (int row : texts.subMap(from, before).keySet()) {
      rows.append("<").append(prefix).append("row r=\"").append(row).append("\"");
      rows.append(row > firstRow ? rowLook : "").append(">");
      rows.append(newCells(row, -1, Integer.MAX_VALUE));
      rows.append("</").append(prefix).append("row>");
    }
    return rows.toString();
  }

  /// Those between two columns, neither of which is meant.
  private String newCells(int row, int after, int before) {
    StringBuilder xml = new StringBuilder();
    cells(row)
        .subMap(after, false, before, false)
        .forEach((column, text) -> xml.append(cell(row, column, style(column), text)));
    return xml.toString();
  }

  private NavigableMap<Integer, String> cells(int row) {
    return texts.getOrDefault(row, Collections.emptyNavigableMap());
  }

  private String style(int column) {
    String own = styles.getOrDefault(column, "");
    Map.Entry<Integer, String> columns = columnStyles.floorEntry(column);
    return own.isEmpty() && columns != null ? columns.getValue() : own;
  }

  private String cell(int row, int column, String style, String text) {
    StringBuilder xml = new StringBuilder();
    xml.append("<").append(prefix).append("c r=\"").append(Columns.letter(column)).append(row);
    if (!style.isEmpty()) {
      xml.append("\" s=\"").append(style);
    }
    xml.append("\" t=\"inlineStr\"><").append(prefix).append("is><").append(prefix).append("t");
    xml.append(text.equals(text.strip()) ? ">" : " xml:space=\"preserve\">");
    xml.append(Escapes.encode(text));
    xml.append("</").append(prefix).append("t></").append(prefix).append("is></");
    return xml.append(prefix).append("c>").toString();
  }
}
