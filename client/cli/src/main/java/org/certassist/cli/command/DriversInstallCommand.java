package org.certassist.cli.command;

import java.io.IOException;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.certassist.cli.terminal.Consent;
import org.certassist.cli.terminal.ExitCode;
import org.certassist.cli.terminal.Session;
import org.certassist.core.detection.DriverOverview;
import org.certassist.core.detection.InstallDriver;
import org.certassist.core.driver.Product;
import org.certassist.core.fault.FaultException;
import org.certassist.core.fault.UsageFault;
import org.certassist.core.installer.Installer;
import org.certassist.core.installer.InstallerProgress;
import org.certassist.core.installer.InstallerStart.End;
import org.certassist.core.installer.Offer;
import org.certassist.core.installer.RunInstaller;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.ParentCommand;

/// `certassist drivers install PRODUCT`: brings the maker's installer here, checks it and runs it,
/// where a signed catalogue names one and the user says yes.
@Command(name = "install")
final class DriversInstallCommand implements Callable<Integer> {
  @ParentCommand private DriversCommand drivers;

  @Parameters(paramLabel = "PRODUCT")
  private String id;

  @Option(names = "--yes")
  private boolean yes;

  @Override
  public Integer call() throws Exception {
    try (Session session = drivers.root().open(false)) {
      InstallDriver installing = session.wiring().installDriver();
      Product product = product(installing.installable());
      RunInstaller running = session.wiring().runInstaller();
      Offer offer =
          running
              .offer(product)
              .orElseThrow(
                  () -> new FaultException(UsageFault.of("usage.noInstaller", product.name())));
      say(product, offer, session);
      if (!yes && !isYes(session)) {
        session.say("cli.drivers.install.not", session.command(), product.id());
        return ExitCode.NO.number();
      }
      End end = running.run(offer, new Progress(session, offer.installer())::tell);
      if (end == End.HANDED_ON) {
        session.say("cli.drivers.install.handedOn", session.command());
      } else {
        DriverOverview overview =
            session
                .wiring()
                .detectDrivers()
                .detect(session.wiring().bridge().inventory().drivers());
        installing
            .installerRan(product, overview)
            .ifPresent(new InstallationWords(installing, session, running)::inProgress);
      }
      return ExitCode.DONE.number();
    }
  }

  private Product product(List<Product> known) throws FaultException {
    return known.stream()
        .filter(each -> each.id().equals(id))
        .findFirst()
        .orElseThrow(() ->
            new FaultException(
                UsageFault.of(
                    "usage.unknownProduct",
                    id,
                    String.join(", ", known.stream().map(Product::id).toList()))));
  }

  private static void say(Product product, Offer offer, Session session) {
    Installer installer = offer.installer();
    session.say("cli.drivers.install.what", product.name(), installer.fileName());
    line("installer.source", session.texts().installerFrom(offer), session);
    line("installer.publisher", installer.publisher(), session);
    line("installer.sha256", installer.sha256(), session);
    offer
        .note()
        .map(session.texts()::fault)
        .ifPresent(text -> session.output().line(text.joined(session.texts().language())));
    session.say("cli.drivers.install.first");
  }

  private static void line(String name, String value, Session session) {
    session.say("cli.drivers.install.line", session.texts().get(name), value);
  }

  private boolean isYes(Session session) throws IOException {
    session.say("cli.drivers.install.ask");
    return new Consent(System.console()).typed(drivers.root().in());
  }

  /// Says how far it has come, a tenth at a time.
  private static final class Progress {
    private final Session session;
    private final Installer installer;
    private Optional<InstallerProgress.Stage> stage = Optional.empty();
    private long tenths;

    Progress(Session session, Installer installer) {
      this.session = session;
      this.installer = installer;
    }

    void tell(InstallerProgress now) {
      long reached = now.bytes() * 10 / installer.bytes();
      boolean further = !stage.equals(Optional.of(now.stage())) || reached > tenths;
      stage = Optional.of(now.stage());
      tenths = reached;
      switch (now.stage()) {
        case FETCHING -> {
          if (further) {
            session
                .output()
                .note(session.texts().get("cli.drivers.install.fetching", reached * 10));
          }
        }
        case CHECKING -> session.output().note(session.texts().get("cli.drivers.install.checking"));
        case RUNNING -> session.output().note(session.texts().get("cli.drivers.install.running"));
      }
    }
  }
}
