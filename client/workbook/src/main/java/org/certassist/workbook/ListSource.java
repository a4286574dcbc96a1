package org.certassist.workbook;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.apache.poi.ss.SpreadsheetVersion;
import org.apache.poi.ss.usermodel.Cell;
import org.apache.poi.ss.usermodel.DataFormatter;
import org.apache.poi.ss.usermodel.DataValidationConstraint;
import org.apache.poi.ss.usermodel.DataValidationConstraint.ValidationType;
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

  private final Workbook book;
  private final DataFormatter formatter;

  ListSource(Workbook book, DataFormatter formatter) {
    this.book = book;
    this.formatter = formatter;
  }

  /// Empty where it is no list, or its words cannot be found.
  List<String> words(@Nullable DataValidationConstraint constraint) {
    if (constraint == null || constraint.getValidationType() != ValidationType.LIST) {
      return List.of();
    }
    String[] own = constraint.getExplicitListValues();
    if (own != null && own.length > 0) {
      return Arrays.stream(own).map(String::strip).filter(word -> !word.isEmpty()).toList();
    }
    String formula = constraint.getFormula1();
    return formula == null ? List.of() : inCells(formula.strip().replaceFirst("^=", ""));
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
    for (Row row : sheet) {
      if (row.getRowNum() < Math.max(0, first.getRow())
          || (last.getRow() >= 0 && row.getRowNum() > last.getRow())) {
        continue;
      }
      for (Cell cell : row) {
        String word = formatter.formatCellValue(cell).strip();
        if (cell.getColumnIndex() >= first.getCol()
            && cell.getColumnIndex() <= last.getCol()
            && !word.isEmpty()
            && words.size() < MOST_WORDS) {
          words.add(word);
        }
      }
    }
    return words;
  }
}
