package org.certassist.desktop.doctor;

import javafx.scene.canvas.Canvas;
import javafx.scene.canvas.GraphicsContext;
import javafx.scene.paint.Color;
import org.certassist.core.helpdesk.QrMatrix;

/// A QR code drawn on the screen, black on white whatever the window's colours are.
final class QrPicture extends Canvas {
  /// Pixels a square has: what a phone's camera reads at arm's length.
  private static final int SQUARE = 4;

  QrPicture(QrMatrix code, String said) {
    super(side(code), side(code));
    setId("help-qr");
    setAccessibleText(said);
    GraphicsContext pen = getGraphicsContext2D();
    pen.setFill(Color.WHITE);
    pen.fillRect(0, 0, side(code), side(code));
    pen.setFill(Color.BLACK);
    for (int row = 0; row < code.size(); row++) {
      for (int column = 0; column < code.size(); column++) {
        if (code.isDark(column, row)) {
          pen.fillRect(
              SQUARE * (column + QrMatrix.QUIET), SQUARE * (row + QrMatrix.QUIET), SQUARE, SQUARE);
        }
      }
    }
  }

  private static double side(QrMatrix code) {
    return SQUARE * (code.size() + 2.0 * QrMatrix.QUIET);
  }
}
