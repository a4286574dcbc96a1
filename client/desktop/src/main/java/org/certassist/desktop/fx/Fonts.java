package org.certassist.desktop.fx;

import java.util.Collection;
import java.util.List;
import javafx.scene.text.Font;

/// The font families to draw with: the first of each list that this PC has.
///
/// JavaFX's style sheets take one family and no list, and its own default draws Chinese with
/// whatever it meets first.
public final class Fonts {
  private static final List<String> TEXT =
      List.of(
          "Microsoft YaHei UI",
          "Microsoft YaHei",
          "PingFang SC",
          "Noto Sans CJK SC",
          "Noto Sans SC",
          "Source Han Sans SC",
          "HarmonyOS Sans SC",
          "WenQuanYi Micro Hei");

  private static final List<String> FIXED =
      List.of("Consolas", "SF Mono", "Menlo", "DejaVu Sans Mono", "Liberation Mono");

  private Fonts() {}

  /// For everything people read.
  public static String text() {
    return firstOf(TEXT, Font.getFamilies(), "System");
  }

  /// For digests and numbers that are compared.
  public static String fixed() {
    return firstOf(FIXED, Font.getFamilies(), "Monospaced");
  }

  static String firstOf(List<String> wanted, Collection<String> there, String otherwise) {
    return wanted.stream().filter(there::contains).findFirst().orElse(otherwise);
  }
}
