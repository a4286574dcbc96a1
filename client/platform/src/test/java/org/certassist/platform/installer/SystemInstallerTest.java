package org.certassist.platform.installer;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.certassist.core.diagnosis.PcSystem;
import org.certassist.core.installer.Installer;
import org.certassist.core.installer.InstallerException;
import org.certassist.core.installer.InstallerFault;
import org.certassist.core.installer.InstallerStart.End;
import org.certassist.platform.installer.SystemInstaller.Words;
import org.certassist.platform.system.Elevation;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/// Shell scripts as installers, run on this system; what would be run on others is compared.
@Timeout(60)
class SystemInstallerTest {
  private static final Path SETUP = Path.of("/home/wang/installers/setup.deb");

  @TempDir private Path temp;

  private Path script(String body) throws IOException {
    return Files.writeString(temp.resolve("setup.sh"), "#!/bin/sh\n" + body + "\n");
  }

  private static Installer installer(String name, String... arguments) {
    return new Installer(
        name,
        URI.create("https://ca.example/setup"),
        "ab".repeat(32),
        "飞天诚信科技股份有限公司",
        List.of(arguments),
        1);
  }

  private static SystemInstaller running(Duration patience, String... before) {
    return new SystemInstaller(
        Map.of("sh", List.of(new Words(List.of(before), true, End.INSTALLED, Set.of(126)))),
        Publishers.UNCHECKED,
        patience);
  }

  private static void assertRefused(ThrowingCallable act, String id, Object... details) {
    assertThatThrownBy(act)
        .isInstanceOfSatisfying(
            InstallerException.class,
            refused -> assertThat(refused.fault()).isEqualTo(InstallerFault.of(id, details)));
  }

  @Test
  void itGetsItsArgumentsOneByOneAndItsEndIsAwaited() throws Exception {
    Path file = script("for a in \"$@\"; do echo \"<$a>\"; done > \"$(dirname \"$0\")/seen\"");
    assertThat(
            running(Duration.ofSeconds(30))
                .run(file, installer("setup.sh", "--quiet", "/D=C:/x", "a,b")))
        .isEqualTo(End.INSTALLED);
    assertThat(temp.resolve("seen")).hasContent("<--quiet>\n</D=C:/x>\n<a,b>\n");
  }

  @Test
  void aProgramOfTheSystemGoesBeforeIt() throws Exception {
    Path file = script("echo \"$1 $KIND\" > \"$(dirname \"$0\")/seen\"");
    running(Duration.ofSeconds(30), "/usr/bin/env", "KIND=asked")
        .run(file, installer("setup.sh", "one"));
    assertThat(temp.resolve("seen")).hasContent("one asked\n");
  }

  @Test
  void oneThatFailsSaysWithWhat() throws Exception {
    Path file = script("exit 3");
    assertRefused(
        () -> running(Duration.ofSeconds(30)).run(file, installer("setup.sh")),
        "failed",
        "setup.sh",
        3);
  }

  @Test
  void aNoToTheSystemsQuestionIsNoFailure() throws Exception {
    Path file = script("exit 126");
    assertRefused(
        () -> running(Duration.ofSeconds(30)).run(file, installer("setup.sh")), "declined");
  }

  @Test
  void aScriptThatEndsAsAnUnansweredQuestionDoesHasFailed() {
    for (String kind : List.of("sh", "run")) {
      SystemInstaller.Way way = ways(SystemInstaller.linux(false), kind).getFirst();
      assertThat(way.isNo(126)).isFalse();
      assertThat(way.isNo(127)).isFalse();
    }
    assertThat(ways(SystemInstaller.linux(false), "deb").getFirst().isNo(126)).isTrue();
  }

  @Test
  void oneThatTheSystemDidNotStartIsSaidSo() throws Exception {
    SystemInstaller installers =
        new SystemInstaller(
            Map.of("sh", List.of(new NeverStarted())),
            Publishers.UNCHECKED,
            Duration.ofSeconds(30));
    assertRefused(
        () -> installers.run(script("exit 9"), installer("setup.sh")), "notStarted", "setup.sh");
  }

  private record NeverStarted() implements SystemInstaller.Way {
    @Override
    public List<Path> needs() {
      return List.of();
    }

    @Override
    public ProcessBuilder start(Path file, List<String> arguments) {
      return new ProcessBuilder("/bin/sh", file.toString());
    }

    @Override
    public Optional<End> end(int exit) {
      return Optional.empty();
    }

    @Override
    public boolean isNo(int exit) {
      return false;
    }

    @Override
    public boolean isNotStarted(int exit) {
      return exit == 9;
    }
  }

  @Test
  void oneThatTakesTooLongGoesOnAndIsSaidTo() throws Exception {
    Path file =
        script(
            """
            cd "$(dirname "$0")"; mkfifo go; : > begun; cat go > /dev/null; : > ended\
            """);
    assertRefused(
        () -> running(Duration.ofMillis(300)).run(file, installer("setup.sh")),
        "stillRunning",
        "setup.sh",
        0);
    until(temp.resolve("begun"));
    Files.writeString(temp.resolve("go"), "on");
    until(temp.resolve("ended"));
  }

  private static void until(Path file) throws InterruptedException {
    while (!Files.exists(file)) {
      Thread.sleep(10);
    }
  }

  @Test
  void oneThatTheSystemCannotRunIsNotStarted() throws Exception {
    Path file = Files.writeString(temp.resolve("setup.sh"), "#!/no/such/program\n");
    assertRefused(
        () -> running(Duration.ofSeconds(30)).run(file, installer("setup.sh")),
        "notStarted",
        "setup.sh");
  }

  @Test
  void whereNobodyCanBeAskedForTheRightsItIsNotStarted() throws Exception {
    Path file = script("exit 0");
    assertRefused(
        () ->
            running(Duration.ofSeconds(30), "/usr/bin/no-pkexec").run(file, installer("setup.sh")),
        "noRights",
        "setup.sh");
  }

  @ParameterizedTest
  @CsvSource({
    "LINUX, setup.deb, true",
    "LINUX, setup.run, true",
    "LINUX, setup.exe, false",
    "WINDOWS, setup.exe, true",
    "WINDOWS, setup.msi, true",
    "WINDOWS, setup.deb, false",
    "MACOS, setup.pkg, true",
    "MACOS, setup.exe, false",
    "OTHER, setup.sh, false"
  })
  void eachSystemStartsItsOwnKinds(PcSystem system, String file, boolean known) {
    assertThat(SystemInstaller.of(system, "C:\\Windows", false).knows(installer(file)))
        .isEqualTo(known);
  }

  private static List<SystemInstaller.Way> ways(
      Map<String, List<SystemInstaller.Way>> all, String kind) {
    return Objects.requireNonNull(all.get(kind));
  }

  @Test
  void aPackageGoesToTheSystemsPackageManager() {
    assertThat(
            ways(SystemInstaller.linux(false), "deb").getFirst().start(SETUP, List.of()).command())
        .containsExactly(
            "/usr/bin/pkexec",
            "/usr/bin/apt-get",
            "install",
            "--yes",
            "--no-install-recommends",
            SETUP.toString());
    assertThat(
            ways(SystemInstaller.linux(true), "deb").getFirst().start(SETUP, List.of()).command())
        .startsWith("/usr/bin/apt-get");
    assertThat(
            ways(SystemInstaller.linux(false), "deb").getLast().start(SETUP, List.of()).command())
        .containsExactly("/usr/bin/xdg-open", SETUP.toString());
    assertThat(
            ways(SystemInstaller.linux(false), "run")
                .getFirst()
                .start(SETUP, List.of("-y"))
                .command())
        .containsExactly("/usr/bin/pkexec", SETUP.toString(), "-y");
  }

  @Test
  void onWindowsNothingOfTheCataloguesStandsInTheCommand() {
    Path file = Path.of("C:\\Users\\o'neil; calc\\setup.exe");
    ProcessBuilder start =
        ways(WindowsWays.of("C:\\Windows"), "exe").getFirst().start(file, List.of("/S", "/D=x"));
    assertThat(start.command())
        .startsWith(
            "C:\\Windows\\System32\\WindowsPowerShell\\v1.0\\powershell.exe",
            "-NoProfile",
            "-NonInteractive",
            "-Command")
        .noneMatch(word -> word.contains("calc") || word.contains("/S"));
    assertThat(start.command().getLast())
        .contains("Start-Process @start -Verb RunAs", "Win32Exception 1223", "exit 1223001");
    assertThat(start.environment())
        .containsEntry("CERTASSIST_FILE", file.toString())
        .containsEntry("CERTASSIST_ARGUMENTS", "/S\n/D=x");
  }

  @ParameterizedTest
  @CsvSource({
    "0, true, false",
    "3010, true, false",
    "1641, true, false",
    "1602, false, true",
    "1223, false, true",
    "1603, false, false",
    "1223001, false, false",
    "1, false, false"
  })
  void windowsExitValuesAreToldApart(int exit, boolean installed, boolean declined) {
    SystemInstaller.Way way = ways(WindowsWays.of("C:\\Windows"), "msi").getFirst();
    assertThat(way.end(exit)).isEqualTo(installed ? Optional.of(End.INSTALLED) : Optional.empty());
    assertThat(way.isNo(exit)).isEqualTo(declined);
    assertThat(way.isNotStarted(exit)).isEqualTo(exit == 1_223_001);
  }

  /// Answers in the form that the fixed script gives; base64 of 飞天诚信科技股份有限公司.
  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          'status Valid\r\npublisher 6aOe5aSp6K+a5L+h56eR5oqA6IKh5Lu95pyJ6ZmQ5YWs5Y+4\r\n' | 飞天诚信科技股份有限公司
          'status Valid\r\npublisher Q0E=\r\n' | CA
          'status Valid\r\n' | ''
          'status Valid\r\npublisher \r\n' | ''
          'status NotSigned\r\n' | ''
          'status HashMismatch\r\npublisher Q0E=\r\n' | ''
          'status NotTrusted\r\npublisher Q0E=\r\n' | ''
          'status UnknownError\r\npublisher Q0E=\r\n' | ''
          """)
  void onlyAValidSignatureNamesAPublisher(String answer, String publisher) throws IOException {
    assertThat(Authenticode.publisher(answer.replace("\\r\\n", "\r\n")))
        .isEqualTo(publisher.isEmpty() ? Optional.empty() : Optional.of(publisher));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "status Valid\r\npublisher ===\r\n",
        "publisher Q0E=\r\nstatus Valid\r\n",
        "status Valid\r\npublisher Q0E=\r\nmore"
      })
  void anythingElseIsNoAnswer(String answer) {
    assertThatThrownBy(() -> Authenticode.publisher(answer)).isInstanceOf(IOException.class);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"exit 0", "printf 'status Valid\\npublisher Q0E=\\n'; exit 1", "#!/no/program"})
  void aSignatureThatIsNotJudgedIsNoWrongOne(String script) throws Exception {
    Path windows = windows(script);
    assertRefused(
        () -> new Authenticode(windows.toString()).check(SETUP, installer("setup.exe")),
        "publisherUnknown",
        "setup.exe",
        "飞天诚信科技股份有限公司");
  }

  @Test
  void aSignatureOfSomebodyElseIsSaid() throws Exception {
    Path windows = windows("printf 'status Valid\\npublisher Q0E=\\n'");
    assertRefused(
        () -> new Authenticode(windows.toString()).check(SETUP, installer("setup.exe")),
        "otherPublisher",
        "setup.exe",
        "飞天诚信科技股份有限公司",
        "CA");
  }

  /// A folder with a script in the place of PowerShell, whose path is one name here.
  private Path windows(String script) throws IOException {
    Path windows = temp.resolve("windows");
    Path shell = Path.of(Elevation.powerShell(windows.toString(), "").getFirst());
    Files.writeString(
        shell, script.startsWith("#!") ? script + "\n" : "#!/bin/sh\n" + script + "\n");
    assertThat(shell.toFile().setExecutable(true)).isTrue();
    return windows;
  }
}
