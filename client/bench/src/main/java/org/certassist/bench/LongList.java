package org.certassist.bench;

import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Arrays;
import org.bouncycastle.asn1.DERBitString;
import org.bouncycastle.asn1.DERUTCTime;
import org.bouncycastle.asn1.x509.AlgorithmIdentifier;
import org.bouncycastle.asn1.x9.X9ObjectIdentifiers;

/// A list of revoked certificates of any length, written byte by byte: no builder's memory is
/// measured instead of ours.
final class LongList {
  private static final DateTimeFormatter UTC =
      DateTimeFormatter.ofPattern("yyMMddHHmmss'Z'").withZone(ZoneOffset.UTC);

  /// As many bytes as CAs use for a serial number.
  private static final int SERIAL = 16;

  private LongList() {}

  static byte[] of(SmallCa ca, int entries) throws Exception {
    byte[] algorithm = new AlgorithmIdentifier(X9ObjectIdentifiers.ecdsa_with_SHA256).getEncoded();
    byte[] date = new DERUTCTime(UTC.format(SmallCa.NOW.minusSeconds(86_400))).getEncoded();
    int entry = 2 + 2 + SERIAL + date.length;
    byte[] all = new byte[entries * entry];
    ByteBuffer to = ByteBuffer.wrap(all);
    for (int i = 0; i < entries; i++) {
      to.put((byte) 0x30).put((byte) (entry - 2)).put((byte) 2).put((byte) SERIAL);
      to.put((byte) 0x40).put(new byte[SERIAL - 5]).putInt(i).put(date);
    }
    ByteArrayOutputStream head = new ByteArrayOutputStream();
    head.writeBytes(new byte[] {2, 1, 1});
    head.writeBytes(algorithm);
    head.writeBytes(SmallCa.NAME.getEncoded());
    head.writeBytes(time(SmallCa.NOW));
    head.writeBytes(time(SmallCa.NOW.plusSeconds(86_400)));
    byte[] signed = sequence(head.toByteArray(), sequence(all));
    return sequence(signed, algorithm, new DERBitString(ca.signature(signed)).getEncoded());
  }

  private static byte[] time(Instant instant) throws Exception {
    return new DERUTCTime(UTC.format(instant)).getEncoded();
  }

  private static byte[] sequence(byte[]... parts) {
    int length = Arrays.stream(parts).mapToInt(part -> part.length).sum();
    int bytes = (Integer.SIZE - Integer.numberOfLeadingZeros(length) + 7) / 8;
    boolean shortForm = length < 0x80;
    ByteBuffer made = ByteBuffer.allocate(2 + (shortForm ? 0 : bytes) + length);
    made.put((byte) 0x30).put((byte) (shortForm ? length : 0x80 | bytes));
    for (int i = shortForm ? -1 : bytes - 1; i >= 0; i--) {
      made.put((byte) (length >> (8 * i)));
    }
    for (byte[] part : parts) {
      made.put(part);
    }
    return made.array();
  }
}
