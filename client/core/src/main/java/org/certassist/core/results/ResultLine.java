package org.certassist.core.results;

/// One line of the portal's list, understood.
///
/// @param line as the spreadsheet or the text counts
/// @param name may be empty
/// @param idNumber may be empty or masked
public record ResultLine(int line, String name, String idNumber, RowResult result) {
  /// Without the person.
  @Override
  public String toString() {
    return "ResultLine[" + line + "]";
  }
}
