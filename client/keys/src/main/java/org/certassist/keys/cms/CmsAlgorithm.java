package org.certassist.keys.cms;

import static org.bouncycastle.asn1.gm.GMObjectIdentifiers.sm2sign;
import static org.bouncycastle.asn1.gm.GMObjectIdentifiers.sm2sign_with_sm3;
import static org.bouncycastle.asn1.gm.GMObjectIdentifiers.sm3;
import static org.bouncycastle.asn1.nist.NISTObjectIdentifiers.id_sha256;
import static org.bouncycastle.asn1.nist.NISTObjectIdentifiers.id_sha384;
import static org.bouncycastle.asn1.nist.NISTObjectIdentifiers.id_sha512;
import static org.bouncycastle.asn1.pkcs.PKCSObjectIdentifiers.rsaEncryption;
import static org.bouncycastle.asn1.pkcs.PKCSObjectIdentifiers.sha256WithRSAEncryption;
import static org.bouncycastle.asn1.pkcs.PKCSObjectIdentifiers.sha384WithRSAEncryption;
import static org.bouncycastle.asn1.pkcs.PKCSObjectIdentifiers.sha512WithRSAEncryption;
import static org.bouncycastle.asn1.x9.X9ObjectIdentifiers.ecdsa_with_SHA256;
import static org.bouncycastle.asn1.x9.X9ObjectIdentifiers.ecdsa_with_SHA384;
import static org.bouncycastle.asn1.x9.X9ObjectIdentifiers.ecdsa_with_SHA512;

import java.util.List;
import java.util.Optional;
import org.bouncycastle.asn1.ASN1Encodable;
import org.bouncycastle.asn1.ASN1ObjectIdentifier;
import org.bouncycastle.asn1.ASN1OctetString;
import org.bouncycastle.asn1.DERNull;
import org.bouncycastle.asn1.x509.AlgorithmIdentifier;
import org.certassist.core.key.SignatureAlgorithm;
import org.certassist.core.signature.Sm2Form;
import org.certassist.keys.certificate.KeyKind;
import org.certassist.keys.certificate.Sm2Value;

/// A digest, a signature algorithm and a kind of key that belong together in a CMS.
///
/// @param digestName as the JCA names it
/// @param signatureName as the JCA names it
/// @param signatures the identifiers in use for it; we write the first
record CmsAlgorithm(
    KeyKind key,
    String digestName,
    String signatureName,
    ASN1ObjectIdentifier digest,
    List<ASN1ObjectIdentifier> signatures) {
  private static final CmsAlgorithm RSA =
      rsa("SHA-256", "SHA256withRSA", id_sha256, sha256WithRSAEncryption);
  private static final CmsAlgorithm ECDSA =
      ecdsa("SHA-256", "SHA256withECDSA", id_sha256, ecdsa_with_SHA256);

  /// GM/T 0010 names the algorithm of the key, CMS the one of the signature; both stand for SM2
  /// over SM3 with Z of the default user id, the only one that is tried.
  private static final CmsAlgorithm SM2_IN_CMS = sm2(sm2sign_with_sm3, sm2sign);

  private static final CmsAlgorithm SM2_IN_GMT_0010 = sm2(sm2sign, sm2sign_with_sm3);

  private static final List<CmsAlgorithm> ACCEPTED =
      List.of(
          SM2_IN_CMS,
          RSA,
          rsa("SHA-384", "SHA384withRSA", id_sha384, sha384WithRSAEncryption),
          rsa("SHA-512", "SHA512withRSA", id_sha512, sha512WithRSAEncryption),
          ECDSA,
          ecdsa("SHA-384", "SHA384withECDSA", id_sha384, ecdsa_with_SHA384),
          ecdsa("SHA-512", "SHA512withECDSA", id_sha512, ecdsa_with_SHA512));

  private static CmsAlgorithm rsa(
      String digestName,
      String signatureName,
      ASN1ObjectIdentifier digest,
      ASN1ObjectIdentifier signature) {
    return new CmsAlgorithm(
        KeyKind.RSA, digestName, signatureName, digest, List.of(rsaEncryption, signature));
  }

  private static CmsAlgorithm ecdsa(
      String digestName,
      String signatureName,
      ASN1ObjectIdentifier digest,
      ASN1ObjectIdentifier signature) {
    return new CmsAlgorithm(KeyKind.EC, digestName, signatureName, digest, List.of(signature));
  }

  private static CmsAlgorithm sm2(ASN1ObjectIdentifier... signatures) {
    return new CmsAlgorithm(KeyKind.SM2, "SM3", "SM3withSM2", sm3, List.of(signatures));
  }

  /// The one we sign with; empty where this version cannot sign with such a key.
  static Optional<CmsAlgorithm> toSignWith(KeyKind key, Sm2Form form) {
    return switch (key) {
      case RSA -> Optional.of(RSA);
      case EC -> Optional.of(ECDSA);
      case SM2 ->
          Optional.of(
              switch (form) {
                case CMS -> SM2_IN_CMS;
                case GMT_0010 -> SM2_IN_GMT_0010;
              });
      case OTHER -> Optional.empty();
    };
  }

  /// The entry that a signer's two identifiers and key name together.
  static Optional<CmsAlgorithm> of(
      KeyKind key, AlgorithmIdentifier digest, AlgorithmIdentifier signature) {
    return ACCEPTED.stream()
        .filter(entry -> entry.key == key)
        .filter(entry -> entry.digest.equals(digest.getAlgorithm()) && isBare(digest))
        .filter(entry -> entry.signatures.contains(signature.getAlgorithm()) && isBare(signature))
        .findFirst();
  }

  /// These algorithms have no parameters; both NULL and nothing are in use.
  static boolean isBare(AlgorithmIdentifier identifier) {
    ASN1Encodable parameters = identifier.getParameters();
    return parameters == null || parameters.equals(DERNull.INSTANCE);
  }

  SignatureAlgorithm atTheKey() {
    return switch (key) {
      case RSA -> SignatureAlgorithm.SHA256_WITH_RSA;
      case EC -> SignatureAlgorithm.SHA256_WITH_ECDSA;
      case SM2 -> SignatureAlgorithm.SM3_WITH_SM2;
      case OTHER -> throw new IllegalStateException("no entry has such a key");
    };
  }

  /// The value as the JCA takes it.
  byte[] value(ASN1OctetString value) {
    return key == KeyKind.SM2 ? Sm2Value.der(value.getOctets()) : value.getOctets();
  }

  /// RFC 5754: parameters absent.
  AlgorithmIdentifier digestIdentifier() {
    return new AlgorithmIdentifier(digest);
  }

  /// RSA with NULL (RFC 3370), ECDSA with none (RFC 5753), SM2 with none.
  AlgorithmIdentifier signatureIdentifier() {
    return key == KeyKind.RSA
        ? new AlgorithmIdentifier(signatures.getFirst(), DERNull.INSTANCE)
        : new AlgorithmIdentifier(signatures.getFirst());
  }
}
