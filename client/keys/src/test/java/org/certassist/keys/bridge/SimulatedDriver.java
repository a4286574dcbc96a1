package org.certassist.keys.bridge;

import java.util.List;
import java.util.Map;
import org.certassist.bridge.simulator.Simulator;
import org.certassist.core.key.Driver;
import org.certassist.core.key.Sm2Way;

/// The simulated driver as the client knows drivers.
public final class SimulatedDriver {
  private SimulatedDriver() {}

  public static Driver of(Simulator simulator) {
    return with(simulator.variables());
  }

  private static Driver of(Simulator simulator, List<Sm2Way> sm2) {
    return new Driver(
        "simulator",
        "simulated",
        Driver.Interface.PKCS11,
        List.of(Simulator.module()),
        simulator.variables(),
        sm2);
  }

  static Driver with(Map<String, String> variables) {
    return new Driver(
        "simulator", "simulated", Driver.Interface.PKCS11, List.of(Simulator.module()), variables);
  }

  /// Keys behind it, with a host of their own and a memory without crashes.
  public static BridgeKeys keys(Simulator simulator) {
    return keys(of(simulator));
  }

  /// The same where it signs with SM2 in one of these ways.
  static BridgeKeys keys(Simulator simulator, List<Sm2Way> sm2) {
    return keys(of(simulator, sm2));
  }

  private static BridgeKeys keys(Driver driver) {
    return new BridgeKeys(
        TestHost.launch(), TestHost.patient(), TestHost.freshMemory(), List.of(driver));
  }
}
