package org.certassist.workbook;

/// The sizes beyond which a workbook is refused; tests use smaller ones.
///
/// @param fileBytes of the file itself
/// @param unpackedBytes of all parts that are read, together
/// @param ratio most bytes unpacked from one packed, counted from the first megabyte on
/// @param entries of the zip
/// @param texts characters in the shared texts; also bounds a row's own texts
/// @param rows filled
record Caps(long fileBytes, long unpackedBytes, int ratio, int entries, long texts, int rows) {
  static final Caps DEFAULT = new Caps(64_000_000, 500_000_000, 100, 1_000, 64_000_000, 200_000);

  /// For an empty template, which is loaded whole: 10,000 prepared rows of 30 cells fit into a heap
  /// of 256 MB, twice as many do not.
  static final Caps TEMPLATE = new Caps(4_000_000, 8_000_000, 100, 1_000, 4_000_000, 200_000);

  /// A spreadsheet's last column, XFD.
  static final int COLUMNS = 16_384;

  /// Most characters in one cell; spreadsheets allow 32,767.
  static final int CELL_TEXT = 65_536;
}
