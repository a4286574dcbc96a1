package org.certassist.cli.broken;

import static org.certassist.cli.broken.Broken.one;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Arrays;
import java.util.List;
import org.certassist.core.diagnosis.Cause;

/// What can be wrong with the system, the disk and what is kept on it.
final class BrokenStores {
  /// Later than any version that there will be.
  private static final int NEWER = 1000;

  private BrokenStores() {}

  static List<Broken> all() {
    return List.of(
        one(
            "the program runs in a Java of 32 bits",
            Cause.SYSTEM_UNSUPPORTED,
            pc -> pc.architecture("x86")),
        one("the disk is full (a disk of 8 MB)", Cause.DISK_FULL, pc -> onDisk(pc, "8m")),
        one(
            "the disk is nearly full (a disk of 256 MB)",
            Cause.DISK_NEARLY_FULL,
            pc -> onDisk(pc, "256m")),
        one("the data folder cannot be written", Cause.HOME_NOT_WRITABLE, BrokenStores::readOnly),
        one(
            "a declaration in the archive is damaged",
            Cause.ARCHIVE_DAMAGED,
            pc -> changed(pc, "UPDATE step SET ciphertext = zeroblob(length(ciphertext))")),
        one(
            "the archive's file is another's",
            Cause.ARCHIVE_DAMAGED,
            pc -> {
              pc.keepForLater();
              pc.write("archive.db", "no archive");
            }),
        one(
            "the archive's file was cut off",
            Cause.ARCHIVE_DAMAGED,
            pc -> {
              pc.keepForLater();
              byte[] all = Files.readAllBytes(pc.home().resolve("archive.db"));
              Files.write(pc.home().resolve("archive.db"), Arrays.copyOf(all, 5000));
            }),
        one(
            "the archive is of a newer version of the program",
            Cause.ARCHIVE_NEWER,
            pc -> changed(pc, "PRAGMA user_version=" + NEWER)),
        one(
            "the archive's key is gone",
            Cause.ARCHIVE_KEY_MISSING,
            pc -> {
              pc.keepForLater();
              Files.delete(pc.home().resolve("archive.key"));
            }),
        one(
            "the archive and its key are gone",
            Cause.ARCHIVE_GONE,
            pc -> {
              pc.keepForLater();
              Files.delete(pc.home().resolve("archive.key"));
              Files.delete(pc.home().resolve("archive.db"));
            }),
        one(
            "a folder lies in the archive's place",
            Cause.ARCHIVE_UNREADABLE,
            pc -> Files.createDirectory(pc.home().resolve("archive.db"))),
        one(
            "the driver catalogue in the data folder was altered",
            Cause.CATALOGUE_REFUSED,
            pc -> pc.write("catalogue.json", "{}")),
        one(
            "no font has Chinese characters",
            Cause.FONTS_MISSING,
            pc -> Trees.delete(pc.system().resolve("Windows"))));
  }

  /// What was in the data folder before moves to the disk.
  static void onDisk(MadePc pc, String size) throws Exception {
    Path picked = pc.home().resolve("picked-drivers.txt");
    byte[] list = Files.readAllBytes(picked);
    pc.closeAfterwards(Disks.small(size, pc.home()));
    Files.write(picked, list);
  }

  private static void readOnly(MadePc pc) throws Exception {
    pc.look();
    if (System.getProperty("user.name").equals("root")) {
      onDisk(pc, "1g");
      pc.look();
      Disks.readOnly(pc.home());
      return;
    }
    permit(pc, "r-xr-xr-x");
    pc.closeAfterwards(() -> permit(pc, "rwxr-xr-x"));
    assumeTrue(!Files.isWritable(pc.home()), "this user may write everywhere");
  }

  private static void permit(MadePc pc, String permissions) throws IOException {
    Files.setPosixFilePermissions(pc.home(), PosixFilePermissions.fromString(permissions));
  }

  static void changed(MadePc pc, String statement) throws Exception {
    pc.keepForLater();
    try (Connection connection =
            DriverManager.getConnection("jdbc:sqlite:" + pc.home().resolve("archive.db"));
        Statement change = connection.createStatement()) {
      change.execute(statement);
    } catch (SQLException failed) {
      throw new IOException(failed);
    }
  }
}
