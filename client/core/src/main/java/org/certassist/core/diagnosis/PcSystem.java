package org.certassist.core.diagnosis;

import java.util.Locale;

/// The kind of operating system that a PC has.
public enum PcSystem {
  OTHER("other"),
  WINDOWS("windows"),
  LINUX("linux"),
  MACOS("macos");

  private final String word;

  PcSystem(String word) {
    this.word = word;
  }

  /// The name in `--json` output and in texts.
  public String word() {
    return word;
  }

  /// The system of a Java, by its system property `os.name`.
  public static PcSystem of(String osName) {
    String lower = osName.toLowerCase(Locale.ROOT);
    if (lower.startsWith("windows")) {
      return WINDOWS;
    }
    if (lower.startsWith("mac")) {
      return MACOS;
    }
    return lower.startsWith("linux") ? LINUX : OTHER;
  }
}
