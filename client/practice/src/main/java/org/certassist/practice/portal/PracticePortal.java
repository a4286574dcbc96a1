package org.certassist.practice.portal;

import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.net.URI;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.channels.OverlappingFileLockException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.sql.SQLException;
import java.time.Duration;
import java.time.InstantSource;
import java.util.Optional;
import org.certassist.core.fault.DiskCause;
import org.certassist.core.fault.FaultException;
import org.certassist.core.storage.PrivateFiles;
import org.certassist.practice.ca.PracticeCa;
import org.certassist.practice.people.Population;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// The practice portal of one home folder, running on loopback; closing it stops it, and a new one
/// finds everything again.
public final class PracticePortal implements AutoCloseable {
  private static final Logger LOG = LoggerFactory.getLogger(PracticePortal.class);
  private static final String ADDRESS = "address.txt";

  /// On this PC a portal takes a connection at once.
  private static final int KNOCK_MILLISECONDS = 500;

  private final Path authority;
  private final HttpDoor door;
  private final RowDesk rows;
  private final Database database;
  private final FileChannel lock;

  /// What tests set otherwise.
  ///
  /// @param rowDelay how long a declaration waits before its rows are looked at
  /// @param requestsAtOnce more are answered 503
  /// @param requestTime after this a request is cut off, however slowly it came
  public record Settings(
      InstantSource clock, Duration rowDelay, int requestsAtOnce, Duration requestTime) {
    public static Settings usual() {
      return new Settings(
          InstantSource.system(), Duration.ofMillis(300), 32, Duration.ofSeconds(60));
    }
  }

  private PracticePortal(
      Path authority, HttpDoor door, RowDesk rows, Database database, FileChannel lock) {
    this.authority = authority;
    this.door = door;
    this.rows = rows;
    this.database = database;
    this.lock = lock;
  }

  /// Starts the portal; it answers when this returns.
  ///
  /// @param home the program's home folder; the portal lives in `practice` there
  /// @param port 0 for any free one
  /// @throws FaultException a [StartFault]
  public static PracticePortal start(Path home, int port) throws FaultException {
    return start(home, port, Settings.usual());
  }

  public static PracticePortal start(Path home, int port, Settings settings) throws FaultException {
    Path practice = home.toAbsolutePath().resolve("practice");
    try {
      return startIn(practice, port, settings);
    } catch (IOException unusable) {
      throw new FaultException(
          new StartFault.DataUnusable(practice.toString(), DiskCause.of(unusable).word()),
          unusable);
    }
  }

  private static PracticePortal startIn(Path practice, int port, Settings settings)
      throws FaultException, IOException {
    PracticeCa ca = PracticeCa.open(practice, settings.clock());
    Path folder = practice.resolve("portal");
    FileChannel lock = lock(folder);
    Database database = null;
    HttpDoor door = null;
    boolean started = false;
    try {
      Files.deleteIfExists(folder.resolve(ADDRESS));
      database = Database.open(folder.resolve("portal.db"));
      door = HttpDoor.bind(port, ca, settings.requestsAtOnce(), settings.requestTime());
      Times times = new Times(settings.clock());
      PortalStore store = new PortalStore(database, Population.load());
      RowDesk rows = new RowDesk(store, times, settings.rowDelay());
      Acts acts = new Acts(door.address().toString(), times, ca, store, rows);
      rows.start();
      door.open(new Routes(acts));
      PrivateFiles.write(
          folder.resolve(ADDRESS), door.address().toString().getBytes(StandardCharsets.UTF_8));
      started = true;
      LOG.info("practice portal at {}", door.address());
      return new PracticePortal(practice.resolve("ca.pem"), door, rows, database, lock);
    } finally {
      if (!started) {
        release(door, database, lock);
      }
    }
  }

  private static FileChannel lock(Path folder) throws FaultException, IOException {
    FileChannel channel =
        FileChannel.open(
            PrivateFiles.touch(folder.resolve("portal.lock")), StandardOpenOption.WRITE);
    boolean held = false;
    try {
      FileLock lock = channel.tryLock();
      held = lock != null;
    } catch (OverlappingFileLockException heldByThisProcess) {
      held = false;
    }
    if (!held) {
      channel.close();
      throw new FaultException(new StartFault.Running(folder.toString(), addressIn(folder)));
    }
    return channel;
  }

  /// Where the portal of a home runs, if one does; none is started. One that was killed has left
  /// its address behind, where nobody answers.
  ///
  /// @param home as for [#start(Path, int)]
  public static Optional<URI> running(Path home) {
    return addressIn(home.toAbsolutePath().resolve("practice").resolve("portal"))
        .filter(PracticePortal::answers);
  }

  private static boolean answers(URI address) {
    try (Socket socket = new Socket()) {
      socket.connect(
          new InetSocketAddress(address.getHost(), address.getPort()), KNOCK_MILLISECONDS);
      return true;
    } catch (IOException nobody) {
      LOG.debug("nobody answers at {}", address, nobody);
      return false;
    }
  }

  /// What the portal that runs wrote when it began to answer; nothing until then.
  private static Optional<URI> addressIn(Path folder) {
    try {
      return Optional.of(URI.create(Files.readString(folder.resolve(ADDRESS))));
    } catch (IOException | IllegalArgumentException notSaidYet) {
      LOG.debug("no address of the running portal", notSaidYet);
      return Optional.empty();
    }
  }

  /// `https://127.0.0.1:PORT`.
  public URI address() {
    return door.address();
  }

  /// The file with the root to trust, for TLS and for receipts.
  public Path authority() {
    return authority;
  }

  /// Stops taking requests and waits for the rows in work; the folder may then be started again.
  @Override
  public void close() {
    door.close();
    rows.close();
    release(null, database, lock);
  }

  private static void release(
      @Nullable HttpDoor door, @Nullable Database database, FileChannel lock) {
    if (door != null) {
      door.close();
    }
    try (lock;
        database) {
      LOG.debug("practice portal closed");
    } catch (IOException | SQLException unclosable) {
      LOG.warn("practice portal did not close cleanly", unclosable);
    }
  }
}
