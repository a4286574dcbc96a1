package org.certassist.cli.command;

import java.nio.file.Path;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Optional;
import org.certassist.cli.json.ErrorJson;
import org.certassist.cli.json.SentJson;
import org.certassist.cli.terminal.Session;
import org.certassist.core.archive.History;
import org.certassist.core.archive.Step;
import org.certassist.core.declaration.Stage;
import org.certassist.core.fault.FaultException;
import org.certassist.core.fault.UsageFault;
import org.certassist.core.filing.Milestone;
import org.certassist.core.filing.SigningSummary;
import org.certassist.core.portal.RowAnswers.RowAnswer;
import org.certassist.core.profile.Profile;
import org.certassist.core.profile.Way;
import org.certassist.core.time.ShanghaiTime;
import org.certassist.texts.FaultText;
import org.certassist.texts.Texts;

/// Says what is signed, how far a filing has come and what the portal answered; shared by `send`,
/// `outbox` and `practice`.
final class FilingWords {
  private static final DateTimeFormatter MINUTES = DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mm");

  private static final int NAMES_SHOWN = 12;

  private final Session session;

  FilingWords(Session session) {
    this.session = session;
  }

  /// @throws FaultException `usage.wayNotOffered` for a profile whose portal has no REST interface
  static void demandRest(Profile profile, Texts texts) throws FaultException {
    if (!profile.offers(Way.REST)) {
      throw new FaultException(
          UsageFault.of(
              "usage.wayNotOffered",
              profile.id(),
              String.join(" · ", profile.ways().stream().map(texts::way).toList())));
    }
  }

  void show(SigningSummary summary) {
    session.say("cli.sign.head");
    session.say("cli.sign.unit", summary.unit().name(), summary.unit().creditCode());
    session.say(
        "cli.sign.kind",
        KindNames.title(summary.kind(), session),
        summary.settlementMonth(),
        summary.rows());
    names("cli.sign.in", summary.namesIn());
    names("cli.sign.out", summary.namesOut());
    session.say("cli.sign.digest", summary.sha256());
    coverage(summary.covers(), summary.notCovered());
  }

  void coverage(List<String> covers, List<String> notCovered) {
    session.sayOf("cli.sign.covers", covers);
    session.sayOf("cli.sign.notCovered", notCovered);
  }

  private void names(String id, List<String> names) {
    if (!names.isEmpty()) {
      List<String> shown = names.subList(0, Math.min(NAMES_SHOWN, names.size()));
      String rest = names.size() > shown.size() ? "…" : "";
      session.say(id, names.size(), String.join("、", shown) + rest);
    }
  }

  void progress(Milestone milestone) {
    session.output().note("· " + session.texts().get("cli.milestone." + milestone.name()));
  }

  void show(History history, Optional<Path> evidence) {
    Texts texts = session.texts();
    session.say("cli.sent.stage", history.id(), texts.stage(history.stage()));
    history
        .last(Step.Accepted.class)
        .map(Step.Accepted::receipt)
        .ifPresent(receipt -> {
          session.say(
              "cli.sent.receipt",
              receipt.number(),
              receipt.receivedAt().atZoneSameInstant(ShanghaiTime.ZONE).format(MINUTES));
          session.sayOf("cli.sent.notCovered", receipt.notCovered());
        });
    history
        .last(Step.Answered.class)
        .map(Step.Answered::answers)
        .ifPresent(answers -> {
          session.say("cli.sent.results", answers.accepted(), answers.refused());
          for (RowAnswer answer : answers.rows()) {
            session.say("cli.sent.row", answer.row(), answer.message());
          }
        });
    error(history)
        .ifPresent(error -> {
          session.output().note(error.message());
          session.output().note(error.next());
        });
    history
        .last(Step.Exported.class)
        .ifPresent(
            exported -> session.say("cli.export.file", exported.file(), texts.way(exported.way())));
    history
        .last(Step.HandedIn.class)
        .ifPresent(
            handedIn -> session.say("cli.handedIn", handedIn.on(), handedIn.number().orElse("")));
    texts.whatToDoNext(history, session.command()).ifPresent(next -> session.output().note(next));
    evidence.ifPresent(folder -> session.say("cli.sent.evidence", folder));
  }

  SentJson json(History history, Optional<Path> evidence, Optional<SentJson.PortalJson> portal) {
    return SentJson.of(history, evidence, portal, error(history));
  }

  /// What to say where a declaration did not come through.
  private Optional<ErrorJson> error(History history) {
    Texts texts = session.texts();
    return switch (history.stage()) {
      case REFUSED ->
          history
              .last(Step.Refused.class)
              .map(refused ->
                  ErrorJson.of(
                      "portal.refused." + refused.problem().code(),
                      texts.problem(refused.problem())));
      case CHECKED, SIGNED, SENDING, UNCONFIRMED -> Optional.of(unconfirmed(history, texts));
      case ACCEPTED, EXPORTED, HANDED_IN, WITHDRAWN, DONE, DONE_WITH_REFUSALS -> Optional.empty();
    };
  }

  private static ErrorJson unconfirmed(History history, Texts texts) {
    String cause =
        history.stage() == Stage.UNCONFIRMED
            ? history.last(Step.Unconfirmed.class).map(step -> texts.cause(step.cause())).orElse("")
            : texts.stage(history.stage());
    return ErrorJson.of(
        "portal.unconfirmed",
        new FaultText(
            texts.get("cli.unconfirmed.what", cause),
            texts.get("cli.unconfirmed.meaning"),
            texts.get("cli.unconfirmed.next")));
  }
}
