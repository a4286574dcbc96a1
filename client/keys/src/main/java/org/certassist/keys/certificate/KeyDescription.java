package org.certassist.keys.certificate;

import java.io.IOException;
import java.math.BigInteger;
import java.util.Map;
import org.bouncycastle.asn1.ASN1ObjectIdentifier;
import org.bouncycastle.asn1.edec.EdECObjectIdentifiers;
import org.bouncycastle.asn1.gm.GMObjectIdentifiers;
import org.bouncycastle.asn1.nist.NISTNamedCurves;
import org.bouncycastle.asn1.pkcs.PKCSObjectIdentifiers;
import org.bouncycastle.asn1.pkcs.RSAPublicKey;
import org.bouncycastle.asn1.x509.SubjectPublicKeyInfo;
import org.bouncycastle.asn1.x9.ECNamedCurveTable;
import org.bouncycastle.asn1.x9.X9ECParameters;
import org.bouncycastle.asn1.x9.X9ObjectIdentifiers;

/// A public key's family, its name for people and whether it is too weak to trust.
///
/// @param name such as `RSA 2048`, `EC P-256`, `SM2`
/// @param weak no signature by it proves anything
/// @param cost of a signature verified with it, an RSA key of 2048 bits being 1
public record KeyDescription(KeyKind kind, String name, boolean weak, int cost) {
  /// Of a key with which it would take as long as a stranger chooses; such a key is weak too.
  private static final int TOO_MUCH = Integer.MAX_VALUE;

  private static final int RSA_AT_LEAST = 2048;
  private static final int RSA_AT_MOST = 8192;
  private static final int EXPONENT_AT_MOST = 64;
  private static final int CURVE_AT_LEAST = 224;

  private static final Map<ASN1ObjectIdentifier, String> OTHERS =
      Map.of(
          EdECObjectIdentifiers.id_Ed25519, "Ed25519",
          EdECObjectIdentifiers.id_Ed448, "Ed448",
          X9ObjectIdentifiers.id_dsa, "DSA");

  static KeyDescription of(SubjectPublicKeyInfo key) throws IOException {
    ASN1ObjectIdentifier algorithm = key.getAlgorithm().getAlgorithm();
    if (algorithm.equals(PKCSObjectIdentifiers.rsaEncryption)) {
      return rsa(KeyKind.RSA, "RSA ", RSAPublicKey.getInstance(key.parsePublicKey()));
    }
    if (algorithm.equals(PKCSObjectIdentifiers.id_RSASSA_PSS)) {
      return rsa(KeyKind.OTHER, "RSA-PSS ", RSAPublicKey.getInstance(key.parsePublicKey()));
    }
    if (algorithm.equals(X9ObjectIdentifiers.id_ecPublicKey)) {
      return key.getAlgorithm().getParameters() instanceof ASN1ObjectIdentifier curve
          ? curve(curve)
          : new KeyDescription(KeyKind.OTHER, "EC (explicit curve)", true, TOO_MUCH);
    }
    String name = OTHERS.getOrDefault(algorithm, algorithm.getId());
    boolean dsa = algorithm.equals(X9ObjectIdentifiers.id_dsa);
    return new KeyDescription(KeyKind.OTHER, name, dsa, dsa ? TOO_MUCH : 1);
  }

  private static KeyDescription rsa(KeyKind kind, String family, RSAPublicKey key) {
    int bits = key.getModulus().bitLength();
    BigInteger exponent = key.getPublicExponent();
    boolean tooMuch = bits > RSA_AT_MOST || exponent.bitLength() > EXPONENT_AT_MOST;
    boolean badExponent = exponent.compareTo(BigInteger.TWO) <= 0 || !exponent.testBit(0);
    int times = Math.ceilDiv(bits, RSA_AT_LEAST);
    return new KeyDescription(
        kind,
        family + bits,
        tooMuch || bits < RSA_AT_LEAST || badExponent,
        tooMuch ? TOO_MUCH : times * times * times);
  }

  private static KeyDescription curve(ASN1ObjectIdentifier curve) {
    if (curve.equals(GMObjectIdentifiers.sm2p256v1)) {
      return new KeyDescription(KeyKind.SM2, "SM2", false, 1);
    }
    X9ECParameters parameters = ECNamedCurveTable.getByOID(curve);
    if (parameters == null) {
      return new KeyDescription(KeyKind.OTHER, "EC " + curve.getId(), true, TOO_MUCH);
    }
    String nist = NISTNamedCurves.getName(curve);
    String name = nist == null ? ECNamedCurveTable.getName(curve) : nist;
    boolean weak = parameters.getCurve().getFieldSize() < CURVE_AT_LEAST;
    return new KeyDescription(KeyKind.EC, "EC " + name, weak, 1);
  }

  /// Nothing is ever verified with it.
  boolean costsTooMuch() {
    return cost == TOO_MUCH;
  }
}
