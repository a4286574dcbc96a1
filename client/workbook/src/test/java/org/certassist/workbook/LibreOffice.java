package org.certassist.workbook;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.TimeUnit;

/// The real LibreOffice, run without a window; `./verify` installs it.
final class LibreOffice {
  private final Path home;

  /// @param home a folder for its settings, so that it disturbs no other
  LibreOffice(Path home) {
    assumeTrue(isInstalled("soffice"), "libreoffice-calc-nogui is not installed");
    this.home = home;
  }

  /// Opens a workbook and saves it anew as .xlsx.
  Path saveAgain(Path workbook, Path folder) throws IOException, InterruptedException {
    return convert(workbook, "xlsx:Calc MS Excel 2007 XML", "xlsx", folder);
  }

  /// Opens a workbook and saves it anew as .xls.
  Path saveAsXls(Path workbook, Path folder) throws IOException, InterruptedException {
    return convert(workbook, "xls:MS Excel 97", "xls", folder);
  }

  Path print(Path workbook, Path folder) throws IOException, InterruptedException {
    return convert(workbook, "pdf", "pdf", folder);
  }

  /// Every cell of the first sheet as LibreOffice evaluates and shows it.
  String csv(Path workbook, Path folder) throws IOException, InterruptedException {
    return Files.readString(
        convert(workbook, "csv:Text - txt - csv (StarCalc):44,34,76,1", "csv", folder));
  }

  private Path convert(Path workbook, String format, String suffix, Path folder)
      throws IOException, InterruptedException {
    Files.createDirectories(folder);
    run(
        List.of(
            "soffice",
            "--headless",
            "-env:UserInstallation=" + home.toUri(),
            "--convert-to",
            format,
            "--outdir",
            folder.toString(),
            workbook.toString()));
    String name = workbook.getFileName().toString();
    Path converted = folder.resolve(name.substring(0, name.lastIndexOf('.') + 1) + suffix);
    assertThat(converted).exists();
    return converted;
  }

  static String run(List<String> command) throws IOException, InterruptedException {
    Path output = Files.createTempFile("run", ".txt");
    try {
      Process process =
          new ProcessBuilder(command)
              .redirectErrorStream(true)
              .redirectOutput(output.toFile())
              .start();
      boolean ended = process.waitFor(180, TimeUnit.SECONDS);
      process.destroyForcibly();
      assertThat(ended).as(command.getFirst() + " ends").isTrue();
      return Files.readString(output);
    } finally {
      Files.delete(output);
    }
  }

  static boolean isInstalled(String program) {
    return Arrays.stream(System.getenv("PATH").split(":"))
        .anyMatch(folder -> Files.isExecutable(Path.of(folder, program)));
  }
}
