package org.certassist.core.driver;

import java.util.List;

/// The port to drivers that their installers have entered into the system's registry.
public interface RegisteredModules {
  /// Where there is no such registry.
  RegisteredModules NONE = List::of;

  /// All entries, in the order of the registry; none where it cannot be read.
  List<RegisteredModule> list();
}
