package org.certassist.core.certificate;

import java.util.List;
import java.util.Optional;

/// What came of examining a certificate, with enough to say so in a sentence.
///
/// @param chain from the certificate itself up to and including the trust anchor; where no chain
///   holds, as far as the attempt got that came furthest; empty where there is no certificate
/// @param about the certificate that the reason speaks of; empty where it speaks of none
public record CertificateReport(
    CertificateStatus status, List<EncodedCertificate> chain, Optional<EncodedCertificate> about) {
  public CertificateReport {
    chain = List.copyOf(chain);
  }
}
