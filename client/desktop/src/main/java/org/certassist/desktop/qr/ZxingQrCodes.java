package org.certassist.desktop.qr;

import com.google.zxing.ChecksumException;
import com.google.zxing.FormatException;
import com.google.zxing.WriterException;
import com.google.zxing.common.BitMatrix;
import com.google.zxing.qrcode.decoder.Decoder;
import com.google.zxing.qrcode.decoder.ErrorCorrectionLevel;
import com.google.zxing.qrcode.encoder.ByteMatrix;
import com.google.zxing.qrcode.encoder.Encoder;
import java.util.BitSet;
import java.util.Optional;
import org.certassist.core.helpdesk.QrCodes;
import org.certassist.core.helpdesk.QrMatrix;

/// QR codes whose squares may be damaged to 15 %: a screen with reflections, a photo of a photo.
public final class ZxingQrCodes implements QrCodes {
  private static final ErrorCorrectionLevel SPARE = ErrorCorrectionLevel.M;

  @Override
  public QrMatrix of(String text) {
    if (text.isEmpty() || text.length() > LONGEST) {
      throw new IllegalArgumentException("1 to " + LONGEST + " characters are expected");
    }
    try {
      ByteMatrix squares = Encoder.encode(text, SPARE).getMatrix();
      int size = squares.getWidth();
      BitSet dark = new BitSet(size * size);
      for (int row = 0; row < size; row++) {
        for (int column = 0; column < size; column++) {
          dark.set(row * size + column, squares.get(column, row) == 1);
        }
      }
      return new QrMatrix(size, dark);
    } catch (WriterException impossible) {
      throw new IllegalStateException("a short text fits into every code", impossible);
    }
  }

  @Override
  public Optional<String> read(QrMatrix code) {
    BitMatrix squares = new BitMatrix(code.size());
    for (int row = 0; row < code.size(); row++) {
      for (int column = 0; column < code.size(); column++) {
        if (code.isDark(column, row)) {
          squares.set(column, row);
        }
      }
    }
    try {
      return Optional.of(new Decoder().decode(squares).getText());
    } catch (ChecksumException | FormatException unreadable) {
      return Optional.empty();
    }
  }
}
