package org.certassist.workbook;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.function.UnaryOperator;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;
import java.util.zip.ZipOutputStream;

/// Copies of workbooks with some parts rewritten.
final class Zips {
  private Zips() {}

  static void rewrite(Path from, Path to, Map<String, UnaryOperator<String>> changes)
      throws IOException {
    try (ZipInputStream in = new ZipInputStream(Files.newInputStream(from));
        OutputStream file = Files.newOutputStream(to);
        ZipOutputStream out = new ZipOutputStream(file)) {
      for (ZipEntry entry = in.getNextEntry(); entry != null; entry = in.getNextEntry()) {
        byte[] content = in.readAllBytes();
        UnaryOperator<String> change = changes.get(entry.getName());
        out.putNextEntry(new ZipEntry(entry.getName()));
        out.write(
            change == null
                ? content
                : change
                    .apply(new String(content, StandardCharsets.UTF_8))
                    .getBytes(StandardCharsets.UTF_8));
      }
    }
  }
}
