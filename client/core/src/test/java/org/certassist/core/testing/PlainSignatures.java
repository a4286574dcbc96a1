package org.certassist.core.testing;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Instant;
import java.util.Base64;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import org.certassist.core.certificate.CertificateStatus;
import org.certassist.core.certificate.EncodedCertificate;
import org.certassist.core.certificate.StatusCode;
import org.certassist.core.key.KeyException;
import org.certassist.core.key.KeySession;
import org.certassist.core.key.RawSignature;
import org.certassist.core.key.SignatureAlgorithm;
import org.certassist.core.signature.Packing;
import org.certassist.core.signature.SignatureVerdict;
import org.certassist.core.signature.Signatures;

/// Signatures that are the signer's certificate and the content's digest in clear; whoever is
/// trusted by name is trusted.
public final class PlainSignatures implements Signatures {
  public static byte[] by(EncodedCertificate signer, byte[] content) {
    String text = Base64.getEncoder().encodeToString(signer.der()) + "." + sha256(content);
    return text.getBytes(StandardCharsets.UTF_8);
  }

  @Override
  public Made sign(byte[] content, KeySession session, Packing packing)
      throws KeyException, InterruptedException {
    RawSignature raw = session.sign(SignatureAlgorithm.SHA256_WITH_RSA, new byte[32]);
    return new Made(by(session.key().certificate(), content), raw.engine());
  }

  @Override
  public SignatureVerdict verify(
      byte[] content, byte[] cms, List<EncodedCertificate> trust, Instant at) {
    String[] parts = new String(cms, StandardCharsets.UTF_8).split("\\.", 2);
    EncodedCertificate signer = new EncodedCertificate(Base64.getDecoder().decode(parts[0]));
    CertificateStatus status = CertificateStatus.GOOD;
    if (!parts[1].equals(sha256(content))) {
      status = new CertificateStatus(StatusCode.SIGNATURE_WRONG, "contentMismatch");
    } else if (!trust.contains(signer)) {
      status = new CertificateStatus(StatusCode.CHAIN_BROKEN, "unknownIssuer");
    }
    return new SignatureVerdict(status, Optional.of(signer), Optional.of(at));
  }

  public static String sha256(byte[] content) {
    try {
      return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(content));
    } catch (NoSuchAlgorithmException impossible) {
      throw new IllegalStateException(impossible);
    }
  }
}
