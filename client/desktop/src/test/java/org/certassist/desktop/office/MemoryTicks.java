package org.certassist.desktop.office;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.certassist.core.elsewhere.PointId;
import org.certassist.core.elsewhere.Tick;
import org.certassist.core.elsewhere.Ticks;

/// Ticks in memory.
public final class MemoryTicks implements Ticks {
  private final Map<PointId, Tick> ticks = new LinkedHashMap<>();

  @Override
  public synchronized List<Tick> kept() {
    return List.copyOf(ticks.values());
  }

  @Override
  public int damaged() {
    return 0;
  }

  @Override
  public synchronized void keep(Tick tick) {
    ticks.put(tick.point(), tick);
  }

  @Override
  public synchronized void remove(PointId point) {
    ticks.remove(point);
  }
}
