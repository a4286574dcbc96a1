package org.certassist.practice.portal;

import java.io.IOException;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.security.cert.CertificateException;
import java.time.Instant;
import java.util.Arrays;
import java.util.Collection;
import java.util.Date;
import java.util.Optional;
import java.util.Set;
import org.bouncycastle.asn1.ASN1Encodable;
import org.bouncycastle.asn1.ASN1Encoding;
import org.bouncycastle.asn1.ASN1ObjectIdentifier;
import org.bouncycastle.asn1.ASN1OctetString;
import org.bouncycastle.asn1.cms.AttributeTable;
import org.bouncycastle.asn1.cms.CMSAttributes;
import org.bouncycastle.asn1.cms.CMSObjectIdentifiers;
import org.bouncycastle.asn1.cms.SignedData;
import org.bouncycastle.asn1.cms.Time;
import org.bouncycastle.asn1.ess.ESSCertIDv2;
import org.bouncycastle.asn1.ess.SigningCertificateV2;
import org.bouncycastle.asn1.nist.NISTObjectIdentifiers;
import org.bouncycastle.asn1.pkcs.PKCSObjectIdentifiers;
import org.bouncycastle.asn1.x509.BasicConstraints;
import org.bouncycastle.asn1.x509.KeyUsage;
import org.bouncycastle.asn1.x9.X9ObjectIdentifiers;
import org.bouncycastle.cert.CertException;
import org.bouncycastle.cert.X509CRLHolder;
import org.bouncycastle.cert.X509CertificateHolder;
import org.bouncycastle.cms.CMSException;
import org.bouncycastle.cms.CMSProcessableByteArray;
import org.bouncycastle.cms.CMSSignedData;
import org.bouncycastle.cms.SignerInformation;
import org.bouncycastle.cms.jcajce.JcaSimpleSignerInfoVerifierBuilder;
import org.bouncycastle.jce.provider.BouncyCastleProvider;
import org.bouncycastle.operator.ContentVerifierProvider;
import org.bouncycastle.operator.OperatorCreationException;
import org.bouncycastle.operator.jcajce.JcaContentVerifierProviderBuilder;
import org.certassist.practice.ca.PracticeCa;

/// Says of a detached CMS what the portal says: 800, 809, 810, 820, 823, or whose it is.
///
/// The order is that of docs/portal-api.yaml: form and signature, chain, revocation, usage,
/// validity. It is stricter than a verifier has to be: it takes only the form of the contract.
final class SignatureCheck {
  private static final int SIGNATURE = 800;
  private static final int NOT_VALID = 809;
  private static final int EXPIRED = 810;
  private static final int CHAIN = 820;
  private static final int REVOKED = 823;

  private static final BouncyCastleProvider PROVIDER = new BouncyCastleProvider();
  private static final Set<ASN1ObjectIdentifier> SIGNATURE_ALGORITHMS =
      Set.of(
          PKCSObjectIdentifiers.rsaEncryption,
          PKCSObjectIdentifiers.sha256WithRSAEncryption,
          X9ObjectIdentifiers.ecdsa_with_SHA256);

  /// What the check gave.
  sealed interface Verdict {}

  /// The signature is the holder's.
  record Signed(X509CertificateHolder certificate) implements Verdict {}

  /// The portal's status code, and which check failed.
  record Failure(int code, String reason) implements Verdict {}

  private final PracticeCa ca;

  SignatureCheck(PracticeCa ca) {
    this.ca = ca;
  }

  Verdict check(byte[] content, byte[] cms, Instant now) throws IOException {
    Claim claim;
    try {
      CMSSignedData data = new CMSSignedData(new CMSProcessableByteArray(content), cms);
      Optional<String> wrong = form(data, cms);
      if (wrong.isPresent()) {
        return failure(wrong.get());
      }
      claim = claim(data);
      wrong = signature(claim, content);
      if (wrong.isPresent()) {
        return failure(wrong.get());
      }
    } catch (CMSException | RuntimeException hostile) {
      // Bouncy Castle's lazy parsing answers hostile bytes with any runtime exception.
      return failure("cms-malformed");
    }
    return certificate(claim.own(), claim.sent(), now);
  }

  /// Whose signature it claims to be.
  private record Claim(
      SignerInformation signer,
      X509CertificateHolder own,
      Collection<X509CertificateHolder> sent) {}

  /// What is wrong with the CMS as a container.
  private Optional<String> form(CMSSignedData data, byte[] cms) throws IOException {
    if (!Arrays.equals(data.getEncoded(ASN1Encoding.DER), cms)) {
      return Optional.of("not-der");
    }
    SignedData structure = SignedData.getInstance(data.toASN1Structure().getContent());
    if (structure.getEncapContentInfo().getContent() != null) {
      return Optional.of("content-encapsulated");
    }
    Collection<SignerInformation> signers = data.getSignerInfos().getSigners();
    if (signers.size() != 1) {
      return Optional.of("one-signer");
    }
    SignerInformation signer = signers.iterator().next();
    if (!signer.getDigestAlgorithmID().getAlgorithm().equals(NISTObjectIdentifiers.id_sha256)
        || !SIGNATURE_ALGORITHMS.contains(new ASN1ObjectIdentifier(signer.getEncryptionAlgOID()))) {
      return Optional.of("algorithm");
    }
    Collection<X509CertificateHolder> sent = data.getCertificates().getMatches(null);
    if (sent.contains(ca.root())) {
      return Optional.of("root-included");
    }
    return sent.stream().anyMatch(signer.getSID()::match)
        ? Optional.empty()
        : Optional.of("signer-certificate-missing");
  }

  private static Claim claim(CMSSignedData data) {
    SignerInformation signer = data.getSignerInfos().getSigners().iterator().next();
    Collection<X509CertificateHolder> sent = data.getCertificates().getMatches(null);
    X509CertificateHolder own =
        sent.stream().filter(signer.getSID()::match).findFirst().orElseThrow();
    return new Claim(signer, own, sent);
  }

  private static Optional<String> signature(Claim claim, byte[] content) throws IOException {
    Optional<String> wrong = attributes(claim.signer(), claim.own(), content);
    if (wrong.isPresent()) {
      return wrong;
    }
    return verifies(claim.signer(), claim.own())
        ? Optional.empty()
        : Optional.of("signature-mismatch");
  }

  private static Failure failure(String reason) {
    return new Failure(SIGNATURE, reason);
  }

  /// The CAdES-B attributes, each once with one value; the name of the first that is wrong.
  private static Optional<String> attributes(
      SignerInformation signer, X509CertificateHolder own, byte[] content) throws IOException {
    AttributeTable table = signer.getSignedAttributes();
    if (table == null) {
      return Optional.of("signed-attributes");
    }
    Optional<ASN1Encodable> type = single(table, CMSAttributes.contentType);
    if (type.isEmpty() || !type.get().equals(CMSObjectIdentifiers.data)) {
      return Optional.of("content-type");
    }
    Optional<ASN1Encodable> digest = single(table, CMSAttributes.messageDigest);
    if (digest.isEmpty()
        || !MessageDigest.isEqual(
            ASN1OctetString.getInstance(digest.get()).getOctets(), sha256(content))) {
      return Optional.of("message-digest");
    }
    Optional<ASN1Encodable> time = single(table, CMSAttributes.signingTime);
    if (time.isEmpty() || Time.getInstance(time.get()).getDate() == null) {
      return Optional.of("signing-time");
    }
    Optional<ASN1Encodable> reference =
        single(table, PKCSObjectIdentifiers.id_aa_signingCertificateV2);
    if (reference.isEmpty() || !names(SigningCertificateV2.getInstance(reference.get()), own)) {
      return Optional.of("signing-certificate-v2");
    }
    return Optional.empty();
  }

  private static Optional<ASN1Encodable> single(AttributeTable table, ASN1ObjectIdentifier id) {
    return table.getAll(id).size() == 1 && table.get(id).getAttrValues().size() == 1
        ? Optional.of(table.get(id).getAttrValues().getObjectAt(0))
        : Optional.empty();
  }

  private static boolean names(SigningCertificateV2 reference, X509CertificateHolder own)
      throws IOException {
    ESSCertIDv2 first = reference.getCerts()[0];
    boolean serialAgrees =
        first.getIssuerSerial() == null
            || (first.getIssuerSerial().getSerial().getValue().equals(own.getSerialNumber())
                && first
                    .getIssuerSerial()
                    .getIssuer()
                    .getNames()[0]
                    .getName()
                    .equals(own.getIssuer()));
    return serialAgrees
        && first.getHashAlgorithm().getAlgorithm().equals(NISTObjectIdentifiers.id_sha256)
        && MessageDigest.isEqual(first.getCertHash(), sha256(own.getEncoded()));
  }

  /// Verifies with the bare key, since the certificate's validity is asked later and has its own
  /// codes.
  private static boolean verifies(SignerInformation signer, X509CertificateHolder own) {
    try {
      return signer.verify(
          new JcaSimpleSignerInfoVerifierBuilder()
              .setProvider(PROVIDER)
              .build(BouncyCastleProvider.getPublicKey(own.getSubjectPublicKeyInfo())));
    } catch (CMSException | OperatorCreationException | IOException mismatch) {
      return false;
    }
  }

  private Verdict certificate(
      X509CertificateHolder own, Collection<X509CertificateHolder> sent, Instant now)
      throws IOException {
    Optional<X509CertificateHolder> issuer =
        sent.stream()
            .filter(candidate -> !candidate.equals(own))
            .filter(candidate -> issued(candidate, ca.root()))
            .filter(candidate -> isAuthority(candidate, now))
            .filter(candidate -> issued(own, candidate))
            .findFirst();
    if (issuer.isEmpty()) {
      return new Failure(CHAIN, "chain");
    }
    if (isRevoked(ca.issuingCrl(), issuer.get(), own)
        || isRevoked(ca.rootCrl(), ca.root(), issuer.get())) {
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
    } catch (CertException unusable) {
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
