package org.certassist.keys.certificate;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.function.BiPredicate;
import org.certassist.core.certificate.CertificateStatus;
import org.certassist.core.certificate.StatusCode;

/// What a signing certificate says of itself, before its chain is looked at; the first rule that it
/// breaks is the reason.
final class OwnRules {
  private static final String OTHER_PURPOSE = "otherPurpose";

  private static final List<Rule> RULES =
      List.of(
          new Rule(
              StatusCode.NOT_VALID,
              "authority",
              (certificate, _) -> !certificate.signs() && certificate.path().ca()),
          new Rule(
              StatusCode.NOT_VALID, "encryptionOnly", (certificate, _) -> !certificate.signs()),
          new Rule(
              StatusCode.NOT_VALID,
              OTHER_PURPOSE,
              (certificate, _) -> certificate.path().otherPurpose()),
          new Rule(
              StatusCode.NOT_VALID,
              "notYetValid",
              (certificate, at) -> at.isBefore(certificate.notBefore())),
          new Rule(
              StatusCode.EXPIRED,
              "expired",
              (certificate, at) -> at.isAfter(certificate.notAfter())),
          new Rule(StatusCode.NOT_VALID, "weakKey", (certificate, _) -> certificate.key().weak()),
          new Rule(StatusCode.NOT_VALID, "irregular", (certificate, _) -> !certificate.regular()),
          new Rule(
              StatusCode.CHAIN_BROKEN,
              "unknownCritical",
              (certificate, _) -> certificate.path().unknownCritical()));

  private record Rule(
      StatusCode code, String reason, BiPredicate<ParsedCertificate, Instant> broken) {}

  private OwnRules() {}

  static Optional<CertificateStatus> fault(
      ParsedCertificate certificate, Purpose purpose, Instant at) {
    return RULES.stream()
        .filter(rule -> purpose == Purpose.DOCUMENTS || !rule.reason().equals(OTHER_PURPOSE))
        .filter(rule -> rule.broken().test(certificate, at))
        .map(rule -> new CertificateStatus(rule.code(), rule.reason()))
        .findFirst();
  }
}
