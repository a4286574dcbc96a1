package org.certassist.keys.cms;

import java.io.IOException;
import java.math.BigInteger;
import java.util.Arrays;
import org.bouncycastle.asn1.ASN1Encoding;
import org.bouncycastle.asn1.ASN1Integer;
import org.bouncycastle.asn1.DERSequence;

/// The value of an SM2 signature: DER of SEQUENCE { r, s }, or r and s side by side as some
/// vendors' keys have it.
final class Sm2Value {
  private static final int RAW = 64;
  private static final byte SEQUENCE = 0x30;

  private Sm2Value() {}

  /// The DER of either form; what is neither comes back as it is and verifies nowhere.
  ///
  /// DER of 64 bytes would have an r and an s with six leading zero bytes between them: one in
  /// 2^48, and then it is read as DER. A form that only means the same (a padded integer, a long
  /// length) is not DER and is refused.
  static byte[] der(byte[] value) throws IOException {
    if (value.length != RAW || (value[0] == SEQUENCE && value[1] == RAW - 2)) {
      return value;
    }
    return new DERSequence(
            new ASN1Integer[] {
              new ASN1Integer(new BigInteger(1, Arrays.copyOf(value, RAW / 2))),
              new ASN1Integer(new BigInteger(1, Arrays.copyOfRange(value, RAW / 2, RAW)))
            })
        .getEncoded(ASN1Encoding.DER);
  }
}
