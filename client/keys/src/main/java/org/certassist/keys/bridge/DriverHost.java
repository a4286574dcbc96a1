package org.certassist.keys.bridge;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.locks.ReentrantLock;
import org.certassist.bridge.protocol.Fault;
import org.certassist.bridge.protocol.FaultCode;
import org.certassist.bridge.protocol.ModuleKind;
import org.certassist.bridge.protocol.Protocol;
import org.certassist.bridge.protocol.Request;
import org.certassist.bridge.protocol.Response;
import org.certassist.core.key.Driver;
import org.certassist.core.key.DriverState;
import org.certassist.core.key.KeyException;
import org.certassist.core.key.KeyFault;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// One driver module and the host process that it runs in, started when needed and again after it
/// was lost.
public final class DriverHost implements AutoCloseable {
  private static final Logger LOG = LoggerFactory.getLogger(DriverHost.class);

  private final HostLaunch launch;
  private final Deadlines deadlines;
  private final ModuleKind kind;
  private final Admission admission;
  private final Path module;
  private final Driver driver;
  private final ReentrantLock starting = new ReentrantLock();
  private Optional<HostConnection> current = Optional.empty();

  /// @param driver which file, spoken to how, with what arguments and with what environment besides
  ///   the locale
  /// @param module which of the driver's files
  public DriverHost(
      HostLaunch launch, Deadlines deadlines, Admission admission, Driver driver, Path module) {
    this.launch = launch;
    this.deadlines = deadlines;
    this.admission = admission;
    this.driver = driver;
    this.kind = kind(driver);
    this.module = module;
  }

  private static ModuleKind kind(Driver driver) {
    return switch (driver.kind()) {
      case PKCS11 -> ModuleKind.CRYPTOKI;
      case SOFTKEY -> ModuleKind.SOFTKEY;
    };
  }

  public Path module() {
    return module;
  }

  /// Whether this is the host of such a driver, whose file is this one.
  boolean runs(Path file, Driver other) {
    return isSame(file)
        && driver.variables().equals(other.variables())
        && driver.arguments().equals(other.arguments());
  }

  /// By one path or by two.
  private boolean isSame(Path file) {
    try {
      return module.equals(file) || Files.isSameFile(module, file);
    } catch (IOException e) {
      LOG.debug("{} cannot be held against {}", file, module, e);
      return false;
    }
  }

  /// The user wants the driver used, whatever it did and whatever became of its file.
  void release() {
    admission.consent(kind, module);
  }

  /// Asks the running host, or one started for this.
  public Response call(Request request) throws KeyException, InterruptedException {
    HostConnection connection = connection();
    try {
      return ask(connection, request);
    } catch (IOException e) {
      // A host may be retired between being found and being asked; looking again harms nothing.
      boolean lookAgain =
          (request instanceof Request.ListTokens || request instanceof Request.ListPresent)
              && e instanceof HostLostException lost
              && lost.isOurDoing();
      if (lookAgain) {
        return call(connection(), request);
      }
      throw told(connection, e);
    }
  }

  /// Whether it has something to do for somebody just now; it is being started then, or was asked.
  boolean isBusy() {
    if (!starting.tryLock()) {
      return true;
    }
    try {
      return current.filter(HostConnection::isBusy).isPresent();
    } finally {
      starting.unlock();
    }
  }

  /// Ends the present life, if nobody is logged in through it.
  void retire() {
    starting.lock();
    try {
      current.ifPresent(this::retire);
    } finally {
      starting.unlock();
    }
  }

  /// Ends a life in which nobody is logged in any more, once it has answered what it was asked.
  ///
  /// There are drivers that answer a logout and leave the card open, and drivers that remember
  /// another state of the PIN than the card's (OpenSC 0.23 does both with PIV cards): only a fresh
  /// process is known to know nothing.
  void retire(HostConnection connection) {
    starting.lock();
    try {
      if (connection.isAnybodyLoggedIn()) {
        return;
      }
      if (current.filter(connection::equals).isPresent()) {
        current = Optional.empty();
      }
    } finally {
      starting.unlock();
    }
    connection.closeWhenIdle();
  }

  /// Asks one certain life of the host; when that is over, so is this call.
  Response call(HostConnection connection, Request request)
      throws KeyException, InterruptedException {
    try {
      return ask(connection, request);
    } catch (IOException e) {
      throw told(connection, e);
    }
  }

  private Response ask(HostConnection connection, Request request)
      throws IOException, InterruptedException {
    long begun = System.nanoTime();
    Response response = connection.call(request, deadlines.of(request));
    // Their kinds alone: a request may hold a PIN.
    LOG.debug(
        "{}: {} in {} ms: {}",
        module.getFileName(),
        request.getClass().getSimpleName(),
        (System.nanoTime() - begun) / 1_000_000,
        response instanceof Response.Failed(Fault fault)
            ? fault.code() + " in " + fault.function()
            : response.getClass().getSimpleName());
    return response;
  }

  private KeyException told(HostConnection connection, IOException e) {
    if (e instanceof HostHungException hung) {
      LOG.info("{} hung in {}", module, hung.call());
      return new KeyException(
          new KeyFault.DriverHung(module.toString(), hung.call(), hung.limit().toMillis()), e);
    }
    LOG.info("{} was lost: {}", module, e.getMessage());
    if (connection.firstWordOfItsCrash()) {
      admission.quarantine().crashed(module);
    }
    return new KeyException(new KeyFault.DriverCrashed(module.toString()), e);
  }

  /// The living host with the module open in it.
  HostConnection connection() throws KeyException, InterruptedException {
    starting.lockInterruptibly();
    try {
      if (current.isPresent() && current.get().alive()) {
        return current.get();
      }
      Path file = admission.admit(kind, module);
      HostConnection fresh = new HostConnection(module.getFileName().toString(), process());
      boolean ready = false;
      try {
        greet(fresh, file);
        ready = true;
      } finally {
        if (!ready) {
          fresh.close();
        }
      }
      current = Optional.of(fresh);
      return fresh;
    } finally {
      starting.unlock();
    }
  }

  /// The living host, counted as logged in to from now on, so that nobody ends it on the way there.
  ///
  /// Whoever does not log in after all gives it back with [#giveUp].
  HostConnection connectionForLogin() throws KeyException, InterruptedException {
    starting.lockInterruptibly();
    try {
      HostConnection living = connection();
      living.loggedIn();
      return living;
    } finally {
      starting.unlock();
    }
  }

  /// Nobody is logged in there after all.
  void giveUp(HostConnection connection) {
    connection.loggedOut();
    retire(connection);
  }

  private Process process() throws KeyException {
    try {
      return launch.start(driver.variables());
    } catch (IOException e) {
      throw new KeyException(new KeyFault.DriverCrashed(module.toString()), e);
    }
  }

  private void greet(HostConnection fresh, Path file) throws KeyException, InterruptedException {
    Response hello = call(fresh, new Request.Hello(Protocol.VERSION));
    if (hello instanceof Response.Failed(Fault fault)) {
      throw unusable(DriverState.REFUSED, fault);
    }
    Response opened =
        call(fresh, new Request.OpenModule(kind, file.toString(), driver.arguments()));
    if (opened instanceof Response.Failed(Fault fault)) {
      throw unopened(file, fault);
    }
    if (opened instanceof Response.Opened told) {
      LOG.debug(
          "{} calls itself {} {} {}.{}",
          module.getFileName(),
          told.manufacturer(),
          told.description(),
          told.major(),
          told.minor());
    }
    admission.opened(kind, file, module);
  }

  /// Where the loader declines, the file's own list of needs may say why.
  private KeyException unopened(Path file, Fault fault) {
    if (fault.code() == FaultCode.MODULE_NOT_LOADABLE) {
      List<String> missing = admission.files().missing(file);
      if (!missing.isEmpty()) {
        return new KeyException(
            new KeyFault.DriverUnusable(
                module.toString(), DriverState.MISSING_DEPENDENCY, String.join(", ", missing)));
      }
    }
    return unusable(Faults.stateOf(fault), fault);
  }

  private KeyException unusable(DriverState state, Fault fault) {
    String reason =
        fault.detail().isEmpty() ? fault.code().name() : fault.function() + " " + fault.detail();
    return new KeyException(new KeyFault.DriverUnusable(module.toString(), state, reason.strip()));
  }

  /// A host that answers something else than was asked.
  static KeyException unexpected(Response answer) {
    return new KeyException(
        new KeyFault.DriverError("host", "an answer of " + answer.getClass().getSimpleName()));
  }

  /// Ends the host; a later call starts another.
  @Override
  public void close() {
    starting.lock();
    try {
      current.ifPresent(HostConnection::close);
      current = Optional.empty();
    } finally {
      starting.unlock();
    }
  }
}
