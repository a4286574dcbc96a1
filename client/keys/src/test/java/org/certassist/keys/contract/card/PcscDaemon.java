package org.certassist.keys.contract.card;

import java.io.IOException;
import java.net.BindException;
import java.net.ServerSocket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import org.certassist.keys.contract.OwnSystem;

/// A pcscd of the test's own with a virtual reader of two slots, of Debian's packages pcscd and
/// vsmartcard-vpcd; no system service and no reader of this PC is touched.
public final class PcscDaemon implements AutoCloseable {
  private static final Path IPC = Path.of("/run/pcscd/pcscd.comm");
  private static final Path DRIVER = Path.of("/usr/lib/pcsc/drivers/serial/libifdvpcd.so");

  /// The first slot as PC/SC names it.
  public static final String FIRST_READER = "Virtual PCD 00 00";

  private final OwnSystem.Daemon daemon;
  private final Path socket;
  private final VirtualReader first;
  private final VirtualReader second;

  private PcscDaemon(OwnSystem.Daemon daemon, Path socket, int port) {
    this.daemon = daemon;
    this.socket = socket;
    this.first = new VirtualReader(port);
    this.second = new VirtualReader(port + 1);
  }

  public static PcscDaemon start(Path folder) throws IOException, InterruptedException {
    int port = twoFreePorts();
    Path readers = Files.createDirectories(folder.resolve("readers"));
    Files.writeString(
        readers.resolve("vpcd"),
        """
        FRIENDLYNAME "Virtual PCD"
        DEVICENAME /dev/null:0x%1$x
        LIBPATH %2$s
        CHANNELID 0x%1$x
        """
            .formatted(port, DRIVER));
    Path run = Files.createDirectories(folder.resolve("run"));
    OwnSystem system = new OwnSystem(Map.of(Path.of("/run"), run));
    OwnSystem.Daemon daemon =
        system.start(
            folder.resolve("pcscd.log"),
            "/usr/sbin/pcscd",
            "--foreground",
            "--config",
            readers.toString());
    Path socket = system.outside(IPC);
    daemon.awaitFile(socket);
    return new PcscDaemon(daemon, socket, port);
  }

  /// vpcd takes the next port for its second slot.
  private static int twoFreePorts() throws IOException {
    BindException last = new BindException();
    for (int attempt = 0; attempt < 50; attempt++) {
      try (ServerSocket one = new ServerSocket(0);
          ServerSocket _ = new ServerSocket(one.getLocalPort() + 1)) {
        return one.getLocalPort();
      } catch (BindException e) {
        last = e;
      }
    }
    throw last;
  }

  /// Waits until programs are told that there is a card in the first slot, or none; pcscd looks
  /// five times in two seconds.
  public void await(boolean card) throws IOException, InterruptedException {
    long end = System.nanoTime() + TimeUnit.SECONDS.toNanos(20);
    while (listsACard() != card) {
      if (System.nanoTime() > end) {
        throw new IOException("pcscd has not noticed what the first slot holds");
      }
      Thread.sleep(50);
    }
  }

  private boolean listsACard() throws IOException, InterruptedException {
    ProcessBuilder builder = new ProcessBuilder("opensc-tool", "--list-readers");
    builder.environment().putAll(variables());
    Process process = builder.redirectErrorStream(true).start();
    String list = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    process.waitFor();
    return list.lines().anyMatch(line -> line.contains(" Yes ") && line.contains(FIRST_READER));
  }

  /// What a program needs in its environment to reach this pcscd instead of the system's.
  public Map<String, String> variables() {
    return Map.of("PCSCLITE_CSOCK_NAME", socket.toString());
  }

  public VirtualReader first() {
    return first;
  }

  public VirtualReader second() {
    return second;
  }

  @Override
  public void close() throws IOException {
    try (daemon) {
      first.pull();
      second.pull();
    }
  }
}
