package org.certassist.cli.wiring;

import java.net.URI;
import java.time.Duration;
import java.time.InstantSource;
import java.util.List;
import java.util.stream.Stream;
import org.certassist.core.certificate.EncodedCertificate;
import org.certassist.core.certificate.RevocationPolicy;
import org.certassist.core.certificate.RevocationReport;
import org.certassist.core.certificate.Revocations;
import org.certassist.core.certificate.StatusPublications;
import org.certassist.keys.revocation.X509Revocations;
import org.certassist.portal.publication.HttpPublications;
import org.certassist.portal.publication.KeptLists;

/// Asks the practice portal for the practice CAs' lists, once this run knows where it is; nobody
/// before that.
///
/// Its port is another one every time, so its lists are not kept.
final class PracticeRevocations implements Revocations {
  private final InstantSource clock;
  private volatile Revocations asked = new X509Revocations(StatusPublications.NONE);
  private volatile List<URI> lists = List.of();

  PracticeRevocations(InstantSource clock) {
    this.clock = clock;
  }

  /// @param anchors whom its TLS is checked against
  void portalIs(URI portal, List<EncodedCertificate> anchors) {
    List<URI> known =
        Stream.of("issuing", "root", "issuing-sm2", "root-sm2")
            .map(name -> portal.resolve("/crl/" + name + ".crl"))
            .toList();
    if (!lists.equals(known)) {
      asked =
          new X509Revocations(
              new HttpPublications(KeptLists.inMemory(), anchors, Duration.ZERO, clock));
      lists = known;
    }
  }

  @Override
  public RevocationReport ask(Question question) throws InterruptedException {
    RevocationPolicy policy = question.policy();
    return asked.ask(
        new Question(
            question.path(),
            question.others(),
            question.lists(),
            new RevocationPolicy(policy.required(), policy.staleness(), true, lists),
            question.at(),
            question.now()));
  }
}
