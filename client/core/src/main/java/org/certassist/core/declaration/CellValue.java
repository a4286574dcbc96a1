package org.certassist.core.declaration;

import java.math.BigDecimal;
import java.time.LocalDateTime;

/// What a spreadsheet cell really held, before anybody decided what it means.
public sealed interface CellValue {
  /// Nothing, or only white space.
  record Blank() implements CellValue {}

  /// A text cell, exactly as stored.
  record Text(String text) implements CellValue {
    /// Without the text, which may be somebody's number.
    @Override
    public String toString() {
      return "Text";
    }
  }

  /// A number cell that is not shown as a date. An identity number in here may have lost digits.
  ///
  /// @param shown as the spreadsheet displays it, such as 3.30E+17
  record Numeric(BigDecimal number, String shown) implements CellValue {
    @Override
    public String toString() {
      return "Numeric";
    }
  }

  /// A number cell formatted as a date.
  record Date(LocalDateTime date) implements CellValue {}

  record Flag(boolean value) implements CellValue {}

  /// A formula; never evaluated.
  record Formula(String formula) implements CellValue {
    @Override
    public String toString() {
      return "Formula";
    }
  }

  /// An error cell such as #REF!.
  record Broken(String error) implements CellValue {}
}
