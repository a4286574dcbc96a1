package org.certassist.core.filing;

import java.util.Optional;
import org.certassist.core.certificate.CertificateFacts;
import org.certassist.core.certificate.CertificateStatus;
import org.certassist.core.certificate.EncodedCertificate;
import org.certassist.core.certificate.NotCheckedReason;
import org.certassist.core.certificate.Revocation;

/// A certificate on a key, read and judged.
///
/// @param facts empty where it could not be read
/// @param revocation what its CAs say of it and of its chain
public record SeenCertificate(
    EncodedCertificate certificate,
    Optional<CertificateFacts> facts,
    CertificateStatus status,
    Revocation revocation) {
  /// One about which nobody asked.
  public SeenCertificate(
      EncodedCertificate certificate, Optional<CertificateFacts> facts, CertificateStatus status) {
    this(certificate, facts, status, new Revocation.NotChecked(NotCheckedReason.NOT_ASKED));
  }

  public boolean canSign() {
    return facts.filter(known -> known.usage().canSign()).isPresent();
  }
}
