package org.certassist.platform.installation;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import org.certassist.core.detection.Installation;
import org.certassist.core.detection.Installation.Route;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

/// The installation in progress on the disk, and the run of the PC.
class InstallationFileTest {
  private static final String RUN = "0c8f4a52-6a6e-4c2f-9a58-0f6f1c8b7d11";

  @TempDir private Path home;

  private Path file() {
    return home.resolve("installation.txt");
  }

  @ParameterizedTest
  @EnumSource
  void everyStepComesBackAsItWasKept(Route route) {
    for (int done = 0; done < route.steps().size(); done++) {
      for (Optional<String> start : java.util.List.of(Optional.<String>empty(), Optional.of(RUN))) {
        for (boolean plugged : new boolean[] {false, true}) {
          Installation kept = new Installation("feitian-epass3000gm", route, done, start, plugged);
          new InstallationFile(file()).keep(kept);
          assertThat(new InstallationFile(file()).inProgress()).contains(kept);
        }
      }
    }
  }

  @Test
  void isForItsOwnerOnly() throws IOException {
    new InstallationFile(file())
        .keep(new Installation("epass", Route.AGAIN, 3, Optional.of(RUN), false));
    assertThat(Files.readString(file())).isEqualTo("again restart " + RUN + " epass\n");
    assertThat(
            java.nio.file.attribute.PosixFilePermissions.toString(
                Files.getPosixFilePermissions(file())))
        .isEqualTo("rw-------");
  }

  @Test
  void forgottenIsGone() {
    InstallationFile kept = new InstallationFile(file());
    kept.keep(new Installation("epass", Route.AGAIN, 3, Optional.of(RUN), false));
    kept.forget();
    assertThat(kept.inProgress()).isEmpty();
    assertThat(file()).doesNotExist();
  }

  @Test
  void anotherProgramsWordCounts() {
    InstallationFile window = new InstallationFile(file());
    InstallationFile commandLine = new InstallationFile(file());
    Installation begun = new Installation("epass", Route.AGAIN, 3, Optional.of(RUN), false);
    window.keep(begun);
    assertThat(commandLine.inProgress()).contains(begun);
    commandLine.forget();
    assertThat(window.inProgress()).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "again",
        "again restart - ",
        "again restart - ../../etc",
        "sideways restart - epass",
        "firstTime installFromKey - epass",
        "again restart - epass\nagain restart - epass\n",
        "again restart - epass more"
      })
  void damagedIsNothingInProgress(String text) throws IOException {
    Files.writeString(file(), text);
    assertThat(new InstallationFile(file()).inProgress()).isEmpty();
  }

  @Test
  void whatCannotBeWrittenIsKeptUntilTheEnd() throws IOException {
    Files.writeString(home.resolve("notAFolder"), "");
    InstallationFile kept = new InstallationFile(home.resolve("notAFolder").resolve("x.txt"));
    Installation installation = new Installation("epass", Route.AGAIN, 3, Optional.of(RUN), false);
    kept.keep(installation);
    assertThat(kept.inProgress()).contains(installation);
  }

  @Test
  void theKernelTellsTheRunOfThePc() throws IOException {
    Path bootId = home.resolve("boot_id");
    assertThat(new LinuxStart(bootId).mark()).isEmpty();
    Files.writeString(bootId, "no id");
    assertThat(new LinuxStart(bootId).mark()).isEmpty();
    Files.writeString(bootId, RUN + "\n");
    assertThat(new LinuxStart(bootId).mark()).contains(RUN);
  }
}
