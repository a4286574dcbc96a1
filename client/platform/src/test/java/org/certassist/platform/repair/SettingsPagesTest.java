package org.certassist.platform.repair;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.certassist.core.diagnosis.PcSystem;
import org.certassist.core.repair.SystemPage;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// Pages of settings, opened by small programs that stand for the system's.
class SettingsPagesTest {
  @TempDir Path folder;

  @Test
  void theFirstProgramThatIsInstalledOpensThePage() throws Exception {
    Path program = program("echo \"$2\" > " + folder.resolve("opened"));
    SettingsPages pages =
        pages(
            List.of(
                List.of(folder.resolve("not-installed").toString(), "-m", "wrong"),
                List.of(program.toString(), "-m", "datetime")));

    pages.open(SystemPage.DATE_AND_TIME);

    assertThat(folder.resolve("opened")).hasContent("datetime");
    assertThat(pages.has(SystemPage.DATE_AND_TIME)).isTrue();
    assertThat(pages.has(SystemPage.PROXY)).isFalse();
  }

  @Test
  void aProgramThatFailsIsSaid() throws Exception {
    SettingsPages pages = pages(List.of(List.of(program("exit 3").toString())));

    assertThatThrownBy(() -> pages.open(SystemPage.DATE_AND_TIME))
        .hasMessageContaining("repair.pageNotOpened");
  }

  /// It does so where all went well.
  @Test
  void windowsExplorerMayEndWithOne() throws Exception {
    Path explorer = folder.resolve("explorer.exe");
    Files.move(program("touch " + folder.resolve("opened") + "; exit 1"), explorer);

    pages(List.of(List.of(explorer.toString()))).open(SystemPage.DATE_AND_TIME);

    assertThat(folder.resolve("opened")).exists();
  }

  @Test
  void nothingIsOfferedThatIsNotInstalled() {
    SettingsPages pages = SettingsPages.of(PcSystem.WINDOWS, "/no/such/Windows");

    assertThat(SystemPage.values()).noneMatch(pages::has);
    assertThatThrownBy(() -> pages.open(SystemPage.DISK))
        .hasMessageContaining("repair.pageNotOpened");
  }

  private static SettingsPages pages(List<List<String>> commands) {
    return new SettingsPages(Map.of(SystemPage.DATE_AND_TIME, commands));
  }

  private Path program(String script) throws Exception {
    Path file = Files.writeString(folder.resolve("program"), "#!/bin/sh\n" + script + "\n");
    assertThat(file.toFile().setExecutable(true)).isTrue();
    return file;
  }
}
