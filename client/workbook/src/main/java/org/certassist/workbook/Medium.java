package org.certassist.workbook;

import java.io.IOException;
import java.io.OutputStream;
import org.apache.poi.ss.usermodel.Cell;
import org.apache.poi.ss.usermodel.CellStyle;
import org.apache.poi.ss.usermodel.ClientAnchor;
import org.apache.poi.ss.usermodel.DataValidation;
import org.apache.poi.ss.usermodel.Font;
import org.apache.poi.ss.usermodel.Workbook;
import org.certassist.core.declaration.Kind;

/// A workbook that is written, and what .xlsx and .xls each do in their own way.
///
/// Colours are given as six hexadecimal digits.
sealed interface Medium permits XlsxMedium, XlsMedium {
  Workbook book();

  void fill(CellStyle style, String rgb);

  void lines(CellStyle style, String rgb);

  void colour(Font font, String rgb);

  /// Lets the arrow of a list be seen.
  void showArrow(DataValidation list);

  /// Lets the box of a cell's note begin to the right of the cell.
  void beginBeside(Cell cell, ClientAnchor box);

  /// Puts in, hidden, what a template of ours is recognised by, and its title.
  void stamp(Kind kind);

  /// Puts a text into a cell itself where the form can, so that a table of texts stays as it is.
  void put(Cell cell, String text);

  /// Writes the workbook with these rows in it.
  void write(TemplateRows rows, OutputStream out) throws IOException;
}
