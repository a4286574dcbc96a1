package org.certassist.cli.command;

import java.net.URI;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.function.Consumer;
import org.certassist.cli.Build;
import org.certassist.cli.json.DoctorJson;
import org.certassist.cli.json.DoctorJson.RepairJson;
import org.certassist.cli.terminal.ExitCode;
import org.certassist.cli.terminal.QrLines;
import org.certassist.cli.terminal.Session;
import org.certassist.core.diagnosis.CheckResult;
import org.certassist.core.diagnosis.CheckResult.State;
import org.certassist.core.diagnosis.Diagnosis;
import org.certassist.core.diagnosis.Pc;
import org.certassist.core.fault.FaultException;
import org.certassist.core.helpdesk.ExaminePc;
import org.certassist.core.helpdesk.ExaminePc.Examined;
import org.certassist.core.helpdesk.ProgramVersion;
import org.certassist.core.helpdesk.QrText;
import org.certassist.core.helpdesk.SeenPc;
import org.certassist.core.knowledge.Knowledge;
import org.certassist.core.profile.Profile;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParentCommand;

/// `certassist doctor`: looks at this PC, the keys, the drivers and the way to the portal, and says
/// what to begin with; no PIN is asked for.
@Command(name = "doctor")
final class DoctorCommand implements Callable<Integer> {
  @ParentCommand private CertassistCommand root;

  @Option(names = "--portal", paramLabel = "URL")
  private @Nullable URI portal;

  @Option(names = "--open", paramLabel = "BUNDLE|CODE|QR")
  private @Nullable String given;

  @Option(names = "--fix")
  private boolean fix;

  @Option(names = "--undo")
  private boolean undo;

  @Option(names = "--qr")
  private boolean qr;

  @Mixin private HelpBundle bundle;

  @Option(names = "--json")
  private boolean json;

  @Override
  public Integer call() throws Exception {
    try (Session session = root.open(json)) {
      if (undo) {
        return undo(session).number();
      }
      if (given != null) {
        return new OpenedHelp(session).open(given, bundle.isPreview()).number();
      }
      bundle.demandFree();
      return look(session).number();
    }
  }

  private ExitCode undo(Session session) throws FaultException, InterruptedException {
    new PcRepairs(session.wiring().checkup().putRight(), session, json).undo();
    if (json) {
      session.output().document(Map.of("undone", true));
    }
    return ExitCode.DONE;
  }

  private ExitCode look(Session session) throws FaultException, InterruptedException {
    if (!json) {
      region(session);
    }
    Examined found = examine(session);
    if (!fix) {
      return conclude(found, List.of(), session);
    }
    PcRepairs repairs = new PcRepairs(session.wiring().checkup().putRight(), session, json);
    List<RepairJson> tried = repairs.of(found.report(), found.pc());
    if (tried.isEmpty()) {
      if (!json) {
        session.say(
            found.report().first().isPresent()
                ? "cli.doctor.nothingToFix"
                : "cli.doctor.nothingBroken");
      }
      return conclude(found, tried, session);
    }
    if (!json) {
      if (repairs.isUndoable(tried)) {
        session.say("cli.doctor.undo", session.command());
      }
      session.say("cli.doctor.again");
    }
    return conclude(examine(session), tried, session);
  }

  private Examined examine(Session session) throws FaultException, InterruptedException {
    ExaminePc examine = new ExaminePc(ProgramVersion.of(Build.ofThisProgram().version()));
    Pc pc = session.wiring().checkup().pc(Optional.ofNullable(portal));
    Consumer<CheckResult> each = finding -> say(finding, session);
    return bundle.isWanted()
        ? examine.lookInDetail(session.wiring().checkup().logBook(), pc, each)
        : examine.look(pc, each);
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
                  Optional.of(found.phone()),
                  knowledge,
                  session.wiring().checkup().putRight()::actionAbout,
                  tried,
                  session.texts()));
    } else {
      conclude(
          found.report(),
          new FirstCause(session, knowledge, session.wiring().profile().contacts()),
          session);
      session.say("cli.doctor.phone", found.phone().digits());
      if (qr) {
        String text = QrText.of(found).text();
        QrLines.of(session.wiring().checkup().qrCodes().of(text)).forEach(session.output()::line);
        session.say("cli.doctor.qr", text);
      }
    }
    ExitCode made =
        bundle.isWanted()
            ? bundle.make(
                SeenPc.of(session.wiring().checkup().program(), found.pc(), found.report()),
                session)
            : ExitCode.DONE;
    return found.report().isHealthy() ? made : ExitCode.NO;
  }

  /// What is looked at, so that nobody takes a practice key's health for that of the own one.
  private static void region(Session session) throws FaultException, InterruptedException {
    if (session.wiring().isPractice()) {
      session.say("cli.doctor.practice");
      return;
    }
    Profile profile = session.wiring().profile();
    session.say("cli.doctor.region", session.texts().name(profile.name(), profile.nameEnglish()));
  }

  private static void conclude(Diagnosis.Report report, FirstCause words, Session session) {
    Optional<CheckResult> first = report.first();
    if (first.isPresent()) {
      words.say(first.get());
      long further =
          report.results().stream().flatMap(each -> each.cause().stream()).distinct().count() - 1;
      if (further > 0) {
        session.say("cli.doctor.further", further);
      }
    } else {
      session.say("cli.doctor.healthy");
    }
    session.sayOf(
        "cli.doctor.unasked",
        report.results().stream()
            .filter(each -> each.state() == State.UNKNOWN)
            .map(each -> session.texts().checkName(each.check()))
            .toList());
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
}
