package org.certassist.desktop.key;

import org.certassist.core.key.DriverState;
import org.certassist.desktop.fx.Tone;

/// How serious the state of a driver is.
public final class DriverTone {
  private DriverTone() {}

  public static Tone of(DriverState state) {
    return switch (state) {
      case READY -> Tone.GOOD;
      case NO_TOKEN, NOT_INSTALLED, SKF_ONLY -> Tone.INFO;
      case WRONG_WORD_SIZE,
          MISSING_DEPENDENCY,
          NOT_A_DRIVER,
          DRIVER_GONE,
          BUSY,
          QUARANTINED,
          PASSWORD_NEEDED,
          FILE_UNUSABLE,
          FILE_GONE ->
          Tone.WARNING;
      case SUSPICIOUS, REFUSED, REFUSES_ARGUMENTS, CRASHED, HUNG -> Tone.BAD;
    };
  }
}
