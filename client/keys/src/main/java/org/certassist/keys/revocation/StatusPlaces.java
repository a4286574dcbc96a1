package org.certassist.keys.revocation;

import java.net.URI;
import java.net.URISyntaxException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.bouncycastle.asn1.ASN1ObjectIdentifier;
import org.bouncycastle.asn1.x509.AccessDescription;
import org.bouncycastle.asn1.x509.AuthorityInformationAccess;
import org.bouncycastle.asn1.x509.CRLDistPoint;
import org.bouncycastle.asn1.x509.DistributionPoint;
import org.bouncycastle.asn1.x509.Extension;
import org.bouncycastle.asn1.x509.Extensions;
import org.bouncycastle.asn1.x509.GeneralName;
import org.certassist.keys.certificate.Decoding;
import org.certassist.keys.certificate.ParsedCertificate;
import org.jspecify.annotations.Nullable;

/// Where a certificate says that its CA can be asked and its lists lie; a few of each, however many
/// it names.
///
/// @param servers that answer questions (RFC 6960)
/// @param points of lists
/// @param newest addresses of delta lists
record StatusPlaces(List<URI> servers, List<ListPoint> points, List<URI> newest) {
  private static final int MOST = 4;

  static StatusPlaces of(ParsedCertificate certificate) {
    Extensions extensions = certificate.holder().getExtensions();
    if (extensions == null) {
      return new StatusPlaces(List.of(), List.of(), List.of());
    }
    return new StatusPlaces(
        Decoding.attempt(() -> servers(extensions)).orElse(List.of()),
        points(extensions, Extension.cRLDistributionPoints).map(ListPoint::of).toList(),
        addresses(extensions, Extension.freshestCRL));
  }

  /// The http addresses in a list of distribution points.
  static List<URI> addresses(Extensions extensions, ASN1ObjectIdentifier id) {
    return points(extensions, id)
        .map(ListPoint::of)
        .flatMap(point -> point.addresses().stream())
        .limit(MOST)
        .toList();
  }

  private static Stream<DistributionPoint> points(Extensions extensions, ASN1ObjectIdentifier id) {
    return Decoding.attempt(() ->
        Optional.ofNullable(extensions.getExtensionParsedValue(id))
            .map(value -> CRLDistPoint.getInstance(value).getDistributionPoints())
            .map(points -> List.of(points).subList(0, Math.min(MOST, points.length)))
            .orElse(List.of()))
        .orElse(List.of())
        .stream();
  }

  private static List<URI> servers(Extensions extensions) {
    AuthorityInformationAccess access = AuthorityInformationAccess.fromExtensions(extensions);
    if (access == null) {
      return List.of();
    }
    return web(
        Arrays.stream(access.getAccessDescriptions())
            .filter(one -> one.getAccessMethod().equals(AccessDescription.id_ad_ocsp))
            .map(AccessDescription::getAccessLocation));
  }

  /// Those that are web addresses; ldap and the like are not followed.
  static List<URI> web(Stream<GeneralName> names) {
    List<URI> found = new ArrayList<>();
    names
        .filter(name -> name.getTagNo() == GeneralName.uniformResourceIdentifier)
        .map(name -> uri(name.getName().toString()))
        .forEach(uri -> {
          if (uri != null && found.size() < MOST) {
            found.add(uri);
          }
        });
    return List.copyOf(found);
  }

  private static @Nullable URI uri(String text) {
    try {
      URI uri = new URI(text.strip());
      String scheme = uri.getScheme();
      return "http".equalsIgnoreCase(scheme) || "https".equalsIgnoreCase(scheme) ? uri : null;
    } catch (URISyntaxException notAnAddress) {
      return null;
    }
  }
}
