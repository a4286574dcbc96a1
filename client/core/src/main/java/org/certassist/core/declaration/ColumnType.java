package org.certassist.core.declaration;

/// What a template column holds (docs/profiles.md).
public enum ColumnType {
  TEXT,
  /// An identity document's number.
  ID,
  /// yyyy-MM-dd, or a real date cell.
  DATE,
  /// yyyy-MM.
  MONTH,
  /// Yuan with at most two decimals.
  MONEY,
  /// One of the column's choices.
  CODE,
  PHONE,
  ADDRESS
}
