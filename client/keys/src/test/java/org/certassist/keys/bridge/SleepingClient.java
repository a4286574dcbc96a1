package org.certassist.keys.bridge;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.BufferedReader;
import java.io.InputStreamReader;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.certassist.bridge.simulator.Simulator;
import org.certassist.core.key.Driver;
import org.certassist.core.key.KeyException;
import org.certassist.core.key.KeyFault;
import org.certassist.core.key.KeyLease;
import org.certassist.core.key.KeySession;
import org.certassist.core.key.Pin;
import org.certassist.core.key.SignatureAlgorithm;
import org.certassist.core.key.SigningKey;
import org.certassist.core.key.TokenKey;

/// A program for tests: opens a simulated key under a lease, or signs with it, at each line `open`
/// or `sign` of its input, and says what became of it.
///
/// Arguments: the simulator's configuration, milliseconds that a signature may take.
final class SleepingClient {
  private final BridgeKeys keys;
  private Optional<KeyLease> lease = Optional.empty();

  private SleepingClient(BridgeKeys keys) {
    this.keys = keys;
  }

  public static void main(String[] arguments) throws Exception {
    Duration long_ = Duration.ofSeconds(30);
    Duration sign = Duration.ofMillis(Long.parseLong(arguments[1]));
    Driver driver = SimulatedDriver.with(Map.of(Simulator.VARIABLE, arguments[0]));
    try (BridgeKeys keys =
        new BridgeKeys(
            TestHost.launch(),
            new Deadlines(long_, long_, long_, sign, long_),
            TestHost.freshMemory(),
            List.of(driver))) {
      SleepingClient client = new SleepingClient(keys);
      BufferedReader in = new BufferedReader(new InputStreamReader(System.in, UTF_8));
      for (String line = in.readLine(); line != null; line = in.readLine()) {
        System.out.println(client.does(line));
        System.out.flush();
      }
    }
  }

  private String does(String what) throws InterruptedException {
    try {
      if (what.equals("open")) {
        lease = Optional.of(opened());
        return "open";
      }
      try (KeySession session =
          lease.orElseThrow(() -> new KeyException(new KeyFault.NoPin())).open()) {
        var _ = session.sign(SignatureAlgorithm.SHA256_WITH_RSA, new byte[] {1});
        return "signed";
      }
    } catch (KeyException e) {
      return e.fault().id();
    }
  }

  private KeyLease opened() throws KeyException, InterruptedException {
    TokenKey token = TestToken.only(keys.inventory());
    try (Pin pin = SoftHsm.pin(Simulator.PIN)) {
      return new KeyLease(
          keys.open(new SigningKey(token, token.certificates().getFirst()), pin, false),
          KeyLease.Time.ofThisPc());
    }
  }
}
