package org.certassist.desktop.certificate;

import org.certassist.core.certificate.CertificateFacts;
import org.certassist.core.certificate.HolderField;
import org.certassist.core.filing.SeenCertificate;
import org.certassist.desktop.fx.Words;
import org.certassist.desktop.key.CertificateWords;
import org.certassist.texts.Mask;

/// What certificates and CAs are called in a line, with nobody's number in it.
record CertificateNames(Words words) {
  /// Whose certificate it is.
  String title(SeenCertificate seen) {
    return seen.facts().map(this::title).orElseGet(() -> words.get("certificates.unreadable"));
  }

  String title(CertificateFacts facts) {
    CertificateFacts masked = Mask.of(facts);
    return masked.organization().orElseGet(() -> CertificateWords.commonName(masked.subject()));
  }

  /// A CA by its own name: several bear one organisation.
  String authority(CertificateFacts facts) {
    return CertificateWords.commonName(facts.subject());
  }

  /// The CA by the name people know it by.
  String issuer(CertificateFacts facts) {
    return facts
        .holder()
        .value(HolderField.CA)
        .orElseGet(() -> CertificateWords.commonName(facts.issuer()));
  }
}
