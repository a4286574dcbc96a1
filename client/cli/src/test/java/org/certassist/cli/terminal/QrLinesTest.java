package org.certassist.cli.terminal;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.BitSet;
import java.util.List;
import org.certassist.core.helpdesk.QrMatrix;
import org.certassist.desktop.qr.ZxingQrCodes;
import org.junit.jupiter.api.Test;

class QrLinesTest {
  private static final String TEXT = "CERTASSIST 1020 4820 3070 15 C508.410";

  /// The squares that somebody sees who looks at the lines.
  private static QrMatrix seen(List<String> lines, int size) {
    BitSet dark = new BitSet();
    for (int row = 0; row < size; row++) {
      int from = row + QrMatrix.QUIET;
      String line = lines.get(from / 2);
      for (int column = 0; column < size; column++) {
        char square = line.charAt(column + QrMatrix.QUIET);
        boolean light = square == '█' || square == (from % 2 == 0 ? '▀' : '▄');
        dark.set(row * size + column, !light);
      }
    }
    return new QrMatrix(size, dark);
  }

  @Test
  void theLinesAreTheCode() {
    QrMatrix code = new ZxingQrCodes().of(TEXT);
    List<String> lines = QrLines.of(code);

    assertThat(lines)
        .hasSize((code.size() + 1) / 2 + QrMatrix.QUIET)
        .allMatch(line -> line.length() == code.size() + 2 * QrMatrix.QUIET);
    assertThat(new ZxingQrCodes().read(seen(lines, code.size()))).contains(TEXT);
  }
}
