package org.certassist.core.signature;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.certassist.core.certificate.CertificateCheck;
import org.certassist.core.certificate.CertificateReport;
import org.certassist.core.certificate.CertificateStatus;
import org.certassist.core.certificate.EncodedCertificate;
import org.certassist.core.certificate.RevocationReport;

/// What one signer's part of a signature file says.
///
/// @param report why it is not intact; where it is, what the portal would say of the certificate
/// @param revocation what the CAs say of it, where they were asked
/// @param signer empty where the certificate is missing
/// @param signingTime as the signer claims it
public record SignerVerdict(
    Integrity integrity,
    CertificateReport report,
    RevocationReport revocation,
    Optional<EncodedCertificate> signer,
    Optional<Instant> signingTime,
    List<TimeStamp> timeStamps) {
  public SignerVerdict {
    timeStamps = List.copyOf(timeStamps);
  }

  public CertificateStatus status() {
    return report.status();
  }

  public boolean isValid() {
    return integrity == Integrity.INTACT && status().isGood();
  }

  SignerVerdict with(CertificateCheck.Checked checked) {
    return new SignerVerdict(
        integrity, checked.report(), checked.revocation(), signer, signingTime, timeStamps);
  }
}
