package org.certassist.platform.installer;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.channels.Channels;
import java.nio.channels.FileChannel;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.PosixFileAttributes;
import java.nio.file.attribute.PosixFilePermission;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.certassist.core.fault.DiskCause;
import org.certassist.core.installer.Installer;
import org.certassist.core.installer.InstallerException;
import org.certassist.core.installer.InstallerFault;
import org.certassist.core.installer.InstallerFiles;
import org.certassist.core.storage.PrivateFiles;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// Installers in a folder of the user's own that nobody else may enter (0700), each whole and
/// checked, or not at all.
public final class PrivateInstallers implements InstallerFiles {
  private static final Logger LOG = LoggerFactory.getLogger(PrivateInstallers.class);
  private static final boolean POSIX =
      FileSystems.getDefault().supportedFileAttributeViews().contains("posix");
  private static final String UNFINISHED = ".part";

  /// A share with more files than that is no folder of drivers; nobody waits for its list.
  private static final int MOST_FILES = 2_000;

  /// Files that happen to have an installer's very size are hardly ever more than one.
  private static final int MOST_READ = 8;

  private final Path folder;

  /// @param folder in the home folder; made when it is first needed, and holds nothing else
  public PrivateInstallers(Path folder) {
    this.folder = folder;
  }

  @Override
  public Optional<Path> find(Path place, Installer installer) {
    if (!Files.isDirectory(place, LinkOption.NOFOLLOW_LINKS)) {
      LOG.info("{} is no folder", place);
      return Optional.empty();
    }
    try {
      Path named = place.resolve(installer.fileName());
      return isThat(named, installer) ? Optional.of(named) : byItsBytes(place, installer);
    } catch (IOException unreadable) {
      LOG.info("{} cannot be searched", place, unreadable);
      return Optional.empty();
    }
  }

  /// Only files of the right size are read.
  private static Optional<Path> byItsBytes(Path place, Installer installer) throws IOException {
    List<Path> candidates;
    try (Stream<Path> all = Files.list(place)) {
      candidates =
          all.limit(MOST_FILES)
              .filter(file -> hasSize(file, installer))
              .limit(MOST_READ)
              .sorted()
              .toList();
    }
    for (Path file : candidates) {
      if (isThat(file, installer)) {
        return Optional.of(file);
      }
    }
    return Optional.empty();
  }

  private static boolean hasSize(Path file, Installer installer) {
    try {
      return Files.isRegularFile(file, LinkOption.NOFOLLOW_LINKS)
          && Files.size(file) == installer.bytes();
    } catch (IOException gone) {
      return false;
    }
  }

  private static boolean isThat(Path file, Installer installer) throws IOException {
    if (!hasSize(file, installer)) {
      return false;
    }
    Checked checked = new Checked(OutputStream.nullOutputStream(), installer);
    try (InputStream in = Files.newInputStream(file, LinkOption.NOFOLLOW_LINKS)) {
      copy(in, checked);
    } catch (TooManyBytesException grown) {
      return false;
    }
    return checked.isWhole();
  }

  private static void copy(InputStream in, OutputStream to) throws IOException {
    byte[] block = new byte[64 << 10];
    for (int read = in.read(block); read >= 0; read = in.read(block)) {
      to.write(block, 0, read);
    }
  }

  @Override
  public Optional<Path> ready(Installer installer) {
    Path file = folder.resolve(installer.fileName());
    try {
      return isOurs() && isThat(file, installer) ? Optional.of(file) : Optional.empty();
    } catch (IOException unreadable) {
      LOG.info("{} cannot be read", file, unreadable);
      return Optional.empty();
    }
  }

  /// Whether the folder is a folder, and nobody else's.
  private boolean isOurs() throws IOException {
    if (!Files.isDirectory(folder, LinkOption.NOFOLLOW_LINKS)) {
      return false;
    }
    if (!POSIX) {
      return true;
    }
    PosixFileAttributes attributes =
        Files.readAttributes(folder, PosixFileAttributes.class, LinkOption.NOFOLLOW_LINKS);
    Set<PosixFilePermission> others = PosixFilePermissions.fromString("---rwxrwx");
    return attributes.permissions().stream().noneMatch(others::contains);
  }

  @Override
  public Path keep(Installer installer, Filling filling)
      throws InstallerException, InterruptedException {
    Path file = folder.resolve(installer.fileName());
    Path part = folder.resolve(installer.fileName() + UNFINISHED);
    try {
      makeFolder();
      try {
        filled(part, installer, filling);
        Files.move(part, file, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
      } finally {
        Files.deleteIfExists(part);
      }
      return file;
    } catch (TooManyBytesException tooMany) {
      throw notTheFile(installer);
    } catch (IOException unwritten) {
      throw new InstallerException(
          InstallerFault.of("notKept", folder, DiskCause.of(unwritten).word()), unwritten);
    }
  }

  private void filled(Path part, Installer installer, Filling filling)
      throws InstallerException, IOException, InterruptedException {
    Checked checked;
    try (OutputStream to = newFile(part)) {
      checked = new Checked(to, installer);
      filling.fill(checked);
    }
    if (!checked.isWhole()) {
      LOG.warn("{} has SHA-256 {}, not {}", part, checked.sha256(), installer.sha256());
      throw notTheFile(installer);
    }
  }

  private static InstallerException notTheFile(Installer installer) {
    return new InstallerException(InstallerFault.of("notTheFile", installer.fileName()));
  }

  private static OutputStream newFile(Path part) throws IOException {
    return Channels.newOutputStream(
        FileChannel.open(
            part,
            Set.of(StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE),
            PrivateFiles.fileAttributes()));
  }

  /// Installers of earlier times, and what was left when the program was ended, go.
  private void makeFolder() throws IOException, InstallerException {
    PrivateFiles.folder(folder);
    if (!isOurs()) {
      throw new InstallerException(InstallerFault.of("folderShared", folder));
    }
    try (Stream<Path> old = Files.list(folder)) {
      for (Path file : old.limit(MOST_FILES).toList()) {
        if (Files.isRegularFile(file, LinkOption.NOFOLLOW_LINKS)) {
          deleteIfNotInUse(file);
        }
      }
    }
  }

  /// Windows does not delete what still runs.
  private static void deleteIfNotInUse(Path file) {
    try {
      Files.deleteIfExists(file);
    } catch (IOException inUse) {
      LOG.info("{} stays", file, inUse);
    }
  }

  @Override
  public Filling copyOf(Path file) {
    return to -> {
      try (InputStream in = opened(file)) {
        byte[] block = new byte[64 << 10];
        for (int read = next(in, block, file); read >= 0; read = next(in, block, file)) {
          if (Thread.interrupted()) {
            throw new InterruptedException("cancelled");
          }
          to.write(block, 0, read);
        }
      }
    };
  }

  private static InputStream opened(Path file) throws InstallerException {
    try {
      return Files.newInputStream(file, LinkOption.NOFOLLOW_LINKS);
    } catch (IOException gone) {
      throw notRead(file, gone);
    }
  }

  /// What goes wrong with IT's file is not the private folder's trouble.
  private static int next(InputStream in, byte[] block, Path file) throws InstallerException {
    try {
      return in.read(block);
    } catch (IOException broken) {
      throw notRead(file, broken);
    }
  }

  private static InstallerException notRead(Path file, IOException cause) {
    return new InstallerException(
        InstallerFault.of("notRead", file, DiskCause.of(cause).word()), cause);
  }

  @Override
  public void forget(Installer installer) {
    deleteIfNotInUse(folder.resolve(installer.fileName()));
  }

  private static final class TooManyBytesException extends IOException {
    private static final long serialVersionUID = 1;
  }

  /// Counts and digests what goes by, and ends it at the byte that is one too many.
  private static final class Checked extends OutputStream {
    private final OutputStream to;
    private final Installer installer;
    private final MessageDigest digest;
    private long bytes;

    Checked(OutputStream to, Installer installer) {
      this.to = to;
      this.installer = installer;
      try {
        this.digest = MessageDigest.getInstance("SHA-256");
      } catch (NoSuchAlgorithmException impossible) {
        throw new IllegalStateException(impossible);
      }
    }

    @Override
    public void write(int one) throws IOException {
      write(new byte[] {(byte) one}, 0, 1);
    }

    @Override
    public void write(byte[] some, int offset, int length) throws IOException {
      bytes += length;
      if (bytes > installer.bytes()) {
        throw new TooManyBytesException();
      }
      to.write(some, offset, length);
      digest.update(some, offset, length);
    }

    boolean isWhole() {
      return bytes == installer.bytes() && sha256().equals(installer.sha256());
    }

    /// Of all that went by; it can be asked twice.
    String sha256() {
      try {
        return HexFormat.of().formatHex(((MessageDigest) digest.clone()).digest());
      } catch (CloneNotSupportedException impossible) {
        throw new IllegalStateException(impossible);
      }
    }
  }
}
