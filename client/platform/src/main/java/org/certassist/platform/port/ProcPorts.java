package org.certassist.platform.port;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.certassist.core.diagnosis.PortHolders;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// Linux, as `/proc` tells it: the tables of TCP name a socket, and each process lists its own; of
/// another user's processes nothing is told.
public final class ProcPorts implements PortHolders {
  private static final Logger LOG = LoggerFactory.getLogger(ProcPorts.class);
  private static final int LONGEST = 4 << 20;

  /// Number, local address, its port, remote address, state (0A listens), …, inode.
  private static final Pattern LISTENS =
      Pattern.compile(
          "\\s*\\d+: ([0-9A-F]+):([0-9A-F]{4}) \\S+ 0A \\S+ \\S+ \\S+\\s+\\d+\\s+\\d+ (\\d+)\\b.*");

  /// 127.0.0.1 and all addresses, of IPv4 and as IPv6 writes them; words stand the other way round.
  private static final Set<String> TAKES_LOOPBACK =
      Set.of(
          "0100007F",
          "00000000",
          "00000000000000000000000000000000",
          "0000000000000000FFFF00000100007F",
          "0000000000000000FFFF000000000000");

  private final Path proc;

  /// @param proc `/proc`; another folder in tests
  public ProcPorts(Path proc) {
    this.proc = proc;
  }

  @Override
  public Optional<Holder> on(int port) {
    return Stream.of("net/tcp", "net/tcp6")
        .flatMap(table -> text(proc.resolve(table)).lines())
        .map(LISTENS::matcher)
        .filter(Matcher::matches)
        .filter(line -> Integer.parseInt(line.group(2), 16) == port)
        .filter(line -> TAKES_LOOPBACK.contains(line.group(1)))
        .map(line -> new Holder(program("socket:[" + line.group(3) + "]")))
        .findFirst();
  }

  private Optional<String> program(String socket) {
    try (DirectoryStream<Path> processes = Files.newDirectoryStream(proc, "[0-9]*")) {
      for (Path process : processes) {
        if (holds(process, socket)) {
          return name(process);
        }
      }
    } catch (IOException unreadable) {
      LOG.info("{} cannot be listed", proc, unreadable);
    }
    return Optional.empty();
  }

  private static boolean holds(Path process, String socket) {
    try (DirectoryStream<Path> files = Files.newDirectoryStream(process.resolve("fd"))) {
      for (Path file : files) {
        if (leadsTo(file, socket)) {
          return true;
        }
      }
    } catch (IOException anothers) {
      LOG.trace("{} is another user's", process, anothers);
    }
    return false;
  }

  private static boolean leadsTo(Path file, String socket) {
    try {
      return Files.readSymbolicLink(file).toString().equals(socket);
    } catch (IOException closed) {
      return false;
    }
  }

  private static Optional<String> name(Path process) {
    return Optional.of(text(process.resolve("comm")).strip()).filter(name -> !name.isEmpty());
  }

  private static String text(Path file) {
    try (var in = Files.newInputStream(file)) {
      return new String(in.readNBytes(LONGEST), StandardCharsets.UTF_8);
    } catch (IOException none) {
      return "";
    }
  }
}
