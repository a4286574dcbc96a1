package org.certassist.keys.certificate;

import java.io.IOException;
import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.Provider;
import java.security.PublicKey;
import java.security.Signature;
import java.security.spec.X509EncodedKeySpec;
import java.util.Set;
import org.bouncycastle.asn1.ASN1ObjectIdentifier;
import org.bouncycastle.asn1.edec.EdECObjectIdentifiers;
import org.bouncycastle.asn1.gm.GMObjectIdentifiers;
import org.bouncycastle.asn1.pkcs.PKCSObjectIdentifiers;
import org.bouncycastle.asn1.x509.SubjectPublicKeyInfo;
import org.bouncycastle.asn1.x9.X9ObjectIdentifiers;
import org.bouncycastle.cert.CertException;
import org.bouncycastle.jce.provider.BouncyCastleProvider;
import org.bouncycastle.operator.OperatorCreationException;
import org.bouncycastle.operator.jcajce.JcaContentVerifierProviderBuilder;

/// Checks signature values with Bouncy Castle's provider, held as an object and never registered.
public final class SignatureValues {
  /// What may stand under a certificate. MD5 and SHA-1 are left out: such a link does not verify.
  private static final Set<ASN1ObjectIdentifier> UNDER_CERTIFICATES =
      Set.of(
          PKCSObjectIdentifiers.sha256WithRSAEncryption,
          PKCSObjectIdentifiers.sha384WithRSAEncryption,
          PKCSObjectIdentifiers.sha512WithRSAEncryption,
          PKCSObjectIdentifiers.id_RSASSA_PSS,
          X9ObjectIdentifiers.ecdsa_with_SHA256,
          X9ObjectIdentifiers.ecdsa_with_SHA384,
          X9ObjectIdentifiers.ecdsa_with_SHA512,
          EdECObjectIdentifiers.id_Ed25519,
          GMObjectIdentifiers.sm2sign_with_sm3);

  private final Provider provider = new BouncyCastleProvider();

  /// The issuer's key made the certificate's signature.
  boolean signed(ParsedCertificate issuer, ParsedCertificate certificate) {
    if (!UNDER_CERTIFICATES.contains(certificate.holder().getSignatureAlgorithm().getAlgorithm())) {
      return false;
    }
    return Decoding.attempt(() -> verifyCertificate(issuer, certificate)).orElse(false);
  }

  private boolean verifyCertificate(ParsedCertificate issuer, ParsedCertificate certificate) {
    try {
      return certificate
          .holder()
          .isSignatureValid(
              new JcaContentVerifierProviderBuilder()
                  .setProvider(provider)
                  .build(issuer.holder().getSubjectPublicKeyInfo()));
    } catch (OperatorCreationException | CertException unusable) {
      return false;
    }
  }

  /// The certificate's key made this signature value over this data.
  ///
  /// @param algorithm as the JCA names it, such as `SHA256withRSA`
  public boolean verifies(
      ParsedCertificate signer, String algorithm, byte[] data, byte[] signatureValue) {
    return Decoding.attempt(
            () -> {
              Signature signature = Signature.getInstance(algorithm, provider);
              signature.initVerify(publicKey(signer));
              signature.update(data);
              return signature.verify(signatureValue);
            })
        .orElse(false);
  }

  /// Whether the public key can be used at all: its numbers are in range, its point on the curve.
  boolean hasUsableKey(ParsedCertificate certificate) {
    return Decoding.attempt(() -> publicKey(certificate)).isPresent();
  }

  private PublicKey publicKey(ParsedCertificate certificate)
      throws GeneralSecurityException, IOException {
    SubjectPublicKeyInfo key = certificate.holder().getSubjectPublicKeyInfo();
    return KeyFactory.getInstance(key.getAlgorithm().getAlgorithm().getId(), provider)
        .generatePublic(new X509EncodedKeySpec(key.getEncoded()));
  }
}
