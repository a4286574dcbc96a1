package org.certassist.core.repair;

/// The port to the pages of the system's own settings.
public interface SystemPages {
  /// Whether this system has such a page that can be opened.
  boolean has(SystemPage page);

  /// @throws RepairException `repair.pageNotOpened`
  void open(SystemPage page) throws RepairException, InterruptedException;
}
