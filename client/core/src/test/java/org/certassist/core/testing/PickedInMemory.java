package org.certassist.core.testing;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.certassist.core.driver.PickedDriver;
import org.certassist.core.driver.PickedDrivers;

/// Picked libraries that are forgotten with the test.
public final class PickedInMemory implements PickedDrivers {
  private final List<PickedDriver> all = new ArrayList<>();

  @Override
  public List<PickedDriver> all() {
    return List.copyOf(all);
  }

  @Override
  public PickedDriver remember(Path file, List<PickedDriver.Key> keys) {
    PickedDriver fresh = new PickedDriver(PickedDriver.id(all.size() + 1), file, keys);
    all.addFirst(fresh);
    return fresh;
  }

  @Override
  public boolean forget(String id) {
    return all.removeIf(each -> each.id().equals(id));
  }
}
