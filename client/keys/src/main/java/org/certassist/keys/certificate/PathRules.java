package org.certassist.keys.certificate;

import java.util.List;
import java.util.Optional;

/// The rules that hold over a whole chain (RFC 5280 §6.1.3 to §6.1.5): path length, names,
/// policies. One object judges one chain.
///
/// Any policy will do for us, but a CA may require that there is one. An anchor's constraints count
/// like those of any other CA (RFC 5937).
final class PathRules {
  private final NameSpace names;
  private final PolicyState policies = new PolicyState();
  private int casAllowed = PathExtensions.UNLIMITED;

  PathRules(Effort effort) {
    names = new NameSpace(effort);
  }

  /// @param downwards from the anchor to the certificate in question
  Optional<PathFault> fault(List<ParsedCertificate> downwards) {
    ParsedCertificate anchor = downwards.getFirst();
    Optional<PathFault> fault = constrain(anchor);
    int last = downwards.size() - 1;
    for (int i = 1; i <= last && fault.isEmpty(); i++) {
      ParsedCertificate certificate = downwards.get(i);
      fault = i == last ? end(certificate) : intermediate(certificate);
    }
    return fault;
  }

  private Optional<PathFault> intermediate(ParsedCertificate ca) {
    boolean counts = !ca.isSelfIssued();
    if (counts && casAllowed == 0) {
      return Optional.of(new PathFault("pathTooLong", ca));
    }
    Optional<PathFault> fault = counts ? nameFault(ca) : Optional.empty();
    if (fault.isPresent()) {
      return fault;
    }
    if (!policies.enter(ca.path(), !counts) || !policies.map(ca.path())) {
      return Optional.of(new PathFault("policyNotAllowed", ca));
    }
    if (counts) {
      casAllowed = PolicyState.less(casAllowed);
      policies.step();
    }
    return constrain(ca);
  }

  private Optional<PathFault> end(ParsedCertificate certificate) {
    return nameFault(certificate)
        .or(() ->
            policies.enter(certificate.path(), false) && policies.finish(certificate.path())
                ? Optional.empty()
                : Optional.of(new PathFault("policyNotAllowed", certificate)));
  }

  private Optional<PathFault> nameFault(ParsedCertificate certificate) {
    return names.fault(certificate).map(reason -> new PathFault(reason, certificate));
  }

  /// What the CA demands of everything below it.
  private Optional<PathFault> constrain(ParsedCertificate ca) {
    casAllowed = Math.min(casAllowed, ca.path().pathLength());
    policies.constrain(ca.path());
    return ca.path()
        .nameConstraints()
        .flatMap(names::constrain)
        .map(reason -> new PathFault(reason, ca));
  }
}
