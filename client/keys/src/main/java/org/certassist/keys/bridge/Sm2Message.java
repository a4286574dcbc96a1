package org.certassist.keys.bridge;

import java.math.BigInteger;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Optional;
import org.bouncycastle.asn1.gm.GMNamedCurves;
import org.bouncycastle.asn1.x9.X9ECParameters;
import org.bouncycastle.crypto.digests.SM3Digest;
import org.bouncycastle.math.ec.ECPoint;
import org.bouncycastle.util.BigIntegers;
import org.certassist.core.key.Sm2Way;
import org.certassist.keys.certificate.ParsedCertificate;
import org.certassist.keys.certificate.Sm2Value;

/// Data on its way to a key that signs with SM2, and the signature on its way back.
///
/// @param z the digest that stands before the data: of the user id, the curve and the public key
/// @param data what is signed
record Sm2Message(byte[] z, byte[] data) {
  /// The user id where nobody agreed on another (GB/T 35276).
  private static final byte[] USER_ID = "1234567812345678".getBytes(StandardCharsets.US_ASCII);

  private static final X9ECParameters CURVE = GMNamedCurves.getByName("sm2p256v1");
  private static final int NUMBER = 32;

  /// Empty where the certificate's public key is no point on the curve.
  static Optional<Sm2Message> of(ParsedCertificate signer, byte[] data) {
    byte[] publicKey = signer.holder().getSubjectPublicKeyInfo().getPublicKeyData().getBytes();
    try {
      ECPoint point = CURVE.getCurve().decodePoint(publicKey);
      return Optional.of(new Sm2Message(z(point.normalize()), data));
    } catch (IllegalArgumentException noPoint) {
      return Optional.empty();
    }
  }

  private static byte[] z(ECPoint publicKey) {
    SM3Digest digest = new SM3Digest();
    int bits = USER_ID.length * Byte.SIZE;
    digest.update((byte) (bits >> Byte.SIZE));
    digest.update((byte) bits);
    digest.update(USER_ID, 0, USER_ID.length);
    put(digest, CURVE.getCurve().getA().toBigInteger());
    put(digest, CURVE.getCurve().getB().toBigInteger());
    put(digest, CURVE.getG());
    put(digest, publicKey);
    return finished(digest);
  }

  private static void put(SM3Digest digest, ECPoint point) {
    put(digest, point.getAffineXCoord().toBigInteger());
    put(digest, point.getAffineYCoord().toBigInteger());
  }

  private static void put(SM3Digest digest, BigInteger number) {
    digest.update(BigIntegers.asUnsignedByteArray(NUMBER, number), 0, NUMBER);
  }

  private static byte[] finished(SM3Digest digest) {
    byte[] hash = new byte[digest.getDigestSize()];
    var _ = digest.doFinal(hash, 0);
    return hash;
  }

  /// What goes into the mechanism.
  byte[] input(Sm2Way.Takes takes) {
    return switch (takes) {
      case DIGEST -> {
        SM3Digest digest = new SM3Digest();
        digest.update(z, 0, z.length);
        digest.update(data, 0, data.length);
        yield finished(digest);
      }
      case DATA -> data.clone();
      case DATA_AFTER_Z -> {
        byte[] both = Arrays.copyOf(z, z.length + data.length);
        System.arraycopy(data, 0, both, z.length, data.length);
        yield both;
      }
    };
  }

  /// The signature's DER, of what came out of the mechanism; whether it holds is not looked at.
  static byte[] der(Sm2Way.Gives gives, byte[] value) {
    return switch (gives) {
      case DER -> value;
      case RAW -> Sm2Value.fromHalves(value);
      case EITHER -> Sm2Value.der(value);
    };
  }
}
