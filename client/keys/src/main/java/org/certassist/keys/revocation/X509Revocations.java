package org.certassist.keys.revocation;

import java.security.Provider;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.bouncycastle.jce.provider.BouncyCastleProvider;
import org.certassist.core.certificate.EncodedCertificate;
import org.certassist.core.certificate.NotCheckedReason;
import org.certassist.core.certificate.Revocation;
import org.certassist.core.certificate.RevocationPolicy;
import org.certassist.core.certificate.RevocationReport;
import org.certassist.core.certificate.Revocations;
import org.certassist.core.certificate.StatusPublications;
import org.certassist.keys.certificate.ParsedCertificate;
import org.certassist.keys.certificate.SignatureValues;

/// Revocation by lists and answers, read with Bouncy Castle.
///
/// What was found out is remembered for some minutes, so that a list of keys that is looked at
/// again and again asks nobody twice, and a CA's dead server is waited for once.
public final class X509Revocations implements Revocations {
  private static final Duration PATIENCE = Duration.ofSeconds(12);
  private static final Duration REMEMBERED = Duration.ofMinutes(10);
  private static final Duration FAILURE_REMEMBERED = Duration.ofMinutes(1);
  private static final int MOST_REMEMBERED = 200;
  private static final int MOST_GIVEN = 20;

  private final SignatureValues signatures = new SignatureValues();
  private final Provider provider = new BouncyCastleProvider();
  private final StatusPublications publications;
  private final Map<Link, Found> remembered = new LinkedHashMap<>();

  public X509Revocations(StatusPublications publications) {
    this.publications = publications;
  }

  private record Link(
      EncodedCertificate certificate, EncodedCertificate issuer, RevocationPolicy policy) {}

  private record Found(Revocation what, Instant at) {
    boolean serves(Instant now) {
      Duration lasts = what instanceof Revocation.NotChecked ? FAILURE_REMEMBERED : REMEMBERED;
      return !now.isBefore(at) && now.isBefore(at.plus(lasts));
    }
  }

  @Override
  public RevocationReport ask(Question question) throws InterruptedException {
    List<ParsedCertificate> path = parse(question.path());
    if (path.size() < question.path().size()) {
      return RevocationReport.notAsked(question.now());
    }
    RevocationRound round =
        new RevocationRound(
            signatures,
            provider,
            publications,
            question.policy(),
            new StatementSigners(signatures, parse(question.others()), question.now()),
            new Freshness(question.now(), question.policy().staleness()),
            new Patience(PATIENCE),
            question.lists().stream()
                .limit(MOST_GIVEN)
                .flatMap(file -> CrlFile.of(file).stream())
                .toList());
    List<RevocationReport.Asked> asked = new ArrayList<>();
    for (int i = 0; i < path.size() - 1; i++) {
      Subject subject = new Subject(path.get(i), path.subList(i + 1, path.size()));
      asked.add(
          new RevocationReport.Asked(
              subject.certificate().encoded(), of(subject, round, question).asOf(question.at())));
    }
    return new RevocationReport(question.now(), asked);
  }

  private Revocation of(Subject subject, RevocationRound round, Question question)
      throws InterruptedException {
    if (!question.lists().isEmpty()) {
      return givenListsSpeak(round.of(subject), question);
    }
    Link link =
        new Link(subject.certificate().encoded(), subject.issuer().encoded(), question.policy());
    Optional<Revocation> known = recall(link, question.now());
    if (known.isPresent()) {
      return known.get();
    }
    Revocation found = round.of(subject);
    remember(link, new Found(found, question.now()));
    return found;
  }

  /// Where nothing came of the lists that the user named because they are none, that is said.
  private static Revocation givenListsSpeak(Revocation found, Question question) {
    boolean unread = question.lists().stream().anyMatch(file -> CrlFile.of(file).isEmpty());
    return unread && found instanceof Revocation.NotChecked
        ? new Revocation.NotChecked(NotCheckedReason.MALFORMED)
        : found;
  }

  private synchronized Optional<Revocation> recall(Link link, Instant now) {
    return Optional.ofNullable(remembered.get(link))
        .filter(found -> found.serves(now))
        .map(Found::what);
  }

  private synchronized void remember(Link link, Found found) {
    remembered.remove(link);
    remembered.put(link, found);
    while (remembered.size() > MOST_REMEMBERED) {
      remembered.remove(remembered.keySet().iterator().next());
    }
  }

  private static List<ParsedCertificate> parse(List<EncodedCertificate> certificates) {
    return certificates.stream().flatMap(one -> ParsedCertificate.of(one).stream()).toList();
  }
}
