package org.certassist.keys.cms;

import java.security.MessageDigest;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.certassist.core.certificate.CertificateStatus;
import org.certassist.core.certificate.Certificates;
import org.certassist.core.certificate.EncodedCertificate;
import org.certassist.core.certificate.StatusCode;
import org.certassist.core.key.KeyException;
import org.certassist.core.key.KeySession;
import org.certassist.core.signature.Packing;
import org.certassist.core.signature.SignatureVerdict;
import org.certassist.core.signature.Signatures;
import org.certassist.keys.certificate.SignatureValues;
import org.certassist.keys.certificate.X509Certificates;

/// Detached CMS signatures by one signer, made and verified with Bouncy Castle.
public final class CmsSignatures implements Signatures {
  private final SignatureValues signatures;
  private final Certificates certificates;

  public CmsSignatures() {
    this(new SignatureValues());
  }

  private CmsSignatures(SignatureValues signatures) {
    this.signatures = signatures;
    this.certificates = new X509Certificates(signatures);
  }

  @Override
  public Made sign(byte[] content, KeySession session, Packing packing)
      throws KeyException, InterruptedException {
    return new CmsSigner(signatures).sign(name -> Digests.of(name, content), session, packing);
  }

  @Override
  public SignatureVerdict verify(
      byte[] content, byte[] cms, List<EncodedCertificate> trust, Instant at) {
    Optional<DetachedCms> read = DetachedCms.of(cms);
    if (read.isEmpty()) {
      return new SignatureVerdict(wrong("malformed"), Optional.empty(), Optional.empty());
    }
    DetachedCms signature = read.get();
    EncodedCertificate signer = signature.signer().encoded();
    CertificateStatus status =
        fault(signature, content)
            .map(CmsSignatures::wrong)
            .orElseGet(() -> certificates.check(signer, signature.certificates(), trust, at));
    return new SignatureVerdict(status, Optional.of(signer), signature.attributes().signingTime());
  }

  /// Why this is not a signature over the content by the certificate it carries; empty where it is.
  ///
  /// The signature is looked at before the digest: "the content was changed" is only said where the
  /// rest is genuine.
  private Optional<String> fault(DetachedCms signature, byte[] content) {
    if (!signature.isSigned(signatures)) {
      return Optional.of("signatureMismatch");
    }
    byte[] digest = Digests.of(signature.algorithm().digestName(), content);
    boolean sameContent =
        MessageDigest.isEqual(digest, signature.attributes().messageDigest())
            && signature.included().map(own -> MessageDigest.isEqual(own, content)).orElse(true);
    return sameContent ? Optional.empty() : Optional.of("contentMismatch");
  }

  private static CertificateStatus wrong(String reason) {
    return new CertificateStatus(StatusCode.SIGNATURE_WRONG, reason);
  }
}
