package org.certassist.cli.wiring;

import java.io.IOException;
import java.net.StandardProtocolFamily;
import java.net.UnixDomainSocketAddress;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.channels.SocketChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.NavigableSet;
import java.util.Optional;
import java.util.TreeSet;
import java.util.concurrent.TimeUnit;
import java.util.function.BooleanSupplier;
import java.util.stream.Stream;
import org.certassist.core.diagnosis.Pc.CardService;
import org.certassist.core.diagnosis.Pc.SystemFacts;
import org.certassist.core.helpdesk.Said;
import org.certassist.core.helpdesk.Trial;
import org.certassist.core.time.ShanghaiTime;
import org.certassist.platform.ThisPc;
import org.certassist.platform.system.HomeFolder;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// Holds what the program reads of the system against what the system's own programs and device
/// files say.
final class SystemTrials {
  private static final Logger LOG = LoggerFactory.getLogger(SystemTrials.class);

  private static final int MOST_SECONDS = 5;
  private static final int LONGEST_ANSWER = 1 << 20;

  /// What others write meanwhile.
  private static final long ROOM_CHANGES = 256L << 20;

  private static final Duration CLOCKS_DIFFER = Duration.ofSeconds(3);
  private static final Path BUS = Path.of("/dev/bus/usb");
  private static final int MOST_DEVICES = 500;
  private static final int DEVICE_DESCRIPTOR = 18;
  private static final int HUB = 9;

  /// The processors as `uname` calls them, and as Java does.
  private static final Map<String, String> PROCESSORS =
      Map.of("x86_64", "amd64", "amd64", "amd64", "aarch64", "aarch64", "arm64", "aarch64");

  private final ThisPc pc;
  private final Path home;
  private final BooleanSupplier fonts;
  private final ShanghaiTime time;

  SystemTrials(ThisPc pc, Path home, BooleanSupplier fonts, ShanghaiTime time) {
    this.pc = pc;
    this.home = home;
    this.fonts = fonts;
    this.time = time;
  }

  List<Trial> all() throws InterruptedException {
    return List.of(system(), storage(), usb(), cardService(), fonts(), clock());
  }

  private Trial system() throws InterruptedException {
    SystemFacts facts = pc.system().facts();
    Said found = machine(facts.kind().word(), facts.architecture());
    return answer("uname", "-sm")
        .map(said -> said.toLowerCase(Locale.ROOT).replace("darwin", "macos").split(" "))
        .filter(said -> said.length == 2)
        .map(said -> Trial.of("system", machine(said[0], said[1]), found))
        .orElseGet(() -> Trial.alone("system", found));
  }

  private static Said machine(String system, String processor) {
    return new Said.Value(system + " " + PROCESSORS.getOrDefault(processor, processor));
  }

  private Trial storage() throws InterruptedException {
    long found = new HomeFolder(home).facts().free();
    Optional<Long> said =
        answer("df", "-Pk", nearest(home).toString())
            .flatMap(table -> table.lines().skip(1).findFirst())
            .map(line -> line.split("\\s+"))
            .filter(columns -> columns.length > 3 && columns[3].matches("\\d{1,15}"))
            .map(columns -> Long.parseLong(columns[3]) << 10);
    return said.map(room ->
            Trial.judged(
                "storage",
                Math.abs(room - found) <= ROOM_CHANGES,
                List.of(megabytes(room)),
                List.of(megabytes(found))))
        .orElseGet(() -> Trial.alone("storage", megabytes(found)));
  }

  private static Said megabytes(long bytes) {
    return new Said.Value((bytes >> 20) + " MB");
  }

  private static Path nearest(Path folder) {
    Path existing = folder;
    while (!Files.isDirectory(existing) && existing.getParent() != null) {
      existing = existing.getParent();
    }
    return existing;
  }

  /// The kernel's device files begin with the descriptor that the device gave itself.
  private Trial usb() {
    NavigableSet<String> found = new TreeSet<>();
    pc.devices().list().forEach(device -> found.add(device.id().toString()));
    if (!Files.isDirectory(BUS)) {
      return Trial.alone("usb", devices(found));
    }
    NavigableSet<String> said = new TreeSet<>();
    try (Stream<Path> files = Files.walk(BUS, 2)) {
      for (Path file :
          files.filter(path -> !Files.isDirectory(path)).limit(MOST_DEVICES).toList()) {
        descriptor(file).ifPresent(said::add);
      }
    } catch (IOException unreadable) {
      LOG.info("{} cannot be read", BUS, unreadable);
      return Trial.alone("usb", devices(found));
    }
    return Trial.of("usb", devices(said), devices(found));
  }

  private static List<Said> devices(NavigableSet<String> ids) {
    return ids.isEmpty()
        ? List.of(Said.Told.of(Said.Word.NONE))
        : ids.stream().<Said>map(Said.Value::new).toList();
  }

  /// Empty for a hub, which the program does not list either.
  private static Optional<String> descriptor(Path file) throws IOException {
    try (var in = Files.newInputStream(file)) {
      byte[] bytes = in.readNBytes(DEVICE_DESCRIPTOR);
      if (bytes.length < DEVICE_DESCRIPTOR || bytes[4] == HUB) {
        return Optional.empty();
      }
      ByteBuffer words = ByteBuffer.wrap(bytes).order(ByteOrder.LITTLE_ENDIAN);
      return Optional.of(
          String.format(
              Locale.ROOT, "%04X:%04X", words.getShort(8) & 0xFFFF, words.getShort(10) & 0xFFFF));
    }
  }

  /// Whether somebody takes a call at the service's socket.
  private Trial cardService() {
    CardService found = pc.system().cardService();
    Path socket = Path.of("/run/pcscd/pcscd.comm");
    if (!System.getProperty("os.name").startsWith("Linux")) {
      return Trial.alone("cardService", new Said.OfService(found));
    }
    boolean taken = isCallTaken(socket);
    boolean said = found == CardService.ON_DEMAND || found == CardService.RUNNING;
    return Trial.of("cardService", answers(taken), answers(said));
  }

  private static boolean isCallTaken(Path socket) {
    if (!Files.exists(socket)) {
      return false;
    }
    try (SocketChannel channel = SocketChannel.open(StandardProtocolFamily.UNIX)) {
      return channel.connect(UnixDomainSocketAddress.of(socket));
    } catch (IOException nobody) {
      LOG.info("{} takes no call", socket, nobody);
      return false;
    }
  }

  private static Said answers(boolean does) {
    return Said.Told.of(does ? Said.Word.ANSWERS : Said.Word.ANSWERS_NOT);
  }

  private Trial fonts() throws InterruptedException {
    Said found = there(fonts.getAsBoolean());
    return answer("fc-list", ":lang=zh", "file")
        .map(list -> Trial.of("fonts", there(!list.isBlank()), found))
        .orElseGet(() -> Trial.alone("fonts", found));
  }

  private static Said there(boolean is) {
    return Said.Told.of(is ? Said.Word.THERE : Said.Word.NONE);
  }

  private Trial clock() throws InterruptedException {
    Instant found = time.instant();
    Said shown = new Said.Value(ShanghaiTime.text(found));
    return answer("date", "-u", "+%s")
        .filter(seconds -> seconds.matches("\\d{1,12}"))
        .map(seconds -> Instant.ofEpochSecond(Long.parseLong(seconds)))
        .map(said ->
            Trial.judged(
                "clock",
                Duration.between(found, said).abs().compareTo(CLOCKS_DIFFER) < 0,
                List.of(new Said.Value(ShanghaiTime.text(said))),
                List.of(shown)))
        .orElseGet(() -> Trial.alone("clock", shown));
  }

  /// What one of the system's programs says; empty where there is none, or it fails.
  private static Optional<String> answer(String... command) throws InterruptedException {
    try {
      Process process =
          new ProcessBuilder(command).redirectError(ProcessBuilder.Redirect.DISCARD).start();
      process.getOutputStream().close();
      Thread.startVirtualThread(() -> endLater(process));
      String said =
          new String(process.getInputStream().readNBytes(LONGEST_ANSWER), StandardCharsets.UTF_8);
      return process.waitFor() == 0 ? Optional.of(said.strip()) : Optional.empty();
    } catch (IOException notThere) {
      LOG.debug("{} cannot be asked", command[0], notThere);
      return Optional.empty();
    }
  }

  private static void endLater(Process process) {
    try {
      if (!process.waitFor(MOST_SECONDS, TimeUnit.SECONDS)) {
        process.destroyForcibly();
      }
    } catch (InterruptedException interrupted) {
      process.destroyForcibly();
    }
  }
}
