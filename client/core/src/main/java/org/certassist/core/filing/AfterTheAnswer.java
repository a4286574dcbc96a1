package org.certassist.core.filing;

import org.certassist.core.archive.ArchiveException;
import org.certassist.core.archive.ArchiveFault;
import org.certassist.core.declaration.DeclarationId;
import org.certassist.core.portal.Receipt;

/// Writing down what the portal has said already: where that fails, what the portal said must not
/// be hidden behind the archive's trouble, which means "nothing was filed" everywhere else.
final class AfterTheAnswer {
  private AfterTheAnswer() {}

  /// One writing to the archive.
  interface Writing {
    void run() throws ArchiveException;
  }

  /// @param instead what is said where it cannot be written; the archive's own word stays its cause
  static void keep(Writing writing, ArchiveFault instead) throws ArchiveException {
    try {
      writing.run();
    } catch (ArchiveException notKept) {
      throw new ArchiveException(instead, notKept);
    }
  }

  static ArchiveFault accepted(DeclarationId id, Receipt receipt) {
    return ArchiveFault.of("archive.acceptedNotKept", id.toString(), receipt.number());
  }

  static ArchiveFault any(DeclarationId id) {
    return ArchiveFault.of("archive.answerNotKept", id.toString());
  }
}
