package org.certassist.desktop.check;

import java.time.LocalTime;
import org.certassist.core.declaration.CellValue;

/// A cell as the clerk sees it in her spreadsheet program.
final class CellWords {
  private CellWords() {}

  static String of(CellValue value) {
    return switch (value) {
      case CellValue.Blank() -> "";
      case CellValue.Text(String text) -> text;
      case CellValue.Numeric numeric -> numeric.shown();
      case CellValue.Date(var date) ->
          date.toLocalTime().equals(LocalTime.MIDNIGHT)
              ? date.toLocalDate().toString()
              : date.toString().replace('T', ' ');
      case CellValue.Flag(boolean flag) -> flag ? "TRUE" : "FALSE";
      case CellValue.Formula(String formula) -> "=" + formula;
      case CellValue.Broken(String error) -> error;
    };
  }
}
