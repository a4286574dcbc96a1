package org.certassist.cli.command;

import java.net.URI;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.certassist.cli.Build;
import org.certassist.cli.json.DoctorJson;
import org.certassist.cli.json.DoctorJson.RepairJson;
import org.certassist.cli.terminal.ExitCode;
import org.certassist.cli.terminal.Session;
import org.certassist.core.diagnosis.Cause;
import org.certassist.core.diagnosis.CheckResult;
import org.certassist.core.diagnosis.CheckResult.State;
import org.certassist.core.fault.FaultException;
import org.certassist.core.helpdesk.ExaminePc;
import org.certassist.core.helpdesk.ExaminePc.Examined;
import org.certassist.core.helpdesk.PhoneCode;
import org.certassist.core.helpdesk.PhoneCodeReading;
import org.certassist.core.helpdesk.ProgramVersion;
import org.certassist.core.knowledge.Knowledge;
import org.certassist.core.knowledge.KnowledgeEntry;
import org.certassist.texts.PhoneCodeWords;
import org.certassist.texts.Texts;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParentCommand;

/// `certassist doctor`: looks at this PC, the keys, the drivers and the way to the portal, and says
/// what to begin with; no PIN is asked for.
@Command(name = "doctor")
final class DoctorCommand implements Callable<Integer> {
  @ParentCommand private CertassistCommand root;

  @Option(names = "--portal", paramLabel = "URL")
  private @Nullable URI portal;

  @Option(names = "--open", paramLabel = "CODE")
  private @Nullable String code;

  @Option(names = "--fix")
  private boolean fix;

  @Option(names = "--undo")
  private boolean undo;

  @Option(names = "--json")
  private boolean json;

  @Override
  public Integer call() throws Exception {
    try (Session session = root.open(json)) {
      if (undo) {
        return undo(session).number();
      }
      return (code == null ? look(session) : open(code, session)).number();
    }
  }

  private ExitCode undo(Session session) throws FaultException, InterruptedException {
    new Repairs(session.wiring().putRight(), session, json).undo();
    if (json) {
      session.output().document(Map.of("undone", true));
    }
    return ExitCode.DONE;
  }

  private ExitCode look(Session session) throws FaultException, InterruptedException {
    Examined found = examine(session);
    if (!fix) {
      return conclude(found, List.of(), session);
    }
    List<RepairJson> tried =
        new Repairs(session.wiring().putRight(), session, json).of(found.report(), found.pc());
    if (tried.isEmpty()) {
      if (found.report().first().isPresent() && !json) {
        session.say("cli.doctor.nothingToFix");
      }
      return conclude(found, tried, session);
    }
    if (!json) {
      session.say("cli.doctor.undo");
      session.say("cli.doctor.again");
    }
    return conclude(examine(session), tried, session);
  }

  private Examined examine(Session session) throws FaultException, InterruptedException {
    return new ExaminePc(ProgramVersion.of(Build.ofThisProgram().version()))
        .look(session.wiring().pc(Optional.ofNullable(portal)), finding -> say(finding, session));
  }

  private ExitCode conclude(Examined found, List<RepairJson> tried, Session session)
      throws FaultException, InterruptedException {
    Knowledge knowledge = session.wiring().knowledge();
    if (json) {
      session
          .output()
          .document(
              DoctorJson.of(
                  found.report(),
                  found.phone(),
                  knowledge,
                  session.wiring().putRight()::actionAbout,
                  tried,
                  session.texts()));
    } else {
      Optional<CheckResult> first = found.report().first();
      if (first.isPresent()) {
        begin(first.get(), knowledge, session);
      } else {
        session.say("cli.doctor.healthy");
      }
      session.say("cli.doctor.phone", found.phone().digits());
    }
    return found.report().isHealthy() ? ExitCode.DONE : ExitCode.NO;
  }

  private static void begin(CheckResult first, Knowledge knowledge, Session session)
      throws FaultException, InterruptedException {
    session.say("cli.doctor.first", session.texts().evidence(first));
    Optional<KnowledgeEntry> entry = first.cause().map(Cause::id).flatMap(knowledge::entry);
    if (entry.isPresent()) {
      new AdviceWords(session).say(entry.get());
    }
  }

  /// As it comes; the order is by how long each takes. What was not asked because of another
  /// finding is no news.
  private void say(CheckResult finding, Session session) {
    if (!json && finding.state() != State.SKIPPED) {
      session.say(
          "cli.doctor.finding",
          session.texts().checkName(finding.check()),
          session.texts().state(finding.state()),
          session.texts().evidence(finding));
    }
  }

  /// What the clerk's program saw, for the helpdesk that was told the digits.
  private static ExitCode open(String digits, Session session) throws FaultException {
    PhoneCodeReading reading = PhoneCode.read(digits);
    if (!(reading instanceof PhoneCodeReading.Understood(PhoneCode heard))) {
      throw new FaultException(reading.fault().orElseThrow());
    }
    Knowledge knowledge = session.wiring().knowledge();
    Texts texts = session.texts();
    new PhoneCodeWords(texts, session.wiring().products(), cause -> cause(cause, knowledge, texts))
        .lines(heard)
        .forEach(session.output()::line);
    return ExitCode.DONE;
  }

  private static String cause(Cause cause, Knowledge knowledge, Texts texts) {
    return knowledge
        .entry(cause.id())
        .map(entry -> texts.sentence(entry.cause()))
        .orElse(cause.id());
  }
}
