package org.certassist.keys.revocation;

import java.util.Arrays;
import java.util.Optional;
import java.util.Set;
import org.bouncycastle.asn1.ASN1ObjectIdentifier;
import org.bouncycastle.asn1.x500.X500Name;
import org.bouncycastle.asn1.x509.BasicConstraints;
import org.bouncycastle.asn1.x509.Extension;
import org.bouncycastle.asn1.x509.IssuingDistributionPoint;
import org.certassist.core.certificate.NotCheckedReason;
import org.certassist.keys.certificate.Decoding;
import org.certassist.keys.certificate.ParsedCertificate;

/// Which certificates a list speaks of, as it says itself (issuing distribution point).
record CrlScope(Optional<IssuingDistributionPoint> said) {
  private static final Set<ASN1ObjectIdentifier> KNOWN =
      Set.of(
          Extension.issuingDistributionPoint,
          Extension.deltaCRLIndicator,
          Extension.cRLNumber,
          Extension.authorityKeyIdentifier);

  /// @throws UnusableException `unknownExtension`, `malformed`
  static CrlScope of(CrlFile list) throws UnusableException {
    boolean strange =
        list.extensions().stream()
            .flatMap(all -> Arrays.stream(all.getCriticalExtensionOIDs()))
            .anyMatch(id -> !KNOWN.contains(id));
    if (strange) {
      throw new UnusableException(NotCheckedReason.UNKNOWN_EXTENSION);
    }
    Optional<Extension> extension = list.extension(Extension.issuingDistributionPoint);
    if (extension.isEmpty()) {
      return new CrlScope(Optional.empty());
    }
    Extension given = extension.get();
    return new CrlScope(
        Optional.of(
            Decoding.attempt(() -> IssuingDistributionPoint.getInstance(given.getParsedValue()))
                .orElseThrow(() -> new UnusableException(NotCheckedReason.MALFORMED))));
  }

  boolean indirect() {
    return said.filter(IssuingDistributionPoint::isIndirectCRL).isPresent();
  }

  /// Whether the list at a certificate's distribution point may be this one.
  boolean covers(ParsedCertificate certificate, ListPoint point, X500Name listIssuer) {
    X500Name issuer = certificate.holder().getIssuer();
    boolean signedByTheRightOne =
        point.listIssuer().isEmpty()
            ? listIssuer.equals(issuer)
            : point.listIssuer().contains(listIssuer) && (indirect() || listIssuer.equals(issuer));
    return signedByTheRightOne
        && said.map(scope ->
                !scope.onlyContainsAttributeCerts()
                    && !(isCa(certificate)
                        ? scope.onlyContainsUserCerts()
                        : scope.onlyContainsCACerts())
                    && (scope.getDistributionPoint() == null
                        || Decoding.attempt(() ->
                                point.isCalled(scope.getDistributionPoint(), issuer, listIssuer))
                            .orElse(false)))
            .orElse(true);
  }

  /// The reasons that the list speaks of, for a certificate with this distribution point.
  ReasonSet reasons(ListPoint point) {
    return said.map(scope -> ReasonSet.of(scope.getOnlySomeReasons()))
        .orElse(ReasonSet.ALL)
        .and(point.reasons());
  }

  private static boolean isCa(ParsedCertificate certificate) {
    return Decoding.attempt(
            () -> BasicConstraints.fromExtensions(certificate.holder().getExtensions()))
        .filter(BasicConstraints::isCA)
        .isPresent();
  }
}
