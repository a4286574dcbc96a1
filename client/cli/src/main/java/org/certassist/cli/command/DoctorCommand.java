package org.certassist.cli.command;

import java.net.URI;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.certassist.cli.json.DoctorJson;
import org.certassist.cli.terminal.ExitCode;
import org.certassist.cli.terminal.Session;
import org.certassist.core.diagnosis.Diagnosis;
import org.certassist.core.diagnosis.Finding;
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

  @Option(names = "--json")
  private boolean json;

  @Override
  public Integer call() throws Exception {
    try (Session session = root.open(json)) {
      Diagnosis.Report report =
          new Diagnosis()
              .look(
                  session.wiring().pc(Optional.ofNullable(portal)),
                  finding -> say(finding, session));
      if (json) {
        session.output().document(DoctorJson.of(report, session.texts()));
      } else {
        report
            .first()
            .ifPresentOrElse(
                first -> session.say("cli.doctor.first", session.texts().evidence(first)),
                () -> session.say("cli.doctor.healthy"));
      }
      return (report.isHealthy() ? ExitCode.DONE : ExitCode.NO).number();
    }
  }

  /// As it comes; the order is by how long each takes. What was not asked because of another
  /// finding is no news.
  private void say(Finding finding, Session session) {
    if (!json && finding.state() != Finding.State.SKIPPED) {
      session.say(
          "cli.doctor.finding",
          session.texts().checkName(finding.check()),
          session.texts().state(finding.state()),
          session.texts().evidence(finding));
    }
  }
}
