package org.certassist.keys.revocation;

import java.net.URI;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.bouncycastle.asn1.ASN1Encodable;
import org.bouncycastle.asn1.ASN1EncodableVector;
import org.bouncycastle.asn1.ASN1Set;
import org.bouncycastle.asn1.DERSequence;
import org.bouncycastle.asn1.x500.RDN;
import org.bouncycastle.asn1.x500.X500Name;
import org.bouncycastle.asn1.x509.DistributionPoint;
import org.bouncycastle.asn1.x509.DistributionPointName;
import org.bouncycastle.asn1.x509.GeneralName;
import org.bouncycastle.asn1.x509.GeneralNames;

/// One distribution point of a certificate: what its list is called, who signs it, for which
/// reasons.
///
/// @param name what a list's own scope may call this point
/// @param listIssuer who signs the list; empty where the certificate's own issuer does
record ListPoint(
    Optional<DistributionPointName> name,
    List<X500Name> listIssuer,
    ReasonSet reasons,
    List<URI> addresses) {
  /// The point of a certificate that names none: its issuer's own list.
  static final ListPoint OF_ITS_ISSUER =
      new ListPoint(Optional.empty(), List.of(), ReasonSet.ALL, List.of());

  static ListPoint of(DistributionPoint point) {
    Optional<DistributionPointName> name = Optional.ofNullable(point.getDistributionPoint());
    return new ListPoint(
        name,
        Optional.ofNullable(point.getCRLIssuer()).map(ListPoint::directoryNames).orElse(List.of()),
        ReasonSet.of(point.getReasons()),
        name.filter(given -> given.getType() == DistributionPointName.FULL_NAME)
            .map(given ->
                StatusPlaces.web(
                    Arrays.stream(GeneralNames.getInstance(given.getName()).getNames())))
            .orElse(List.of()));
  }

  private static List<X500Name> directoryNames(GeneralNames names) {
    return Arrays.stream(names.getNames())
        .filter(name -> name.getTagNo() == GeneralName.directoryName)
        .map(name -> X500Name.getInstance(name.getName()))
        .toList();
  }

  /// Whether a list that calls itself so is this point's list (RFC 5280 §6.3.3 b).
  boolean isCalled(DistributionPointName scope, X500Name certificateIssuer, X500Name signer) {
    X500Name base = listIssuer.isEmpty() ? certificateIssuer : listIssuer.getFirst();
    List<GeneralName> ours =
        name.isPresent()
            ? names(name.get(), base)
            : (listIssuer.isEmpty() ? List.of(certificateIssuer) : listIssuer)
                .stream().map(GeneralName::new).toList();
    return names(scope, signer).stream().anyMatch(ours::contains);
  }

  private static List<GeneralName> names(DistributionPointName name, X500Name base) {
    return name.getType() == DistributionPointName.FULL_NAME
        ? List.of(GeneralNames.getInstance(name.getName()).getNames())
        : List.of(new GeneralName(below(base, name.getName())));
  }

  /// A name relative to its issuer's: one step further down.
  private static X500Name below(X500Name base, ASN1Encodable relative) {
    ASN1EncodableVector steps = new ASN1EncodableVector();
    Stream.concat(
            Arrays.stream(base.getRDNs()),
            Stream.of(RDN.getInstance(ASN1Set.getInstance(relative))))
        .forEach(steps::add);
    return X500Name.getInstance(new DERSequence(steps));
  }
}
