package org.certassist.core.filing;

import java.nio.file.Path;
import java.util.Optional;
import org.certassist.core.archive.Archive;
import org.certassist.core.archive.ArchiveException;
import org.certassist.core.archive.History;
import org.certassist.core.archive.Step;
import org.certassist.core.declaration.Content;
import org.certassist.core.declaration.DeclarationId;
import org.certassist.core.fault.FaultException;
import org.certassist.core.fault.UsageFault;
import org.certassist.core.profile.Profile;
import org.certassist.core.profile.Way;
import org.certassist.core.rules.CheckedDeclaration;
import org.certassist.core.time.ShanghaiTime;
import org.certassist.core.workbook.SafeFile;
import org.certassist.core.workbook.WorkbookException;

/// Makes a checked declaration into a file that the clerk carries herself: to the portal's page, or
/// to the counter. What goes this way is never sent by the network too.
public final class ExportDeclaration {
  private final Archive archive;
  private final ShanghaiTime time;

  public ExportDeclaration(Archive archive, ShanghaiTime time) {
    this.archive = archive;
    this.time = time;
  }

  /// What is made, and where it goes.
  ///
  /// @param out the file; one that is there is replaced
  public record Export(Way way, Path out, Making making) {}

  /// Makes the whole file in memory, so that nothing is kept of one that cannot be made.
  public interface Making {
    byte[] of(DeclarationId id) throws FaultException, InterruptedException;
  }

  /// Keeps it as EXPORTED and then writes the file. One that was exported before, and not handed in
  /// yet, is made again under its own id.
  ///
  /// @param notFiledBefore as in [PrepareDeclaration]
  /// @throws FaultException `usage.wayNotHere` (profile); as [PrepareDeclaration#prepare]; what the
  ///   making throws; `file.notWritten`: a first one is WITHDRAWN then, one made again is EXPORTED
  ///   as before, with the earlier file
  public History export(
      CheckedDeclaration declaration, Profile profile, boolean notFiledBefore, Export export)
      throws FaultException, InterruptedException {
    if (!profile.offers(export.way())) {
      throw new FaultException(UsageFault.of("usage.wayNotHere", profile.id()));
    }
    Content content = declaration.content();
    PrepareDeclaration.refuseTooMany(content, profile);
    PrepareDeclaration.refuseStale(content, profile, time);
    Optional<History> before = new Twins(archive).exported(content);
    if (before.isEmpty()) {
      refuse(content, notFiledBefore);
    }
    DeclarationId id = before.map(History::id).orElseGet(DeclarationId::random);
    byte[] file = export.making().of(id);
    if (before.isEmpty()) {
      // Making it takes a while, and another window or command may have kept one meanwhile.
      refuse(content, notFiledBefore);
    }
    archive.append(
        id,
        before.map(History::version).orElse(0),
        new Step.Exported(
            content,
            export.way(),
            String.valueOf(export.out().getFileName()),
            DeclarationDocument.sha256(file)));
    write(id, before, file, export.out());
    return archive.find(id).orElseThrow();
  }

  private void refuse(Content content, boolean notFiledBefore) throws FaultException {
    Twins twins = new Twins(archive);
    twins.refuse(DeclarationId.random(), content);
    if (!notFiledBefore) {
      twins.refuseDoubt(DeclarationId.random(), content);
    }
  }

  private void write(DeclarationId id, Optional<History> before, byte[] file, Path out)
      throws FaultException {
    try {
      SafeFile.write(out, stream -> stream.write(file));
    } catch (WorkbookException notWritten) {
      takeBack(id, before, notWritten);
      throw notWritten;
    }
  }

  /// Without its file there is nothing to hand in; where there was an earlier file, that one counts
  /// again.
  private void takeBack(DeclarationId id, Optional<History> before, WorkbookException why) {
    Step step =
        before
            .<Step>flatMap(history -> history.last(Step.Exported.class))
            .orElseGet(Step.Withdrawn::new);
    try {
      archive.append(id, before.map(History::version).orElse(0) + 1, step);
    } catch (ArchiveException alsoFailed) {
      why.addSuppressed(alsoFailed);
    }
  }
}
