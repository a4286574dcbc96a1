package org.certassist.cli.command;

import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.certassist.cli.json.DriversJson;
import org.certassist.cli.terminal.ExitCode;
import org.certassist.cli.terminal.Session;
import org.certassist.core.detection.DriverOverview;
import org.certassist.core.detection.InstallDriver;
import org.certassist.core.detection.Installation;
import org.certassist.core.detection.KeyVerdict;
import org.certassist.core.detection.PluggedKey;
import org.certassist.core.driver.CatalogueUpdates;
import org.certassist.core.driver.Product;
import org.certassist.core.driver.RegisteredModule;
import org.certassist.core.fault.FaultException;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParentCommand;

/// `certassist drivers`: which keys are plugged in, which driver each needs, whether it is there
/// and works; no PIN is asked for.
@Command(
    name = "drivers",
    subcommands = {
      DriversTestCommand.class,
      DriversInstallCommand.class,
      DriversForgetCommand.class,
      DriversUpdateCommand.class
    })
final class DriversCommand implements Callable<Integer> {
  @ParentCommand private CertassistCommand root;

  @Option(names = "--json")
  private boolean json;

  CertassistCommand root() {
    return root;
  }

  @Override
  public Integer call() throws Exception {
    try (Session session = root.open(json)) {
      DriverOverview overview =
          session.wiring().detectDrivers().detect(session.wiring().bridge().inventory().drivers());
      InstallDriver installing = session.wiring().installDriver();
      Optional<Installation> inProgress = installing.seen(overview);
      if (json) {
        session.output().document(DriversJson.of(overview, inProgress, session.texts()));
      } else {
        plugged(overview, session);
        installation(installing, inProgress, overview, session);
        new DriverWords(session).say(overview.drivers());
        registered(overview.registered(), session);
        catalogue(session.wiring().catalogueUpdates(), session);
      }
      return code(overview).number();
    }
  }

  /// No, where a key is plugged in that cannot be used. A device that nobody knows may be a
  /// built-in card reader.
  private static ExitCode code(DriverOverview overview) {
    boolean allReady =
        overview.plugged().stream()
            .map(PluggedKey::verdict)
            .filter(verdict -> verdict != KeyVerdict.UNKNOWN_DEVICE)
            .allMatch(verdict -> verdict == KeyVerdict.READY);
    return allReady ? ExitCode.DONE : ExitCode.NO;
  }

  private static void plugged(DriverOverview overview, Session session)
      throws FaultException, InterruptedException {
    List<PluggedKey> keys = overview.plugged();
    if (session.wiring().isPractice()) {
      session.say("cli.drivers.practice");
    } else if (keys.isEmpty()) {
      session.say("cli.drivers.nonePlugged", session.command(), session.wiring().profile().id());
    } else {
      session.say("cli.drivers.plugged");
    }
    for (PluggedKey key : keys) {
      session.say(
          "cli.drivers.key",
          key.product().map(Product::name).orElse(key.device().name()),
          key.device().id(),
          session.texts().keyVerdict(key.verdict()));
      session.texts().keyVerdictNext(key).ifPresent(next -> session.say("cli.drivers.next", next));
      overview
          .untried(key)
          .ifPresent(
              module -> session.say("cli.drivers.untried", session.command(), module.path()));
    }
  }

  private static void installation(
      InstallDriver installing,
      Optional<Installation> inProgress,
      DriverOverview overview,
      Session session) {
    InstallationWords words =
        new InstallationWords(installing, session, session.wiring().runInstaller());
    inProgress.ifPresentOrElse(
        words::inProgress,
        () ->
            overview.plugged().stream()
                .flatMap(key -> installing.needed(key, overview).stream())
                .forEach(words::needed));
  }

  private static void catalogue(CatalogueUpdates updates, Session session) {
    session.say("cli.drivers.edition", updates.edition());
    updates
        .fault()
        .map(session.texts()::fault)
        .ifPresent(text -> session.output().line(text.joined(session.texts().language())));
  }

  private static void registered(List<RegisteredModule> modules, Session session) {
    if (modules.isEmpty()) {
      return;
    }
    session.say("cli.drivers.registered");
    modules.forEach(module ->
        session.say("cli.drivers.module", module.path(), module.spoken().word(), module.by()));
  }
}
