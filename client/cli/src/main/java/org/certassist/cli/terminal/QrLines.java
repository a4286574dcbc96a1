package org.certassist.cli.terminal;

import java.util.ArrayList;
import java.util.List;
import org.certassist.core.helpdesk.QrMatrix;

/// Draws a QR code in lines of text, two rows of squares a line.
///
/// Light squares are drawn, dark ones left out, as most terminals are dark; cameras also read the
/// reverse.
public final class QrLines {
  private static final String BOTH = "█";
  private static final String UPPER = "▀";
  private static final String LOWER = "▄";
  private static final String NONE = " ";

  private QrLines() {}

  /// With the quiet zone around it.
  public static List<String> of(QrMatrix code) {
    int end = code.size() + QrMatrix.QUIET;
    List<String> lines = new ArrayList<>();
    for (int row = -QrMatrix.QUIET; row < end; row += 2) {
      StringBuilder line = new StringBuilder();
      for (int column = -QrMatrix.QUIET; column < end; column++) {
        line.append(square(!code.isDark(column, row), !code.isDark(column, row + 1)));
      }
      lines.add(line.toString());
    }
    return lines;
  }

  private static String square(boolean upper, boolean lower) {
    if (upper) {
      return lower ? BOTH : UPPER;
    }
    return lower ? LOWER : NONE;
  }
}
