package org.certassist.core.draft;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;

/// A block of cells as spreadsheets put it on the clipboard: tabs between cells, a line a row,
/// cells with tabs or line ends in quotes.
public final class ClipboardText {
  private static final char QUOTE = '"';

  private final String text;
  private int at;

  private ClipboardText(String text) {
    this.text = text;
  }

  /// The cells of a text, each exactly as it stands there.
  public static List<List<String>> cells(String text) {
    return new ClipboardText(text).read();
  }

  /// The text of a block of cells.
  public static String of(List<? extends List<String>> cells) {
    return cells.stream()
        .map(row -> row.stream().map(ClipboardText::cell).collect(Collectors.joining("\t")))
        .collect(Collectors.joining("\n"));
  }

  private static String cell(String text) {
    boolean plain = text.chars().noneMatch(c -> c == '\t' || c == '\n' || c == '\r' || c == QUOTE);
    return plain ? text : QUOTE + text.replace("\"", "\"\"") + QUOTE;
  }

  /// The last line's end is no row of its own.
  private List<List<String>> read() {
    List<List<String>> rows = new ArrayList<>();
    while (at < text.length()) {
      rows.add(row());
    }
    return rows;
  }

  private List<String> row() {
    List<String> cells = new ArrayList<>();
    cells.add(cell());
    while (at < text.length() && text.charAt(at) == '\t') {
      at++;
      cells.add(cell());
    }
    if (at < text.length()) {
      at += text.startsWith("\r\n", at) ? 2 : 1;
    }
    return cells;
  }

  private String cell() {
    int closing = at < text.length() && text.charAt(at) == QUOTE ? closingQuote() : -1;
    if (closing < 0) {
      int from = at;
      at = endOfCell(at);
      return text.substring(from, at);
    }
    String inside = text.substring(at + 1, closing).replace("\"\"", "\"");
    at = closing + 1;
    return inside;
  }

  /// Where a quoted cell ends; a quote that nothing closes before a cell's end is one of the cell's
  /// own characters.
  private int closingQuote() {
    int quote = text.indexOf(QUOTE, at + 1);
    while (quote >= 0 && quote + 1 < text.length() && text.charAt(quote + 1) == QUOTE) {
      quote = text.indexOf(QUOTE, quote + 2);
    }
    return quote >= 0 && endOfCell(quote + 1) == quote + 1 ? quote : -1;
  }

  private int endOfCell(int from) {
    int end = from;
    while (end < text.length() && "\t\r\n".indexOf(text.charAt(end)) < 0) {
      end++;
    }
    return end;
  }
}
