package org.certassist.core.driver;

import java.util.Locale;

/// The processor that a library was built for.
public enum Machine {
  X86("x86"),
  X86_64("x86_64"),
  ARM("arm"),
  ARM64("arm64"),
  LOONGARCH64("loongarch64"),
  MIPS64("mips64"),
  SW64("sw_64"),
  OTHER("other");

  private final String word;

  Machine(String word) {
    this.word = word;
  }

  /// The name in messages and in `--json` output.
  public String word() {
    return word;
  }

  /// Whether its addresses have 32 bits.
  public boolean isNarrow() {
    return this == X86 || this == ARM;
  }

  /// The machine of a Java, by its system property `os.arch`.
  public static Machine of(String osArch) {
    return switch (osArch.toLowerCase(Locale.ROOT)) {
      case "amd64", "x86_64" -> X86_64;
      case "aarch64", "arm64" -> ARM64;
      case "x86", "i386", "i586", "i686" -> X86;
      case "arm" -> ARM;
      case "loongarch64" -> LOONGARCH64;
      case "mips64", "mips64el", "mips64le" -> MIPS64;
      case "sw_64", "sw64" -> SW64;
      default -> OTHER;
    };
  }
}
