package org.certassist.keys.certificate;

import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.certassist.core.certificate.CertificateStatus;
import org.certassist.core.certificate.EncodedCertificate;
import org.certassist.core.certificate.StatusCode;

/// One search for the way from a certificate up to a trust anchor (RFC 5280 §6, without policies
/// and name constraints: a critical extension of those kinds breaks the chain).
///
/// Depth first, anchors first. Length and signatures checked are bounded, so that a loop or a
/// hundred CAs of one name cost little. When no way is found the reason of the attempt that came
/// furthest is kept.
final class PathSearch {
  private static final int LONGEST = 8;
  private static final int MOST_SIGNATURES = 100;

  private final SignatureValues signatures;
  private final List<ParsedCertificate> others;
  private final List<ParsedCertificate> anchors;
  private final Instant at;
  private final Set<EncodedCertificate> onTheWay = new HashSet<>();
  private int signaturesChecked;
  private int furthest = -1;
  private String reason = "unknownIssuer";

  PathSearch(
      SignatureValues signatures,
      List<ParsedCertificate> others,
      List<ParsedCertificate> anchors,
      Instant at) {
    this.signatures = signatures;
    this.others = others;
    this.anchors = anchors;
    this.at = at;
  }

  CertificateStatus from(ParsedCertificate certificate) {
    onTheWay.add(certificate.encoded());
    if (climb(certificate, 0, 0)) {
      return CertificateStatus.GOOD;
    }
    return new CertificateStatus(StatusCode.CHAIN_BROKEN, reason);
  }

  /// @param casBelow CAs under the next issuer that count for its path length
  private boolean climb(ParsedCertificate certificate, int depth, int casBelow) {
    if (depth == LONGEST) {
      return failed(depth, true, "brokenChain");
    }
    for (ParsedCertificate anchor : anchors) {
      if (isLink(anchor, certificate, depth, casBelow, anchor.isVersionOne())) {
        return true;
      }
    }
    for (ParsedCertificate issuer : others) {
      if (!onTheWay.contains(issuer.encoded())
          && isLink(issuer, certificate, depth, casBelow, false)) {
        onTheWay.add(issuer.encoded());
        if (climb(issuer, depth + 1, issuer.isSelfIssued() ? casBelow : casBelow + 1)) {
          return true;
        }
        onTheWay.remove(issuer.encoded());
      }
    }
    return failed(depth, false, "unknownIssuer");
  }

  private boolean isLink(
      ParsedCertificate issuer,
      ParsedCertificate certificate,
      int depth,
      int casBelow,
      boolean caByTrust) {
    if (!issuer.subject().equals(certificate.issuer())) {
      return false;
    }
    if (++signaturesChecked > MOST_SIGNATURES || !signatures.signed(issuer, certificate)) {
      return failed(depth, false, "brokenChain");
    }
    return fault(issuer, casBelow, caByTrust).map(why -> failed(depth, true, why)).orElse(true);
  }

  /// Why this CA may not have issued here; empty where it may.
  private Optional<String> fault(ParsedCertificate issuer, int casBelow, boolean caByTrust) {
    if (!(issuer.ca() || caByTrust) || !issuer.signsCertificates()) {
      return Optional.of("notACa");
    }
    if (issuer.key().weak()) {
      return Optional.of("weakKey");
    }
    boolean sound =
        issuer.canonical()
            && !issuer.hasUnknownCritical()
            && issuer.pathLength() >= casBelow
            && issuer.isValidAt(at);
    return sound ? Optional.empty() : Optional.of("brokenChain");
  }

  private boolean failed(int depth, boolean signatureHeld, String why) {
    int reached = depth * 2 + (signatureHeld ? 1 : 0);
    if (reached > furthest) {
      furthest = reached;
      reason = why;
    }
    return false;
  }

  /// The issuing CAs upwards as far as the given certificates reach, without a root.
  static List<EncodedCertificate> upwards(
      SignatureValues signatures, ParsedCertificate certificate, List<ParsedCertificate> others) {
    List<EncodedCertificate> chain = new ArrayList<>();
    Optional<ParsedCertificate> next = Optional.of(certificate);
    while (next.isPresent() && chain.size() < LONGEST) {
      ParsedCertificate below = next.get();
      next =
          others.stream()
              .filter(ca -> ca.ca() && !ca.isSelfIssued() && !chain.contains(ca.encoded()))
              .filter(ca -> ca.subject().equals(below.issuer()))
              .limit(MOST_SIGNATURES)
              .filter(ca -> signatures.signed(ca, below))
              .findFirst();
      next.ifPresent(ca -> chain.add(ca.encoded()));
    }
    return List.copyOf(chain);
  }
}
