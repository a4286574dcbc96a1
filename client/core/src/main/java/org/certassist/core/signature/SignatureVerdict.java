package org.certassist.core.signature;

import java.time.Instant;
import java.util.Optional;
import org.certassist.core.certificate.CertificateStatus;
import org.certassist.core.certificate.EncodedCertificate;

/// What verifying a CMS signature gave.
///
/// @param status GOOD only where the content is intact, the signature matches and the chain holds
///   at the time asked
/// @param signer empty where the CMS could not be read
/// @param signingTime as the signer claims it
public record SignatureVerdict(
    CertificateStatus status, Optional<EncodedCertificate> signer, Optional<Instant> signingTime) {
  public boolean isValid() {
    return status.isGood();
  }
}
