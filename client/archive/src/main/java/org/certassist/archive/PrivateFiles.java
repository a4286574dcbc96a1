package org.certassist.archive;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.FileAttribute;
import java.nio.file.attribute.PosixFilePermission;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Set;

/// Files and folders that only their owner may read; on Windows the profile folder's own rights
/// serve.
final class PrivateFiles {
  private static final boolean POSIX =
      FileSystems.getDefault().supportedFileAttributeViews().contains("posix");

  private PrivateFiles() {}

  static FileAttribute<?>[] fileAttributes() {
    return attributes("rw-------");
  }

  private static FileAttribute<?>[] attributes(String rights) {
    return POSIX
        ? new FileAttribute<?>[] {
          PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString(rights))
        }
        : new FileAttribute<?>[0];
  }

  /// Makes the home folder, or takes others' rights away from it.
  ///
  /// A folder that everybody may write to (someone said `--home /tmp`) and the user's own home stay
  /// as they are; the archive's files are private all the same.
  static void makeHome(Path home) throws IOException {
    if (!Files.isDirectory(home)) {
      Files.createDirectories(home, attributes("rwx------"));
      return;
    }
    if (!POSIX || Files.isSameFile(home, Path.of(System.getProperty("user.home", "/")))) {
      return;
    }
    Set<PosixFilePermission> rights = Files.getPosixFilePermissions(home);
    Set<PosixFilePermission> ours = PosixFilePermissions.fromString("rwx------");
    if (!rights.equals(ours) && !rights.contains(PosixFilePermission.OTHERS_WRITE)) {
      Files.setPosixFilePermissions(home, ours);
    }
  }

  static void makePrivate(Path file) throws IOException {
    if (POSIX) {
      Files.setPosixFilePermissions(file, PosixFilePermissions.fromString("rw-------"));
    }
  }

  /// Makes a folder's names durable; Windows has no such call and needs none.
  static void syncFolder(Path folder) throws IOException {
    if (POSIX) {
      try (FileChannel channel = FileChannel.open(folder, StandardOpenOption.READ)) {
        channel.force(true);
      }
    }
  }
}
