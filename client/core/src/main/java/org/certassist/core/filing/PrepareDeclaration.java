package org.certassist.core.filing;

import org.certassist.core.archive.Archive;
import org.certassist.core.archive.ArchiveException;
import org.certassist.core.archive.History;
import org.certassist.core.archive.Step;
import org.certassist.core.declaration.Content;
import org.certassist.core.declaration.DeclarationId;
import org.certassist.core.declaration.Stage;
import org.certassist.core.fault.FaultException;
import org.certassist.core.fault.UsageFault;
import org.certassist.core.portal.Receipt;
import org.certassist.core.profile.Profile;
import org.certassist.core.rules.CheckedDeclaration;
import org.certassist.core.time.ShanghaiTime;
import org.certassist.core.workbook.FileFault;
import org.certassist.core.workbook.WorkbookException;

/// Gives a checked declaration its id and exact bytes, and refuses one that is already on its way.
public final class PrepareDeclaration {
  private final Archive archive;
  private final ShanghaiTime time;

  public PrepareDeclaration(Archive archive, ShanghaiTime time) {
    this.archive = archive;
    this.time = time;
  }

  /// @throws FaultException `usage.alreadyInOutbox`, `usage.alreadyFiled`, `file.tooLarge`
  public PreparedDeclaration prepare(CheckedDeclaration declaration, Profile profile)
      throws FaultException {
    Content content = declaration.content();
    if (content.rows().size() > profile.maxRows()) {
      throw new WorkbookException(new FileFault.TooLarge("declarationRows", profile.maxRows()));
    }
    refuseTwin(content);
    return prepared(DeclarationId.random(), 0, declaration, profile);
  }

  /// The same declaration, taken from the outbox and checked again.
  PreparedDeclaration resume(History history, CheckedDeclaration declaration, Profile profile) {
    return prepared(history.id(), history.version(), declaration, profile);
  }

  /// Keeps a declaration in the outbox without signing it.
  public void keepForLater(PreparedDeclaration prepared) throws ArchiveException {
    if (prepared.version() == 0) {
      archive.append(prepared.id(), 0, new Step.Checked(prepared.declaration().content()));
    }
  }

  private PreparedDeclaration prepared(
      DeclarationId id, int version, CheckedDeclaration declaration, Profile profile) {
    byte[] document =
        DeclarationDocument.bytes(id, ShanghaiTime.of(time.instant()), declaration.content());
    return new PreparedDeclaration(id, version, declaration, document, profile);
  }

  /// The same people, unit, kind and month a second time would be filed twice.
  private void refuseTwin(Content content) throws FaultException {
    String fingerprint = DeclarationDocument.fingerprint(content);
    for (History other : archive.all()) {
      if (other.stage() == Stage.REFUSED
          || !DeclarationDocument.fingerprint(other.content()).equals(fingerprint)) {
        continue;
      }
      String id = other.id().toString();
      throw new FaultException(
          other
              .last(Step.Accepted.class)
              .map(Step.Accepted::receipt)
              .map(Receipt::number)
              .map(number -> UsageFault.of("usage.alreadyFiled", id, number))
              .orElseGet(() -> UsageFault.of("usage.alreadyInOutbox", id)));
    }
  }
}
