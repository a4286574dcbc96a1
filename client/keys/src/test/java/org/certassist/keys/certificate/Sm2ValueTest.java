package org.certassist.keys.certificate;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigInteger;
import java.util.HexFormat;
import org.bouncycastle.asn1.ASN1Integer;
import org.bouncycastle.asn1.DERSequence;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class Sm2ValueTest {
  private static BigInteger hex(String digits) {
    return new BigInteger(digits, 16);
  }

  private static byte[] der(BigInteger r, BigInteger s) throws Exception {
    return new DERSequence(new ASN1Integer[] {new ASN1Integer(r), new ASN1Integer(s)})
        .getEncoded("DER");
  }

  /// One r in 65,536 begins as DER of 64 bytes does, few of them go on so.
  @ParameterizedTest
  @CsvSource(
      textBlock =
          """
          303E112233445566778899AABBCCDDEEFF00112233445566778899AABBCCDDEE
          303E022233445566778899AABBCCDDEEFF00112233445566778899AABBCCDDEE
          303E02FF33445566778899AABBCCDDEEFF00112233445566778899AABBCCDDEE
          303E020033445566778899AABBCCDDEEFF00112233445566778899AABBCCDDEE
          303E027F33445566778899AABBCCDDEEFF00112233445566778899AABBCCDDEE
          303E020202020202020202020202020202020202020202020202020202020202
          7F3E112233445566778899AABBCCDDEEFF00112233445566778899AABBCCDDEE
          """)
  void valuesSideBySideBecomeDerHoweverTheyBegin(String r) throws Exception {
    String s = "7A00112233445566778899AABBCCDDEEFF00112233445566778899AABBCCDDEE";

    assertThat(Sm2Value.der(HexFormat.of().parseHex(r + s))).isEqualTo(der(hex(r), hex(s)));
  }

  @Test
  void derStaysAsItIsAtWhateverLength() throws Exception {
    for (int bytes = 20; bytes <= 32; bytes++) {
      byte[] made = der(hex("7A".repeat(bytes)), hex("11".repeat(58 - Math.min(bytes, 32))));
      assertThat(Sm2Value.der(made)).as("r of %s bytes", bytes).isEqualTo(made);
    }
  }
}
