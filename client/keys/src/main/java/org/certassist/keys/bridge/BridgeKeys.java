package org.certassist.keys.bridge;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.function.Supplier;
import org.certassist.bridge.protocol.Bytes;
import org.certassist.bridge.protocol.Fault;
import org.certassist.bridge.protocol.Request;
import org.certassist.bridge.protocol.Response;
import org.certassist.bridge.protocol.Secret;
import org.certassist.bridge.protocol.TokenId;
import org.certassist.core.certificate.EncodedCertificate;
import org.certassist.core.key.Driver;
import org.certassist.core.key.DriverReport;
import org.certassist.core.key.Inventory;
import org.certassist.core.key.KeyBridge;
import org.certassist.core.key.KeyException;
import org.certassist.core.key.KeyFault;
import org.certassist.core.key.KeySession;
import org.certassist.core.key.Pin;
import org.certassist.core.key.PinState;
import org.certassist.core.key.SigningKey;
import org.certassist.core.key.TokenKey;
import org.certassist.core.key.TokenPin;

/// Every key behind every driver, each driver in a host process of its own.
public final class BridgeKeys implements KeyBridge {
  private final HostLaunch launch;
  private final Deadlines deadlines;
  private final Admission admission;
  private final Supplier<List<Driver>> drivers;
  private final Map<Driver, WatchedDriver> watched = new HashMap<>();
  private final Set<TokenId> wronglyTried = ConcurrentHashMap.newKeySet();
  private final List<DriverHost> hosts = new ArrayList<>();

  /// Takes drivers' files as they are, for tests and measurements with drivers of their own.
  public BridgeKeys(
      HostLaunch launch, Deadlines deadlines, Quarantine quarantine, List<Driver> drivers) {
    this(launch, deadlines, Admission.unexamined(quarantine), drivers);
  }

  public BridgeKeys(
      HostLaunch launch, Deadlines deadlines, Admission admission, List<Driver> drivers) {
    this(launch, deadlines, admission, () -> drivers);
  }

  /// @param drivers asked each time, since the user may pick another
  public BridgeKeys(
      HostLaunch launch, Deadlines deadlines, Admission admission, Supplier<List<Driver>> drivers) {
    this.launch = launch;
    this.deadlines = deadlines;
    this.admission = admission;
    this.drivers = drivers;
  }

  @Override
  public Inventory inventory() throws InterruptedException {
    return inventory(WatchedDriver::probe);
  }

  @Override
  public Inventory inventoryAfresh(boolean all) throws InterruptedException {
    for (DriverHost host : used(all)) {
      host.retire();
    }
    return inventory(driver -> driver.probeAfresh(all));
  }

  /// Two drivers may share one host.
  private Set<DriverHost> used(boolean all) throws InterruptedException {
    Set<DriverHost> used = new HashSet<>();
    for (WatchedDriver driver : watched(drivers.get())) {
      driver.used(all).ifPresent(used::add);
    }
    return used;
  }

  @Override
  public boolean hasChanged() throws InterruptedException {
    return sideBySide(
            watched(drivers.get()).stream().<Callable<Boolean>>map(driver -> driver::look).toList())
        .contains(true);
  }

  /// Those of the present list; what was seen of one that stays on it is kept.
  private List<WatchedDriver> watched(List<Driver> now) {
    synchronized (watched) {
      watched.keySet().retainAll(now);
      return now.stream()
          .map(driver ->
              watched.computeIfAbsent(driver, fresh -> new WatchedDriver(fresh, this::host)))
          .toList();
    }
  }

  /// How a driver is asked for its keys.
  private interface Asking {
    Probe ask(WatchedDriver driver) throws InterruptedException;
  }

  private Inventory inventory(Asking asking) throws InterruptedException {
    List<Driver> now = drivers.get();
    endHostsOfNoneOf(now);
    List<Probe> probes =
        sideBySide(
            watched(now).stream()
                .<Callable<Probe>>map(driver -> () -> asking.ask(driver))
                .toList());
    List<DriverReport> reports = new ArrayList<>();
    List<TokenKey> keys = new ArrayList<>();
    for (Probe probe : probes) {
      reports.add(probe.report());
      probe.keys().stream().map(this::withWhatWeKnow).forEach(keys::add);
    }
    return new Inventory(reports, eachCertificateOnce(keys));
  }

  /// A token need not say that a wrong PIN was tried, and some forget it with their host.
  private TokenKey withWhatWeKnow(TokenKey token) {
    TokenPin pin = token.pin();
    boolean untold = pin.state() == PinState.OK && wronglyTried.contains(id(token));
    return untold
        ? token.with(
            new TokenPin(
                PinState.WRONG_TRIED,
                pin.administrator(),
                pin.pad(),
                pin.shortest(),
                pin.longest()))
        : token;
  }

  private void remember(TokenKey token, KeyException failure) {
    if (failure.fault() instanceof KeyFault.PinWrong) {
      wronglyTried.add(id(token));
    }
  }

  /// A library that was forgotten must not stay loaded: its installer could not replace it.
  private void endHostsOfNoneOf(List<Driver> now) {
    List<DriverHost> idle;
    synchronized (hosts) {
      idle =
          hosts.stream()
              .filter(host -> now.stream().noneMatch(driver -> isOf(host, driver)))
              .toList();
    }
    idle.forEach(DriverHost::retire);
  }

  private static boolean isOf(DriverHost host, Driver driver) {
    return file(driver).filter(file -> host.runs(file, driver)).isPresent();
  }

  private static <T> List<T> sideBySide(List<Callable<T>> work) throws InterruptedException {
    try (ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
      List<T> all = new ArrayList<>();
      for (Future<T> done : threads.invokeAll(work)) {
        all.add(done.get());
      }
      return all;
    } catch (ExecutionException e) {
      throw new IllegalStateException(e.getCause());
    }
  }

  @Override
  public Inventory tryOut(Driver driver) throws InterruptedException {
    Optional<Path> file = file(driver);
    if (file.isEmpty()) {
      return new Inventory(List.of(Probe.absent(driver).report()), List.of());
    }
    try (DriverHost alone = fresh(driver, file.get())) {
      Probe probe = Probe.of(driver, alone);
      return new Inventory(
          List.of(probe.report()), probe.keys().stream().map(this::withWhatWeKnow).toList());
    }
  }

  @Override
  public Inventory tryOut(String driverId) throws InterruptedException {
    Optional<Driver> known =
        drivers.get().stream().filter(driver -> driver.id().equals(driverId)).findFirst();
    return known.isPresent() ? tryOut(known.get()) : new Inventory(List.of(), List.of());
  }

  private Optional<DriverHost> host(Driver driver) {
    return file(driver).map(file -> host(driver, file));
  }

  private static Optional<Path> file(Driver driver) {
    return driver.paths().stream().filter(Files::isRegularFile).findFirst();
  }

  /// Drivers that agree in file, variables and arguments share one host.
  private DriverHost host(Driver driver, Path module) {
    synchronized (hosts) {
      for (DriverHost known : hosts) {
        if (known.runs(module, driver)) {
          return known;
        }
      }
      DriverHost fresh = fresh(driver, module);
      hosts.add(fresh);
      return fresh;
    }
  }

  private DriverHost fresh(Driver driver, Path module) {
    return new DriverHost(launch, deadlines, admission, driver, module);
  }

  /// Drops what a second driver shows of a key that a first one has shown: the certificates, and
  /// what has none where both are one file.
  private static List<TokenKey> eachCertificateOnce(List<TokenKey> keys) {
    Map<EncodedCertificate, String> firstSeen = new HashMap<>();
    Map<TokenKey, List<EncodedCertificate>> fresh = new LinkedHashMap<>();
    for (TokenKey key : keys) {
      fresh.put(
          key,
          key.certificates().stream()
              .filter(certificate ->
                  firstSeen.computeIfAbsent(certificate, _ -> key.driver()).equals(key.driver()))
              .toList());
    }
    Map<Seat, String> bare = new HashMap<>();
    return fresh.entrySet().stream()
        .filter(entry ->
            entry.getKey().certificates().isEmpty()
                ? bare.computeIfAbsent(Seat.of(entry.getKey()), _ -> entry.getKey().driver())
                    .equals(entry.getKey().driver())
                : !entry.getValue().isEmpty())
        .map(entry -> entry.getKey().showing(entry.getValue()))
        .toList();
  }

  /// Where a token is seen, and which one it says that it is.
  private record Seat(Path module, TokenId token) {
    static Seat of(TokenKey key) {
      return new Seat(key.module(), id(key));
    }
  }

  @Override
  public KeySession open(SigningKey key, Pin pin, boolean lastTryConfirmed)
      throws KeyException, InterruptedException {
    TokenKey token = key.token();
    DriverHost host = hostOf(token);
    Faults faults = new Faults(host.module().toString(), token);
    Bytes certificate = digest(key.certificate());
    HostConnection connection = host.connectionForLogin();
    Secret perSignature = Secret.owning(pin.copy());
    boolean kept = false;
    boolean open = false;
    try (Secret secret = Secret.owning(pin.copy())) {
      Response answer =
          host.call(
              connection, new Request.Login(id(token), certificate, secret, lastTryConfirmed));
      // No switch over types: linking one at its first use takes as long as a call of a fast key.
      if (answer instanceof Response.Failed(Fault fault)) {
        KeyException failure = faults.of(fault, "");
        remember(token, failure);
        throw failure;
      }
      if (!(answer instanceof Response.LoggedIn(boolean wanted))) {
        throw DriverHost.unexpected(answer);
      }
      wronglyTried.remove(id(token));
      kept = wanted;
      open = true;
      return new BridgeSession(
          key,
          host,
          connection,
          id(token),
          certificate,
          wanted ? perSignature : Secret.none(),
          faults,
          driverOf(token).sm2());
    } finally {
      if (!kept) {
        perSignature.close();
      }
      if (!open) {
        host.giveUp(connection);
      }
    }
  }

  @Override
  public void changePin(TokenKey token, Pin present, Pin fresh, boolean lastTryConfirmed)
      throws KeyException, InterruptedException {
    DriverHost host = hostOf(token);
    Faults faults = new Faults(host.module().toString(), token);
    try (Secret old = Secret.owning(present.copy());
        Secret next = Secret.owning(fresh.copy())) {
      Optional<Fault> refused =
          refusal(
              host,
              faults,
              new Request.ChangePin(
                  id(token), someCertificate(token), old, next, lastTryConfirmed));
      if (refused.isPresent()) {
        KeyException failure = faults.of(refused.get(), "");
        remember(token, failure);
        throw failure;
      }
      wronglyTried.remove(id(token));
    }
  }

  @Override
  public void unblockPin(TokenKey token, Pin administrators, Pin fresh, boolean lastTryConfirmed)
      throws KeyException, InterruptedException {
    DriverHost host = hostOf(token);
    Faults faults = new Faults(host.module().toString(), token);
    try (Secret so = Secret.owning(administrators.copy());
        Secret next = Secret.owning(fresh.copy())) {
      Optional<Fault> refused =
          refusal(
              host,
              faults,
              new Request.UnblockPin(
                  id(token), someCertificate(token), so, next, lastTryConfirmed));
      if (refused.isPresent()) {
        throw faults.ofAdministrator(refused.get());
      }
      wronglyTried.remove(id(token));
    }
  }

  /// Why the host declines to set a new PIN; one that is lost on the way may have set it before.
  private static Optional<Fault> refusal(DriverHost host, Faults faults, Request request)
      throws KeyException, InterruptedException {
    HostConnection connection = host.connectionForLogin();
    try {
      return switch (host.call(connection, request)) {
        case Response.Done() -> Optional.empty();
        case Response.Failed(Fault fault) -> Optional.of(fault);
        case Response other -> throw DriverHost.unexpected(other);
      };
    } catch (KeyException e) {
      throw faults.ofALostPinChange(e);
    } finally {
      host.giveUp(connection);
    }
  }

  private static TokenId id(TokenKey token) {
    return new TokenId(token.manufacturer(), token.model(), token.serial());
  }

  private static Bytes digest(EncodedCertificate certificate) {
    return Bytes.of(HexFormat.of().parseHex(certificate.sha256()));
  }

  /// Tells keys of equal identity apart; one that shows no certificate is known by its identity.
  private static Bytes someCertificate(TokenKey token) {
    return token.certificates().stream().findFirst().map(BridgeKeys::digest).orElse(Bytes.NONE);
  }

  private DriverHost hostOf(TokenKey token) throws KeyException {
    return host(driverOf(token)).orElseThrow(() -> absent(token));
  }

  private Driver driverOf(TokenKey token) throws KeyException {
    return drivers.get().stream()
        .filter(driver -> driver.id().equals(token.driver()))
        .findFirst()
        .orElseThrow(() -> absent(token));
  }

  private static KeyException absent(TokenKey token) {
    return new KeyException(new KeyFault.Absent(token.serial()));
  }

  @Override
  public void useAgain(String driverId) {
    drivers.get().stream()
        .filter(driver -> driver.id().equals(driverId))
        .flatMap(driver -> host(driver).stream())
        .forEach(DriverHost::release);
  }

  @Override
  public void useAgain(Driver driver) {
    file(driver).map(file -> fresh(driver, file)).ifPresent(DriverHost::release);
  }

  @Override
  public void close() {
    List<DriverHost> all;
    synchronized (hosts) {
      all = List.copyOf(hosts);
    }
    all.forEach(DriverHost::close);
  }
}
