package org.certassist.cli.terminal;

import org.certassist.core.declaration.Stage;
import org.certassist.core.fault.FaultArea;

/// The exit codes of docs/cli.md.
public enum ExitCode {
  DONE(0),
  /// The answer is no: findings, refused rows, a bad signature.
  NO(1),
  USAGE(2),
  KEY(3),
  REFUSED(4),
  UNCONFIRMED(5),
  FILE(6),
  STORAGE(7),
  /// A file that was named as a key cannot be used as one.
  KEY_FILE(8),
  INTERNAL(70);

  private final int number;

  ExitCode(int number) {
    this.number = number;
  }

  public int number() {
    return number;
  }

  public static ExitCode of(FaultArea area) {
    return switch (area) {
      case USAGE -> USAGE;
      case KEY -> KEY;
      case REFUSED -> REFUSED;
      case UNREACHED -> UNCONFIRMED;
      case FILE -> FILE;
      case STORAGE -> STORAGE;
      case KEY_FILE -> KEY_FILE;
    };
  }

  /// For a declaration that was to be filed and has come this far.
  public static ExitCode of(Stage stage) {
    return switch (stage) {
      case ACCEPTED, EXPORTED, HANDED_IN, DONE -> DONE;
      case DONE_WITH_REFUSALS, WITHDRAWN -> NO;
      case REFUSED -> REFUSED;
      case CHECKED, SIGNED, SENDING, UNCONFIRMED -> UNCONFIRMED;
    };
  }
}
