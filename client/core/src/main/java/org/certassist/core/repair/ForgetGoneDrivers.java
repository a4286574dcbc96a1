package org.certassist.core.repair;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.certassist.core.diagnosis.Pc;
import org.certassist.core.driver.PickedDriver;
import org.certassist.core.driver.PickedDrivers;
import org.certassist.core.fault.DiskCause;
import org.certassist.core.key.DriverReport;
import org.certassist.core.key.DriverState;

/// Takes the picked libraries off the list whose files are gone; the keys that they were tested
/// with are known again with the next test.
public final class ForgetGoneDrivers implements Remedy {
  private final PickedDrivers picked;

  public ForgetGoneDrivers(PickedDrivers picked) {
    this.picked = picked;
  }

  /// The files.
  @Override
  public List<String> before(Pc pc) throws InterruptedException {
    return pc.keys().drivers().drivers().stream()
        .filter(report -> report.state() == DriverState.DRIVER_GONE)
        .map(DriverReport::path)
        .flatMap(Optional::stream)
        .filter(file -> picked.all().stream().anyMatch(each -> each.file().equals(file)))
        .map(Path::toString)
        .toList();
  }

  @Override
  public void apply(List<String> before) throws RepairException {
    for (PickedDriver driver : picked.all()) {
      if (before.contains(driver.file().toString())) {
        try {
          picked.forget(driver.id());
        } catch (IOException unwritten) {
          throw failed("repair.notDone", driver.file(), unwritten);
        }
      }
    }
  }

  @Override
  public void undo(List<String> before) throws RepairException {
    for (String file : before) {
      try {
        picked.remember(Path.of(file), List.of());
      } catch (IOException unwritten) {
        throw failed("repair.notUndone", Path.of(file), unwritten);
      }
    }
  }

  private static RepairException failed(String id, Path file, IOException cause) {
    return new RepairException(RepairFault.of(id, file, DiskCause.of(cause).word()), cause);
  }
}
