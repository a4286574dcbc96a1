package org.certassist.practice.portal;

import java.io.IOException;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.security.Signature;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import org.bouncycastle.asn1.ASN1Encodable;
import org.bouncycastle.asn1.ASN1Encoding;
import org.bouncycastle.asn1.ASN1ObjectIdentifier;
import org.bouncycastle.asn1.ASN1OctetString;
import org.bouncycastle.asn1.cms.AttributeTable;
import org.bouncycastle.asn1.cms.CMSAttributes;
import org.bouncycastle.asn1.cms.SignedData;
import org.bouncycastle.asn1.cms.Time;
import org.bouncycastle.asn1.ess.ESSCertIDv2;
import org.bouncycastle.asn1.ess.SigningCertificateV2;
import org.bouncycastle.asn1.nist.NISTObjectIdentifiers;
import org.bouncycastle.asn1.pkcs.PKCSObjectIdentifiers;
import org.bouncycastle.asn1.x500.X500Name;
import org.bouncycastle.asn1.x509.AlgorithmIdentifier;
import org.bouncycastle.cert.X509CertificateHolder;
import org.bouncycastle.cms.CMSException;
import org.bouncycastle.cms.CMSProcessableByteArray;
import org.bouncycastle.cms.CMSSignedData;
import org.bouncycastle.cms.SignerInformation;
import org.bouncycastle.jce.provider.BouncyCastleProvider;

/// Whether bytes are a detached CMS of the contract's form over a content, and by which key.
///
/// It is stricter than a verifier has to be: it takes only the lines of [CmsForm].
final class CmsCheck {
  private static final BouncyCastleProvider PROVIDER = new BouncyCastleProvider();

  private final List<X509CertificateHolder> roots;

  /// @param roots which no CMS may carry
  CmsCheck(List<X509CertificateHolder> roots) {
    this.roots = List.copyOf(roots);
  }

  /// What the check gave.
  sealed interface Found {}

  /// The signature is by the key of this certificate.
  ///
  /// @param sent every certificate in the CMS
  record By(X509CertificateHolder own, Collection<X509CertificateHolder> sent) implements Found {}

  /// Which part of the form, or that the signature, is wrong.
  record Wrong(String reason) implements Found {}

  /// A signer in the form that it says it has.
  private record Claim(
      CmsForm form,
      SignerInformation signer,
      X509CertificateHolder own,
      Collection<X509CertificateHolder> sent) {}

  Found check(byte[] content, byte[] cms) {
    try {
      CMSSignedData data = new CMSSignedData(new CMSProcessableByteArray(content), cms);
      Optional<String> wrong = container(data, cms);
      if (wrong.isPresent()) {
        return new Wrong(wrong.get());
      }
      Claim claim = claim(data);
      wrong = signature(claim, content);
      return wrong.isPresent() ? new Wrong(wrong.get()) : new By(claim.own(), claim.sent());
    } catch (CMSException | IOException | RuntimeException hostile) {
      // Bouncy Castle's lazy parsing answers hostile bytes with any runtime exception.
      return new Wrong("cms-malformed");
    }
  }

  /// What is wrong with the CMS as a container.
  private Optional<String> container(CMSSignedData data, byte[] cms) throws IOException {
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
    List<CmsForm> forms =
        CmsForm.within(data.toASN1Structure().getContentType()).stream()
            .filter(form -> form.isOver(structure.getEncapContentInfo().getContentType()))
            .toList();
    if (forms.isEmpty()) {
      return Optional.of("content-type");
    }
    SignerInformation signer = signers.iterator().next();
    if (forms.stream().noneMatch(form -> form.names(signer)) || !announced(structure, signer)) {
      return Optional.of("algorithm");
    }
    if (!versions(structure, signer)) {
      return Optional.of("version");
    }
    Collection<X509CertificateHolder> sent = data.getCertificates().getMatches(null);
    if (roots.stream().anyMatch(sent::contains)) {
      return Optional.of("root-included");
    }
    return sent.stream().anyMatch(certificate -> isNamed(certificate, signer))
        ? Optional.empty()
        : Optional.of("signer-certificate-missing");
  }

  /// The list of digests, which no signature covers, is the signer's and nothing else.
  private static boolean announced(SignedData structure, SignerInformation signer) {
    return structure.getDigestAlgorithms().size() == 1
        && AlgorithmIdentifier.getInstance(structure.getDigestAlgorithms().getObjectAt(0))
            .equals(signer.getDigestAlgorithmID());
  }

  /// RFC 5652 §5.1 and §5.3 for content that is data; in GM/T 0010 it is so too.
  private static boolean versions(SignedData structure, SignerInformation signer) {
    int due = signer.getSID().getSubjectKeyIdentifier() == null ? 1 : 3;
    return signer.getVersion() == due && structure.getVersion().hasValue(due);
  }

  /// The issuer's name is the certificate's to the byte: it is the last that no signature covers.
  private static boolean isNamed(X509CertificateHolder certificate, SignerInformation signer) {
    X500Name issuer = signer.getSID().getIssuer();
    return signer.getSID().match(certificate)
        && (issuer == null
            || issuer.toASN1Primitive().equals(certificate.getIssuer().toASN1Primitive()));
  }

  private static Claim claim(CMSSignedData data) {
    SignerInformation signer = data.getSignerInfos().getSigners().iterator().next();
    Collection<X509CertificateHolder> sent = data.getCertificates().getMatches(null);
    return new Claim(
        CmsForm.within(data.toASN1Structure().getContentType()).stream()
            .filter(form -> form.names(signer))
            .findFirst()
            .orElseThrow(),
        signer,
        sent.stream().filter(certificate -> isNamed(certificate, signer)).findFirst().orElseThrow(),
        sent);
  }

  private static Optional<String> signature(Claim claim, byte[] content) throws IOException {
    if (!claim.form().isFor(claim.own())) {
      return Optional.of("algorithm");
    }
    Optional<String> wrong = attributes(claim, content);
    if (wrong.isPresent()) {
      return wrong;
    }
    return verifies(claim) ? Optional.empty() : Optional.of("signature-mismatch");
  }

  /// The CAdES-B attributes, each once with one value; the name of the first that is wrong.
  private static Optional<String> attributes(Claim claim, byte[] content) throws IOException {
    AttributeTable table = claim.signer().getSignedAttributes();
    if (table == null) {
      return Optional.of("signed-attributes");
    }
    Optional<ASN1Encodable> type = single(table, CMSAttributes.contentType);
    if (type.isEmpty() || !claim.form().isOver(ASN1ObjectIdentifier.getInstance(type.get()))) {
      return Optional.of("content-type");
    }
    Optional<ASN1Encodable> digest = single(table, CMSAttributes.messageDigest);
    if (digest.isEmpty()
        || !MessageDigest.isEqual(
            ASN1OctetString.getInstance(digest.get()).getOctets(), digest(claim.form(), content))) {
      return Optional.of("message-digest");
    }
    Optional<ASN1Encodable> time = single(table, CMSAttributes.signingTime);
    if (time.isEmpty() || Time.getInstance(time.get()).getDate() == null) {
      return Optional.of("signing-time");
    }
    Optional<ASN1Encodable> reference =
        single(table, PKCSObjectIdentifiers.id_aa_signingCertificateV2);
    if (reference.isEmpty()
        || !names(SigningCertificateV2.getInstance(reference.get()), claim.own())) {
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
        && MessageDigest.isEqual(first.getCertHash(), SignatureCheck.sha256(own.getEncoded()));
  }

  /// Verifies with the bare key, since the certificate's validity is asked later and has its own
  /// codes.
  private static boolean verifies(Claim claim) {
    try {
      Signature signature = Signature.getInstance(claim.form().signatureName(), PROVIDER);
      signature.initVerify(
          BouncyCastleProvider.getPublicKey(claim.own().getSubjectPublicKeyInfo()));
      signature.update(claim.signer().getEncodedSignedAttributes());
      return signature.verify(claim.signer().getSignature());
    } catch (GeneralSecurityException | IOException mismatch) {
      return false;
    }
  }

  private static byte[] digest(CmsForm form, byte[] content) {
    try {
      return MessageDigest.getInstance(form.digestName(), PROVIDER).digest(content);
    } catch (GeneralSecurityException impossible) { // the table names what the provider has
      throw new IllegalStateException(impossible);
    }
  }
}
