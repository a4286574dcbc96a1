package org.certassist.core.driver;

/// How a library's file is laid out; each system loads one of them.
public enum LibraryFormat {
  /// Windows.
  PE,
  /// Linux.
  ELF,
  /// macOS.
  MACH_O
}
