package org.certassist.keys.contract;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;

/// Folders of the test's own that a daemon finds where it has fixed places of the system compiled
/// in, such as `/run`: bind mounts in a mount namespace that ends with the daemon.
///
/// Where the system allows no namespace (a container without CAP_SYS_ADMIN) the daemon works on the
/// system's own folders; then nobody else may use them.
public final class OwnSystem {
  private static final List<List<String>> WAYS =
      List.of(
          List.of("unshare", "--mount", "--propagation", "private"),
          List.of("unshare", "--user", "--map-root-user", "--mount", "--propagation", "private"));

  private final Map<Path, Path> folders;
  private final List<String> enter;

  /// @param folders of the system, each with the own one that takes its place
  public OwnSystem(Map<Path, Path> folders) {
    this.folders = Map.copyOf(folders);
    this.enter = WAYS.stream().filter(OwnSystem::works).findFirst().orElse(List.of());
  }

  private static boolean works(List<String> way) {
    List<String> command = new ArrayList<>(way);
    command.addAll(List.of("sh", "-c", "mount --bind /tmp /mnt"));
    try {
      Process process =
          new ProcessBuilder(command)
              .redirectErrorStream(true)
              .redirectOutput(ProcessBuilder.Redirect.DISCARD)
              .start();
      return process.waitFor(5, TimeUnit.SECONDS) && process.exitValue() == 0;
    } catch (IOException e) {
      return false;
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      return false;
    }
  }

  /// Whether the daemon is alone with its folders.
  public boolean isPrivate() {
    return !enter.isEmpty();
  }

  /// Where a file that the daemon makes is seen from outside.
  public Path outside(Path inside) {
    if (isPrivate()) {
      for (var folder : folders.entrySet()) {
        if (inside.startsWith(folder.getKey())) {
          return folder.getValue().resolve(folder.getKey().relativize(inside));
        }
      }
    }
    return inside;
  }

  /// What leads another program to where a daemon is: to be put before its command.
  public List<String> enter(Daemon daemon) {
    if (!isPrivate()) {
      return List.of("env");
    }
    List<String> way = new ArrayList<>(List.of("nsenter"));
    if (enter.contains("--user")) {
      way.addAll(List.of("--preserve-credentials", "--user=" + namespace(daemon, "user")));
    }
    way.add("--mount=" + namespace(daemon, "mnt"));
    return way;
  }

  private static String namespace(Daemon daemon, String kind) {
    return "/proc/%d/ns/%s".formatted(daemon.process().pid(), kind);
  }

  /// Starts a daemon in there; it is ended with this Java process even where that is killed.
  public Daemon start(Path log, String... daemon) throws IOException {
    List<String> command = new ArrayList<>(List.of("setpriv", "--pdeathsig", "TERM"));
    command.addAll(enter);
    if (isPrivate()) {
      StringBuilder script = new StringBuilder();
      folders.forEach(
          (system, own) -> script.append("mount --bind '%s' '%s' && ".formatted(own, system)));
      command.addAll(List.of("sh", "-c", script + "exec \"$@\"", "sh"));
    }
    command.addAll(List.of(daemon));
    return new Daemon(
        new ProcessBuilder(command)
            .redirectErrorStream(true)
            .redirectOutput(ProcessBuilder.Redirect.appendTo(log.toFile()))
            .start(),
        log);
  }

  /// A daemon that was started here.
  public record Daemon(Process process, Path log) implements AutoCloseable {
    /// Waits until the daemon has made a file that says it is ready.
    public void awaitFile(Path file) throws IOException, InterruptedException {
      long end = System.nanoTime() + TimeUnit.SECONDS.toNanos(20);
      while (!Files.exists(file)) {
        if (!process.isAlive() || System.nanoTime() > end) {
          throw new IOException("no " + file + ": " + Files.readString(log, UTF_8));
        }
        Thread.sleep(10);
      }
    }

    @Override
    public void close() {
      process.destroy();
      try {
        if (!process.waitFor(5, TimeUnit.SECONDS)) {
          process.destroyForcibly().waitFor();
        }
      } catch (InterruptedException e) {
        process.destroyForcibly();
        Thread.currentThread().interrupt();
      }
    }
  }
}
