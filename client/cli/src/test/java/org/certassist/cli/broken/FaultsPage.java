package org.certassist.cli.broken;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/// The part of docs/faults.md that a test writes, except that no two runs take the same time.
final class FaultsPage {
  private static final Path PAGE = Path.of("..", "..", "docs", "faults.md");
  private static final Path WRITTEN = Path.of("target", "broken-pcs.md");
  private static final boolean WRITE = Boolean.getBoolean("certassist.write-pages");

  /// The last cell of a row of the table.
  private static final String SECONDS = "(?m)\\| [0-9.–]+ \\|$";

  private final String title;

  /// @param title with the line breaks around it
  FaultsPage(String title) {
    this.title = title;
  }

  /// Holds the page to what was seen; run with `-Dcertassist.write-pages=true` it is written.
  void holds(String seen) throws IOException {
    Files.createDirectories(WRITTEN.getParent());
    Files.writeString(WRITTEN, seen);
    if (WRITE) {
      String page = Files.readString(PAGE);
      String old = in(page);
      Files.writeString(PAGE, old.isEmpty() ? page + seen : page.replace(old, seen));
    }
    assertThat(untimed(in(Files.readString(PAGE))))
        .as("docs/faults.md; write it anew with -Dcertassist.write-pages=true")
        .isEqualTo(untimed(seen));
  }

  private static String untimed(String part) {
    return part.replaceAll(SECONDS, "| |");
  }

  private String in(String page) {
    int start = page.indexOf(title);
    int end = start < 0 ? -1 : page.indexOf("\n# ", start + title.length());
    return start < 0 ? "" : end < 0 ? page.substring(start) : page.substring(start, end);
  }
}
