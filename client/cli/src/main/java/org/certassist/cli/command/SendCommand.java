package org.certassist.cli.command;

import java.net.URI;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.certassist.cli.json.SentJson;
import org.certassist.cli.terminal.ExitCode;
import org.certassist.cli.terminal.Session;
import org.certassist.core.archive.History;
import org.certassist.core.declaration.Unit;
import org.certassist.core.fault.Fault;
import org.certassist.core.fault.FaultException;
import org.certassist.core.fault.UsageFault;
import org.certassist.core.filing.CheckWorkbook;
import org.certassist.core.filing.KeyOverview;
import org.certassist.core.filing.PreparedDeclaration;
import org.certassist.core.key.Pin;
import org.certassist.core.portal.Portal;
import org.certassist.core.profile.Profile;
import org.certassist.core.rules.Verdict;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.ParentCommand;

/// `certassist send IN`: check, show what is signed, sign, file, follow up.
@Command(name = "send")
final class SendCommand implements Callable<Integer> {
  @ParentCommand private CertassistCommand root;

  @Parameters(index = "0", paramLabel = "IN")
  private Path in;

  @Option(names = "--unit", paramLabel = "CODE")
  private @Nullable String unit;

  @Option(names = "--portal", paramLabel = "URL")
  private @Nullable URI address;

  @Mixin private InputOptions input;

  @Mixin private KeyOptions key;

  @Option(names = "--later")
  private boolean later;

  @Option(names = "--not-filed-before")
  private boolean notFiledBefore;

  @Option(names = "--json")
  private boolean json;

  @Override
  public Integer call() throws Exception {
    try (Session session = root.open(json)) {
      Profile profile = session.wiring().profile();
      CheckWorkbook.Checked checked = input.check(in, session);
      return switch (checked.verdict()) {
        case Verdict.Faulty faulty -> FaultySheet.refuse(faulty, session).number();
        case Verdict.Passed passed -> {
          Findings words = new Findings(session, false);
          words.print(passed.findings());
          yield file(passed, session, profile).number();
        }
      };
    }
  }

  private ExitCode file(Verdict.Passed passed, Session session, Profile profile)
      throws FaultException, InterruptedException {
    String declared = passed.declaration().content().unit().creditCode();
    if (unit != null && !unit.equals(declared)) {
      throw new FaultException(UsageFault.of("usage.otherUnit", unit, declared));
    }
    PreparedDeclaration prepared =
        session
            .wiring()
            .prepareDeclaration()
            .prepare(passed.declaration(), profile, notFiledBefore);
    session.wiring().sendOutbox().leftOut().ifPresent(fault -> note(fault, session));
    FilingWords filing = new FilingWords(session);
    filing.show(prepared.summary());
    FilingWords.demandRest(profile, session.texts());
    if (later) {
      return keep(prepared, session);
    }
    Portal portal = session.wiring().portal(Optional.ofNullable(address));
    List<Unit> units = List.of(passed.declaration().content().unit());
    KeyOverview.Choice choice = key.choose(session, profile, units);
    new ChosenKey(session).showFor(units, choice);
    session.wiring().foresight(Optional.ofNullable(address)).guard(choice, profile);
    History history;
    try (Pin pin = key.pin(session, choice.key().token())) {
      history =
          session
              .wiring()
              .sendDeclaration()
              .send(
                  prepared,
                  key.door(session, choice.signingKey(), pin),
                  portal,
                  (milestone, _) -> filing.progress(milestone));
    }
    return new Sent(session, filing).say(history, portal);
  }

  private static void note(Fault fault, Session session) {
    session.output().note(session.texts().fault(fault).joined(session.texts().language()));
  }

  private ExitCode keep(PreparedDeclaration prepared, Session session)
      throws FaultException, InterruptedException {
    session.wiring().prepareDeclaration().keepForLater(prepared);
    session.say("cli.send.kept", prepared.id());
    if (json) {
      History history = session.wiring().archive().find(prepared.id()).orElseThrow();
      session
          .output()
          .document(SentJson.of(history, Optional.empty(), Optional.empty(), Optional.empty()));
    }
    return ExitCode.DONE;
  }
}
