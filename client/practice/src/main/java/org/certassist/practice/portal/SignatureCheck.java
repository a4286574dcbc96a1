package org.certassist.practice.portal;

import java.io.IOException;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.security.cert.CertificateException;
import java.time.Instant;
import java.util.Collection;
import java.util.Date;
import java.util.Optional;
import org.bouncycastle.asn1.x509.BasicConstraints;
import org.bouncycastle.asn1.x509.KeyUsage;
import org.bouncycastle.cert.CertException;
import org.bouncycastle.cert.X509CRLHolder;
import org.bouncycastle.cert.X509CertificateHolder;
import org.bouncycastle.jce.provider.BouncyCastleProvider;
import org.bouncycastle.operator.ContentVerifierProvider;
import org.bouncycastle.operator.OperatorCreationException;
import org.bouncycastle.operator.jcajce.JcaContentVerifierProviderBuilder;
import org.certassist.practice.ca.Authority;
import org.certassist.practice.ca.PracticeCa;

/// Says of a detached CMS what the portal says: 800, 809, 810, 820, 823, or whose it is.
///
/// The order is that of docs/portal-api.yaml: form and signature (these two are [CmsCheck]'s),
/// chain, revocation, usage, validity.
final class SignatureCheck {
  private static final int SIGNATURE = 800;
  private static final int NOT_VALID = 809;
  private static final int EXPIRED = 810;
  private static final int CHAIN = 820;
  private static final int REVOKED = 823;

  private static final BouncyCastleProvider PROVIDER = new BouncyCastleProvider();

  /// What the check gave.
  sealed interface Verdict {}

  /// The signature is the holder's.
  record Signed(X509CertificateHolder certificate) implements Verdict {}

  /// The portal's status code, and which check failed.
  record Failure(int code, String reason) implements Verdict {}

  private final PracticeCa ca;
  private final CmsCheck signatures;

  SignatureCheck(PracticeCa ca) {
    this.ca = ca;
    this.signatures = new CmsCheck(ca.authorities().stream().map(Authority::root).toList());
  }

  Verdict check(byte[] content, byte[] cms, Instant now) throws IOException {
    return switch (signatures.check(content, cms)) {
      case CmsCheck.Wrong(String reason) -> new Failure(SIGNATURE, reason);
      case CmsCheck.By(var own, var sent) -> certificate(own, sent, now);
    };
  }

  /// A CA that issued the signer's certificate, and whom it hangs on.
  private record Issuer(X509CertificateHolder certificate, Authority authority) {}

  private Verdict certificate(
      X509CertificateHolder own, Collection<X509CertificateHolder> sent, Instant now)
      throws IOException {
    Optional<Issuer> issuer = issuer(own, sent, now);
    if (issuer.isEmpty()) {
      return new Failure(CHAIN, "chain");
    }
    X509CertificateHolder issuing = issuer.get().certificate();
    Authority authority = issuer.get().authority();
    if (isRevoked(authority.issuingCrl(), issuing, own)
        || isRevoked(authority.rootCrl(), authority.root(), issuing)) {
      return new Failure(REVOKED, "revoked");
    }
    KeyUsage usage = KeyUsage.fromExtensions(own.getExtensions());
    if (usage == null
        || !(usage.hasUsages(KeyUsage.digitalSignature)
            || usage.hasUsages(KeyUsage.nonRepudiation))) {
      return new Failure(NOT_VALID, "encryption-only");
    }
    if (now.isAfter(own.getNotAfter().toInstant())) {
      return new Failure(EXPIRED, "expired");
    }
    if (now.isBefore(own.getNotBefore().toInstant())) {
      return new Failure(NOT_VALID, "not-yet-valid");
    }
    return new Signed(own);
  }

  private Optional<Issuer> issuer(
      X509CertificateHolder own, Collection<X509CertificateHolder> sent, Instant now) {
    return ca.authorities().stream()
        .flatMap(authority ->
            sent.stream()
                .filter(candidate -> !candidate.equals(own))
                .filter(candidate -> issued(candidate, authority.root()))
                .filter(candidate -> isAuthority(candidate, now))
                .filter(candidate -> issued(own, candidate))
                .map(candidate -> new Issuer(candidate, authority)))
        .findFirst();
  }

  private static boolean isAuthority(X509CertificateHolder candidate, Instant now) {
    KeyUsage usage = KeyUsage.fromExtensions(candidate.getExtensions());
    BasicConstraints constraints = BasicConstraints.fromExtensions(candidate.getExtensions());
    return constraints != null
        && constraints.isCA()
        && usage != null
        && usage.hasUsages(KeyUsage.keyCertSign)
        && candidate.isValidOn(Date.from(now));
  }

  private static boolean issued(X509CertificateHolder certificate, X509CertificateHolder issuer) {
    try {
      return certificate.getIssuer().equals(issuer.getSubject())
          && certificate.isSignatureValid(verifier(issuer));
    } catch (CertException | RuntimeException hostile) {
      // What was sent as a certificate may be anything; the library reads it only now.
      return false;
    }
  }

  private static boolean isRevoked(
      X509CRLHolder crl, X509CertificateHolder issuer, X509CertificateHolder certificate) {
    try {
      if (!crl.getIssuer().equals(issuer.getSubject()) || !crl.isSignatureValid(verifier(issuer))) {
        throw new IllegalStateException("the CRL is not the issuer's");
      }
      return crl.getRevokedCertificate(certificate.getSerialNumber()) != null;
    } catch (CertException unusable) {
      throw new IllegalStateException(unusable);
    }
  }

  private static ContentVerifierProvider verifier(X509CertificateHolder issuer) {
    try {
      return new JcaContentVerifierProviderBuilder().setProvider(PROVIDER).build(issuer);
    } catch (OperatorCreationException | CertificateException unusable) {
      throw new IllegalStateException(unusable);
    }
  }

  static byte[] sha256(byte[] bytes) {
    try {
      return MessageDigest.getInstance("SHA-256").digest(bytes);
    } catch (NoSuchAlgorithmException impossible) {
      throw new IllegalStateException(impossible);
    }
  }
}
