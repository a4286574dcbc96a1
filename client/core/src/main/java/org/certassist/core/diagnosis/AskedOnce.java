package org.certassist.core.diagnosis;

import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;
import org.certassist.core.driver.Products;
import org.certassist.core.fault.Fault;
import org.certassist.core.profile.Profile;
import org.certassist.core.surroundings.Surroundings;

/// A PC of which everything is asked once, however many checks want to know it.
public final class AskedOnce implements Pc {
  /// Well within the time that a driver takes that hangs.
  private static final Duration DEVICES_PATIENCE = Duration.ofSeconds(8);

  private final Pc pc;
  private final DevicesMeanwhile surroundings;
  private final Once<SystemFacts> system;
  private final Once<StorageFacts> storage;
  private final Once<ArchiveFacts> archive;
  private final Once<KeyFacts> keys;
  private final Once<LineFacts> line;
  private final Once<PageFacts> page;

  public AskedOnce(Pc pc) {
    this(pc, DEVICES_PATIENCE);
  }

  /// @param devicesPatience with the look at the devices, which runs beside the one at the drivers
  AskedOnce(Pc pc, Duration devicesPatience) {
    this.pc = pc;
    this.surroundings = new DevicesMeanwhile(pc.surroundings(), devicesPatience);
    this.system = new Once<>(pc::system);
    this.storage = new Once<>(pc::storage);
    this.archive = new Once<>(pc::archive);
    this.keys = new Once<>(pc::keys);
    this.line = new Once<>(pc::line);
    this.page = new Once<>(pc::page);
  }

  /// An answer for whoever asks; who comes while it is sought waits for it.
  private static final class Once<T> {
    private final FutureTask<T> asking;

    Once(Callable<T> question) {
      this.asking = new FutureTask<>(question);
    }

    T get() throws InterruptedException {
      asking.run();
      try {
        return asking.get();
      } catch (ExecutionException failed) {
        if (failed.getCause() instanceof InterruptedException interrupted) {
          throw interrupted;
        }
        throw new IllegalStateException("a fact cannot be had", failed.getCause());
      }
    }

    /// For what is found at once.
    T now() {
      try {
        return get();
      } catch (InterruptedException interrupted) {
        Thread.currentThread().interrupt();
        throw new IllegalStateException("interrupted", interrupted);
      }
    }
  }

  @Override
  public SystemFacts system() {
    return system.now();
  }

  @Override
  public StorageFacts storage() {
    return storage.now();
  }

  @Override
  public ArchiveFacts archive() throws InterruptedException {
    return archive.get();
  }

  @Override
  public boolean hasChineseFont() {
    return pc.hasChineseFont();
  }

  @Override
  public Optional<Fault> catalogueFault() {
    return pc.catalogueFault();
  }

  @Override
  public Optional<Fault> knowledgeFault() {
    return pc.knowledgeFault();
  }

  @Override
  public Optional<NewerProgram> newerProgram() {
    return pc.newerProgram();
  }

  @Override
  public CardService cardService() {
    return pc.cardService();
  }

  @Override
  public KeyFacts keys() throws InterruptedException {
    surroundings.begin();
    return keys.get();
  }

  @Override
  public LineFacts line() throws InterruptedException {
    return line.get();
  }

  @Override
  public PageFacts page() throws InterruptedException {
    return page.get();
  }

  @Override
  public Profile profile() {
    return pc.profile();
  }

  @Override
  public Products products() {
    return pc.products();
  }

  @Override
  public Surroundings surroundings() {
    return surroundings;
  }
}
