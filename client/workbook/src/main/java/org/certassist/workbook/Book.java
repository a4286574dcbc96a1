package org.certassist.workbook;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.certassist.core.declaration.ReadingNote;
import org.certassist.core.workbook.WorkbookException;

/// An opened file in whatever form: its data sheet, and what it may be recognised by.
interface Book extends AutoCloseable {
  /// @throws WorkbookException naming why the file cannot be used
  static Book open(Path file, Caps caps)
      throws IOException, WorkbookException, InterruptedException {
    return switch (FileForm.of(file, caps)) {
      case ZIP -> XlsxBook.open(file, caps);
      case OLE2 -> XlsBook.open(file, caps);
      case TEXT -> CsvBook.open(file, caps);
    };
  }

  /// The data sheet's name.
  String sheet();

  /// The names of all sheets that hold cells.
  List<String> sheets();

  Optional<Stamp> stamp() throws IOException;

  /// Something about the file as a whole that she should know.
  Optional<ReadingNote> note();

  /// The rows of a sheet.
  ///
  /// @param sheet one of [#sheets()]
  /// @param columns how many columns, from A, are of interest
  Rows rows(String sheet, int columns) throws IOException, WorkbookException, InterruptedException;

  @Override
  void close() throws IOException;
}
