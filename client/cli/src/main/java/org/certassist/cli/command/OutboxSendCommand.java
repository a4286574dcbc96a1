package org.certassist.cli.command;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.net.URI;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.certassist.cli.json.ErrorJson;
import org.certassist.cli.json.SentJson;
import org.certassist.cli.terminal.ExitCode;
import org.certassist.cli.terminal.Session;
import org.certassist.core.archive.History;
import org.certassist.core.declaration.Unit;
import org.certassist.core.fault.Fault;
import org.certassist.core.fault.FaultException;
import org.certassist.core.filing.KeyOverview;
import org.certassist.core.filing.SendOutbox;
import org.certassist.core.key.Pin;
import org.certassist.core.portal.Portal;
import org.certassist.core.profile.Profile;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParentCommand;

/// `certassist outbox send`: settles, signs and sends everything that waits.
@Command(name = "send")
final class OutboxSendCommand implements Callable<Integer> {
  @ParentCommand private OutboxCommand outbox;

  @Option(names = "--portal", paramLabel = "URL")
  private @Nullable URI address;

  @Mixin private KeyOptions key;

  @Option(names = "--json")
  private boolean json;

  /// @param error present where some of the outbox could not be read
  @JsonInclude(JsonInclude.Include.NON_NULL)
  record Document(List<SentJson> declarations, @Nullable ErrorJson error) {}

  @Override
  public Integer call() throws Exception {
    try (Session session = outbox.root().open(json)) {
      Profile profile = session.wiring().profile();
      FilingWords.demandRest(profile, session.texts());
      SendOutbox sending = session.wiring().sendOutbox();
      if (sending.waiting(profile).isEmpty()) {
        session.say("cli.outbox.nothingWaits");
        return end(ExitCode.DONE, List.of(), sending, session).number();
      }
      return send(session, profile, sending).number();
    }
  }

  private ExitCode send(Session session, Profile profile, SendOutbox sending)
      throws FaultException, InterruptedException {
    Portal portal = session.wiring().portal(Optional.ofNullable(address));
    List<Unit> units =
        sending.waiting(profile).stream().map(one -> one.content().unit()).distinct().toList();
    KeyOverview.Choice choice = key.choose(session, profile, units);
    new ChosenKey(session).showFor(units, choice);
    session.wiring().foresight(Optional.ofNullable(address)).guard(choice, profile);
    FilingWords filing = new FilingWords(session);
    List<SendOutbox.Taken> taken;
    try (Pin pin = key.pin(session, choice.key().token())) {
      taken =
          sending.send(
              key.door(session, choice.signingKey(), pin),
              profile,
              portal,
              (milestone, _) -> filing.progress(milestone));
    }
    return say(taken, sending, session, filing, portal);
  }

  private ExitCode say(
      List<SendOutbox.Taken> taken,
      SendOutbox sending,
      Session session,
      FilingWords filing,
      Portal portal)
      throws FaultException, InterruptedException {
    ExitCode worst = ExitCode.DONE;
    List<SentJson> documents = new ArrayList<>();
    for (SendOutbox.Taken one : taken) {
      History history = session.wiring().archive().find(one.id()).orElseThrow();
      Optional<Path> evidence = new Sent(session, filing).evidence(history);
      SentJson document =
          filing.json(history, evidence, Optional.of(session.wiring().describe(portal)));
      documents.add(
          one.fault()
              .map(fault -> document.with(ErrorJson.of(fault.id(), session.texts().fault(fault))))
              .orElse(document));
      filing.show(history, evidence);
      one.fault()
          .ifPresent(fault ->
              session
                  .output()
                  .note(session.texts().fault(fault).joined(session.texts().language())));
      ExitCode code =
          one.fault().map(fault -> ExitCode.of(fault.area())).orElse(ExitCode.of(history.stage()));
      worst = code.number() > worst.number() ? code : worst;
    }
    return end(worst, documents, sending, session);
  }

  /// What could not be read is named last, and is the worst of it.
  private static ExitCode end(
      ExitCode code, List<SentJson> documents, SendOutbox sending, Session session)
      throws FaultException {
    Optional<Fault> leftOut = sending.leftOut();
    leftOut
        .map(session.texts()::fault)
        .ifPresent(text -> session.output().note(text.joined(session.texts().language())));
    if (session.output().isJson()) {
      session
          .output()
          .document(
              new Document(
                  documents,
                  leftOut
                      .map(fault -> ErrorJson.of(fault.id(), session.texts().fault(fault)))
                      .orElse(null)));
    }
    return leftOut.isPresent() ? ExitCode.STORAGE : code;
  }
}
