package org.certassist.core.repair;

import java.util.List;
import org.certassist.core.diagnosis.Pc;
import org.certassist.core.key.DriverReport;
import org.certassist.core.key.DriverState;
import org.certassist.core.key.KeyBridge;

/// Lets the drivers be called again that crashed too often.
public final class UseDriversAgain implements Remedy {
  private final KeyBridge bridge;

  public UseDriversAgain(KeyBridge bridge) {
    this.bridge = bridge;
  }

  /// The drivers' ids.
  @Override
  public List<String> before(Pc pc) throws InterruptedException {
    return pc.keys().drivers().drivers().stream()
        .filter(report -> report.state() == DriverState.QUARANTINED)
        .map(DriverReport::id)
        .toList();
  }

  @Override
  public void apply(List<String> before) {
    before.forEach(bridge::useAgain);
  }

  /// One that goes on crashing is set aside again by itself.
  @Override
  public void undo(List<String> before) {}
}
