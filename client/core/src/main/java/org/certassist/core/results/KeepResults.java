package org.certassist.core.results;

import org.certassist.core.archive.Archive;
import org.certassist.core.archive.History;
import org.certassist.core.archive.Step;
import org.certassist.core.fault.FaultException;
import org.certassist.core.fault.UsageFault;
import org.certassist.core.portal.RowAnswers;

/// Keeps the portal's answers with their declaration, on the clerk's word that its list was whole.
public final class KeepResults {
  private final Archive archive;

  public KeepResults(Archive archive) {
    this.archive = archive;
  }

  /// @return the history with its last step
  /// @throws FaultException `usage.resultsUndecided` (id) where a row is left open or a line has no
  ///   row; `usage.resultsNotAwaited` (id) where no answers are awaited, be it that they are there
  ///   already or that it was never filed
  public History keep(History history, MatchedResults results) throws FaultException {
    String id = history.id().toString();
    RowAnswers answers =
        results
            .answers(history.content())
            .orElseThrow(() -> new FaultException(UsageFault.of("usage.resultsUndecided", id)));
    if (!isAwaited(history, answers)) {
      throw new FaultException(UsageFault.of("usage.resultsNotAwaited", id));
    }
    archive.append(history.id(), history.version(), new Step.Answered(answers));
    return archive.find(history.id()).orElseThrow();
  }

  /// Whether the declaration is one whose rows the portal has yet to answer.
  public static boolean isAwaited(History history, RowAnswers answers) {
    return history.stage().mayBeFollowedBy(new Step.Answered(answers).stage());
  }
}
