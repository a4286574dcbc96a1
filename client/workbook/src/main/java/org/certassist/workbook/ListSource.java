package org.certassist.workbook;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.apache.poi.ss.SpreadsheetVersion;
import org.apache.poi.ss.usermodel.Cell;
import org.apache.poi.ss.usermodel.CellType;
import org.apache.poi.ss.usermodel.DataFormatter;
import org.apache.poi.ss.usermodel.Name;
import org.apache.poi.ss.usermodel.Row;
import org.apache.poi.ss.usermodel.Sheet;
import org.apache.poi.ss.usermodel.Workbook;
import org.apache.poi.ss.util.AreaReference;
import org.apache.poi.ss.util.CellReference;
import org.jspecify.annotations.Nullable;

/// Finds the words of a drop-down list, wherever the template has put them: in the list itself, in
/// a range of cells that may be on a hidden sheet, or in a named range. Formulas are not evaluated.
final class ListSource {
  private static final int MOST_WORDS = 1_000;

  /// As many as are looked at for one list.
  private static final int MOST_CELLS = 10_000;

  private final Workbook book;
  private final DataFormatter formatter;

  ListSource(Workbook book, DataFormatter formatter) {
    this.book = book;
    this.formatter = formatter;
  }

  /// Empty where its words cannot be found.
  List<String> words(String formula) {
    String plain = formula.strip().replaceFirst("^=", "");
    return plain.length() >= 2 && plain.startsWith("\"") && plain.endsWith("\"")
        ? inItself(plain.substring(1, plain.length() - 1))
        : inCells(plain);
  }

  private static List<String> inItself(String words) {
    return Arrays.stream(words.split(","))
        .map(String::strip)
        .filter(word -> !word.isEmpty())
        .limit(MOST_WORDS)
        .toList();
  }

  private List<String> inCells(String formula) {
    Name name = book.getName(formula);
    String range = name == null ? formula : name.getRefersToFormula();
    if (range == null) {
      return List.of();
    }
    try {
      AreaReference area = new AreaReference(range, SpreadsheetVersion.EXCEL2007);
      return words(area.getFirstCell(), area.getLastCell());
    } catch (IllegalArgumentException | IndexOutOfBoundsException noRange) {
      return List.of();
    }
  }

  private List<String> words(CellReference first, CellReference last) {
    Sheet sheet = first.getSheetName() == null ? null : book.getSheet(first.getSheetName());
    List<String> words = new ArrayList<>();
    if (sheet == null) {
      return words;
    }
    int lastRow = last.getRow() < 0 ? sheet.getLastRowNum() : last.getRow();
    int looked = 0;
    for (int r = Math.max(0, first.getRow()); r <= Math.min(lastRow, sheet.getLastRowNum()); r++) {
      for (int c = Math.max(0, first.getCol()); c <= last.getCol(); c++) {
        if (++looked > MOST_CELLS || words.size() == MOST_WORDS) {
          return words;
        }
        String word = text(sheet.getRow(r), c);
        if (!word.isEmpty()) {
          words.add(word);
        }
      }
    }
    return words;
  }

  private String text(@Nullable Row row, int column) {
    Cell cell = row == null ? null : row.getCell(column);
    return cell == null || cell.getCellType() == CellType.FORMULA
        ? ""
        : formatter.formatCellValue(cell).strip();
  }
}
