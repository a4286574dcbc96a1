package org.certassist.platform.repair;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

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
  void whereRightsAreNotWhatIsMissingNothingIsTouched() throws Exception {
    rights("rwx------");

    assertThat(new OwnFolderRights(home).before(NoPc.NONE)).isEmpty();
    assertThat(new OwnFolderRights(home.resolve("none")).before(NoPc.NONE)).isEmpty();
  }

  private void rights(String rights) throws Exception {
    Files.setPosixFilePermissions(home, PosixFilePermissions.fromString(rights));
  }

  private String rights() throws Exception {
    return PosixFilePermissions.toString(Files.getPosixFilePermissions(home));
  }
}
