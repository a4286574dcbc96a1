package org.certassist.practice.portal;

import java.io.IOException;
import java.sql.SQLException;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// Looks at the rows of received declarations in the background, one declaration after the other, a
/// moment after they came, and also those that a restart found waiting.
final class RowDesk implements AutoCloseable {
  private static final Logger LOG = LoggerFactory.getLogger(RowDesk.class);
  private static final Duration AGAIN_AFTER_FAILURE = Duration.ofSeconds(5);

  private final PortalStore store;
  private final Times times;
  private final Duration delay;
  private final DeclarationCheck declarations = new DeclarationCheck();
  private final Semaphore woken = new Semaphore(1);
  private final Thread thread;

  RowDesk(PortalStore store, Times times, Duration delay) {
    this.store = store;
    this.times = times;
    this.delay = delay;
    this.thread = Thread.ofVirtual().name("practice-rows").unstarted(this::run);
  }

  void start() {
    thread.start();
  }

  /// Something has come in.
  void wake() {
    woken.release();
  }

  private void run() {
    try {
      while (true) {
        woken.acquire();
        woken.drainPermits();
        settleAll();
      }
    } catch (InterruptedException closed) {
      LOG.debug("row desk closed");
    }
  }

  private void settleAll() throws InterruptedException {
    try {
      List<String> waiting = store.waiting();
      while (!waiting.isEmpty()) {
        for (String id : waiting) {
          Thread.sleep(delay);
          store.processing(id);
          store.settle(id, bytes -> declarations.stored(bytes, id), times.local().toLocalDate());
        }
        waiting = store.waiting();
      }
    } catch (SQLException | IOException failed) {
      LOG.error("rows stay waiting", failed);
      if (!woken.tryAcquire(AGAIN_AFTER_FAILURE.toMillis(), TimeUnit.MILLISECONDS)) {
        LOG.debug("trying again");
      }
      woken.release();
    }
  }

  @Override
  public void close() {
    thread.interrupt();
    boolean interrupted = false;
    while (thread.isAlive()) {
      try {
        thread.join();
      } catch (InterruptedException waitOn) {
        interrupted = true;
      }
    }
    if (interrupted) {
      Thread.currentThread().interrupt();
    }
  }
}
