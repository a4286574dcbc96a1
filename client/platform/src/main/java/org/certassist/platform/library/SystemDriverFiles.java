package org.certassist.platform.library;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.DigestInputStream;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.certassist.core.driver.Doubt;
import org.certassist.core.driver.DriverFiles;
import org.certassist.core.driver.FileFinding;
import org.certassist.core.driver.Machine;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// Driver files on this PC.
///
/// A file that an administrator's installer replaced is taken as the update that it is; one that
/// was replaced where the user himself may write waits until he says yes, because a program that
/// runs in his name could have done it, too.
public final class SystemDriverFiles implements DriverFiles {
  private static final Logger LOG = LoggerFactory.getLogger(SystemDriverFiles.class);

  /// The largest driver in the catalogue's sources has 20 MB.
  private static final long LARGEST = 256L << 20;

  private final LoaderFolders loader;
  private final Machine machine;
  private final FileTrust trust;
  private final KnownDrivers known;

  SystemDriverFiles(LoaderFolders loader, Machine machine, FileTrust trust, KnownDrivers known) {
    this.loader = loader;
    this.machine = machine;
    this.trust = trust;
    this.known = known;
  }

  /// The files of the PC that this program runs on.
  ///
  /// @param memory the file in which known drivers are remembered; it need not exist
  /// @param environment names the folder of Windows
  public static SystemDriverFiles ofThisPc(Path memory, Map<String, String> environment) {
    return of(System.getProperty("os.name"), System.getProperty("os.arch"), memory, environment);
  }

  /// The files as a PC of that kind would judge them.
  ///
  /// @param osName as the system property `os.name`
  /// @param processor as the system property `os.arch`
  /// @param memory the file in which known drivers are remembered; it need not exist
  /// @param environment names the folder of Windows
  public static SystemDriverFiles of(
      String osName, String processor, Path memory, Map<String, String> environment) {
    String os = osName.toLowerCase(Locale.ROOT);
    boolean windows = os.startsWith("windows");
    Path program = Path.of(System.getProperty("java.home")).resolve("bin");
    LoaderFolders loader;
    if (windows) {
      loader =
          LoaderFolders.ofWindows(
              Path.of(environment.getOrDefault("SystemRoot", "C:\\Windows")), program);
    } else {
      loader = os.startsWith("mac") ? LoaderFolders.ofMacos() : LoaderFolders.ofLinux(Path.of("/"));
    }
    return new SystemDriverFiles(
        loader,
        Machine.of(processor),
        windows ? new WindowsTrust() : PosixTrust.ofThisUser(),
        new KnownDrivers(memory));
  }

  @Override
  public FileFinding examine(Path module) {
    if (!module.isAbsolute()) {
      return new FileFinding.Doubtful(Doubt.RELATIVE, module);
    }
    try {
      Optional<FileFinding.Doubtful> doubt = trust.doubt(module);
      if (doubt.isPresent()) {
        return doubt.get();
      }
      Path real = module.toRealPath();
      LibraryFile header = header(real);
      if (header.format() != loader.format()) {
        return new FileFinding.Unreadable("a library for another system: " + header.format());
      }
      if (!header.machines().contains(machine)) {
        return new FileFinding.WrongMachine(header.machines());
      }
      return change(real, header)
          .<FileFinding>map(each -> each)
          .orElse(new FileFinding.Sound(real));
    } catch (IOException e) {
      LOG.info("{} cannot be examined", module, e);
      return new FileFinding.Unreadable(String.valueOf(e.getMessage()));
    }
  }

  private static LibraryFile header(Path real) throws IOException {
    if (Files.size(real) > LARGEST) {
      throw new MalformedLibraryException("more than " + LARGEST + " bytes");
    }
    return LibraryHeader.of(real);
  }

  private Optional<FileFinding.Doubtful> change(Path real, LibraryFile header) throws IOException {
    Optional<KnownDrivers.Print> before = known.of(real);
    if (before.isEmpty() || before.get().sha256().equals(sha256(real))) {
      return Optional.empty();
    }
    if (before.get().signed() && !header.carriesSignature()) {
      return Optional.of(new FileFinding.Doubtful(Doubt.UNSIGNED_NOW, real));
    }
    if (trust.isAdministratorsAlone(real)) {
      LOG.info("{} was replaced where only an administrator can", real);
      return Optional.empty();
    }
    return Optional.of(new FileFinding.Doubtful(Doubt.REPLACED, real));
  }

  @Override
  public List<String> missing(Path module) {
    return new NeededLibraries(loader, machine).missing(module);
  }

  @Override
  public void used(Path module) {
    try {
      Path real = module.toRealPath();
      known.remember(real, new KnownDrivers.Print(sha256(real), header(real).carriesSignature()));
    } catch (IOException e) {
      LOG.warn("{} cannot be remembered", module, e);
    }
  }

  private static String sha256(Path file) throws IOException {
    try (InputStream in = Files.newInputStream(file);
        DigestInputStream digesting =
            new DigestInputStream(in, MessageDigest.getInstance("SHA-256"))) {
      digesting.transferTo(java.io.OutputStream.nullOutputStream());
      return HexFormat.of().formatHex(digesting.getMessageDigest().digest());
    } catch (NoSuchAlgorithmException impossible) {
      throw new IllegalStateException(impossible);
    }
  }
}
