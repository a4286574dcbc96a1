package org.certassist.keys.certificate;

import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.bouncycastle.asn1.ASN1ObjectIdentifier;
import org.bouncycastle.asn1.edec.EdECObjectIdentifiers;
import org.bouncycastle.asn1.gm.GMObjectIdentifiers;
import org.bouncycastle.asn1.nist.NISTObjectIdentifiers;
import org.bouncycastle.asn1.oiw.OIWObjectIdentifiers;
import org.bouncycastle.asn1.pkcs.PKCSObjectIdentifiers;
import org.bouncycastle.asn1.pkcs.RSASSAPSSparams;
import org.bouncycastle.asn1.x509.AlgorithmIdentifier;
import org.bouncycastle.asn1.x9.X9ObjectIdentifiers;

/// The table of signature algorithms that may stand under a certificate, each with the keys that it
/// goes with, and of those that prove nothing any more.
final class SignatureAlgorithms {
  private static final Map<ASN1ObjectIdentifier, Set<KeyKind>> TRUSTED =
      Map.of(
          PKCSObjectIdentifiers.sha256WithRSAEncryption, Set.of(KeyKind.RSA),
          PKCSObjectIdentifiers.sha384WithRSAEncryption, Set.of(KeyKind.RSA),
          PKCSObjectIdentifiers.sha512WithRSAEncryption, Set.of(KeyKind.RSA),
          PKCSObjectIdentifiers.id_RSASSA_PSS, Set.of(KeyKind.RSA, KeyKind.OTHER),
          X9ObjectIdentifiers.ecdsa_with_SHA256, Set.of(KeyKind.EC),
          X9ObjectIdentifiers.ecdsa_with_SHA384, Set.of(KeyKind.EC),
          X9ObjectIdentifiers.ecdsa_with_SHA512, Set.of(KeyKind.EC),
          EdECObjectIdentifiers.id_Ed25519, Set.of(KeyKind.OTHER),
          GMObjectIdentifiers.sm2sign_with_sm3, Set.of(KeyKind.SM2));

  private static final Set<ASN1ObjectIdentifier> WEAK =
      Set.of(
          PKCSObjectIdentifiers.md2WithRSAEncryption,
          PKCSObjectIdentifiers.md4WithRSAEncryption,
          PKCSObjectIdentifiers.md5WithRSAEncryption,
          PKCSObjectIdentifiers.sha1WithRSAEncryption,
          OIWObjectIdentifiers.md4WithRSA,
          OIWObjectIdentifiers.md5WithRSA,
          OIWObjectIdentifiers.sha1WithRSA,
          OIWObjectIdentifiers.dsaWithSHA1,
          X9ObjectIdentifiers.id_dsa_with_sha1,
          X9ObjectIdentifiers.ecdsa_with_SHA1);

  private static final Set<ASN1ObjectIdentifier> PSS_DIGESTS =
      Set.of(
          NISTObjectIdentifiers.id_sha256,
          NISTObjectIdentifiers.id_sha384,
          NISTObjectIdentifiers.id_sha512);

  private SignatureAlgorithms() {}

  /// Why a signature of this kind proves nothing; empty where it may.
  static Optional<String> fault(AlgorithmIdentifier signature, KeyKind issuer) {
    ASN1ObjectIdentifier algorithm = signature.getAlgorithm();
    if (WEAK.contains(algorithm)) {
      return Optional.of("weakSignature");
    }
    Set<KeyKind> keys = TRUSTED.get(algorithm);
    if (keys == null) {
      return Optional.of("unknownAlgorithm");
    }
    if (!keys.contains(issuer)) {
      return Optional.of("badSignature");
    }
    return algorithm.equals(PKCSObjectIdentifiers.id_RSASSA_PSS) && !hasSoundDigest(signature)
        ? Optional.of("weakSignature")
        : Optional.empty();
  }

  /// Where nothing is said, PSS means SHA-1.
  private static boolean hasSoundDigest(AlgorithmIdentifier pss) {
    return Decoding.attempt(() -> RSASSAPSSparams.getInstance(pss.getParameters()))
        .filter(parameters -> PSS_DIGESTS.contains(parameters.getHashAlgorithm().getAlgorithm()))
        .isPresent();
  }
}
