package org.certassist.core.archive;

import java.util.List;
import org.certassist.core.fault.Fault;
import org.certassist.core.fault.FaultArea;

/// What can be wrong with the archive.
///
/// @param id archive.inUse (details: who holds it) · archive.notWritable · archive.diskFull ·
///   archive.damaged (details: the histories) · archive.draftDamaged (details: its id) ·
///   archive.fileDamaged (details: file or SQLite's word) · archive.gone (details: folder) ·
///   archive.notAFile (details: path) · archive.newerSchema · archive.keyMissing · archive.conflict
///   · archive.acceptedNotKept (details: declaration, receipt number) · archive.answerNotKept
///   (details: declaration) · evidence.notWritten (details: folder)
public record ArchiveFault(String id, List<String> details) implements Fault {
  public ArchiveFault {
    details = List.copyOf(details);
  }

  public static ArchiveFault of(String id, String... details) {
    return new ArchiveFault(id, List.of(details));
  }

  @Override
  public FaultArea area() {
    return FaultArea.STORAGE;
  }
}
