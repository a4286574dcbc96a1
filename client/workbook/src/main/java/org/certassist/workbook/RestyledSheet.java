package org.certassist.workbook;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;

/// Passes a clerk's sheet on with other styles of some of its cells; every other byte stays.
///
/// A cell that is missing is put in at its place, empty. Drawings that she did not have are named
/// in the order that ECMA-376 prescribes (part 1, §18.3.1.99).
final class RestyledSheet {
  private static final String LINK =
      "xmlns:r=\"http://schemas.openxmlformats.org/officeDocument/2006/relationships\" r:id";

  /// A drawing and what follows it; what is not listed comes before.
  private static final List<String> TAIL =
      List.of(
          "drawing",
          "legacyDrawing",
          "legacyDrawingHF",
          "drawingHF",
          "picture",
          "oleObjects",
          "controls",
          "AlternateContent",
          "webPublishItems",
          "tableParts",
          "extLst");

  private final CellStyles styles;
  private final Map<String, String> drawings;
  private final SheetTags sheet;
  private final TagStream tags;
  private String prefix = "";

  /// @param drawings the ids of new ones by their tag: `drawing`, `legacyDrawing`
  RestyledSheet(InputStream in, OutputStream out, CellStyles styles, Map<String, String> drawings) {
    this.styles = styles;
    this.drawings = drawings;
    this.tags = new TagStream(in, out);
    this.sheet = new SheetTags(tags, styles.rows());
  }

  void write() throws IOException, InterruptedException {
    sheet.goToData();
    prefix = tags.prefix();
    if (tags.isEmpty()) {
      tags.enclose(newRows(1, Integer.MAX_VALUE));
    } else {
      writeRows();
    }
    writeTail();
  }

  private void writeRows() throws IOException, InterruptedException {
    int row = 0;
    int column = -1;
    while (true) {
      switch (sheet.next()) {
        case ROW -> {
          insert(newRows(row + 1, sheet.row()));
          row = sheet.row();
          column = -1;
          if (tags.isEmpty()) {
            tags.enclose(newCells(row, -1, Integer.MAX_VALUE));
          }
        }
        case CELL -> {
          insert(newCells(row, column, sheet.column()));
          column = sheet.column();
          Integer style = styles.row(row).get(column);
          if (style != null) {
            tags.set("s", style.toString());
          }
        }
        case ROW_END -> insert(newCells(row, column, Integer.MAX_VALUE));
        case DATA_END -> {
          insert(newRows(row + 1, Integer.MAX_VALUE));
          return;
        }
      }
    }
  }

  private void writeTail() throws IOException {
    int depth = 0;
    boolean drawing = drawings.containsKey("drawing");
    boolean comments = drawings.containsKey("legacyDrawing");
    while (tags.next()) {
      if (depth == 0 && (drawing || comments)) {
        int place = tags.isEndTag() ? TAIL.size() : TAIL.indexOf(tags.localName());
        if (drawing && place > TAIL.indexOf("drawing")) {
          name("drawing");
          drawing = false;
        }
        if (comments && place > TAIL.indexOf("legacyDrawing")) {
          name("legacyDrawing");
          comments = false;
        }
      }
      if (tags.isEndTag()) {
        depth--;
      } else if (!tags.isEmpty()) {
        depth++;
      }
    }
  }

  private void name(String drawing) throws IOException {
    insert(
        "<" + prefix + drawing + " " + LINK + "=\"" + drawings.getOrDefault(drawing, "") + "\"/>");
  }

  private void insert(String xml) throws IOException {
    if (!xml.isEmpty()) {
      tags.insert(xml);
    }
  }

  private String newRows(int from, int before) {
    StringBuilder rows = new StringBuilder();
    for (int row : styles.rowsBetween(from, before)) {
      rows.append("<").append(prefix).append("row r=\"").append(row).append("\">");
      rows.append(newCells(row, -1, Integer.MAX_VALUE));
      rows.append("</").append(prefix).append("row>");
    }
    return rows.toString();
  }

  /// Those between two columns, neither of which is meant.
  private String newCells(int row, int after, int before) {
    NavigableMap<Integer, Integer> cells = styles.row(row);
    if (cells.isEmpty() || before <= after + 1) {
      return "";
    }
    StringBuilder xml = new StringBuilder();
    cells
        .subMap(after, false, before, false)
        .forEach((column, style) -> {
          xml.append("<").append(prefix).append("c r=\"").append(Columns.letter(column));
          xml.append(row).append("\" s=\"").append(style).append("\"/>");
        });
    return xml.toString();
  }
}
