package org.certassist.core.declaration;

/// A cell as a spreadsheet user names it.
///
/// @param row counted from 1
/// @param column a letter such as B
public record CellPlace(String sheet, int row, String column) {
  @Override
  public String toString() {
    return sheet + "!" + column + row;
  }
}
