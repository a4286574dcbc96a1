package org.certassist.keys.cms;

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
import org.bouncycastle.asn1.DERNull;
import org.bouncycastle.asn1.x509.AlgorithmIdentifier;
import org.certassist.core.key.SignatureAlgorithm;
import org.certassist.keys.certificate.KeyKind;

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

  private static final List<CmsAlgorithm> ACCEPTED =
      List.of(
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

  /// The one we sign with; empty where this version cannot sign with such a key.
  static Optional<CmsAlgorithm> toSignWith(KeyKind key) {
    return switch (key) {
      case RSA -> Optional.of(RSA);
      case EC -> Optional.of(ECDSA);
      case SM2, OTHER -> Optional.empty();
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
  private static boolean isBare(AlgorithmIdentifier identifier) {
    ASN1Encodable parameters = identifier.getParameters();
    return parameters == null || parameters.equals(DERNull.INSTANCE);
  }

  SignatureAlgorithm atTheKey() {
    return key == KeyKind.RSA
        ? SignatureAlgorithm.SHA256_WITH_RSA
        : SignatureAlgorithm.SHA256_WITH_ECDSA;
  }

  /// RFC 5754: parameters absent.
  AlgorithmIdentifier digestIdentifier() {
    return new AlgorithmIdentifier(digest);
  }

  /// RSA with NULL (RFC 3370), ECDSA with none (RFC 5753).
  AlgorithmIdentifier signatureIdentifier() {
    return key == KeyKind.RSA
        ? new AlgorithmIdentifier(signatures.getFirst(), DERNull.INSTANCE)
        : new AlgorithmIdentifier(signatures.getFirst());
  }
}
