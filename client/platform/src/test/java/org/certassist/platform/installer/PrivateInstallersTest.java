package org.certassist.platform.installer;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.MessageDigest;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;
import java.util.stream.Stream;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.certassist.core.installer.Installer;
import org.certassist.core.installer.InstallerException;
import org.certassist.core.installer.InstallerFault;
import org.certassist.core.installer.InstallerFiles.Filling;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/// Real files: sound, altered, cut off, grown, linked, and in folders that are not what they seem.
@Timeout(60)
class PrivateInstallersTest {
  private static final byte[] BYTES = "an installer ".repeat(20_000).getBytes(UTF_8);

  @TempDir private Path temp;
  private Path folder;
  private Path share;
  private Installer installer;
  private PrivateInstallers files;

  @BeforeEach
  void folders() throws Exception {
    folder = temp.resolve("home/installers");
    share = Files.createDirectory(temp.resolve("share"));
    files = new PrivateInstallers(folder);
    installer =
        new Installer(
            "epass.deb",
            URI.create("https://ca.example/epass.deb"),
            HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(BYTES)),
            "CA",
            List.of(),
            BYTES.length);
  }

  private static Filling of(byte[] bytes) {
    return to -> to.write(bytes);
  }

  private void assertRefused(ThrowingCallable act, String id, Object... details) {
    assertThatThrownBy(act)
        .isInstanceOfSatisfying(
            InstallerException.class,
            refused -> assertThat(refused.fault()).isEqualTo(InstallerFault.of(id, details)));
  }

  private List<Path> left() throws IOException {
    try (Stream<Path> all = Files.list(folder)) {
      return all.toList();
    }
  }

  @Test
  void oneIsKeptWholeAndForItsOwnerOnly() throws Exception {
    Path kept = files.keep(installer, of(BYTES));
    assertThat(kept).isEqualTo(folder.resolve("epass.deb")).hasBinaryContent(BYTES);
    assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(kept)))
        .isEqualTo("rw-------");
    assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(folder)))
        .isEqualTo("rwx------");
    assertThat(left()).containsExactly(kept);
    assertThat(files.ready(installer)).contains(kept);
    files.forget(installer);
    assertThat(left()).isEmpty();
  }

  @Test
  void otherBytesAreDeleted() throws Exception {
    byte[] tampered = BYTES.clone();
    tampered[77] ^= 1;
    assertRefused(() -> files.keep(installer, of(tampered)), "notTheFile", "epass.deb");
    assertThat(left()).isEmpty();
  }

  @Test
  void oneThatIsCutOffIsDeleted() throws Exception {
    byte[] cut = Arrays.copyOf(BYTES, BYTES.length - 1);
    assertRefused(() -> files.keep(installer, of(cut)), "notTheFile", "epass.deb");
    assertThat(left()).isEmpty();
  }

  @Test
  void oneThatIsTooLargeIsEndedAtTheByteThatIsOneTooMany() throws Exception {
    Filling endless =
        to -> {
          for (int i = 0; i < 1000; i++) {
            to.write(BYTES);
            assertThat(folder.resolve("epass.deb.part")).hasSize(BYTES.length);
          }
        };
    assertRefused(() -> files.keep(installer, endless), "notTheFile", "epass.deb");
    assertThat(left()).isEmpty();
  }

  @Test
  void whileItComesItHasAnotherName() throws Exception {
    Filling looking =
        to -> {
          to.write(BYTES);
          assertThat(left()).containsExactly(folder.resolve("epass.deb.part"));
        };
    assertThat(files.keep(installer, looking)).exists();
  }

  @Test
  void whatWasLeftBehindOrIsOfEarlierTimesGoes() throws Exception {
    Path before = files.keep(installer, of(BYTES));
    Files.writeString(folder.resolve("epass.deb.part"), "half");
    Files.move(before, folder.resolve("old.deb"));
    assertThat(files.keep(installer, of(BYTES))).exists();
    assertThat(left()).containsExactly(folder.resolve("epass.deb"));
  }

  @Test
  void aFullDiskIsSaidToBeFull() throws Exception {
    Filling full =
        _ -> {
          throw new IOException("No space left on device");
        };
    assertRefused(() -> files.keep(installer, full), "notKept", folder, "disk-full");
    assertThat(left()).isEmpty();
  }

  @Test
  void oneThatIsCancelledLeavesNothing() throws Exception {
    Filling cancelled =
        to -> {
          to.write(1);
          throw new InterruptedException("cancelled");
        };
    assertThatThrownBy(() -> files.keep(installer, cancelled))
        .isInstanceOf(InterruptedException.class);
    assertThat(left()).isEmpty();
  }

  @Test
  void aFolderThatLeadsElsewhereIsNotUsed() throws Exception {
    Files.createDirectories(folder.getParent());
    Files.createSymbolicLink(folder, share);
    assertRefused(() -> files.keep(installer, of(BYTES)), "folderShared", folder);
    Files.write(share.resolve("epass.deb"), BYTES);
    assertThat(files.ready(installer)).isEmpty();
    assertThat(share.resolve("epass.deb")).exists();
  }

  @Test
  void aFolderThatOthersMayEnterIsNotUsed() throws Exception {
    files.keep(installer, of(BYTES));
    Files.setPosixFilePermissions(folder, PosixFilePermissions.fromString("rwx-----x"));
    assertThat(files.ready(installer)).isEmpty();
    assertRefused(() -> files.keep(installer, of(BYTES)), "folderShared", folder);
  }

  @Test
  void aFileThatWasExchangedOrIsALinkIsNotReady() throws Exception {
    Path kept = files.keep(installer, of(BYTES));
    byte[] other = BYTES.clone();
    other[0] ^= 1;
    Files.write(kept, other);
    assertThat(files.ready(installer)).isEmpty();
    Files.delete(kept);
    Files.createSymbolicLink(kept, Files.write(share.resolve("epass.deb"), BYTES));
    assertThat(files.ready(installer)).isEmpty();
  }

  @Test
  void aFileOfItsThatIsGoneIsNotThePrivateFoldersTrouble() {
    Path gone = share.resolve("gone.deb");

    assertRefused(() -> files.keep(installer, files.copyOf(gone)), "notRead", gone, "disk-missing");
  }

  @Test
  void oneInItsFolderIsFoundByItsBytesWhateverItIsCalled() throws Exception {
    Files.writeString(share.resolve("readme.txt"), "drivers");
    byte[] other = BYTES.clone();
    other[0] ^= 1;
    Files.write(share.resolve("epass.deb"), other);
    assertThat(files.find(share, installer)).isEmpty();
    Path named = Files.write(share.resolve("飞天 驱动 2024.deb"), BYTES);
    assertThat(files.find(share, installer)).contains(named);
    assertThat(files.keep(installer, files.copyOf(named))).hasBinaryContent(BYTES);
  }

  @Test
  void linksInItsFolderAreNotFollowedAndAFolderThatIsNoneHoldsNothing() throws Exception {
    Path elsewhere = Files.write(temp.resolve("elsewhere.deb"), BYTES);
    Files.createSymbolicLink(share.resolve("epass.deb"), elsewhere);
    assertThat(files.find(share, installer)).isEmpty();
    Path beside = Files.write(share.resolve("z.deb"), BYTES);
    assertThat(files.find(share, installer)).as("hidden by the link").contains(beside);
    assertThat(files.find(temp.resolve("none"), installer)).isEmpty();
    Path link = Files.createSymbolicLink(temp.resolve("link"), share);
    Files.write(share.resolve("a.deb"), BYTES);
    assertThat(files.find(link, installer)).isEmpty();
  }

  @Test
  void aFileThatIsExchangedWhileItIsCopiedIsNotTheFile() throws Exception {
    Path named = Files.write(share.resolve("epass.deb"), BYTES);
    assertThat(files.find(share, installer)).contains(named);
    byte[] other = BYTES.clone();
    other[BYTES.length - 1] ^= 1;
    Files.write(named, other);
    assertRefused(() -> files.keep(installer, files.copyOf(named)), "notTheFile", "epass.deb");
  }
}
