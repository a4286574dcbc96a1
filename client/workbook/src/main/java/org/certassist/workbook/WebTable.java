package org.certassist.workbook;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// The rows of the tables of a web page, which many portals export and call a .xls.
///
/// It is looked through once, from front to back: nothing is loaded, run or followed, and what is
/// no row of a table is passed over.
final class WebTable {
  private static final Pattern NAME = Pattern.compile("/?([a-zA-Z][a-zA-Z0-9]*)");
  private static final Pattern SPAN =
      Pattern.compile("(row|col)span\\s*+=\\s*+[\"']?+\\s*+(\\d{1,4})", Pattern.CASE_INSENSITIVE);
  private static final Pattern ENTITY =
      Pattern.compile("&(?:#(\\d{1,7})|#[xX]([0-9a-fA-F]{1,6})|([a-z]{2,5}));");
  private static final Map<String, String> ENTITIES =
      Map.of(
          "nbsp", " ", "ensp", " ", "emsp", " ", "lt", "<", "gt", ">", "amp", "&", "quot", "\"",
          "apos", "'");

  private final String text;
  private int at;
  private int row;
  private boolean inRow;
  private boolean inCell;
  private final StringBuilder cell = new StringBuilder();
  private int width = 1;
  private int height = 1;
  private List<String> cells = new ArrayList<>();

  /// By column: the row behind the last that a cell above reaches down to, which ends with its
  /// table.
  private final int[] reaches = new int[ListingLines.COLUMNS];

  WebTable(String text) {
    this.text = text;
  }

  /// Whether a text is a web page, or XML, rather than lines.
  static boolean isOne(String text) {
    return text.stripLeading().startsWith("<");
  }

  /// Whether a text is a web page packed as a letter (.mht), which is not unpacked here.
  static boolean isPacked(String text) {
    return text.regionMatches(true, 0, "MIME-Version:", 0, 13);
  }

  /// Goes on to the next row.
  boolean nextRow() {
    cells = new ArrayList<>();
    while (at < text.length()) {
      if (step()) {
        return true;
      }
    }
    return endRow();
  }

  /// Counted from 1 over all tables, as a spreadsheet shows them.
  int row() {
    return row;
  }

  /// Up to the last one that holds anything.
  List<String> cells() {
    int last = cells.size();
    while (last > 0 && cells.get(last - 1).isEmpty()) {
      last--;
    }
    return cells.subList(0, last);
  }

  /// Takes the text up to the next mark, and the mark.
  ///
  /// @return whether that ends a row
  private boolean step() {
    int mark = text.indexOf('<', at);
    say(at, mark < 0 ? text.length() : mark);
    if (mark < 0) {
      at = text.length();
      return false;
    }
    if (text.startsWith("<!--", mark)) {
      at = after("-->", mark + 4);
      return false;
    }
    Matcher name = NAME.matcher(text).region(mark + 1, text.length());
    if (!name.lookingAt()) {
      boolean isDeclaration = text.startsWith("<!", mark) || text.startsWith("<?", mark);
      if (isDeclaration) {
        at = after(">", mark);
      } else {
        say(mark, mark + 1);
        at = mark + 1;
      }
      return false;
    }
    at = endOfMark(name.end());
    return mark(
        name.group(1).toLowerCase(Locale.ROOT),
        text.charAt(mark + 1) == '/',
        text.substring(name.end(), Math.max(name.end(), at - 1)));
  }

  private boolean mark(String name, boolean isEnd, String attributes) {
    switch (name) {
      case "script", "style", "title" -> {
        if (!isEnd) {
          skipTo(name);
        }
      }
      case "table" -> {
        boolean ended = endRow();
        Arrays.fill(reaches, 0);
        return ended;
      }
      case "tr" -> {
        boolean ended = endRow();
        inRow = !isEnd;
        return ended;
      }
      case "td", "th" -> {
        endCell();
        if (!isEnd) {
          beginCell(attributes);
        }
      }
      case "br", "p", "div" -> cell.append(' ');
      default -> {
        // How it looks does not matter.
      }
    }
    return false;
  }

  private void say(int from, int to) {
    if (inCell) {
      cell.append(text, from, to);
    }
  }

  private int after(String sign, int from) {
    int found = text.indexOf(sign, from);
    return found < 0 ? text.length() : found + sign.length();
  }

  /// A sign in quotation marks ends nothing.
  private int endOfMark(int from) {
    char quote = 0;
    for (int i = from; i < text.length(); i++) {
      char c = text.charAt(i);
      if (quote == 0 && c == '>') {
        return i + 1;
      }
      if (quote == 0 && (c == '"' || c == '\'')) {
        quote = c;
      } else if (c == quote) {
        quote = 0;
      }
    }
    return text.length();
  }

  private void skipTo(String name) {
    int end = text.indexOf("</", at);
    while (end >= 0 && !text.regionMatches(true, end + 2, name, 0, name.length())) {
      end = text.indexOf("</", end + 2);
    }
    at = end < 0 ? text.length() : end;
  }

  private void beginCell(String attributes) {
    inRow = true;
    inCell = true;
    cell.setLength(0);
    width = 1;
    height = 1;
    for (MatchResult span : SPAN.matcher(attributes).results().toList()) {
      int much = Math.max(1, Integer.parseInt(span.group(2)));
      if (span.group(1).equalsIgnoreCase("row")) {
        height = much;
      } else {
        width = much;
      }
    }
  }

  private void endCell() {
    if (inCell) {
      inCell = false;
      while (cells.size() < ListingLines.COLUMNS && reaches[cells.size()] > row) {
        cells.add("");
      }
      String said = plain(cell.toString());
      for (int i = 0; i < width && cells.size() < ListingLines.COLUMNS; i++) {
        reaches[cells.size()] = row + height;
        cells.add(i == 0 ? said : "");
      }
    }
  }

  private boolean endRow() {
    endCell();
    boolean ended = inRow;
    if (ended) {
      row++;
    }
    inRow = false;
    return ended;
  }

  private static String plain(String said) {
    return ENTITY
        .matcher(said)
        .replaceAll(found -> Matcher.quoteReplacement(entity(found)))
        .replaceAll("[\\s\\u00A0]+", " ")
        .strip();
  }

  private static String entity(MatchResult found) {
    if (found.group(3) != null) {
      return ENTITIES.getOrDefault(found.group(3), found.group());
    }
    int code =
        found.group(1) != null
            ? Integer.parseInt(found.group(1))
            : Integer.parseInt(found.group(2), 16);
    return code > 0 && Character.isValidCodePoint(code) ? Character.toString(code) : "";
  }
}
