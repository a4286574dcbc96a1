package org.certassist.core.filing;

import java.time.YearMonth;
import org.certassist.core.archive.Archive;
import org.certassist.core.archive.ArchiveException;
import org.certassist.core.archive.History;
import org.certassist.core.archive.Step;
import org.certassist.core.declaration.Content;
import org.certassist.core.declaration.DeclarationId;
import org.certassist.core.fault.FaultException;
import org.certassist.core.fault.UsageFault;
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

  /// @throws FaultException what [Twins#refuse] throws, `usage.earlierUnreadable`, `file.tooLarge`,
  ///   `usage.checkAgain`, `archive.fileDamaged`
  public PreparedDeclaration prepare(CheckedDeclaration declaration, Profile profile)
      throws FaultException {
    return prepare(declaration, profile, false);
  }

  /// @param notFiledBefore the clerk has confirmed that none of the earlier declarations that do
  ///   not open is this one
  /// @throws FaultException as [#prepare(CheckedDeclaration, Profile)]; with the confirmation
  ///   without `usage.earlierUnreadable`
  public PreparedDeclaration prepare(
      CheckedDeclaration declaration, Profile profile, boolean notFiledBefore)
      throws FaultException {
    Content content = declaration.content();
    refuseTooMany(content, profile);
    refuseStale(content, profile, time);
    DeclarationId id = DeclarationId.random();
    Twins twins = new Twins(archive);
    twins.refuse(id, content);
    if (!notFiledBefore) {
      twins.refuseDoubt(id, content);
    }
    return prepared(id, declaration, profile);
  }

  /// @throws WorkbookException [FileFault.TooLarge]
  static void refuseTooMany(Content content, Profile profile) throws WorkbookException {
    if (content.rows().size() > profile.maxRows()) {
      throw new WorkbookException(new FileFault.TooLarge("declarationRows", profile.maxRows()));
    }
  }

  /// Checked before midnight, sent after it: the rules must run for the month it is now.
  ///
  /// @throws FaultException `usage.checkAgain`
  static void refuseStale(Content content, Profile profile, ShanghaiTime time)
      throws FaultException {
    YearMonth month = profile.calendar().settlementMonth(time.now());
    if (!content.settlementMonth().equals(month)) {
      throw new FaultException(
          UsageFault.of(
              "usage.checkAgain", content.settlementMonth().toString(), month.toString()));
    }
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
