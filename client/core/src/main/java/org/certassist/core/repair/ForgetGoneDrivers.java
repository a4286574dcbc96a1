package org.certassist.core.repair;

import java.io.IOException;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.ArrayList;
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

  /// The files, in the order of the list.
  @Override
  public List<String> before(Pc pc) throws InterruptedException {
    List<Path> gone =
        pc.keys().drivers().drivers().stream()
            .filter(report -> report.state() == DriverState.DRIVER_GONE)
            .map(DriverReport::path)
            .flatMap(Optional::stream)
            .toList();
    return picked.all().stream()
        .map(PickedDriver::file)
        .filter(gone::contains)
        .map(Path::toString)
        .toList();
  }

  @Override
  public void apply(List<String> before) throws RepairException {
    List<PickedDriver> forgotten = new ArrayList<>();
    for (PickedDriver driver : picked.all()) {
      if (before.contains(driver.file().toString())) {
        try {
          picked.forget(driver.id());
          forgotten.add(driver);
        } catch (IOException unwritten) {
          putBack(forgotten);
          throw failed("repair.notDone", driver.file(), unwritten);
        }
      }
    }
  }

  private void putBack(List<PickedDriver> forgotten) throws RepairException {
    for (PickedDriver driver : forgotten.reversed()) {
      remember(driver.file(), driver.keys());
    }
  }

  /// Of these the one picked last comes first again.
  @Override
  public void undo(List<String> before) throws RepairException {
    for (String file : before.reversed()) {
      remember(path(file), List.of());
    }
  }

  /// The list holds whole paths in one line each; what is none can never come back to it.
  private static Path path(String file) throws RepairException {
    try {
      Path path = Path.of(file);
      if (path.isAbsolute() && file.chars().noneMatch(Character::isISOControl)) {
        return path;
      }
      throw new RepairException(RepairFault.of("repair.pastUndo", file));
    } catch (InvalidPathException strange) {
      throw new RepairException(RepairFault.of("repair.pastUndo", file), strange);
    }
  }

  private void remember(Path file, List<PickedDriver.Key> keys) throws RepairException {
    try {
      picked.remember(file, keys);
    } catch (IOException unwritten) {
      throw failed("repair.notUndone", file, unwritten);
    }
  }

  private static RepairException failed(String id, Path file, IOException cause) {
    return new RepairException(RepairFault.of(id, file, DiskCause.of(cause).word()), cause);
  }
}
