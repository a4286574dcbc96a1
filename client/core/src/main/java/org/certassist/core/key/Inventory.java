package org.certassist.core.key;

import java.util.List;

/// All drivers probed and all keys seen through them; the same certificate seen twice is listed
/// once.
public record Inventory(List<DriverReport> drivers, List<TokenKey> keys) {
  public Inventory {
    drivers = List.copyOf(drivers);
    keys = List.copyOf(keys);
  }
}
