package org.certassist.print;

import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/// Where Chinese fonts lie on this PC, the best first; of those that are there, the first is
/// printed with, and the others help out with rare characters.
///
/// Fonts with PostScript outlines (Noto and Source Han as they are usually installed) cannot be put
/// into a file in part and are not on the list.
record PcFonts(List<Path> files) {
  private static final List<String> LINUX =
      List.of(
          "/usr/share/fonts/truetype/wqy/wqy-microhei.ttc",
          "/usr/share/fonts/wqy-microhei/wqy-microhei.ttc",
          "/usr/share/fonts/truetype/wqy/wqy-zenhei.ttc",
          "/usr/share/fonts/wqy-zenhei/wqy-zenhei.ttc",
          "/usr/share/fonts/truetype/arphic/uming.ttc",
          "/usr/share/fonts/truetype/droid/DroidSansFallbackFull.ttf",
          "/usr/share/fonts-droid-fallback/truetype/DroidSansFallbackFull.ttf",
          "/usr/share/fonts-droid-fallback/truetype/DroidSansFallback.ttf",
          "/usr/share/fonts/truetype/hanazono/HanaMinA.ttf",
          "/usr/share/fonts/truetype/hanazono/HanaMinB.ttf");
  private static final List<String> WINDOWS =
      List.of("simsun.ttc", "msyh.ttc", "simhei.ttf", "simsunb.ttf", "SimsunExtG.ttf");
  private static final List<String> MACOS =
      List.of(
          "/System/Library/Fonts/Supplemental/Songti.ttc",
          "/Library/Fonts/Songti.ttc",
          "/System/Library/Fonts/STHeiti Medium.ttc",
          "/System/Library/Fonts/STHeiti Light.ttc",
          "/System/Library/Fonts/PingFang.ttc");

  PcFonts {
    files = List.copyOf(files);
  }

  /// @param system `os.name`
  static PcFonts of(String system, Map<String, String> environment) {
    String name = system.toLowerCase(Locale.ROOT);
    if (name.startsWith("windows")) {
      Path fonts =
          Path.of(Optional.ofNullable(environment.get("SystemRoot")).orElse("C:\\Windows"))
              .resolve("Fonts");
      return new PcFonts(WINDOWS.stream().map(fonts::resolve).toList());
    }
    return new PcFonts((name.startsWith("mac") ? MACOS : LINUX).stream().map(Path::of).toList());
  }
}
