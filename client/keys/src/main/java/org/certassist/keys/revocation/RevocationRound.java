package org.certassist.keys.revocation;

import java.net.URI;
import java.security.Provider;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.bouncycastle.asn1.x509.Extension;
import org.certassist.core.certificate.NotCheckedReason;
import org.certassist.core.certificate.Publication;
import org.certassist.core.certificate.Revocation;
import org.certassist.core.certificate.RevocationPolicy;
import org.certassist.core.certificate.RevocationSource;
import org.certassist.core.certificate.StatusPublications;
import org.certassist.keys.certificate.SignatureValues;
import org.certassist.keys.revocation.StatementSigners.Signer;

/// One round of asking about the certificates of a chain, in bounded time.
///
/// For each: the lists that the user named, since he means them; then the CA's server, whose answer
/// is small and of this moment; then the CA's list. Whoever was named by a CA to sign in its place
/// is asked about too, once and by lists only, so that nobody vouches for himself.
final class RevocationRound {
  private static final int MOST_SERVERS = 2;
  private static final int MOST_ADDRESSES = 2;
  private static final int MOST_LISTS = 8;

  private final SignatureValues signatures;
  private final Provider provider;
  private final ListReader reader;
  private final StatusPublications publications;
  private final RevocationPolicy policy;
  private final StatementSigners signers;
  private final Freshness freshness;
  private final Patience patience;
  private final List<CrlFile> given;
  private final List<CrlFile> givenDeltas;

  /// @param given lists that the user named
  RevocationRound(
      SignatureValues signatures,
      Provider provider,
      StatusPublications publications,
      RevocationPolicy policy,
      StatementSigners signers,
      Freshness freshness,
      Patience patience,
      List<CrlFile> given) {
    this.signatures = signatures;
    this.provider = provider;
    this.reader = new ListReader(publications, patience);
    this.publications = publications;
    this.policy = policy;
    this.signers = signers;
    this.freshness = freshness;
    this.patience = patience;
    this.given = given.stream().filter(list -> !isDelta(list)).toList();
    this.givenDeltas = given.stream().filter(RevocationRound::isDelta).toList();
  }

  private static boolean isDelta(CrlFile list) {
    return list.extension(Extension.deltaCRLIndicator).isPresent();
  }

  Revocation of(Subject subject) throws InterruptedException {
    StatusPlaces places = StatusPlaces.of(subject.certificate());
    Tally tally = new Tally();
    CrlCheck lists = new CrlCheck(signatures, signers, this::demandSigner, freshness);
    askGivenLists(subject, places, lists, tally);
    if (tally.decided().isEmpty()) {
      askServers(subject, places, tally);
    }
    if (tally.decided().isEmpty()) {
      askLists(subject, places, lists, tally);
    }
    return tally.result();
  }

  private void demandSigner(Signer signer) throws UnusableException, InterruptedException {
    if (!signer.toBeAsked()) {
      return;
    }
    Subject subject = signer.asSubject();
    StatusPlaces places = StatusPlaces.of(signer.certificate());
    Tally tally = new Tally();
    CrlCheck lists =
        new CrlCheck(signatures, signers, RevocationRound::demandTheCaItself, freshness);
    askGivenLists(subject, places, lists, tally);
    if (tally.decided().isEmpty()) {
      askLists(subject, places, lists, tally);
    }
    switch (tally.result()) {
      case Revocation.Good _ -> {}
      case Revocation.Revoked _ -> throw new UnusableException(NotCheckedReason.WRONG_SIGNER);
      case Revocation.NotChecked(NotCheckedReason reason) -> {
        if (reason != NotCheckedReason.NOTHING_PUBLISHED) {
          throw new UnusableException(NotCheckedReason.SIGNER_NOT_CHECKED);
        }
      }
    }
  }

  private static void demandTheCaItself(Signer signer) throws UnusableException {
    if (signer.toBeAsked()) {
      throw new UnusableException(NotCheckedReason.SIGNER_NOT_CHECKED);
    }
  }

  private void askGivenLists(Subject subject, StatusPlaces places, CrlCheck check, Tally tally)
      throws InterruptedException {
    for (CrlFile list : given) {
      Word word = word(list, subject, points(places), check, RevocationSource.GIVEN_LIST);
      word.count(tally);
    }
  }

  private static List<ListPoint> points(StatusPlaces places) {
    return Stream.concat(places.points().stream(), Stream.of(ListPoint.OF_ITS_ISSUER)).toList();
  }

  private void askServers(Subject subject, StatusPlaces places, Tally tally)
      throws InterruptedException {
    for (URI server : places.servers().stream().limit(MOST_SERVERS).toList()) {
      OcspQuestion question = new OcspQuestion(subject, provider);
      Publication answer = publications.answer(server, question.encoded(), manner());
      if (answer instanceof Publication.Fetched(byte[] bytes, _)) {
        try {
          OcspCheck check = new OcspCheck(signatures, signers, this::demandSigner, freshness);
          new Word.Said(check.says(bytes, question, subject), ReasonSet.ALL).count(tally);
          return;
        } catch (UnusableException unusable) {
          tally.failed(unusable.reason());
        }
      } else if (answer instanceof Publication.Missed(NotCheckedReason reason)) {
        tally.failed(reason);
      }
    }
  }

  private void askLists(Subject subject, StatusPlaces places, CrlCheck check, Tally tally)
      throws InterruptedException {
    boolean named = false;
    for (ListPoint point : places.points()) {
      for (URI address : point.addresses().stream().limit(MOST_ADDRESSES).toList()) {
        named = true;
        if (ask(address, subject, List.of(point), check, tally)) {
          break;
        }
      }
      if (tally.decided().isPresent()) {
        return;
      }
    }
    if (!named) {
      askListsOfTheRegion(subject, places, check, tally);
    }
  }

  private void askListsOfTheRegion(
      Subject subject, StatusPlaces places, CrlCheck check, Tally tally)
      throws InterruptedException {
    if (policy.lists().isEmpty()) {
      tally.failed(NotCheckedReason.NOTHING_PUBLISHED);
    }
    for (URI address : policy.lists().stream().limit(MOST_LISTS).toList()) {
      if (ask(address, subject, points(places), check, tally)) {
        return;
      }
    }
  }

  /// Whether the list said something.
  private boolean ask(
      URI address, Subject subject, List<ListPoint> points, CrlCheck check, Tally tally)
      throws InterruptedException {
    Word word =
        reader.read(
            address,
            policy.privateAddresses(),
            list -> word(list, subject, points, check, RevocationSource.LIST));
    word.count(tally);
    return word instanceof Word.Said;
  }

  /// What a list says, as the list of the first of these points that it fits.
  private Word word(
      CrlFile list,
      Subject subject,
      List<ListPoint> points,
      CrlCheck check,
      RevocationSource source)
      throws InterruptedException {
    NotCheckedReason reason = NotCheckedReason.NOT_ASKED;
    for (ListPoint point : points) {
      try {
        CrlCheck.Genuine base = check.genuine(list, subject, point);
        Optional<CrlFile> delta = check.delta(base, deltas(base, subject, source));
        return new Word.Said(check.says(base, delta, subject, source), base.reasons());
      } catch (UnusableException unusable) {
        if (unusable.reason().compareTo(reason) > 0) {
          reason = unusable.reason();
        }
      }
    }
    return new Word.Nothing(reason);
  }

  private List<CrlFile> deltas(CrlCheck.Genuine base, Subject subject, RevocationSource source)
      throws InterruptedException {
    List<CrlFile> found = new ArrayList<>(givenDeltas);
    if (source == RevocationSource.LIST) {
      List<URI> addresses =
          Stream.concat(
                  StatusPlaces.of(subject.certificate()).newest().stream(),
                  base.list().extensions().stream()
                      .flatMap(all -> StatusPlaces.addresses(all, Extension.freshestCRL).stream()))
              .distinct()
              .limit(MOST_ADDRESSES)
              .toList();
      for (URI address : addresses) {
        reader.newest(address, policy.privateAddresses()).ifPresent(found::add);
      }
    }
    return found;
  }

  private StatusPublications.Manner manner() {
    return patience.manner(policy.privateAddresses());
  }
}
