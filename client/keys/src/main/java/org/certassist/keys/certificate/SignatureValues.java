package org.certassist.keys.certificate;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.security.GeneralSecurityException;
import java.security.InvalidKeyException;
import java.security.KeyFactory;
import java.security.Provider;
import java.security.PublicKey;
import java.security.Signature;
import java.security.spec.X509EncodedKeySpec;
import java.util.Optional;
import org.bouncycastle.asn1.x509.AlgorithmIdentifier;
import org.bouncycastle.asn1.x509.SubjectPublicKeyInfo;
import org.bouncycastle.cert.CertException;
import org.bouncycastle.jce.provider.BouncyCastleProvider;
import org.bouncycastle.operator.ContentVerifier;
import org.bouncycastle.operator.OperatorCreationException;
import org.bouncycastle.operator.jcajce.JcaContentVerifierProviderBuilder;

/// Checks signature values with Bouncy Castle's provider, held as an object and never registered.
public final class SignatureValues {
  private final Provider provider = new BouncyCastleProvider();

  /// The issuer's key made the certificate's signature, with an algorithm that proves it.
  public boolean signed(ParsedCertificate issuer, ParsedCertificate certificate) {
    return fault(issuer, certificate).isEmpty();
  }

  /// Why that cannot be said; empty where it can.
  Optional<String> fault(ParsedCertificate issuer, ParsedCertificate certificate) {
    return SignatureAlgorithms.fault(
            certificate.holder().getSignatureAlgorithm(), issuer.key().kind())
        .or(() ->
            !issuer.key().costsTooMuch()
                    && Decoding.attempt(() -> verifyCertificate(issuer, certificate)).orElse(false)
                ? Optional.empty()
                : Optional.of("badSignature"));
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

  /// The signer's key made this signature value over these bytes, with an algorithm that may stand
  /// under a certificate.
  public boolean signed(
      ParsedCertificate signer, AlgorithmIdentifier algorithm, InputStream data, byte[] value) {
    return SignatureAlgorithms.fault(algorithm, signer.key().kind()).isEmpty()
        && !signer.key().costsTooMuch()
        && Decoding.attempt(() -> verify(signer, algorithm, data, value)).orElse(false);
  }

  private boolean verify(
      ParsedCertificate signer, AlgorithmIdentifier algorithm, InputStream data, byte[] value)
      throws IOException {
    try {
      ContentVerifier verifier =
          new JcaContentVerifierProviderBuilder()
              .setProvider(provider)
              .build(signer.holder().getSubjectPublicKeyInfo())
              .get(algorithm);
      try (OutputStream out = verifier.getOutputStream()) {
        data.transferTo(out);
      }
      return verifier.verify(value);
    } catch (OperatorCreationException unusable) {
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

  /// What takes data by and by that the certificate's key is said to have signed; empty where the
  /// key cannot be used.
  public Optional<Signature> verifier(ParsedCertificate signer, String algorithm) {
    return Decoding.attempt(() -> {
      Signature signature = Signature.getInstance(algorithm, provider);
      signature.initVerify(publicKey(signer));
      return signature;
    });
  }

  /// Whether the public key can be used at all: its numbers are in range, its point on the curve.
  boolean hasUsableKey(ParsedCertificate certificate) {
    return Decoding.attempt(() -> publicKey(certificate)).isPresent();
  }

  private PublicKey publicKey(ParsedCertificate certificate)
      throws GeneralSecurityException, IOException {
    if (certificate.key().costsTooMuch()) {
      throw new InvalidKeyException(certificate.key().name());
    }
    SubjectPublicKeyInfo key = certificate.holder().getSubjectPublicKeyInfo();
    return KeyFactory.getInstance(key.getAlgorithm().getAlgorithm().getId(), provider)
        .generatePublic(new X509EncodedKeySpec(key.getEncoded()));
  }
}
