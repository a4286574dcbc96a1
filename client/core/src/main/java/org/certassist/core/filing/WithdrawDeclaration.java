package org.certassist.core.filing;

import org.certassist.core.archive.Archive;
import org.certassist.core.archive.History;
import org.certassist.core.archive.Step;
import org.certassist.core.declaration.DeclarationId;
import org.certassist.core.declaration.Stage;
import org.certassist.core.fault.FaultException;
import org.certassist.core.fault.UsageFault;

/// Takes a declaration back that was kept or signed and never sent, or exported and, as the clerk
/// says, never handed in; it stays in the archive and is not taken up again.
public final class WithdrawDeclaration {
  private final Archive archive;

  public WithdrawDeclaration(Archive archive) {
    this.archive = archive;
  }

  /// @return the history with its last step
  /// @throws FaultException `usage.unknownDeclaration`; `usage.mayBeAtPortal` while it is not known
  ///   whether the portal has it; `usage.isAtPortal` (id, receipt) when the portal has it;
  ///   `usage.isHandedIn` (id, day) when it was uploaded or brought to the counter;
  ///   `usage.notWaiting` when it was refused or withdrawn before
  public History withdraw(DeclarationId id) throws FaultException {
    History history = find(id);
    if (!history.stage().mayBeWithdrawn()) {
      throw new FaultException(refusal(history));
    }
    archive.append(id, history.version(), new Step.Withdrawn());
    return find(id);
  }

  private History find(DeclarationId id) throws FaultException {
    return archive
        .find(id)
        .orElseThrow(
            () -> new FaultException(UsageFault.of("usage.unknownDeclaration", id.toString())));
  }

  private static UsageFault refusal(History history) {
    String id = history.id().toString();
    if (history.stage() == Stage.SENDING || history.stage() == Stage.UNCONFIRMED) {
      return UsageFault.of("usage.mayBeAtPortal", id);
    }
    return history
        .last(Step.Accepted.class)
        .map(accepted -> UsageFault.of("usage.isAtPortal", id, accepted.receipt().number()))
        .or(() ->
            history
                .last(Step.HandedIn.class)
                .map(handed -> UsageFault.of("usage.isHandedIn", id, handed.on().toString())))
        .orElseGet(() -> UsageFault.of("usage.notWaiting", id));
  }
}
