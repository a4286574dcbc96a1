package org.certassist.core.workbook;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.IntConsumer;
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
  Draft read(Path file, List<Kind> kinds, Reading how)
      throws WorkbookException, InterruptedException;

  /// As above, where the file says what it is and nobody waits for it.
  default Draft read(Path file, List<Kind> kinds) throws WorkbookException, InterruptedException {
    return read(file, kinds, Reading.PLAIN);
  }

  /// How a file is read.
  ///
  /// @param template the name of the imported template that it is; empty where the file says it
  /// @param rowsRead hears every thousand rows how many there are so far, on the reading thread
  record Reading(Optional<String> template, IntConsumer rowsRead) {
    public static final Reading PLAIN = new Reading(Optional.empty(), _ -> {});
  }

  /// Writes a template of ours: empty when `rows` is empty, else filled with them; as .xls where
  /// the name of `out` ends so, else as .xlsx.
  ///
  /// @param rows values by field
  /// @throws WorkbookException when `out` cannot be written; an existing file stays as it was
  void writeTemplate(Kind kind, Optional<Unit> unit, List<Map<String, String>> rows, Path out)
      throws WorkbookException;

  /// The same template in memory, for whoever keeps its digest before anything is written.
  ///
  /// @param suffix `.xls`, or another for .xlsx
  /// @throws WorkbookException for more rows than such a file can have
  byte[] template(Kind kind, Optional<Unit> unit, List<Map<String, String>> rows, String suffix)
      throws WorkbookException;

  /// Writes a copy of a workbook in which each marked cell is coloured and carries its note.
  ///
  /// Everything else stays as it was; `out` may not be the original. It is written in the
  /// original's own form ([CopyName]); of a text file, which can hold no colours, as .xlsx.
  void writeMarked(Path original, List<Mark> marks, Path out)
      throws WorkbookException, InterruptedException;

  /// Writes a copy in which the given cells, and no others, are mended; its form is that of a
  /// marked copy.
  ///
  /// @throws WorkbookException [FileFault.NotAWorkbook] too where a cell holds another text by now
  void writeRepaired(Path original, List<Repair> repairs, Path out)
      throws WorkbookException, InterruptedException;

  /// One marked cell.
  ///
  /// @param header the column's, as she knows it; empty where it is not known
  /// @param note the sentence for the clerk, in her language
  record Mark(CellPlace place, boolean error, String header, String note) {
    @Override
    public String toString() {
      return "Mark[" + place + "]";
    }
  }
}
