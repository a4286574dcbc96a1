package org.certassist.core.filing;

import org.certassist.core.archive.Archive;
import org.certassist.core.archive.ArchiveException;
import org.certassist.core.archive.History;
import org.certassist.core.archive.Step;
import org.certassist.core.declaration.Content;
import org.certassist.core.declaration.DeclarationId;
import org.certassist.core.fault.FaultException;
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
    DeclarationId id = DeclarationId.random();
    new Twins(archive).refuse(id, content);
    return prepared(id, declaration, profile);
  }

  /// The same declaration, taken from the outbox and checked again.
  PreparedDeclaration resume(History history, CheckedDeclaration declaration, Profile profile)
      throws FaultException {
    new Twins(archive).refuseAfterSigned(history.id(), declaration.content());
    return prepared(history.id(), declaration, profile);
  }

  /// Keeps a declaration in the outbox without signing it; one that is there already stays as it
  /// is.
  public void keepForLater(PreparedDeclaration prepared) throws ArchiveException {
    if (archive.find(prepared.id()).isEmpty()) {
      archive.append(prepared.id(), 0, new Step.Checked(prepared.declaration().content()));
    }
  }

  private PreparedDeclaration prepared(
      DeclarationId id, CheckedDeclaration declaration, Profile profile) {
    byte[] document = DeclarationDocument.bytes(id, time.instant(), declaration.content());
    return new PreparedDeclaration(id, declaration, document, profile);
  }
}
