package org.certassist.core.filing;

import org.certassist.core.archive.Archive;
import org.certassist.core.archive.History;
import org.certassist.core.archive.Step;
import org.certassist.core.declaration.Content;
import org.certassist.core.declaration.DeclarationId;
import org.certassist.core.declaration.Stage;
import org.certassist.core.fault.FaultException;
import org.certassist.core.fault.UsageFault;

/// Refuses a declaration of the same people, unit, kind and month as one that is on its way: it
/// would be filed twice.
final class Twins {
  private final Archive archive;

  Twins(Archive archive) {
    this.archive = archive;
  }

  /// For one that is new, or is sent for the first time.
  ///
  /// @param id its own; kept in the outbox it is no twin of itself until it was signed
  /// @throws FaultException `usage.alreadyInOutbox`, `usage.alreadyFiled`
  void refuse(DeclarationId id, Content content) throws FaultException {
    for (History other : archive.all()) {
      boolean itself = other.id().equals(id);
      if (itself ? other.stage() != Stage.CHECKED : isTwin(other, content)) {
        throw refusal(other);
      }
    }
  }

  /// For one that waited in the outbox: of two that wait, the first that is signed goes.
  ///
  /// @throws FaultException as [#refuse]
  void refuseAfterSigned(DeclarationId id, Content content) throws FaultException {
    for (History other : archive.all()) {
      if (!other.id().equals(id) && other.stage() != Stage.CHECKED && isTwin(other, content)) {
        throw refusal(other);
      }
    }
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
            .orElseGet(() -> UsageFault.of("usage.alreadyInOutbox", id)));
  }
}
