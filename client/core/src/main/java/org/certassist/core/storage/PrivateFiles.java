package org.certassist.core.storage;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.FileAttribute;
import java.nio.file.attribute.PosixFilePermission;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

/// Files and folders that only their owner may read; on Windows the profile folder's own rights
/// serve.
public final class PrivateFiles {
  private static final boolean POSIX =
      FileSystems.getDefault().supportedFileAttributeViews().contains("posix");
  private static final String FILE = "rw-------";
  private static final String FOLDER = "rwx------";

  private PrivateFiles() {}

  /// The rights of a private file, for the call that makes it.
  public static FileAttribute<?>[] fileAttributes() {
    return attributes(FILE);
  }

  private static FileAttribute<?>[] attributes(String rights) {
    return POSIX
        ? new FileAttribute<?>[] {
          PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString(rights))
        }
        : new FileAttribute<?>[0];
  }

  /// Makes a folder and its missing parents, closed to others (0700); one that is there keeps its
  /// rights.
  public static Path folder(Path folder) throws IOException {
    return Files.isDirectory(folder) ? folder : Files.createDirectories(folder, attributes(FOLDER));
  }

  /// Makes the home folder, or takes others' rights away from it.
  ///
  /// A folder that everybody may write to (someone said `--home /tmp`) and the user's own home stay
  /// as they are; the files in it are private all the same.
  public static void makeHome(Path home) throws IOException {
    if (!Files.isDirectory(home)) {
      Files.createDirectories(home, attributes(FOLDER));
      return;
    }
    if (!POSIX || Files.isSameFile(home, Path.of(System.getProperty("user.home", "/")))) {
      return;
    }
    Set<PosixFilePermission> rights = Files.getPosixFilePermissions(home);
    Set<PosixFilePermission> ours = PosixFilePermissions.fromString(FOLDER);
    if (!rights.equals(ours) && !rights.contains(PosixFilePermission.OTHERS_WRITE)) {
      Files.setPosixFilePermissions(home, ours);
    }
  }

  /// Takes others' rights away from a file.
  public static void makePrivate(Path file) throws IOException {
    if (POSIX) {
      Files.setPosixFilePermissions(file, PosixFilePermissions.fromString(FILE));
    }
  }

  /// Writes a file (0600) whole or not at all: beside its place, synced, then moved there.
  public static void write(Path file, byte[] content) throws IOException {
    Path beside = file.resolveSibling(file.getFileName() + ".new");
    Files.deleteIfExists(beside);
    try {
      try (FileChannel channel =
          FileChannel.open(
              beside,
              Set.of(StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE),
              fileAttributes())) {
        ByteBuffer rest = ByteBuffer.wrap(content);
        while (rest.hasRemaining()) {
          channel.write(rest);
        }
        channel.force(true);
      }
      Files.move(beside, file, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
    } finally {
      Files.deleteIfExists(beside);
    }
  }

  /// The same for lines of text in UTF-8, with the folder where it is missing.
  public static void writeLines(Path file, List<String> lines) throws IOException {
    Path above = file.toAbsolutePath().getParent();
    if (above != null) {
      folder(above);
    }
    String text = lines.stream().map(line -> line + "\n").collect(Collectors.joining());
    write(file, text.getBytes(StandardCharsets.UTF_8));
  }

  /// An empty file (0600) at this place, made if it is missing.
  public static Path touch(Path file) throws IOException {
    if (!Files.exists(file)) {
      write(file, new byte[0]);
    }
    return file;
  }

  /// Makes a folder's names durable; Windows has no such call and needs none.
  public static void syncFolder(Path folder) throws IOException {
    if (POSIX) {
      try (FileChannel channel = FileChannel.open(folder, StandardOpenOption.READ)) {
        channel.force(true);
      }
    }
  }
}
