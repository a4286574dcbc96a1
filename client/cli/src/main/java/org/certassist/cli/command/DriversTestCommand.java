package org.certassist.cli.command;

import java.io.IOException;
import java.nio.file.Path;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.certassist.cli.json.TriedDriverJson;
import org.certassist.cli.terminal.ExitCode;
import org.certassist.cli.terminal.Session;
import org.certassist.core.detection.TriedDriver;
import org.certassist.core.detection.TryDriver;
import org.certassist.core.driver.PickedDriver;
import org.certassist.core.driver.UsbDevice;
import org.certassist.core.key.TokenKey;
import org.certassist.core.workbook.FileFault;
import org.certassist.core.workbook.WorkbookException;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.ParentCommand;

/// `certassist drivers test FILE`: whether a PKCS#11 library works and shows a key, and, where it
/// does and the user says so, that it is used from now on.
@Command(name = "test")
final class DriversTestCommand implements Callable<Integer> {
  @ParentCommand private DriversCommand drivers;

  @Parameters(paramLabel = "FILE")
  private Path file;

  @Option(names = "--remember")
  private boolean remember;

  @Option(names = "--use-again")
  private boolean useAgain;

  @Option(names = "--json")
  private boolean json;

  @Override
  public Integer call() throws Exception {
    try (Session session = drivers.root().open(json)) {
      TryDriver tryDriver = session.wiring().tryDriver();
      if (useAgain) {
        tryDriver.useAgain(file);
      }
      TriedDriver tried = tryDriver.test(file);
      Optional<PickedDriver> kept =
          remember && tried.showsAKey() ? Optional.of(tryDriver.remember(tried)) : Optional.empty();
      if (json) {
        session.output().document(TriedDriverJson.of(tried, kept));
      } else {
        say(tried, kept, session);
      }
      return (tried.showsAKey() ? ExitCode.DONE : ExitCode.NO).number();
    } catch (IOException notWritten) {
      throw new WorkbookException(new FileFault.NotWritten("picked-drivers.txt"), notWritten);
    }
  }

  private void say(TriedDriver tried, Optional<PickedDriver> kept, Session session) {
    if (tried.showsAKey()) {
      session.say("cli.drivers.test.shows", tried.file(), tried.keys().size());
      tried.keys().forEach(key -> key(key, session));
      tried.device().ifPresent(device -> device(device, session));
      next(tried, kept, session);
      return;
    }
    trouble(tried, session);
    if (remember) {
      session.say("cli.drivers.test.notRemembered");
    }
  }

  private static void key(TokenKey key, Session session) {
    session.say("cli.drivers.test.key", key.label(), key.serial(), key.manufacturer(), key.model());
  }

  private static void device(UsbDevice device, Session session) {
    session.say("cli.drivers.test.device", device.name(), device.id());
  }

  private static void next(TriedDriver tried, Optional<PickedDriver> kept, Session session) {
    if (kept.isEmpty()) {
      session.say("cli.drivers.test.remember", session.command(), tried.file());
      return;
    }
    session.say("cli.drivers.test.remembered", kept.get().id(), session.command());
    if (session.wiring().isPractice()) {
      session.say("cli.drivers.test.practice");
    }
  }

  private static void trouble(TriedDriver tried, Session session) {
    session.say(
        "cli.drivers.test.trouble",
        tried.file(),
        session.texts().driverState(tried.report().state()),
        tried.report().reason());
    session
        .texts()
        .triedDriverHelp(tried.report().state(), tried.report().doubt())
        .ifPresent(help -> session.say("cli.drivers.next", help));
    if (tried.report().waitsForConsent()) {
      session.say("cli.drivers.test.useAgain", session.command(), tried.file());
    }
  }
}
