package org.certassist.core.filing;

import java.util.Optional;
import org.certassist.core.certificate.CertificateFacts;
import org.certassist.core.certificate.CertificateStatus;
import org.certassist.core.certificate.EncodedCertificate;

/// A certificate on a key, read and judged.
///
/// @param facts empty where it could not be read
public record SeenCertificate(
    EncodedCertificate certificate, Optional<CertificateFacts> facts, CertificateStatus status) {
  public boolean canSign() {
    return facts.filter(known -> known.usage().canSign()).isPresent();
  }
}
