package org.certassist.core.signature;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.certassist.core.certificate.CertificateStatus;
import org.certassist.core.certificate.EncodedCertificate;

/// What one signer's part of a signature file says.
///
/// @param status why it is not intact; where it is, what the portal would say of the certificate
/// @param signer empty where the certificate is missing
/// @param signingTime as the signer claims it
public record SignerVerdict(
    Integrity integrity,
    CertificateStatus status,
    Optional<EncodedCertificate> signer,
    Optional<Instant> signingTime,
    List<TimeStamp> timeStamps) {
  public SignerVerdict {
    timeStamps = List.copyOf(timeStamps);
  }

  public boolean isValid() {
    return integrity == Integrity.INTACT && status.isGood();
  }
}
