package org.certassist.desktop.results;

import java.util.List;
import java.util.Optional;
import org.certassist.core.archive.History;
import org.certassist.core.archive.Step;
import org.certassist.core.declaration.Stage;
import org.certassist.core.fault.Fault;
import org.certassist.core.portal.RowAnswers;
import org.certassist.core.results.MatchedResults;
import org.certassist.core.results.ResultLine;
import org.certassist.desktop.listing.ListingSource;

/// How far the portal's list for a declaration has come.
public sealed interface ResultsState {
  /// Whether this declaration is one that the portal's list may be about.
  static boolean mayBeListed(History history) {
    return history.stage().mayBeAtPortal() && !history.stage().isFinal();
  }

  /// Nobody asked for results.
  record Closed() implements ResultsState {}

  /// The list is still to be taken in.
  ///
  /// @param trouble why the last one could not be used
  record Choosing(History declaration, Optional<Fault> trouble) implements ResultsState {}

  record Reading(History declaration, ListingSource source) implements ResultsState {}

  /// The list held against the declaration.
  ///
  /// @param notKept why it could not be kept
  record Matched(
      History declaration, List<ResultLine> lines, MatchedResults results, Optional<Fault> notKept)
      implements ResultsState {
    public Matched {
      lines = List.copyOf(lines);
    }

    List<ResultLine> strays() {
      return lines.stream().filter(line -> results.strays().contains(line.line())).toList();
    }

    /// Where the declaration comes to if this is kept.
    Stage comesTo() {
      return results.wrong().isEmpty() ? Stage.DONE : Stage.DONE_WITH_REFUSALS;
    }

    Keeping keeping() {
      Optional<RowAnswers> kept = declaration.last(Step.Answered.class).map(Step.Answered::answers);
      if (kept.isPresent()) {
        return kept.equals(results.answers(declaration.content()))
            ? Keeping.KEPT
            : Keeping.OTHERS_KEPT;
      }
      if (!results.isDecided()) {
        return Keeping.UNDECIDED;
      }
      if (declaration.stage().mayBeFollowedBy(comesTo())) {
        return Keeping.OFFERED;
      }
      return declaration.stage() == Stage.EXPORTED ? Keeping.NOT_HANDED_IN : Keeping.NOT_CONFIRMED;
    }
  }

  /// Whether what the portal says can be kept with the declaration.
  enum Keeping {
    OFFERED,
    KEPT,
    /// Others were kept before; they stay.
    OTHERS_KEPT,
    /// Somebody is left open, or a line fits nobody.
    UNDECIDED,
    /// The clerk has not said yet that she handed it in.
    NOT_HANDED_IN,
    /// It is not known yet whether the portal has it.
    NOT_CONFIRMED
  }
}
