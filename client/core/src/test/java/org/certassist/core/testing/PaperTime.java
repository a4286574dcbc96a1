package org.certassist.core.testing;

import java.time.Duration;
import java.time.Instant;
import org.certassist.core.key.KeyLease;

/// Two clocks of a PC that go when they are told to.
public final class PaperTime implements KeyLease.Time {
  private Instant wall = Instant.parse("2026-11-22T08:00:00Z");
  private long running;

  public void pass(Duration working, Duration asleep) {
    running += working.toNanos();
    wall = wall.plus(working).plus(asleep);
  }

  @Override
  public Instant wall() {
    return wall;
  }

  @Override
  public long running() {
    return running;
  }
}
