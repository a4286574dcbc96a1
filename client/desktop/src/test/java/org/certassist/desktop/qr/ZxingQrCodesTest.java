package org.certassist.desktop.qr;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.google.zxing.BinaryBitmap;
import com.google.zxing.DecodeHintType;
import com.google.zxing.RGBLuminanceSource;
import com.google.zxing.common.HybridBinarizer;
import com.google.zxing.qrcode.QRCodeReader;
import java.util.Arrays;
import java.util.BitSet;
import java.util.Map;
import org.certassist.core.helpdesk.QrCodes;
import org.certassist.core.helpdesk.QrMatrix;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ZxingQrCodesTest {
  private static final String TEXT = "CERTASSIST 1020 4820 3070 15 C508.410";
  private static final int DARK = 0xFF202020;
  private static final int LIGHT = 0xFFF0F0F0;

  private final QrCodes codes = new ZxingQrCodes();

  /// As a camera sees it: looked for in a picture, not read square by square.
  private static String seen(QrMatrix code, int pixels) throws Exception {
    int side = (code.size() + 2 * QrMatrix.QUIET) * pixels;
    int[] picture = new int[side * side];
    for (int y = 0; y < side; y++) {
      for (int x = 0; x < side; x++) {
        boolean dark = code.isDark(x / pixels - QrMatrix.QUIET, y / pixels - QrMatrix.QUIET);
        picture[y * side + x] = dark ? DARK : LIGHT;
      }
    }
    return new QRCodeReader()
        .decode(
            new BinaryBitmap(new HybridBinarizer(new RGBLuminanceSource(side, side, picture))),
            Map.of(DecodeHintType.TRY_HARDER, true))
        .getText();
  }

  @ParameterizedTest
  @ValueSource(ints = {3, 5, 8})
  void aCameraReadsWhatWasDrawn(int pixels) throws Exception {
    assertThat(seen(codes.of(TEXT), pixels)).isEqualTo(TEXT);
  }

  @Test
  void anyTextOfTheAlphabetComesBack() {
    for (String text : new String[] {"A", "0", "$%*+-./: ", "7".repeat(QrCodes.LONGEST)}) {
      assertThat(codes.read(codes.of(text))).contains(text);
    }
  }

  @Test
  void aFewDamagedSquaresAreMendedAndManyAreSaid() {
    QrMatrix code = codes.of(TEXT);
    BitSet squares = code.dark();
    int middle = code.size() * code.size() / 2;
    squares.flip(middle, middle + 10);
    assertThat(codes.read(new QrMatrix(code.size(), squares))).contains(TEXT);

    squares.flip(middle - 120, middle + 120);
    assertThat(codes.read(new QrMatrix(code.size(), squares))).isEmpty();
  }

  @Test
  void whatDoesNotFitIsRefused() {
    assertThatThrownBy(() -> codes.of("")).isInstanceOf(IllegalArgumentException.class);
    assertThatThrownBy(() -> codes.of("1".repeat(QrCodes.LONGEST + 1)))
        .isInstanceOf(IllegalArgumentException.class);
    assertThat(codes.read(new QrMatrix(21, new BitSet()))).isEmpty();
  }

  @Test
  void aCodeIsSmallEnoughForAScreen() {
    String most =
        "CERTASSIST 1020 4820 3070 15 C"
            + String.join(
                ".",
                Arrays.asList(
                    "508", "410", "301", "302", "303", "304", "305", "306", "307", "308", "309",
                    "310"));

    assertThat(codes.of(most).size()).isLessThanOrEqualTo(33);
  }
}
