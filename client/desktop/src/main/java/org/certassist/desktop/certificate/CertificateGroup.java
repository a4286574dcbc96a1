package org.certassist.desktop.certificate;

import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.certassist.core.certificate.EncodedCertificate;
import org.certassist.core.filing.CertificatePair;
import org.certassist.core.filing.SeenCertificate;

/// The certificates of one key or one file, a signing certificate and its companion as one.
///
/// @param authorities those of CAs among them
/// @param beside what a chain can be built with besides
public record CertificateGroup(
    CertificateSource source,
    List<CertificatePair> pairs,
    List<SeenCertificate> authorities,
    List<EncodedCertificate> beside) {
  public CertificateGroup {
    pairs = List.copyOf(pairs);
    authorities = List.copyOf(authorities);
    beside = List.copyOf(beside);
  }

  /// What a certificate is there for.
  public enum Standing {
    /// The portal judges it.
    OWN,
    /// The encryption certificate of a pair: no portal asks for it.
    COMPANION,
    /// A CA's: it vouches for others.
    AUTHORITY
  }

  /// One certificate of the list.
  ///
  /// @param source of its group
  public record Entry(String source, EncodedCertificate certificate) {}

  public Stream<SeenCertificate> certificates() {
    return Stream.concat(
        pairs.stream()
            .flatMap(pair -> Stream.concat(Stream.of(pair.main()), pair.encryption().stream())),
        authorities.stream());
  }

  public Optional<SeenCertificate> find(EncodedCertificate certificate) {
    return certificates().filter(seen -> seen.certificate().equals(certificate)).findFirst();
  }

  public Standing standing(EncodedCertificate certificate) {
    if (has(authorities.stream(), certificate)) {
      return Standing.AUTHORITY;
    }
    return has(pairs.stream().flatMap(pair -> pair.encryption().stream()), certificate)
        ? Standing.COMPANION
        : Standing.OWN;
  }

  private static boolean has(Stream<SeenCertificate> some, EncodedCertificate certificate) {
    return some.anyMatch(seen -> seen.certificate().equals(certificate));
  }

  /// The one that is looked at first: one that can sign before any other.
  public Optional<Entry> first() {
    return Stream.of(
            pairs.stream().map(CertificatePair::main).filter(SeenCertificate::canSign),
            certificates())
        .flatMap(some -> some)
        .findFirst()
        .map(this::entry);
  }

  public Entry entry(SeenCertificate seen) {
    return new Entry(source.id(), seen.certificate());
  }

  /// All that a chain from one of them can be built with.
  List<EncodedCertificate> material() {
    return Stream.concat(certificates().map(SeenCertificate::certificate), beside.stream())
        .toList();
  }
}
