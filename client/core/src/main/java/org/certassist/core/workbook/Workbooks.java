package org.certassist.core.workbook;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.certassist.core.declaration.CellPlace;
import org.certassist.core.declaration.Draft;
import org.certassist.core.declaration.Kind;
import org.certassist.core.declaration.Unit;

/// The port to spreadsheet files.
public interface Workbooks {
  /// Most filled rows a workbook may have.
  int MOST_ROWS = 200_000;

  /// The data sheet of our own templates.
  String DATA_SHEET = "申报";

  /// The first data row of our own templates, as the spreadsheet counts.
  int FIRST_DATA_ROW = 4;

  /// Reads a filled template; which kind it is, the file itself says.
  ///
  /// @param kinds the kinds the profile offers
  /// @throws WorkbookException naming why the file cannot be used; nothing is half read
  Draft read(Path file, List<Kind> kinds) throws WorkbookException, InterruptedException;

  /// Writes a template of ours: empty when `rows` is empty, else filled with them.
  ///
  /// @param rows values by field
  /// @throws WorkbookException when `out` cannot be written; an existing file stays as it was
  void writeTemplate(Kind kind, Optional<Unit> unit, List<Map<String, String>> rows, Path out)
      throws WorkbookException;

  /// Writes a copy of a workbook in which each marked cell is coloured and carries its note.
  ///
  /// Everything else stays as it was; `out` may not be the original.
  void writeMarked(Path original, List<Mark> marks, Path out) throws WorkbookException;

  /// One marked cell.
  ///
  /// @param note the sentence for the clerk, in her language
  record Mark(CellPlace place, boolean error, String note) {
    @Override
    public String toString() {
      return "Mark[" + place + "]";
    }
  }
}
