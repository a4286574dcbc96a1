package org.certassist.keys.bridge;

import java.nio.file.Path;
import java.util.List;
import org.certassist.bridge.simulator.SimulatedFault;
import org.certassist.bridge.simulator.Simulator;
import org.certassist.core.certificate.EncodedCertificate;
import org.certassist.core.key.Driver;
import org.certassist.core.key.TokenKey;

/// A key in the simulated driver, listed once while nothing went wrong.
///
/// @param token the key as any later inventory shows it too
record SimulatedKey(
    Simulator simulator, TokenKey token, EncodedCertificate rsa, EncodedCertificate ec) {

  /// A reader that is part of the PC: on its tokens the JDK's provider signs.
  private static final String FIXED = "reader = fixed\n";

  /// The usual key, on which the JDK's provider signs.
  static SimulatedKey in(Path folder) throws Exception {
    return in(folder, FIXED + Simulator.ONE_KEY);
  }

  /// A key with settings of its own; its pairs are those of [Simulator#ONE_KEY], then any others.
  static SimulatedKey in(Path folder, String configuration) throws Exception {
    Simulator simulator = Simulator.in(folder, configuration);
    try (BridgeKeys keys = SimulatedDriver.keys(simulator)) {
      TokenKey token = TestToken.only(keys.inventory());
      List<EncodedCertificate> certificates = token.certificates();
      return new SimulatedKey(simulator, token, certificates.getFirst(), certificates.get(2));
    }
  }

  Driver driver() {
    return SimulatedDriver.of(simulator);
  }

  BridgeKeys keys() {
    return SimulatedDriver.keys(simulator);
  }

  /// A key that is plugged in, as U-keys are: our own binding signs.
  static SimulatedKey forOurOwnBinding(Path folder) throws Exception {
    return in(folder, Simulator.ONE_KEY);
  }

  /// The same key where one word of its configuration is another.
  static String changed(String from, String to) {
    return FIXED + Simulator.ONE_KEY.replace(from, to);
  }

  /// Something goes wrong in the function's next call; "C_Sign" stands for C_SignFinal too, which
  /// the JDK's provider calls.
  void once(String function, SimulatedFault fault) throws Exception {
    simulator.fault(function, 1, fault);
    if (function.equals("C_Sign")) {
      simulator.fault("C_SignFinal", 1, fault);
    }
  }

  /// The same in every call.
  void always(String function, SimulatedFault fault) throws Exception {
    simulator.always(function, fault);
    if (function.equals("C_Sign")) {
      simulator.always("C_SignFinal", fault);
    }
  }
}
