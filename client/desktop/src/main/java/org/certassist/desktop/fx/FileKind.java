package org.certassist.desktop.fx;

import java.util.List;

/// The files that a dialog offers to open.
///
/// @param name as it stands in the dialog
/// @param patterns such as `*.xlsx`
public record FileKind(String name, List<String> patterns) {
  public FileKind {
    patterns = List.copyOf(patterns);
  }

  public static FileKind workbooks(Words words) {
    return new FileKind(words.get("file.kind"), List.of("*.xlsx", "*.xls", "*.xlsm", "*.csv"));
  }

  public static FileKind keyFiles(Words words) {
    return new FileKind(words.get("keyFile.fileKind"), List.of("*.p12", "*.pfx"));
  }

  public static FileKind certificates(Words words) {
    return new FileKind(
        words.get("certificates.fileKind"),
        List.of("*.cer", "*.crt", "*.der", "*.pem", "*.p7b", "*.p7s", "*.txt", "*.p12", "*.pfx"));
  }

  /// Bundles for the helpdesk.
  public static FileKind bundles(Words words) {
    return new FileKind(words.get("help.fileKind"), List.of("*.zip"));
  }

  /// PKCS#11 libraries; on Linux the version may stand behind the ending.
  public static FileKind libraries(Words words) {
    return new FileKind(
        words.get("drivers.fileKind"), List.of("*.dll", "*.so", "*.so.*", "*.dylib"));
  }
}
