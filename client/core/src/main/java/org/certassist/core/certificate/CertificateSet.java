package org.certassist.core.certificate;

import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/// The certificates of a file, of which one is meant and the others serve its chain.
///
/// @param meant the one that no other was issued by; of several the newest that can sign
/// @param rivals those that could be meant as well
/// @param others all but the one meant
public record CertificateSet(
    EncodedCertificate meant, List<EncodedCertificate> rivals, List<EncodedCertificate> others) {
  public CertificateSet {
    rivals = List.copyOf(rivals);
    others = List.copyOf(others);
  }

  /// Empty where there is none that can be read.
  public static Optional<CertificateSet> of(
      List<EncodedCertificate> found, Certificates certificates) {
    List<CertificateFacts> all =
        found.stream().distinct().flatMap(one -> certificates.read(one).stream()).toList();
    List<CertificateFacts> ends =
        orAll(all.stream().filter(one -> !hasIssued(one, all)).toList(), all);
    List<CertificateFacts> fitting =
        orAll(ends.stream().filter(one -> one.usage().canSign()).toList(), ends).stream()
            .sorted(Comparator.comparing(CertificateFacts::notBefore).reversed())
            .toList();
    return fitting.stream()
        .findFirst()
        .map(meant ->
            new CertificateSet(meant.certificate(), without(meant, fitting), without(meant, all)));
  }

  private static List<CertificateFacts> orAll(
      List<CertificateFacts> some, List<CertificateFacts> all) {
    return some.isEmpty() ? all : some;
  }

  /// By the names alone: a loop of two leaves no end, and then all may be meant.
  private static boolean hasIssued(CertificateFacts one, List<CertificateFacts> all) {
    return all.stream()
        .anyMatch(other -> !other.equals(one) && other.issuer().equals(one.subject()));
  }

  private static List<EncodedCertificate> without(
      CertificateFacts one, List<CertificateFacts> all) {
    return all.stream()
        .filter(other -> !other.equals(one))
        .map(CertificateFacts::certificate)
        .toList();
  }
}
