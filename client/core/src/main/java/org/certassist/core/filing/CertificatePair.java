package org.certassist.core.filing;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.certassist.core.certificate.CertificateFacts;
import org.certassist.core.certificate.CertificateUsage;

/// What a clerk takes for one certificate: the one that signs and the encryption certificate that
/// the CA issued with it.
///
/// @param main the one that signs, or one that stands alone
/// @param encryption its companion, where there is one
public record CertificatePair(SeenCertificate main, Optional<SeenCertificate> encryption) {
  /// A CA issues both in one sitting; a companion from another year is another certificate's.
  private static final Duration APART = Duration.ofDays(1);

  /// The certificates of a key, in their order, each pair at the place of its signing certificate.
  public static List<CertificatePair> of(List<SeenCertificate> certificates) {
    List<SeenCertificate> left = new ArrayList<>(certificates);
    List<CertificatePair> pairs = new ArrayList<>();
    for (SeenCertificate signing : certificates) {
      if (has(signing, CertificateUsage.SIGNING)) {
        Optional<SeenCertificate> companion =
            left.stream().filter(other -> belong(signing, other)).findFirst();
        companion.ifPresent(left::remove);
        left.remove(signing);
        pairs.add(new CertificatePair(signing, companion));
      }
    }
    left.forEach(alone -> pairs.add(new CertificatePair(alone, Optional.empty())));
    return List.copyOf(pairs);
  }

  private static boolean has(SeenCertificate seen, CertificateUsage usage) {
    return seen.facts().filter(facts -> facts.usage() == usage).isPresent();
  }

  private static boolean belong(SeenCertificate signing, SeenCertificate other) {
    return has(other, CertificateUsage.ENCRYPTION)
        && signing.facts().stream()
            .anyMatch(ours -> other.facts().stream().anyMatch(theirs -> belong(ours, theirs)));
  }

  private static boolean belong(CertificateFacts ours, CertificateFacts theirs) {
    return ours.subject().equals(theirs.subject())
        && ours.issuer().equals(theirs.issuer())
        && close(ours.notBefore(), theirs.notBefore())
        && close(ours.notAfter(), theirs.notAfter());
  }

  private static boolean close(Instant one, Instant other) {
    return Duration.between(one, other).abs().compareTo(APART) <= 0;
  }
}
