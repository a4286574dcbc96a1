package org.certassist.workbook;

import java.io.IOException;
import java.util.List;
import org.certassist.core.declaration.CellValue;

/// The rows of a data sheet, one after another, in whatever form the file is.
///
/// Hidden rows are rows like any other: they would be filed unseen if they were skipped here and
/// read elsewhere. [#isHidden()] lets the reader name them.
interface Rows extends AutoCloseable {
  /// Goes to the next row that is in the file, which may be blank.
  boolean nextRow() throws IOException, InterruptedException;

  /// Counted from 1.
  int row();

  /// @param column counted from 0
  CellValue cell(int column);

  boolean isBlank();

  /// Whether a spreadsheet does not show it, be it hidden or filtered out.
  boolean isHidden();

  /// The merged cells that reach below the headers, such as `A4:A6`; known after the last row.
  ///
  /// @param firstRow the first row below the headers
  List<String> merged(int firstRow);

  @Override
  void close() throws IOException;
}
