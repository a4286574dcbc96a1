package org.certassist.core.declaration;

import java.math.BigDecimal;
import java.time.LocalDateTime;
import java.time.LocalTime;

/// What a spreadsheet cell really held, before anybody decided what it means.
public sealed interface CellValue {
  /// The cell as the clerk sees it in her spreadsheet program.
  String shown();

  /// A text as the clerk typed or pasted it; only white space is nothing.
  static CellValue typed(String text) {
    return text.codePoints().allMatch(c -> Character.isWhitespace(c) || Character.isSpaceChar(c))
        ? new Blank()
        : new Text(text);
  }

  /// Nothing, or only white space.
  record Blank() implements CellValue {
    @Override
    public String shown() {
      return "";
    }
  }

  /// A text cell, exactly as stored.
  record Text(String text) implements CellValue {
    @Override
    public String shown() {
      return text;
    }

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
  record Date(LocalDateTime date) implements CellValue {
    @Override
    public String shown() {
      return date.toLocalTime().equals(LocalTime.MIDNIGHT)
          ? date.toLocalDate().toString()
          : date.toString().replace('T', ' ');
    }
  }

  record Flag(boolean value) implements CellValue {
    @Override
    public String shown() {
      return value ? "TRUE" : "FALSE";
    }
  }

  /// A formula; never evaluated.
  record Formula(String formula) implements CellValue {
    @Override
    public String shown() {
      return "=" + formula;
    }

    @Override
    public String toString() {
      return "Formula";
    }
  }

  /// An error cell such as #REF!.
  record Broken(String error) implements CellValue {
    @Override
    public String shown() {
      return error;
    }
  }
}
