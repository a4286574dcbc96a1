package org.certassist.keys.certificate;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;

/// What a CA must be to have issued anything, whatever stands below it; the first rule it breaks is
/// the reason.
final class IssuerRules {
  private final List<Rule> rules;

  private record Rule(String reason, Predicate<ParsedCertificate> broken) {}

  private IssuerRules(Instant at, Purpose purpose, Predicate<ParsedCertificate> ca) {
    rules =
        List.of(
            new Rule("irregular", issuer -> !issuer.canonical() || !issuer.regular()),
            new Rule("notACa", ca.negate()),
            new Rule("notACa", issuer -> !issuer.path().signsCertificates()),
            new Rule("issuerWeakKey", issuer -> issuer.key().weak()),
            new Rule("unknownCritical", issuer -> issuer.path().unknownCritical()),
            new Rule(
                "otherPurpose",
                issuer -> purpose == Purpose.DOCUMENTS && issuer.path().otherPurpose()),
            new Rule("issuerNotYetValid", issuer -> at.isBefore(issuer.notBefore())),
            new Rule("issuerExpired", issuer -> at.isAfter(issuer.notAfter())));
  }

  static IssuerRules ofCas(Instant at, Purpose purpose) {
    return new IssuerRules(at, purpose, issuer -> issuer.path().ca());
  }

  /// A version 1 anchor cannot say that it is a CA; whoever trusts it says so.
  static IssuerRules ofAnchors(Instant at, Purpose purpose) {
    return new IssuerRules(at, purpose, issuer -> issuer.path().ca() || issuer.isVersionOne());
  }

  Optional<String> fault(ParsedCertificate issuer) {
    return rules.stream().filter(rule -> rule.broken().test(issuer)).map(Rule::reason).findFirst();
  }
}
