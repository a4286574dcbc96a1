package org.certassist.practice.ca;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyPair;
import java.security.PrivateKey;
import java.security.Signature;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.Supplier;
import org.bouncycastle.cert.CertException;
import org.bouncycastle.cert.X509CertificateHolder;
import org.bouncycastle.jce.provider.BouncyCastleProvider;
import org.bouncycastle.operator.OperatorCreationException;
import org.bouncycastle.operator.jcajce.JcaContentVerifierProviderBuilder;
import org.certassist.core.storage.PrivateFiles;

/// A credential on disk: the private key's file and the certificate's.
///
/// One that is not valid yet was made while the PC's clock was ahead; it is made anew.
///
/// @param needed how long a certificate must still be valid to be kept
record CredentialFile(Path key, Path certificate, Duration needed) {
  /// The credential as it was found.
  ///
  /// @param issuer the certificate that must have issued it; empty for a root
  Optional<Credential> find(Optional<X509CertificateHolder> issuer, Instant now)
      throws IOException {
    Optional<PrivateKey> foundKey = Pem.key(key);
    Optional<X509CertificateHolder> found = Pem.certificate(certificate);
    if (foundKey.isEmpty() || found.isEmpty()) {
      return Optional.empty();
    }
    Credential credential = new Credential(foundKey.get(), found.get());
    boolean serves =
        !found.get().getNotBefore().toInstant().isAfter(now)
            && found.get().getNotAfter().toInstant().isAfter(now.plus(needed))
            && issued(found.get(), issuer.orElse(found.get()))
            && belongTogether(credential);
    return serves ? Optional.of(credential) : Optional.empty();
  }

  /// A new key and certificate, written over what was there.
  Credential make(Supplier<KeyPair> keys, Function<KeyPair, X509CertificateHolder> issue)
      throws IOException {
    KeyPair pair = keys.get();
    Credential made = new Credential(pair.getPrivate(), issue.apply(pair));
    PrivateFiles.write(key, Pem.of(made.key()));
    PrivateFiles.write(certificate, Pem.of(made.certificate()));
    return made;
  }

  /// Whether the issuer's key signed the certificate.
  static boolean issued(X509CertificateHolder certificate, X509CertificateHolder issuer) {
    try {
      return certificate.getIssuer().equals(issuer.getSubject())
          && certificate.isSignatureValid(
              new JcaContentVerifierProviderBuilder()
                  .setProvider(CertificateMint.PROVIDER)
                  .build(issuer));
    } catch (CertException
        | OperatorCreationException
        | java.security.cert.CertificateException unusable) {
      return false;
    }
  }

  private static boolean belongTogether(Credential credential) {
    try {
      byte[] probe = "certassist".getBytes(StandardCharsets.US_ASCII);
      String algorithm = Credential.algorithm(credential.key());
      Signature signature = Signature.getInstance(algorithm, CertificateMint.PROVIDER);
      signature.initSign(credential.key());
      signature.update(probe);
      byte[] value = signature.sign();
      signature.initVerify(
          BouncyCastleProvider.getPublicKey(credential.certificate().getSubjectPublicKeyInfo()));
      signature.update(probe);
      return signature.verify(value);
    } catch (GeneralSecurityException | IOException different) {
      return false;
    }
  }
}
