package org.certassist.cli.command;

import java.util.concurrent.Callable;
import org.certassist.cli.json.KeysJson;
import org.certassist.cli.terminal.ExitCode;
import org.certassist.cli.terminal.Session;
import org.certassist.cli.terminal.Table;
import org.certassist.core.certificate.CertificateFacts;
import org.certassist.core.filing.KeyOverview;
import org.certassist.core.filing.SeenCertificate;
import org.certassist.core.filing.SeenKey;
import org.certassist.core.key.DriverReport;
import org.certassist.core.key.DriverState;
import org.certassist.core.key.KeyException;
import org.certassist.core.key.KeyFault;
import org.certassist.core.time.ShanghaiTime;
import org.certassist.texts.Texts;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParentCommand;

/// `certassist keys`: drivers, tokens, PIN states and certificates.
@Command(name = "keys")
final class KeysCommand implements Callable<Integer> {
  @ParentCommand private CertassistCommand root;

  @Option(names = "--json")
  private boolean json;

  @Override
  public Integer call() throws Exception {
    try (Session session = root.open(json)) {
      KeyOverview overview = session.wiring().keyRing().look(session.wiring().profile());
      if (json) {
        session.output().document(KeysJson.of(overview));
        return (overview.keys().isEmpty() ? ExitCode.KEY : ExitCode.DONE).number();
      }
      drivers(overview, session);
      overview.keys().forEach(key -> key(key, session));
      if (overview.keys().isEmpty()) {
        throw new KeyException(new KeyFault.NoKey());
      }
      return ExitCode.DONE.number();
    }
  }

  /// Catalogue entries that are simply not installed say nothing to a clerk: they are left out
  /// here.
  private static void drivers(KeyOverview overview, Session session) {
    Texts texts = session.texts();
    session.say("cli.keys.drivers");
    Table table = new Table();
    for (DriverReport report : overview.drivers()) {
      if (report.state() != DriverState.NOT_INSTALLED) {
        table.row(
            "  " + report.product(),
            texts.driverState(report.state()),
            report.path().map(Object::toString).orElse(""),
            report.reason());
      }
    }
    table.lines().forEach(session.output()::line);
  }

  private static void key(SeenKey key, Session session) {
    Texts texts = session.texts();
    session.output().line("");
    session.say("cli.keys.key", key.token().label(), key.token().serial());
    session.say("cli.keys.pin", texts.pinState(key.token().pin().state()));
    for (SeenCertificate seen : key.certificates()) {
      if (seen.facts().isPresent()) {
        certificate(seen.facts().get(), seen, session);
      } else {
        session.say("cli.keys.unreadable", seen.certificate().sha256());
      }
    }
  }

  private static void certificate(CertificateFacts facts, SeenCertificate seen, Session session) {
    Texts texts = session.texts();
    session.say(
        "cli.keys.certificate",
        facts.organization().orElse(facts.subject()),
        facts.creditCode().orElse("–"),
        texts.usage(facts.usage()));
    session.say(
        "cli.keys.validity",
        ShanghaiTime.of(facts.notBefore()).toLocalDate(),
        ShanghaiTime.of(facts.notAfter()).toLocalDate(),
        facts.algorithm(),
        texts.certificateStatus(seen.status()));
    session.say("cli.keys.sha256", seen.certificate().sha256());
  }
}
