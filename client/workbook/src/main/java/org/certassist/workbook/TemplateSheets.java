package org.certassist.workbook;

import java.io.IOException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.TreeMap;
import org.apache.poi.ss.usermodel.Cell;
import org.apache.poi.ss.usermodel.CellType;
import org.apache.poi.ss.usermodel.DataFormatter;
import org.apache.poi.ss.usermodel.Row;
import org.apache.poi.ss.usermodel.Sheet;
import org.apache.poi.ss.usermodel.SheetVisibility;
import org.apache.poi.ss.usermodel.Workbook;
import org.apache.poi.ss.util.CellRangeAddress;
import org.certassist.core.workbook.TemplateSheet;
import org.certassist.core.workbook.TemplateSheet.Merged;

/// Takes from a loaded template what a layout is learnt from: texts, merged cells, lists.
final class TemplateSheets {
  private static final int MOST_ROWS = 1_000;
  private static final int MOST_COLUMNS = 256;
  private static final int MOST_MERGED = 1_000;

  private final Workbook book;
  private final DataFormatter formatter = new DataFormatter();

  TemplateSheets(Workbook book) {
    this.book = book;
  }

  /// The sheets that are not hidden.
  List<TemplateSheet> visible() throws IOException {
    List<TemplateSheet> sheets = new ArrayList<>();
    for (int i = 0; i < book.getNumberOfSheets(); i++) {
      if (book.getSheetVisibility(i) == SheetVisibility.VISIBLE) {
        Sheet sheet = book.getSheetAt(i);
        sheets.add(
            new TemplateSheet(sheet.getSheetName(), texts(sheet), merged(sheet), lists(sheet)));
      }
    }
    return sheets;
  }

  private NavigableMap<Integer, NavigableMap<Integer, String>> texts(Sheet sheet) {
    NavigableMap<Integer, NavigableMap<Integer, String>> texts = new TreeMap<>();
    for (Row row : sheet) {
      NavigableMap<Integer, String> cells = new TreeMap<>();
      for (Cell cell : row) {
        String text = text(cell);
        if (!text.isBlank() && cell.getColumnIndex() < MOST_COLUMNS) {
          cells.put(cell.getColumnIndex(), text);
        }
      }
      if (!cells.isEmpty() && texts.size() < MOST_ROWS) {
        texts.put(row.getRowNum() + 1, cells);
      }
    }
    return texts;
  }

  /// A formula is nothing that somebody typed, and what it made last is not believed.
  private String text(Cell cell) {
    return cell.getCellType() == CellType.FORMULA ? "" : formatter.formatCellValue(cell);
  }

  /// Those that begin where texts are looked for, and no further than that.
  private static List<Merged> merged(Sheet sheet) {
    return sheet.getMergedRegions().stream()
        .filter(range -> range.getFirstColumn() < MOST_COLUMNS)
        .limit(MOST_MERGED)
        .map(range ->
            new Merged(
                range.getFirstRow() + 1,
                range.getLastRow() + 1,
                range.getFirstColumn(),
                Math.min(range.getLastColumn(), MOST_COLUMNS - 1)))
        .toList();
  }

  /// Of several lists in one column that which reaches furthest down: another may belong to a cell
  /// above the headers.
  private Map<Integer, List<String>> lists(Sheet sheet) throws IOException {
    ListSource source = new ListSource(book, formatter);
    Map<Integer, List<String>> lists = new HashMap<>();
    Map<Integer, Integer> reach = new HashMap<>();
    for (ListRule rule : ListRule.of(sheet)) {
      List<String> words = source.words(rule.formula());
      if (words.isEmpty()) {
        continue;
      }
      for (CellRangeAddress range : rule.ranges()) {
        int down = range.getLastRow() < 0 ? Integer.MAX_VALUE : range.getLastRow();
        int last = Math.min(range.getLastColumn(), MOST_COLUMNS - 1);
        for (int column = Math.max(0, range.getFirstColumn()); column <= last; column++) {
          if (down > reach.getOrDefault(column, -1)) {
            reach.put(column, down);
            lists.put(column, words);
          }
        }
      }
    }
    return lists;
  }
}
