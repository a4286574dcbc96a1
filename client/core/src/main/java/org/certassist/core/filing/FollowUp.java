package org.certassist.core.filing;

import java.time.Duration;
import java.util.Set;
import java.util.stream.Collectors;
import org.certassist.core.archive.Archive;
import org.certassist.core.archive.ArchiveException;
import org.certassist.core.archive.History;
import org.certassist.core.archive.Step;
import org.certassist.core.declaration.Content;
import org.certassist.core.declaration.DeclarationId;
import org.certassist.core.declaration.Stage;
import org.certassist.core.portal.PortalException;
import org.certassist.core.portal.PortalFault;
import org.certassist.core.portal.PortalSession;
import org.certassist.core.portal.Receipt;
import org.certassist.core.portal.ResultsOutcome;
import org.certassist.core.portal.RowAnswers;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// Waits for the portal's answers to the rows of an accepted declaration, at the pace the portal
/// asks for.
final class FollowUp {
  /// Every declaration is asked for at least this long, also when those before it used up the wait.
  private static final Duration LEAST = Duration.ofSeconds(2);

  private static final Logger LOG = LoggerFactory.getLogger(FollowUp.class);

  private final Archive archive;
  private final Progress progress;

  FollowUp(Archive archive, Progress progress) {
    this.archive = archive;
    this.progress = progress;
  }

  /// Asks until the answers are there or the patience is used up; then the declaration stays
  /// ACCEPTED.
  ///
  /// @throws PortalException `portal.answersDoNotFit`, and it stays ACCEPTED
  void await(DeclarationId id, PortalSession session, Duration patience)
      throws ArchiveException, PortalException, InterruptedException {
    History history = archive.find(id).orElseThrow();
    if (history.stage() != Stage.ACCEPTED) {
      return;
    }
    Receipt receipt = history.last(Step.Accepted.class).orElseThrow().receipt();
    long deadline = System.nanoTime() + patience.toNanos();
    while (true) {
      Duration left = Duration.ofNanos(deadline - System.nanoTime());
      switch (session.results(id, left.compareTo(LEAST) < 0 ? LEAST : left)) {
        case ResultsOutcome.Ready(RowAnswers answers) -> {
          if (!fits(answers, history.content())) {
            throw new PortalException(
                new PortalFault.AnswersDoNotFit(id.toString(), receipt.number()));
          }
          AfterTheAnswer.keep(
              () -> archive.append(id, history.version(), new Step.Answered(answers)),
              AfterTheAnswer.accepted(id, receipt));
          progress.reached(Milestone.ANSWERED, id);
          return;
        }
        case ResultsOutcome.NotYet(Duration retryAfter) -> {
          if (deadline - System.nanoTime() < retryAfter.toNanos()) {
            return;
          }
          Thread.sleep(retryAfter);
        }
        case ResultsOutcome.NoAnswer(String cause) -> {
          LOG.info("declaration {}: no row answers yet: {}", id, cause);
          return;
        }
      }
    }
  }

  private static boolean fits(RowAnswers answers, Content content) {
    Set<Integer> rows = content.rows().stream().map(Content.Row::row).collect(Collectors.toSet());
    Set<Integer> refused =
        answers.rows().stream().map(RowAnswers.RowAnswer::row).collect(Collectors.toSet());
    return answers.accepted() + answers.refused() == content.rows().size()
        && answers.refused() == answers.rows().size()
        && answers.refused() == refused.size()
        && rows.containsAll(refused);
  }
}
