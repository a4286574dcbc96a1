package org.certassist.platform.repair;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.lang.reflect.Proxy;
import java.nio.file.AccessDeniedException;
import java.nio.file.FileSystem;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermission;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import org.certassist.core.certificate.Certificates;
import org.certassist.core.diagnosis.PcSystem;
import org.certassist.core.repair.DoneRepair;
import org.certassist.core.repair.PcRepair;
import org.certassist.core.repair.PutRight;
import org.certassist.core.repair.RepairException;
import org.certassist.core.repair.RepairJournal;
import org.certassist.core.time.ShanghaiTime;
import org.certassist.platform.ThisPc;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/// Rights of a real folder.
class OwnFolderRightsTest {
  @TempDir Path home;

  @Test
  void theMissingRightIsGivenAndTakenBack() throws Exception {
    rights("r-xr-x---");
    OwnFolderRights remedy = new OwnFolderRights(home);

    List<String> before = remedy.before(NoPc.NONE);
    remedy.apply(before);
    assertThat(rights()).isEqualTo("rwxr-x---");

    remedy.undo(before);
    assertThat(rights()).isEqualTo("r-xr-x---");
    rights("rwx------");
  }

  @Test
  void aFolderThatMayBeWrittenButNotEnteredIsOpenedToo() throws Exception {
    rights("rw-------");
    OwnFolderRights remedy = new OwnFolderRights(home);

    remedy.apply(remedy.before(NoPc.NONE));

    assertThat(rights()).isEqualTo("rwx------");
  }

  @Test
  void whereRightsAreNotWhatIsMissingNothingIsTouched() throws Exception {
    rights("rwx------");

    assertThat(new OwnFolderRights(home).before(NoPc.NONE)).isEmpty();
    assertThat(new OwnFolderRights(home.resolve("none")).before(NoPc.NONE)).isEmpty();
    Path file = Files.writeString(home.resolve("file"), "in the folder's place");
    assertThat(new OwnFolderRights(file).before(NoPc.NONE)).isEmpty();
  }

  @Test
  void theListOfRepairsInAFolderThatNobodyCouldWriteIsWrittenOnceItCan() throws Exception {
    rights("r-x------");
    PutRight repairs =
        new PutRight(
            Map.of(PcRepair.MAKE_HOME_WRITABLE, new OwnFolderRights(home)),
            SettingsPages.of(PcSystem.OTHER, ""),
            new WhereOwnersMayWrite(),
            new ShanghaiTime(Clock.systemUTC()));

    repairs.put(PcRepair.MAKE_HOME_WRITABLE, NoPc.NONE);
    assertThat(rights()).isEqualTo("rwx------");
    assertThat(home.resolve("repairs.json")).content().contains("r-x------");

    repairs.undo();
    assertThat(rights()).isEqualTo("r-x------");
    rights("rwx------");
    assertThat(repairs.last()).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "rw", "rwxrwxrwx", "r-xr-x---", "r-x------ r-x------"})
  void strangeRightsAreNeverGiven(String strange) throws Exception {
    rights("rwx------");

    for (List<String> before : List.of(List.of(strange), List.of(strange, "more"))) {
      assertThatThrownBy(() -> new OwnFolderRights(home).undo(before))
          .isInstanceOf(RepairException.class)
          .hasMessageContaining("repair.pastUndo");
    }
    assertThatThrownBy(() -> new OwnFolderRights(home).undo(List.of()))
        .hasMessageContaining("repair.pastUndo");
    assertThat(rights()).isEqualTo("rwx------");
  }

  @Test
  void itIsThereOnlyWhereTheFileSystemHasSuchRights() throws Exception {
    ThisPc pc = ThisPc.of("Linux", "amd64", Map.of(), Path.of("/java"), noCertificates());
    assertThat(pc.remedies(home)).containsKey(PcRepair.MAKE_HOME_WRITABLE);
    try (FileSystem without =
        FileSystems.newFileSystem(home.resolve("none.zip"), Map.of("create", "true"))) {
      assertThat(pc.remedies(without.getPath("/"))).doesNotContainKey(PcRepair.MAKE_HOME_WRITABLE);
    }
  }

  private static Certificates noCertificates() {
    return (Certificates)
        Proxy.newProxyInstance(
            Certificates.class.getClassLoader(),
            new Class<?>[] {Certificates.class},
            (_, method, _) -> {
              throw new AssertionError(method + " was asked");
            });
  }

  /// For a root user, who may write everywhere, the folder's rights are asked as well.
  private final class WhereOwnersMayWrite implements RepairJournal {
    private final RepairFile file = new RepairFile(home.resolve("repairs.json"));

    @Override
    public List<DoneRepair> all() throws IOException {
      return file.all();
    }

    @Override
    public void write(List<DoneRepair> repairs) throws IOException {
      if (!Files.getPosixFilePermissions(home).contains(PosixFilePermission.OWNER_WRITE)) {
        throw new AccessDeniedException(home.toString());
      }
      file.write(repairs);
    }
  }

  private void rights(String rights) throws Exception {
    Files.setPosixFilePermissions(home, PosixFilePermissions.fromString(rights));
  }

  private String rights() throws Exception {
    return PosixFilePermissions.toString(Files.getPosixFilePermissions(home));
  }
}
