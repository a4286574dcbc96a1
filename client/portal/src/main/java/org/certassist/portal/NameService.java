package org.certassist.portal;

import java.net.InetAddress;
import java.net.UnknownHostException;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// Asks the system for the address of a name, and waits no longer than there is patience: servers
/// that say nothing cost the system half a minute and more.
///
/// @param patience for one name
record NameService(Lookup lookup, Duration patience) {
  private static final Logger LOG = LoggerFactory.getLogger(NameService.class);

  /// The system's own.
  static final NameService OF_SYSTEM =
      new NameService(InetAddress::getByName, Duration.ofSeconds(4));

  /// Finds the address of a name; it may take as long as it likes.
  @FunctionalInterface
  interface Lookup {
    InetAddress of(String host) throws UnknownHostException;
  }

  /// Empty where nobody knows it in time; who still asks then is left behind.
  Optional<InetAddress> addressOf(String host) throws InterruptedException {
    FutureTask<InetAddress> asking = new FutureTask<>(() -> lookup.of(host));
    Thread.ofVirtual().name("name").start(asking);
    try {
      return Optional.of(asking.get(patience.toMillis(), TimeUnit.MILLISECONDS));
    } catch (ExecutionException | TimeoutException unknown) {
      LOG.info("the name {} is not known: {}", host, unknown.toString());
      return Optional.empty();
    } finally {
      asking.cancel(true);
    }
  }
}
