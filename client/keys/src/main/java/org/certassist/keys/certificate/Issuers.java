package org.certassist.keys.certificate;

import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/// Certificates by the name of their subject, to be found as issuers.
final class Issuers {
  private final Map<CanonicalName, List<ParsedCertificate>> byName;

  Issuers(List<ParsedCertificate> certificates) {
    byName = certificates.stream().collect(Collectors.groupingBy(ParsedCertificate::subjectName));
  }

  /// Those that bear the name of the certificate's issuer; first those that bear its key's name
  /// too, which decides nothing else (RFC 5280 §4.2.1.1).
  List<ParsedCertificate> of(ParsedCertificate certificate) {
    return byName.getOrDefault(certificate.issuerName(), List.of()).stream()
        .sorted(Comparator.comparing(issuer -> !isNamedByKey(issuer, certificate)))
        .toList();
  }

  private static boolean isNamedByKey(ParsedCertificate issuer, ParsedCertificate certificate) {
    return certificate.path().issuerKeyId().isPresent()
        && certificate.path().issuerKeyId().equals(issuer.path().keyId());
  }
}
