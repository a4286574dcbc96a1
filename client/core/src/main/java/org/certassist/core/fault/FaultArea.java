package org.certassist.core.fault;

/// Where a fault lies; the command line maps each area to its exit code (docs/cli.md).
public enum FaultArea {
  /// The command or a choice in it is wrong or ambiguous.
  USAGE,
  /// Key, driver or PIN.
  KEY,
  /// The portal read what it was sent and refused it as a whole.
  REFUSED,
  /// The portal was not reached or did not confirm.
  UNREACHED,
  /// The input file cannot be used.
  FILE,
  /// The archive or another local file cannot be read or written.
  STORAGE,
  /// A file that was named as a key cannot be used as one.
  KEY_FILE
}
