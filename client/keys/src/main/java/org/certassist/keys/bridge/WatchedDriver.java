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
  private Optional<Sight> listed = Optional.empty();
  private Optional<Sight> looked = Optional.empty();
  private boolean changed;
  private boolean failsAtLooks;

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

  /// Asks for its keys, because somebody wants to know.
  Probe probe() throws InterruptedException {
    asking.lockInterruptibly();
    try {
      failsAtLooks = false;
      return listed();
    } finally {
      asking.unlock();
    }
  }

  /// As [#probe], if something may have changed; what hung is left alone.
  ///
  /// @param always also where nothing has changed
  Probe probeAfresh(boolean always) throws InterruptedException {
    asking.lockInterruptibly();
    try {
      return isToBeAsked(always) ? listed() : last.orElseThrow();
    } finally {
      asking.unlock();
    }
  }

  /// The host that must not be the one in which it is asked afresh.
  ///
  /// @param always as for [#probeAfresh]
  Optional<DriverHost> used(boolean always) throws InterruptedException {
    asking.lockInterruptibly();
    try {
      return isToBeAsked(always) ? hosts.of(driver) : Optional.empty();
    } finally {
      asking.unlock();
    }
  }

  private boolean isToBeAsked(boolean always) {
    return last.isEmpty() || ((always || changed) && !last.get().is(DriverState.HUNG));
  }

  private Probe listed() throws InterruptedException {
    Optional<DriverHost> host = hosts.of(driver);
    Probe probe = host.isPresent() ? Probe.of(driver, host.get()) : Probe.absent(driver);
    listed = Optional.of(Sight.of(probe.shown()));
    if (!changed) {
      // Nobody has looked since the sockets changed, or ever.
      looked = Optional.empty();
    }
    last = Optional.of(probe);
    changed = false;
    return probe;
  }

  /// Whether it shows something else than at the last look.
  ///
  /// A look is held against the list of keys and against the look before: the list leaves out a
  /// token that cannot be read, and such a one must not look like a change for ever.
  boolean look() throws InterruptedException {
    if (!asking.tryLock()) {
      return false;
    }
    try {
      Optional<DriverHost> host = hosts.of(driver);
      if (last.isEmpty()) {
        return false;
      }
      if (host.isPresent() == last.get().isOfNoFile()) {
        changed = true;
      } else if (host.isPresent() && isWorking(last.get()) && !host.get().isBusy()) {
        see(sight(host.get()));
      }
      return changed;
    } finally {
      asking.unlock();
    }
  }

  /// @param now empty where the host does not know the request
  private void see(Optional<Sight> now) {
    changed |= now.isPresent() && !now.equals(listed) && !now.equals(looked);
    looked = now.or(() -> looked);
  }

  private boolean isWorking(Probe probe) {
    return !failsAtLooks && (probe.is(DriverState.READY) || probe.is(DriverState.NO_TOKEN));
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
      failsAtLooks = true;
      return Optional.of(Sight.none());
    }
  }
}
