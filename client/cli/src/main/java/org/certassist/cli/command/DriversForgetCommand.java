package org.certassist.cli.command;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.Callable;
import org.certassist.cli.terminal.ExitCode;
import org.certassist.cli.terminal.Session;
import org.certassist.core.driver.PickedDriver;
import org.certassist.core.driver.PickedDrivers;
import org.certassist.core.fault.FaultException;
import org.certassist.core.fault.UsageFault;
import org.certassist.core.workbook.FileFault;
import org.certassist.core.workbook.WorkbookException;
import picocli.CommandLine.Command;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.ParentCommand;

/// `certassist drivers forget FILE`: a library that the user picked is not used any more; its file
/// stays.
@Command(name = "forget")
final class DriversForgetCommand implements Callable<Integer> {
  @ParentCommand private DriversCommand drivers;

  @Parameters(paramLabel = "FILE|ID")
  private Path file;

  @Override
  public Integer call() throws Exception {
    try (Session session = drivers.root().open(false)) {
      PickedDrivers picked = session.wiring().pickedDrivers();
      PickedDriver meant = meant(picked.all());
      if (!picked.forget(meant.id())) {
        throw notPicked(picked.all());
      }
      session.say("cli.drivers.forgotten", meant.file());
      return ExitCode.DONE.number();
    } catch (IOException notWritten) {
      throw new WorkbookException(new FileFault.NotWritten("picked-drivers.txt"), notWritten);
    }
  }

  /// An id, or a file in any way of writing its path.
  private PickedDriver meant(List<PickedDriver> all) throws FaultException {
    Path whole = file.toAbsolutePath().normalize();
    return all.stream()
        .filter(each -> each.id().equals(file.toString()) || each.file().equals(whole))
        .findFirst()
        .orElseThrow(() -> notPicked(all));
  }

  private FaultException notPicked(List<PickedDriver> all) {
    return new FaultException(
        UsageFault.of(
            "usage.notPicked",
            file.toString(),
            String.join("\n", all.stream().map(each -> each.id() + " " + each.file()).toList())));
  }
}
