package org.certassist.cli.command;

import java.net.URI;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.certassist.cli.terminal.ExitCode;
import org.certassist.cli.terminal.Session;
import org.certassist.cli.wiring.PracticeWorld;
import org.certassist.core.archive.History;
import org.certassist.core.declaration.Kind;
import org.certassist.core.declaration.Stage;
import org.certassist.core.fault.FaultException;
import org.certassist.core.fault.UsageFault;
import org.certassist.core.filing.CheckWorkbook;
import org.certassist.core.filing.KeyOverview;
import org.certassist.core.filing.PreparedDeclaration;
import org.certassist.core.key.Pin;
import org.certassist.core.key.TypedPin;
import org.certassist.core.portal.Portal;
import org.certassist.core.profile.Profile;
import org.certassist.core.rules.Verdict;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParentCommand;

/// `certassist practice`: everything at once with a practice key and portal; in a window, or
/// headless step by step.
@Command(name = "practice")
final class PracticeCommand implements Callable<Integer> {
  private static final String SAMPLE_KIND = "enrolment";
  private static final int SAMPLE_ROWS = 7;

  @ParentCommand private CertassistCommand root;

  @Option(names = "--headless")
  private boolean headless;

  @Option(names = "--certificate", paramLabel = "VARIANT", defaultValue = "good")
  private String certificate;

  /// A portal that runs already: this run does not know whose it is, and asks it for no lists.
  @Option(names = "--portal", paramLabel = "URL")
  private @Nullable URI address;

  @Option(names = "--json")
  private boolean json;

  @Override
  public Integer call() throws Exception {
    try (Session session = root.open(json)) {
      demandPractice(session);
      session.say("cli.practice.intro");
      PracticeWorld world = session.wiring().practice();
      world.use(certificate);
      boolean window = !headless && !json && address == null && CertassistCommand.hasDisplay();
      if (!headless && !window) {
        session.say("cli.practice.headless");
      }
      session.say("cli.practice.portal", address == null ? world.portal().url() : address);
      Path sample = writeSample(session);
      session.say("cli.practice.sample", sample);
      if (window) {
        session.wiring().openWindow(session.texts().language());
        return ExitCode.DONE.number();
      }
      return mainJob(session, sample).number();
    }
  }

  /// Made-up people and the practice PIN must not meet a real key or a real portal.
  static void demandPractice(Session session) throws FaultException {
    if (!session.wiring().isPractice()) {
      throw new FaultException(UsageFault.of("usage.onlyInPractice"));
    }
  }

  private static Path writeSample(Session session) throws FaultException, InterruptedException {
    Profile profile = session.wiring().profile();
    Kind kind = profile.kind(SAMPLE_KIND).orElseThrow();
    List<Map<String, String>> rows = session.wiring().sample(kind, SAMPLE_ROWS);
    return session
        .wiring()
        .practice()
        .writeSample(
            "sample-" + SAMPLE_KIND,
            file ->
                session
                    .wiring()
                    .workbooks()
                    .writeTemplate(
                        kind, Optional.of(session.wiring().sampleUnit(kind)), rows, file));
  }

  /// What the clerk does by hand: check, look, sign, send, read the answers.
  private ExitCode mainJob(Session session, Path sample)
      throws FaultException, InterruptedException {
    Profile profile = session.wiring().profile();
    CheckWorkbook.Checked checked = session.wiring().checkWorkbook().check(sample, profile);
    if (!(checked.verdict() instanceof Verdict.Passed passed)) {
      new Findings(session, true).print(checked.verdict().findings());
      return ExitCode.NO;
    }
    PreparedDeclaration prepared =
        session.wiring().prepareDeclaration().prepare(passed.declaration(), profile);
    FilingWords filing = new FilingWords(session);
    filing.show(prepared.summary());
    KeyOverview.Choice choice = session.wiring().keyRing().look(profile).choose(Optional.empty());
    session.say("cli.practice.key", choice.key().token().label());
    new ChosenKey(session).show(choice);
    session.say("cli.practice.refusedRow");
    Portal portal = session.wiring().portal(Optional.ofNullable(address));
    History history;
    try (Pin pin = session.wiring().practice().pin()) {
      history =
          session
              .wiring()
              .sendDeclaration()
              .send(
                  prepared,
                  new TypedPin(session.wiring().bridge(), choice.signingKey(), pin, false),
                  portal,
                  (milestone, _) -> filing.progress(milestone));
    }
    ExitCode code = new Sent(session, filing).say(history, portal);
    // The sample holds a row that the portal refuses: that is the lesson, not a failure.
    boolean learnt = history.stage() == Stage.DONE_WITH_REFUSALS;
    session.say("cli.practice.done");
    session.say("cli.practice.next", session.command(), session.wiring().practice().pinFile());
    return learnt ? ExitCode.DONE : code;
  }
}
