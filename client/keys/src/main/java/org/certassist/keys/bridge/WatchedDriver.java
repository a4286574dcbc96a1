package org.certassist.keys.bridge;

import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.locks.ReentrantLock;
import org.certassist.bridge.protocol.FaultCode;
import org.certassist.bridge.protocol.Request;
import org.certassist.bridge.protocol.Response;
import org.certassist.bridge.protocol.TokenId;
import org.certassist.core.key.Driver;
import org.certassist.core.key.DriverState;
import org.certassist.core.key.KeyException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// One driver as it was last seen, and whether it shows something else now.
final class WatchedDriver {
  private static final Logger LOG = LoggerFactory.getLogger(WatchedDriver.class);

  private final Driver driver;
  private final Hosts hosts;
  private final ReentrantLock asking = new ReentrantLock();
  private Optional<Probe> last = Optional.empty();
  private Optional<Sight> before = Optional.empty();
  private boolean changed;

  /// Gives the host of an installed driver.
  interface Hosts {
    Optional<DriverHost> of(Driver driver);
  }

  /// What a driver shows at one moment.
  ///
  /// @param told whether it said so at all
  private record Sight(boolean told, List<TokenId> tokens) {
    private static final Comparator<TokenId> ORDER =
        Comparator.comparing(TokenId::manufacturer)
            .thenComparing(TokenId::model)
            .thenComparing(TokenId::serial);

    static Sight of(List<TokenId> tokens) {
      return new Sight(true, tokens.stream().sorted(ORDER).toList());
    }

    static Sight none() {
      return new Sight(false, List.of());
    }
  }

  WatchedDriver(Driver driver, Hosts hosts) {
    this.driver = driver;
    this.hosts = hosts;
  }

  /// Asks for its keys.
  Probe probe() throws InterruptedException {
    asking.lockInterruptibly();
    try {
      Optional<DriverHost> host = hosts.of(driver);
      Probe probe = host.isPresent() ? Probe.of(driver, host.get()) : Probe.absent(driver);
      if (before.isEmpty()) {
        before = Optional.of(Sight.of(probe.shown()));
      }
      last = Optional.of(probe);
      changed = false;
      return probe;
    } finally {
      asking.unlock();
    }
  }

  /// As [#probe], in a fresh host unless somebody is logged in; what hung is left alone.
  ///
  /// @param always also where nothing has changed
  Probe probeAfresh(boolean always) throws InterruptedException {
    asking.lockInterruptibly();
    try {
      Optional<Probe> known = last;
      if (known.isPresent() && (known.get().is(DriverState.HUNG) || !(always || changed))) {
        return known.get();
      }
      hosts.of(driver).ifPresent(DriverHost::retire);
      return probe();
    } finally {
      asking.unlock();
    }
  }

  /// Whether it shows something else than at the last look.
  ///
  /// Looks are held against each other and not against the list of keys, which leaves out a token
  /// that cannot be read: such a one must not look like a change for ever.
  boolean look() throws InterruptedException {
    if (!asking.tryLock()) {
      return false;
    }
    try {
      Optional<DriverHost> host = hosts.of(driver);
      if (last.isEmpty() || host.isEmpty()) {
        return false;
      }
      if (last.get().isOfNoFile()) {
        changed = true;
      } else if (isWorking(last.get()) && !host.get().isBusy()) {
        Optional<Sight> now = sight(host.get());
        changed |= now.isPresent() && !now.equals(before);
        before = now.or(() -> before);
      }
      return changed;
    } finally {
      asking.unlock();
    }
  }

  private static boolean isWorking(Probe probe) {
    return probe.is(DriverState.READY) || probe.is(DriverState.NO_TOKEN);
  }

  /// Empty where the host does not know the request.
  private Optional<Sight> sight(DriverHost host) throws InterruptedException {
    try {
      return switch (host.call(new Request.ListPresent())) {
        case Response.Present(var tokens) -> Optional.of(Sight.of(tokens));
        case Response.Failed(var fault) when fault.code() == FaultCode.UNKNOWN_REQUEST ->
            Optional.empty();
        case Response _ -> Optional.of(Sight.none());
      };
    } catch (KeyException e) {
      LOG.info("{} did not say what is plugged in: {}", host.module(), e.getMessage());
      return Optional.of(Sight.none());
    }
  }
}
