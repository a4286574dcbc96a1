package org.certassist.keys.certificate;

import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.bouncycastle.asn1.x509.SubjectPublicKeyInfo;
import org.certassist.core.certificate.EncodedCertificate;

/// One search for the way from a certificate up to a trust anchor.
///
/// Depth first, anchors first. Each step up is judged by [IssuerRules] and the signature, each
/// whole way by [PathRules]. Length and [Effort] are bounded, so that a loop or a hundred CAs of
/// one name cost little. When no way is found the reason of the attempt that came furthest is kept.
final class PathSearch {
  private static final int LONGEST = 8;

  private final SignatureValues signatures;
  private final Issuers others;
  private final Issuers anchors;
  private final IssuerRules caRules;
  private final IssuerRules anchorRules;
  private final Effort effort;
  private final Map<Link, Optional<String>> signatureFaults = new HashMap<>();
  private final List<ParsedCertificate> way = new ArrayList<>();
  private int furthest = -1;
  private FoundPath best = new FoundPath(List.of(), Optional.empty());

  private record Link(SubjectPublicKeyInfo issuerKey, EncodedCertificate certificate) {}

  PathSearch(
      SignatureValues signatures,
      List<ParsedCertificate> others,
      List<ParsedCertificate> anchors,
      Instant at,
      Purpose purpose,
      Effort effort) {
    this.signatures = signatures;
    this.others = new Issuers(others);
    this.anchors = new Issuers(anchors);
    this.caRules = IssuerRules.ofCas(at, purpose);
    this.anchorRules = IssuerRules.ofAnchors(at, purpose);
    this.effort = effort;
  }

  FoundPath from(ParsedCertificate certificate) {
    way.add(certificate);
    if (climb()) {
      return new FoundPath(withoutItself(), Optional.empty());
    }
    return effort.isSpent()
        ? new FoundPath(best.chain(), Optional.of(new PathFault("tooComplex", certificate)))
        : best;
  }

  /// A trusted root that is itself looked at stands above itself.
  private List<ParsedCertificate> withoutItself() {
    boolean twice = way.size() == 2 && way.getFirst().encoded().equals(way.getLast().encoded());
    return twice ? List.of(way.getFirst()) : way;
  }

  private boolean climb() {
    ParsedCertificate top = way.getLast();
    for (ParsedCertificate anchor : anchors.of(top)) {
      if (mayHaveIssued(anchor, top, anchorRules)) {
        way.add(anchor);
        Optional<PathFault> fault = new PathRules(effort).fault(way.reversed());
        if (fault.isEmpty()) {
          return true;
        }
        failed(Reach.ANCHOR, fault.get());
        way.removeLast();
      }
    }
    return way.size() > LONGEST
        ? failed(Reach.LINK, new PathFault("pathTooLong", top))
        : climbByOthers(top);
  }

  private boolean climbByOthers(ParsedCertificate top) {
    for (ParsedCertificate issuer : others.of(top)) {
      if (!isOnTheWay(issuer) && mayHaveIssued(issuer, top, caRules)) {
        way.add(issuer);
        if (climb()) {
          return true;
        }
        way.removeLast();
      }
    }
    return failed(Reach.NAME, new PathFault("unknownIssuer", top));
  }

  private boolean isOnTheWay(ParsedCertificate certificate) {
    return way.stream().anyMatch(each -> each.encoded().equals(certificate.encoded()));
  }

  private boolean mayHaveIssued(
      ParsedCertificate issuer, ParsedCertificate certificate, IssuerRules rules) {
    if (!effort.step()) {
      return false;
    }
    if (issuer.key().costsTooMuch()) {
      return failed(Reach.NAME, new PathFault("issuerWeakKey", issuer));
    }
    Optional<String> unproven = signatureFault(issuer, certificate);
    if (unproven.isPresent()) {
      return failed(Reach.NAME, new PathFault(unproven.get(), certificate));
    }
    return rules
        .fault(issuer)
        .map(reason -> failed(Reach.LINK, new PathFault(reason, issuer)))
        .orElse(true);
  }

  private Optional<String> signatureFault(ParsedCertificate issuer, ParsedCertificate certificate) {
    Link link = new Link(issuer.holder().getSubjectPublicKeyInfo(), certificate.encoded());
    return signatureFaults.computeIfAbsent(
        link,
        _ ->
            effort.signature(issuer.key())
                ? signatures.fault(issuer, certificate)
                : Optional.of("tooComplex"));
  }

  /// How far an attempt came beyond the certificates that were already linked.
  private enum Reach {
    NAME(0),
    LINK(1),
    ANCHOR(Integer.MAX_VALUE);

    private final int steps;

    Reach(int steps) {
      this.steps = steps;
    }
  }

  private boolean failed(Reach reach, PathFault fault) {
    int reached = reach == Reach.ANCHOR ? reach.steps : way.size() * 2 + reach.steps;
    if (reached > furthest) {
      furthest = reached;
      best = new FoundPath(way, Optional.of(fault));
    }
    return false;
  }

  /// The issuing CAs upwards as far as the given certificates reach, without a root.
  static List<EncodedCertificate> upwards(
      SignatureValues signatures, ParsedCertificate certificate, List<ParsedCertificate> others) {
    Issuers issuers = new Issuers(others);
    Effort effort = new Effort();
    List<EncodedCertificate> chain = new ArrayList<>();
    Optional<ParsedCertificate> next = Optional.of(certificate);
    while (next.isPresent() && chain.size() < LONGEST) {
      ParsedCertificate below = next.get();
      next =
          issuers.of(below).stream()
              .filter(ca -> ca.path().ca() && !ca.isSelfIssued() && !chain.contains(ca.encoded()))
              .filter(ca -> effort.signature(ca.key()) && signatures.signed(ca, below))
              .findFirst();
      next.ifPresent(ca -> chain.add(ca.encoded()));
    }
    return List.copyOf(chain);
  }
}
