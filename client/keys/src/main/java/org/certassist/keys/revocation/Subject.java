package org.certassist.keys.revocation;

import java.util.List;
import org.certassist.keys.certificate.ParsedCertificate;

/// A certificate that is asked about, and the CAs above it that have been found sound.
///
/// @param above its issuer first, the trust anchor last; at least one
record Subject(ParsedCertificate certificate, List<ParsedCertificate> above) {
  Subject {
    above = List.copyOf(above);
  }

  ParsedCertificate issuer() {
    return above.getFirst();
  }
}
