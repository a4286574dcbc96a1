package org.certassist.core.filing;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.certassist.core.archive.Archive;
import org.certassist.core.archive.ArchiveException;
import org.certassist.core.archive.DamagedHistory;
import org.certassist.core.archive.History;
import org.certassist.core.archive.Step;
import org.certassist.core.declaration.Content;
import org.certassist.core.declaration.DeclarationId;
import org.certassist.core.declaration.Stage;
import org.certassist.core.fault.FaultException;
import org.certassist.core.fault.UsageFault;

/// Refuses a declaration that would file somebody twice: the same people, unit, kind and month as
/// one that is on its way, or some of the people of one that still waits.
final class Twins {
  private static final String PERSON = "idNumber";

  private final Archive archive;

  Twins(Archive archive) {
    this.archive = archive;
  }

  /// For one that is new, or is sent for the first time.
  ///
  /// @param id its own; kept in the outbox it is no twin of itself until it was signed
  /// @throws FaultException `usage.alreadyInOutbox`, `usage.alreadyFiled`, `usage.alreadyExported`,
  ///   `usage.alreadyHandedIn` (id, day), or `usage.personsWait`, `usage.personsExported` and
  ///   `usage.personsUnconfirmed` (id of the one that waits, number of people in both)
  void refuse(DeclarationId id, Content content) throws FaultException {
    List<History> all = archive.readable();
    for (History other : all) {
      boolean itself = other.id().equals(id);
      if (itself ? other.stage() != Stage.CHECKED : isTwin(other, content)) {
        throw refusal(other);
      }
    }
    refuseShared(id, content, all);
  }

  /// The same declaration, made into a file before and not handed in yet: it may be saved or
  /// printed as often as the clerk needs it.
  Optional<History> exported(Content content) throws ArchiveException {
    return archive.readable().stream()
        .filter(other -> other.stage() == Stage.EXPORTED && isTwin(other, content))
        .findFirst();
  }

  /// An earlier declaration that does not open may be the same one, or name the same people:
  /// whether it was filed, only the clerk can say.
  ///
  /// @throws FaultException `usage.earlierUnreadable` (number of them, their names)
  void refuseDoubt(DeclarationId id, Content content) throws FaultException {
    List<String> doubtful =
        archive.damaged().stream()
            .filter(one -> !one.record().equals(id.toString()))
            .filter(one -> one.content().map(its -> mayBeTwin(its, content)).orElse(true))
            .map(DamagedHistory::record)
            .toList();
    if (!doubtful.isEmpty()) {
      throw new FaultException(
          UsageFault.of(
              "usage.earlierUnreadable",
              Integer.toString(doubtful.size()),
              String.join(", ", doubtful)));
    }
  }

  private static boolean mayBeTwin(Content one, Content other) {
    return isAlike(one, other) && shared(one, other) > 0;
  }

  /// For one that waited in the outbox: of two that wait, the first that is signed goes.
  ///
  /// @throws FaultException as [#refuse]
  void refuseAfterSigned(DeclarationId id, Content content) throws FaultException {
    for (History other : archive.readable()) {
      if (!other.id().equals(id) && other.stage() != Stage.CHECKED && isTwin(other, content)) {
        throw refusal(other);
      }
    }
  }

  /// Two that wait and name the same person contradict each other: only the clerk knows which is
  /// right. People of one that the portal has are no obstacle; refused rows are filed again.
  ///
  /// @param others those it is held against, itself or its twins among them or not
  /// @throws FaultException `usage.personsWait`, `usage.personsExported`,
  ///   `usage.personsUnconfirmed`
  static void refuseShared(DeclarationId id, Content content, List<History> others)
      throws FaultException {
    for (History other : others) {
      if (other.id().equals(id) || !other.stage().waits() || !isAlike(other.content(), content)) {
        continue;
      }
      long shared = shared(other.content(), content);
      if (shared > 0 && !isTwin(other, content)) {
        throw new FaultException(
            UsageFault.of(shares(other.stage()), other.id().toString(), Long.toString(shared)));
      }
    }
  }

  private static String shares(Stage waiting) {
    if (waiting == Stage.EXPORTED) {
      return "usage.personsExported";
    }
    return waiting.mayBeWithdrawn() ? "usage.personsWait" : "usage.personsUnconfirmed";
  }

  private static boolean isAlike(Content one, Content other) {
    return one.profile().equals(other.profile())
        && one.kind().equals(other.kind())
        && one.unit().creditCode().equals(other.unit().creditCode());
  }

  /// How many people are in both.
  private static long shared(Content one, Content other) {
    Set<String> people = people(other);
    return people(one).stream().filter(people::contains).count();
  }

  private static Set<String> people(Content content) {
    return content.rows().stream()
        .map(row -> row.values().getOrDefault(PERSON, ""))
        .filter(number -> !number.isEmpty())
        .collect(Collectors.toSet());
  }

  private static boolean isTwin(History other, Content content) {
    if (nobodyWasAccepted(other)) {
      return false;
    }
    // What is only checked will be signed for the month it is then.
    Content its =
        other.stage() == Stage.CHECKED
            ? other.content().in(content.settlementMonth())
            : other.content();
    return DeclarationDocument.fingerprint(its).equals(DeclarationDocument.fingerprint(content));
  }

  /// Then the same file may be filed again, next day or after a word with the portal.
  private static boolean nobodyWasAccepted(History other) {
    return other.stage() == Stage.REFUSED
        || other.stage() == Stage.WITHDRAWN
        || other
            .last(Step.Answered.class)
            .filter(answered -> answered.answers().accepted() == 0)
            .isPresent();
  }

  private static FaultException refusal(History other) {
    String id = other.id().toString();
    return new FaultException(
        other
            .last(Step.Accepted.class)
            .map(accepted -> UsageFault.of("usage.alreadyFiled", id, accepted.receipt().number()))
            .or(() ->
                other
                    .last(Step.HandedIn.class)
                    .map(handed ->
                        UsageFault.of("usage.alreadyHandedIn", id, handed.on().toString())))
            .orElseGet(() ->
                UsageFault.of(
                    other.stage() == Stage.EXPORTED
                        ? "usage.alreadyExported"
                        : "usage.alreadyInOutbox",
                    id)));
  }
}
