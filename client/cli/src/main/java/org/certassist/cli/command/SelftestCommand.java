package org.certassist.cli.command;

import java.util.List;
import java.util.concurrent.Callable;
import org.certassist.cli.json.SelftestJson;
import org.certassist.cli.terminal.ExitCode;
import org.certassist.cli.terminal.Session;
import org.certassist.core.helpdesk.Trial;
import org.certassist.texts.TrialWords;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParentCommand;

/// `certassist selftest`: holds every probe against a second source, for who brings the program to
/// a new system and for the helpdesk's trust in what it says.
@Command(name = "selftest")
final class SelftestCommand implements Callable<Integer> {
  @ParentCommand private CertassistCommand root;

  @Option(names = "--json")
  private boolean json;

  @Override
  public Integer call() throws Exception {
    try (Session session = root.open(json)) {
      List<Trial> trials = session.wiring().checkup().selftest();
      boolean agrees = trials.stream().noneMatch(trial -> trial.outcome() == Trial.Outcome.DIFFERS);
      if (json) {
        session.output().document(SelftestJson.of(trials));
      } else {
        trials.forEach(trial -> say(trial, session));
        session.say(agrees ? "cli.selftest.agrees" : "cli.selftest.someDiffer");
      }
      return (agrees ? ExitCode.DONE : ExitCode.NO).number();
    }
  }

  private static void say(Trial trial, Session session) {
    TrialWords words = new TrialWords(session.texts());
    session.say(
        "cli.selftest." + trial.outcome().word(),
        session.texts().get("selftest." + trial.id()),
        words.of(trial.expected()),
        words.of(trial.found()));
  }
}
