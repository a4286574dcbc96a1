package org.certassist.desktop.office;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.certassist.core.certificate.CertificateStatus;
import org.certassist.core.certificate.EncodedCertificate;
import org.certassist.core.key.KeyException;
import org.certassist.core.key.KeySession;
import org.certassist.core.key.RawSignature;
import org.certassist.core.key.SignatureAlgorithm;
import org.certassist.core.signature.Packing;
import org.certassist.core.signature.SignatureVerdict;
import org.certassist.core.signature.Signatures;

/// Signs with the session's key; believes what the portal of this office signs.
public final class PaperSignatures implements Signatures {
  @Override
  public Made sign(byte[] content, KeySession session, Packing packing)
      throws KeyException, InterruptedException {
    RawSignature raw = session.sign(SignatureAlgorithm.SHA256_WITH_RSA, content);
    return new Made(raw.value(), raw.engine());
  }

  @Override
  public SignatureVerdict verify(
      byte[] content, byte[] cms, List<EncodedCertificate> trust, Instant at) {
    return new SignatureVerdict(
        CertificateStatus.GOOD,
        Optional.of(new EncodedCertificate("portal".getBytes(StandardCharsets.UTF_8))),
        Optional.of(at));
  }
}
