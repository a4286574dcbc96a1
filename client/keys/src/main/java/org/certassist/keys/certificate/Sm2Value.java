package org.certassist.keys.certificate;

import java.io.IOException;
import java.math.BigInteger;
import org.bouncycastle.asn1.ASN1Encoding;
import org.bouncycastle.asn1.ASN1Integer;
import org.bouncycastle.asn1.DERSequence;

/// The value of an SM2 signature: DER of SEQUENCE { r, s }, or r and s side by side as some
/// vendors' keys have it.
public final class Sm2Value {
  private static final int RAW = 64;
  private static final byte SEQUENCE = 0x30;
  private static final byte INTEGER = 0x02;

  private Sm2Value() {}

  /// The DER of either form; what is neither comes back as it is and verifies nowhere.
  ///
  /// 64 bytes are DER where two integers fill a sequence exactly; one r and s side by side in about
  /// 2^34 looks so by chance, and then verifies nowhere. A form that only means the same (a padded
  /// integer, a long length) is not DER and is refused.
  public static byte[] der(byte[] value) {
    return value.length == RAW && !isTwoIntegers(value) ? fromHalves(value) : value;
  }

  private static boolean isTwoIntegers(byte[] value) {
    int second = 4 + value[3];
    return value[0] == SEQUENCE
        && value[1] == RAW - 2
        && value[2] == INTEGER
        && value[3] > 0
        && second + 2 < RAW
        && value[second] == INTEGER
        && value[second + 1] == RAW - second - 2;
  }

  /// The DER of r and s side by side, each half of the value.
  public static byte[] fromHalves(byte[] value) {
    int half = value.length / 2;
    ASN1Integer[] both = {
      new ASN1Integer(new BigInteger(1, value, 0, half)),
      new ASN1Integer(new BigInteger(1, value, half, value.length - half))
    };
    try {
      return new DERSequence(both).getEncoded(ASN1Encoding.DER);
    } catch (IOException impossible) { // into memory
      throw new IllegalStateException(impossible);
    }
  }
}
