package org.certassist.workbook;

import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.certassist.core.workbook.FileFault;

/// Files for the fuzz tests: good ones to begin with, and what must hold for any.
final class FuzzedFile {
  private FuzzedFile() {}

  /// A good file, a half of it, and nothing.
  static Stream<byte[]> known(String suffix) throws Exception {
    byte[] good = suffix.equals("csv") ? text() : template(suffix);
    return Stream.of(good, Arrays.copyOf(good, good.length / 2), new byte[0]);
  }

  /// A portal's empty template, a half of it, and nothing.
  static Stream<byte[]> knownPortals(String suffix) throws Exception {
    Path file = Files.createTempFile("known", "." + suffix);
    try {
      byte[] good = Files.readAllBytes(PortalFile.of("." + suffix).save(file));
      return Stream.of(good, Arrays.copyOf(good, good.length / 2), new byte[0]);
    } finally {
      Files.delete(file);
    }
  }

  /// What is not refused by name comes out as another exception.
  static void enter(byte[] content, String suffix, Door... doors) throws Exception {
    Path folder = Files.createTempDirectory("fuzz");
    Path file = Files.write(folder.resolve("a." + suffix), content);
    try {
      for (Door door : doors) {
        Optional<FileFault> _ = door.refusal(file);
      }
    } finally {
      Files.delete(file);
      // Fails where a reader left anything beside the file.
      Files.delete(folder);
    }
  }

  private static byte[] template(String suffix) throws Exception {
    Path file = Files.createTempFile("known", "." + suffix);
    try {
      new PoiWorkbooks()
          .writeTemplate(
              TestKinds.TERMINATION, Optional.of(TestKinds.UNIT), TestKinds.people(2), file);
      return Files.readAllBytes(file);
    } finally {
      Files.delete(file);
    }
  }

  private static byte[] text() {
    String headers =
        TestKinds.TERMINATION.columns().stream()
            .map(Layout::header)
            .collect(Collectors.joining(","));
    String text = "t\n统一社会信用代码,1,单位名称,2,单位类型,3\n" + headers + "\n居民身份证,1,\"张\n三\"\n";
    return text.getBytes(StandardCharsets.UTF_8);
  }
}
