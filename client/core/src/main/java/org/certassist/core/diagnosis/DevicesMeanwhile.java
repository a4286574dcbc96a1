package org.certassist.core.diagnosis;

import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.certassist.core.surroundings.BrowserFacts;
import org.certassist.core.surroundings.DeviceFacts;
import org.certassist.core.surroundings.StoredCertificate;
import org.certassist.core.surroundings.Surroundings;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// What lies around a PC, of which the devices are looked at once, beside whatever else is asked,
/// and not waited for beyond their time.
///
/// The same check wants to know the drivers, which may take nearly all of the time there is.
final class DevicesMeanwhile implements Surroundings {
  private static final Logger LOG = LoggerFactory.getLogger(DevicesMeanwhile.class);

  private final Surroundings around;
  private final Duration patience;
  private final FutureTask<Optional<DeviceFacts>> looking;
  private final FutureTask<Long> begun;

  /// @param patience from when it is begun
  DevicesMeanwhile(Surroundings around, Duration patience) {
    this.around = around;
    this.patience = patience;
    this.looking = new FutureTask<>(around::devices);
    this.begun = new FutureTask<>(this::start);
  }

  private long start() {
    long end = System.nanoTime() + patience.toNanos();
    Thread.ofVirtual().name("devices").start(looking);
    return end;
  }

  /// Begins to look, where nobody has.
  void begin() {
    begun.run();
  }

  @Override
  public Optional<DeviceFacts> devices() {
    begin();
    try {
      return looking.get(Math.max(0, begun.get() - System.nanoTime()), TimeUnit.NANOSECONDS);
    } catch (TimeoutException _) {
      LOG.info("the devices were not told within {}", patience);
      return Optional.empty();
    } catch (InterruptedException _) {
      Thread.currentThread().interrupt();
      return Optional.empty();
    } catch (ExecutionException failed) {
      throw new IllegalStateException("the devices cannot be had", failed.getCause());
    }
  }

  @Override
  public Optional<List<StoredCertificate>> store() {
    return around.store();
  }

  @Override
  public Optional<BrowserFacts> browsers() {
    return around.browsers();
  }

  @Override
  public Optional<List<String>> assistants() {
    return around.assistants();
  }

  @Override
  public Optional<List<String>> missingFiles() {
    return around.missingFiles();
  }
}
