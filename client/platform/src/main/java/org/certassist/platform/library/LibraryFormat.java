package org.certassist.platform.library;

/// How a library's file is laid out; each system loads one of them.
enum LibraryFormat {
  /// Windows.
  PE,
  /// Linux.
  ELF,
  /// macOS.
  MACH_O
}
