package org.certassist.core.testing;

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
  public List<Tick> kept() {
    return List.copyOf(ticks.values());
  }

  @Override
  public int damaged() {
    return 0;
  }

  @Override
  public void keep(Tick tick) {
    ticks.put(tick.point(), tick);
  }

  @Override
  public void remove(PointId point) {
    ticks.remove(point);
  }
}
