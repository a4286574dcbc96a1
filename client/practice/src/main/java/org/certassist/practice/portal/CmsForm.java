package org.certassist.practice.portal;

import java.util.Arrays;
import java.util.List;
import java.util.Set;
import org.bouncycastle.asn1.ASN1ObjectIdentifier;
import org.bouncycastle.asn1.DERNull;
import org.bouncycastle.asn1.cms.CMSObjectIdentifiers;
import org.bouncycastle.asn1.gm.GMObjectIdentifiers;
import org.bouncycastle.asn1.nist.NISTObjectIdentifiers;
import org.bouncycastle.asn1.pkcs.PKCSObjectIdentifiers;
import org.bouncycastle.asn1.x509.AlgorithmIdentifier;
import org.bouncycastle.asn1.x9.X9ObjectIdentifiers;
import org.bouncycastle.cert.X509CertificateHolder;
import org.bouncycastle.cms.SignerInformation;

/// The forms of CMS that the contract takes: which identifiers, digest, signature algorithm and
/// sort of key go together. What is not a line of this table is refused.
enum CmsForm {
  RSA(
      CMSObjectIdentifiers.signedData,
      CMSObjectIdentifiers.data,
      NISTObjectIdentifiers.id_sha256,
      Set.of(PKCSObjectIdentifiers.rsaEncryption, PKCSObjectIdentifiers.sha256WithRSAEncryption),
      "SHA-256",
      "SHA256withRSA"),
  ECDSA(
      CMSObjectIdentifiers.signedData,
      CMSObjectIdentifiers.data,
      NISTObjectIdentifiers.id_sha256,
      Set.of(X9ObjectIdentifiers.ecdsa_with_SHA256),
      "SHA-256",
      "SHA256withECDSA"),
  /// Names the algorithm of the signature, 1.2.156.10197.1.501.
  SM2(
      CMSObjectIdentifiers.signedData,
      CMSObjectIdentifiers.data,
      GMObjectIdentifiers.sm3,
      Set.of(GMObjectIdentifiers.sm2sign_with_sm3),
      "SM3",
      "SM3withSM2"),
  /// GM/T 0010 names the algorithm of the key, 1.2.156.10197.1.301.1.
  SM2_IN_GMT_0010(
      GMObjectIdentifiers.sm2_pkcs7_signedData,
      GMObjectIdentifiers.sm2_pkcs7_data,
      GMObjectIdentifiers.sm3,
      Set.of(GMObjectIdentifiers.sm2sign),
      "SM3",
      "SM3withSM2");

  @SuppressWarnings("ImmutableEnumChecker") // an identifier is
  private final ASN1ObjectIdentifier signedData;

  @SuppressWarnings("ImmutableEnumChecker") // an identifier is
  private final ASN1ObjectIdentifier data;

  @SuppressWarnings("ImmutableEnumChecker") // an identifier is
  private final ASN1ObjectIdentifier digest;

  @SuppressWarnings("ImmutableEnumChecker") // the set is a copy
  private final Set<ASN1ObjectIdentifier> signatures;

  private final String digestName;
  private final String signatureName;

  CmsForm(
      ASN1ObjectIdentifier signedData,
      ASN1ObjectIdentifier data,
      ASN1ObjectIdentifier digest,
      Set<ASN1ObjectIdentifier> signatures,
      String digestName,
      String signatureName) {
    this.signedData = signedData;
    this.data = data;
    this.digest = digest;
    this.signatures = signatures;
    this.digestName = digestName;
    this.signatureName = signatureName;
  }

  /// The forms with this outer content type.
  static List<CmsForm> within(ASN1ObjectIdentifier signedData) {
    return Arrays.stream(values()).filter(form -> form.signedData.equals(signedData)).toList();
  }

  boolean isOver(ASN1ObjectIdentifier contentType) {
    return data.equals(contentType);
  }

  boolean names(SignerInformation signer) {
    AlgorithmIdentifier signature = signer.toASN1Structure().getDigestEncryptionAlgorithm();
    return digest.equals(signer.getDigestAlgorithmID().getAlgorithm())
        && signatures.contains(signature.getAlgorithm())
        && isBare(signer.getDigestAlgorithmID())
        && isBare(signature);
  }

  /// None of them has parameters; NULL and nothing are both in use.
  private static boolean isBare(AlgorithmIdentifier identifier) {
    return identifier.getParameters() == null
        || DERNull.INSTANCE.equals(identifier.getParameters());
  }

  /// SM2's arithmetic works on any curve, and ECDSA's on SM2's: the key has to be of the sort that
  /// the signature says it is.
  boolean isFor(X509CertificateHolder certificate) {
    AlgorithmIdentifier key = certificate.getSubjectPublicKeyInfo().getAlgorithm();
    boolean elliptic = X9ObjectIdentifiers.id_ecPublicKey.equals(key.getAlgorithm());
    boolean sm2 = elliptic && GMObjectIdentifiers.sm2p256v1.equals(key.getParameters());
    return switch (this) {
      case RSA -> PKCSObjectIdentifiers.rsaEncryption.equals(key.getAlgorithm());
      case ECDSA -> elliptic && !sm2;
      case SM2, SM2_IN_GMT_0010 -> sm2;
    };
  }

  /// As the JCA names it.
  String digestName() {
    return digestName;
  }

  /// As the JCA names it; for SM2 it means Z of the user id 1234567812345678 (GM/T 0009).
  String signatureName() {
    return signatureName;
  }
}
