package org.certassist.platform.installer;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import org.certassist.core.diagnosis.PcSystem;
import org.certassist.core.installer.Installer;
import org.certassist.core.installer.InstallerException;
import org.certassist.core.installer.InstallerFault;
import org.certassist.core.installer.InstallerStart;
import org.certassist.platform.system.Elevation;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// Starts installers as this system does: a list of words, never a line for a shell, and the system
/// asks for the administrator. Not run on Windows or macOS so far.
public final class SystemInstaller implements InstallerStart {
  private static final Logger LOG = LoggerFactory.getLogger(SystemInstaller.class);

  /// An installer that asks, copies and wants a driver confirmed takes minutes; this is a long
  /// lunch.
  private static final Duration PATIENCE = Duration.ofMinutes(30);

  /// By the file's kind, the best first.
  private final Map<String, List<Way>> ways;

  private final Publishers publishers;
  private final Duration patience;

  SystemInstaller(Map<String, List<Way>> ways, Publishers publishers, Duration patience) {
    this.ways = Map.copyOf(ways);
    this.publishers = publishers;
    this.patience = patience;
  }

  /// @param systemRoot the folder of Windows; programs are taken from there and nowhere else
  /// @param root whether this program runs with an administrator's rights already, on Linux
  public static SystemInstaller of(PcSystem system, String systemRoot, boolean root) {
    return switch (system) {
      case WINDOWS ->
          new SystemInstaller(WindowsWays.of(systemRoot), new Authenticode(systemRoot), PATIENCE);
      case MACOS -> new SystemInstaller(macOs(), Publishers.UNCHECKED, PATIENCE);
      case LINUX -> new SystemInstaller(linux(root), Publishers.UNCHECKED, PATIENCE);
      case OTHER -> new SystemInstaller(Map.of(), Publishers.UNCHECKED, PATIENCE);
    };
  }

  /// How files of one kind are started.
  interface Way {
    /// What has to be there on this PC for it.
    List<Path> needs();

    ProcessBuilder start(Path file, List<String> arguments);

    /// What an exit value means; empty where it is a failure.
    Optional<End> end(int exit);

    /// Whether an exit value says that somebody has answered the system's question with no.
    boolean isNo(int exit);

    /// Whether an exit value says that nothing was started, for another reason.
    default boolean isNotStarted(int exit) {
      return false;
    }
  }

  /// One with the same words before every file.
  ///
  /// @param command the first word by its whole path; none where the file itself is run
  /// @param takesArguments whether the installer's own arguments follow the file
  /// @param end what an exit value of 0 means
  /// @param no the exit values that say no
  record Words(List<String> command, boolean takesArguments, End end, Set<Integer> no)
      implements Way {
    Words {
      command = List.copyOf(command);
      no = Set.copyOf(no);
    }

    @Override
    public List<Path> needs() {
      return command.stream().filter(word -> word.startsWith("/")).map(Path::of).toList();
    }

    @Override
    public ProcessBuilder start(Path file, List<String> arguments) {
      List<String> words = new ArrayList<>(command);
      words.add(file.toString());
      if (takesArguments) {
        words.addAll(arguments);
      }
      return new ProcessBuilder(words);
    }

    @Override
    public Optional<End> end(int exit) {
      return exit == 0 ? Optional.of(end) : Optional.empty();
    }

    @Override
    public boolean isNo(int exit) {
      return no.contains(exit);
    }
  }

  static Map<String, List<Way>> linux(boolean root) {
    List<String> asking = root ? List.of() : List.of(Elevation.PKEXEC);
    List<String> apt = new ArrayList<>(asking);
    apt.addAll(List.of("/usr/bin/apt-get", "install", "--yes", "--no-install-recommends"));
    Set<Integer> no = root ? Set.of() : Elevation.PKEXEC_SAYS_NO;
    Way itself = new Words(asking, true, End.INSTALLED, Set.of());
    Way desktop = new Words(List.of("/usr/bin/xdg-open"), false, End.HANDED_ON, Set.of());
    return Map.of(
        "deb", List.of(new Words(apt, false, End.INSTALLED, no), desktop),
        "rpm", List.of(desktop),
        "run", List.of(itself),
        "sh", List.of(itself));
  }

  private static Map<String, List<Way>> macOs() {
    Way open = new Words(List.of("/usr/bin/open"), false, End.HANDED_ON, Set.of());
    return Map.of("pkg", List.of(open), "dmg", List.of(open));
  }

  @Override
  public boolean knows(Installer installer) {
    return ways.containsKey(installer.kind());
  }

  @Override
  public void checkPublisher(Path file, Installer installer)
      throws InstallerException, InterruptedException {
    publishers.check(file, installer);
  }

  @Override
  public End run(Path file, Installer installer) throws InstallerException, InterruptedException {
    Way way =
        ways.getOrDefault(installer.kind(), List.of()).stream()
            .filter(each -> each.needs().stream().allMatch(Files::isExecutable))
            .findFirst()
            .orElseThrow(() -> fault("noRights", installer.fileName()));
    int exit = awaited(started(way, file, installer), installer);
    if (way.isNo(exit)) {
      throw fault("declined");
    }
    if (way.isNotStarted(exit)) {
      throw fault("notStarted", installer.fileName());
    }
    return way.end(exit)
        .orElseThrow(
            () -> new InstallerException(InstallerFault.of("failed", installer.fileName(), exit)));
  }

  private static Process started(Way way, Path file, Installer installer)
      throws InstallerException {
    try {
      if (Files.getFileStore(file).supportsFileAttributeView("posix")) {
        Files.setPosixFilePermissions(file, PosixFilePermissions.fromString("r-x------"));
      }
      Process process =
          way.start(file, installer.arguments())
              .redirectErrorStream(true)
              .redirectOutput(ProcessBuilder.Redirect.DISCARD)
              .start();
      process.getOutputStream().close();
      return process;
    } catch (IOException notStarted) {
      throw new InstallerException(
          InstallerFault.of("notStarted", installer.fileName()), notStarted);
    }
  }

  private int awaited(Process process, Installer installer)
      throws InstallerException, InterruptedException {
    if (!process.waitFor(patience.toMillis(), TimeUnit.MILLISECONDS)) {
      LOG.warn("{} has not ended within {}", installer.fileName(), patience);
      throw fault("stillRunning", installer.fileName(), patience.toMinutes());
    }
    int exit = process.exitValue();
    LOG.info("{} has ended with {}", installer.fileName(), exit);
    return exit;
  }

  private static InstallerException fault(String id, Object... details) {
    return new InstallerException(InstallerFault.of(id, details));
  }
}
