package org.certassist.keys.bridge;

import java.util.List;
import java.util.Map;
import org.certassist.bridge.simulator.Simulator;
import org.certassist.core.key.Driver;

/// The simulated driver as the client knows drivers.
public final class SimulatedDriver {
  private SimulatedDriver() {}

  public static Driver of(Simulator simulator) {
    return with(simulator.variables());
  }

  static Driver with(Map<String, String> variables) {
    return new Driver(
        "simulator", "simulated", Driver.Interface.PKCS11, List.of(Simulator.module()), variables);
  }

  /// Keys behind it, with a host of their own and a memory without crashes.
  public static BridgeKeys keys(Simulator simulator) {
    return new BridgeKeys(
        TestHost.launch(), TestHost.patient(), TestHost.freshMemory(), List.of(of(simulator)));
  }
}
