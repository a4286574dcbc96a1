package org.certassist.core.helpdesk;

import java.util.BitSet;

/// The squares of a QR code, without the quiet zone around them.
///
/// @param size how many squares a side has
/// @param dark row by row
public record QrMatrix(int size, BitSet dark) {
  /// How many light squares ISO/IEC 18004 wants on every side.
  public static final int QUIET = 4;

  public QrMatrix {
    dark = BitSet.valueOf(dark.toLongArray());
  }

  /// Outside the code all is light.
  ///
  /// @param column from 0, below 0 and from [#size()] on in the quiet zone
  public boolean isDark(int column, int row) {
    boolean within = column >= 0 && row >= 0 && column < size && row < size;
    return within && dark.get(row * size + column);
  }

  @Override
  public BitSet dark() {
    return BitSet.valueOf(dark.toLongArray());
  }
}
