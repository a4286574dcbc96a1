package org.certassist.platform.registry;

import java.util.List;

/// A registry that can be read, branch by branch.
public interface Registry {
  /// All keys of a branch, itself first; none where there is no such branch or it cannot be read.
  ///
  /// @param branch such as `HKEY_LOCAL_MACHINE\SOFTWARE\NETCA`
  List<RegistryKey> branch(String branch, View view);

  /// Which of the two registries of a 64-bit Windows is read: programs of 32 bits have their own.
  enum View {
    WIDE,
    NARROW
  }
}
