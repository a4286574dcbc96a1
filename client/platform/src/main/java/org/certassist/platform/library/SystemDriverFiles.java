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

  /// What a driver's file is at this moment.
  private record Look(Path real, LibraryFile header) {
    KnownDrivers.Print print() throws IOException {
      return new KnownDrivers.Print(sha256(real), header.carriesSignature());
    }
  }

  /// What is done with a file against which nothing speaks so far.
  private interface Judge {
    FileFinding judge(Look look) throws IOException;
  }

  @Override
  public FileFinding examine(Path module) {
    return examined(module, look -> comparedToLastTime(module, look));
  }

  @Override
  public FileFinding loaded(Path real, Path named) {
    return examined(
        real,
        look -> {
          KnownDrivers.Print now = look.print();
          Optional<FileFinding.Doubtful> change = change(look.real(), now);
          if (change.isPresent()) {
            return change.get();
          }
          remember(look.real(), named, now);
          return new FileFinding.Sound(look.real());
        });
  }

  /// Also by the name that led to it: a link may lead elsewhere tomorrow.
  private void remember(Path real, Path named, KnownDrivers.Print now) {
    known.remember(real, now);
    if (!named.equals(real)) {
      known.remember(named, now);
    }
  }

  private FileFinding examined(Path module, Judge judge) {
    if (!module.isAbsolute()) {
      return new FileFinding.Doubtful(Doubt.RELATIVE, module);
    }
    try {
      Optional<FileFinding.Doubtful> doubt = trust.doubt(module);
      if (doubt.isPresent()) {
        return doubt.get();
      }
      Look look = look(module);
      if (look.header().format() != loader.format()) {
        return new FileFinding.Unreadable(
            "a library for another system: " + look.header().format());
      }
      return look.header().machines().contains(machine)
          ? judge.judge(look)
          : new FileFinding.WrongMachine(look.header().machines());
    } catch (IOException e) {
      LOG.info("{} cannot be examined", module, e);
      return new FileFinding.Unreadable(String.valueOf(e.getMessage()));
    }
  }

  private static Look look(Path module) throws IOException {
    Path real = module.toRealPath();
    if (Files.size(real) > LARGEST) {
      throw new MalformedLibraryException("more than " + LARGEST + " bytes");
    }
    return new Look(real, LibraryHeader.of(real));
  }

  /// A file that was never used is not read as a whole.
  private FileFinding comparedToLastTime(Path named, Look look) throws IOException {
    if (known.of(look.real()).isEmpty() && known.of(named).isEmpty()) {
      return new FileFinding.Sound(look.real());
    }
    KnownDrivers.Print now = look.print();
    Optional<FileFinding.Doubtful> change = change(look.real(), now);
    return (change.isPresent() ? change : change(named, now))
        .<FileFinding>map(each -> each)
        .orElse(new FileFinding.Sound(look.real()));
  }

  /// Whether another file than last time lies there, or is reached by that name.
  private Optional<FileFinding.Doubtful> change(Path place, KnownDrivers.Print now)
      throws IOException {
    Optional<KnownDrivers.Print> before = known.of(place);
    if (before.isEmpty() || before.get().sha256().equals(now.sha256())) {
      return Optional.empty();
    }
    if (before.get().signed() && !now.signed()) {
      return Optional.of(new FileFinding.Doubtful(Doubt.UNSIGNED_NOW, place));
    }
    if (trust.isAdministratorsAlone(place)) {
      LOG.info("{} was replaced where only an administrator can", place);
      return Optional.empty();
    }
    return Optional.of(new FileFinding.Doubtful(Doubt.REPLACED, place));
  }

  @Override
  public List<String> missing(Path module) {
    return new NeededLibraries(loader, machine).missing(module);
  }

  @Override
  public void accepted(Path module) {
    try {
      Look look = look(module);
      remember(look.real(), module, look.print());
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
