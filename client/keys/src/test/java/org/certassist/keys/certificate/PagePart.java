package org.certassist.keys.certificate;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/// A part of docs/faults.md that a test writes, from its title up to the next part.
///
/// @param title with the line breaks around it
public record PagePart(String title) {
  private static final Path PAGE = Path.of("..", "..", "docs", "faults.md");
  private static final boolean WRITE = Boolean.getBoolean("certassist.write-pages");

  /// Holds the page to what was seen; run with `-Dcertassist.write-pages=true` it is written.
  public void holds(String seen) throws IOException {
    if (WRITE) {
      Files.writeString(PAGE, replace(Files.readString(PAGE), seen));
    }
    assertThat(in(Files.readString(PAGE)))
        .as("docs/faults.md; write it anew with -Dcertassist.write-pages=true")
        .isEqualTo(seen);
  }

  private String in(String page) {
    int start = page.indexOf(title);
    int end = start < 0 ? -1 : page.indexOf("\n# ", start + title.length());
    return start < 0 ? "" : end < 0 ? page.substring(start) : page.substring(start, end);
  }

  /// The page with this part in the place of the old one, else at its end.
  private String replace(String page, String part) {
    String old = in(page);
    return old.isEmpty() ? page + part : page.replace(old, part);
  }
}
