package org.certassist.keys.bridge;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.certassist.bridge.protocol.Bytes;
import org.certassist.bridge.protocol.Fault;
import org.certassist.bridge.protocol.ModuleKind;
import org.certassist.bridge.protocol.Request;
import org.certassist.bridge.protocol.Response;
import org.certassist.bridge.protocol.Secret;
import org.certassist.bridge.protocol.TokenId;
import org.certassist.bridge.protocol.TokenView;
import org.certassist.core.certificate.EncodedCertificate;
import org.certassist.core.key.Driver;
import org.certassist.core.key.DriverReport;
import org.certassist.core.key.Inventory;
import org.certassist.core.key.KeyBridge;
import org.certassist.core.key.KeyException;
import org.certassist.core.key.KeyFault;
import org.certassist.core.key.KeySession;
import org.certassist.core.key.Pin;
import org.certassist.core.key.SigningKey;
import org.certassist.core.key.TokenKey;

/// Every key behind every driver, each driver in a host process of its own.
public final class BridgeKeys implements KeyBridge {
  /// Drivers that agree in this share one host.
  private record HostKey(Path module, Map<String, String> variables) {}

  private final HostLaunch launch;
  private final Deadlines deadlines;
  private final List<Driver> drivers;
  private final Map<HostKey, DriverHost> hosts = new ConcurrentHashMap<>();
  private final Map<TokenId, TokenView> seen = new ConcurrentHashMap<>();

  public BridgeKeys(HostLaunch launch, Deadlines deadlines, List<Driver> drivers) {
    this.launch = launch;
    this.deadlines = deadlines;
    this.drivers = List.copyOf(drivers);
  }

  @Override
  public Inventory inventory() throws InterruptedException {
    List<Probe> probes = sideBySide(drivers.stream().map(this::probing).toList());
    List<DriverReport> reports = new ArrayList<>();
    List<TokenKey> keys = new ArrayList<>();
    for (Probe probe : probes) {
      reports.add(probe.report());
      keys.addAll(probe.keys());
      probe.views().forEach(view -> seen.put(view.id(), view));
    }
    return new Inventory(reports, eachCertificateOnce(keys));
  }

  private Callable<Probe> probing(Driver driver) {
    return () -> {
      Optional<DriverHost> host = host(driver);
      return host.isPresent() ? Probe.of(driver, host.get()) : Probe.notInstalled(driver);
    };
  }

  private static List<Probe> sideBySide(List<Callable<Probe>> work) throws InterruptedException {
    try (ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
      List<Probe> probes = new ArrayList<>();
      for (Future<Probe> done : threads.invokeAll(work)) {
        probes.add(done.get());
      }
      return probes;
    } catch (ExecutionException e) {
      throw new IllegalStateException(e.getCause());
    }
  }

  private Optional<DriverHost> host(Driver driver) {
    return driver.paths().stream()
        .filter(Files::isRegularFile)
        .findFirst()
        .map(path -> new HostKey(path.toAbsolutePath(), driver.variables()))
        .map(shared -> hosts.computeIfAbsent(shared, file -> newHost(driver, file)));
  }

  private DriverHost newHost(Driver driver, HostKey shared) {
    return new DriverHost(launch, deadlines, kind(driver), shared.module(), shared.variables());
  }

  static ModuleKind kind(Driver driver) {
    return switch (driver.kind()) {
      case PKCS11 -> ModuleKind.CRYPTOKI;
      case SOFTKEY -> ModuleKind.SOFTKEY;
    };
  }

  /// Drops what a second driver shows of a key that a first one has shown.
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
    return fresh.entrySet().stream()
        .filter(entry -> entry.getKey().certificates().isEmpty() || !entry.getValue().isEmpty())
        .map(entry -> with(entry.getKey(), entry.getValue()))
        .toList();
  }

  private static TokenKey with(TokenKey key, List<EncodedCertificate> certificates) {
    return new TokenKey(
        key.module(),
        key.driver(),
        key.manufacturer(),
        key.model(),
        key.serial(),
        key.label(),
        key.pin(),
        key.pinPad(),
        certificates,
        key.others());
  }

  @Override
  public KeySession open(SigningKey key, Pin pin, boolean lastTryConfirmed)
      throws KeyException, InterruptedException {
    TokenKey token = key.token();
    DriverHost host = host(driverOf(token)).orElseThrow(() -> absent(token));
    TokenId id = new TokenId(token.manufacturer(), token.model(), token.serial());
    Bytes certificate = Bytes.of(HexFormat.of().parseHex(key.certificate().sha256()));
    Faults faults = faults(host, id);
    HostConnection connection = host.connection();
    Response answer;
    try (Secret secret = Secret.owning(pin.copy())) {
      answer = host.call(connection, new Request.Login(id, certificate, secret, lastTryConfirmed));
    }
    if (answer instanceof Response.Failed(Fault fault)) {
      throw faults.of(fault, "");
    }
    return new BridgeSession(key, host, connection, id, certificate, faults);
  }

  private Driver driverOf(TokenKey token) throws KeyException {
    return drivers.stream()
        .filter(driver -> driver.id().equals(token.driver()))
        .findFirst()
        .orElseThrow(() -> absent(token));
  }

  private static KeyException absent(TokenKey token) {
    return new KeyException(new KeyFault.Absent(token.serial()));
  }

  private Faults faults(DriverHost host, TokenId id) {
    TokenView view = seen.get(id);
    return new Faults(
        host.module().toString(),
        id.serial(),
        view == null ? 0 : view.minPin(),
        view == null ? 0 : view.maxPin());
  }

  @Override
  public void close() {
    hosts.values().forEach(DriverHost::close);
  }
}
