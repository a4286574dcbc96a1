package org.certassist.cli.e2e;

import java.io.FileDescriptor;
import java.io.FileInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Path;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import org.certassist.bridge.simulator.Simulator;
import org.certassist.cli.log.Logs;
import org.certassist.cli.terminal.PinEntry;
import org.certassist.core.key.Driver;
import org.certassist.core.key.KeyException;
import org.certassist.core.key.KeyLease;
import org.certassist.core.key.KeySession;
import org.certassist.core.key.Pin;
import org.certassist.core.key.PinCare;
import org.certassist.core.key.SignatureAlgorithm;
import org.certassist.core.key.SigningKey;
import org.certassist.core.key.TokenKey;
import org.certassist.keys.bridge.BridgeKeys;
import org.certassist.keys.bridge.Deadlines;
import org.certassist.keys.bridge.Quarantine;

/// A program for tests: does with a simulated key whatever takes a PIN, then stays until its input
/// ends, so that its memory can be searched.
///
/// Arguments: the simulator's configuration, a folder for the log. Input: one PIN a line, in the
/// order of [#work], and an empty line to go on after it has said `open`.
final class StayingSigner {
  /// The certificates of the simulated key, in the order of its pairs.
  private static final int ORDINARY = 0;

  private static final int ALWAYS_AUTHENTICATE = 3;

  private static final int BATCH = 5;
  private static final byte[] MESSAGE = {1, 2, 3};

  private final InputStream in = new FileInputStream(FileDescriptor.in);
  private final PinEntry pins = new PinEntry(in, null);
  private final BridgeKeys keys;
  private final TokenKey token;

  private StayingSigner(BridgeKeys keys, TokenKey token) {
    this.keys = keys;
    this.token = token;
  }

  public static void main(String[] arguments) throws Exception {
    Logs.configure(Path.of(arguments[1]), true);
    Driver driver =
        new Driver(
            "simulator",
            "simulated",
            Driver.Interface.PKCS11,
            List.of(Simulator.module()),
            Map.of(Simulator.VARIABLE, arguments[0]));
    try (BridgeKeys keys =
        new BridgeKeys(
            TestHost.launch(),
            Deadlines.standard(),
            Quarantine.inMemory(Clock.systemUTC()),
            List.of(driver))) {
      new StayingSigner(keys, keys.inventory().keys().getFirst()).work();
    }
  }

  private void work() throws Exception {
    PinCare care = new PinCare(keys);
    refused(typed -> keys.open(key(ORDINARY), typed, false).close());
    batch();
    refused(wrong -> withFresh(fresh -> care.change(token, wrong, fresh, false)));
    withFresh(present -> withFresh(fresh -> care.change(token, present, fresh, false)));
    refused(wrong -> withFresh(fresh -> care.unblock(token, wrong, fresh, false)));
    withFresh(proof -> withFresh(fresh -> care.unblock(token, proof, fresh, false)));
    always();
    say("done");
    if (in.read() >= 0) {
      throw new IOException("more input than was asked for");
    }
  }

  private static void say(String word) {
    System.out.println(word);
    System.out.flush();
  }

  /// What is done with a PIN.
  private interface Use {
    void of(Pin pin) throws KeyException, InterruptedException;
  }

  private void withFresh(Use use) throws KeyException, InterruptedException {
    try (Pin pin = pins.read(true, "")) {
      use.of(pin);
    }
  }

  private void refused(Use use) throws InterruptedException {
    try {
      withFresh(use);
      throw new AssertionError("a wrong PIN was right");
    } catch (KeyException refused) {
      say(refused.fault().id());
    }
  }

  private SigningKey key(int certificate) {
    return new SigningKey(token, token.certificates().get(certificate));
  }

  /// A key that wants its PIN once.
  private void batch() throws Exception {
    KeyLease lease;
    try (Pin pin = pins.read(true, "")) {
      lease = new KeyLease(keys.open(key(ORDINARY), pin, false), KeyLease.Time.ofThisPc());
    }
    try (lease) {
      say("open");
      if (in.read() != '\n') {
        throw new IOException("an empty line was expected");
      }
      for (int i = 0; i < BATCH; i++) {
        try (KeySession session = lease.open()) {
          sign(session);
        }
      }
    }
  }

  /// A key that wants its PIN for every signature, until the user gives up.
  private void always() throws Exception {
    try (Pin pin = pins.read(true, "");
        KeySession session = keys.open(key(ALWAYS_AUTHENTICATE), pin, false)) {
      for (int i = 0; i < BATCH; i++) {
        sign(session);
      }
      Thread.currentThread().interrupt();
      sign(session);
      throw new AssertionError("signed although it was cancelled");
    } catch (InterruptedException cancelled) {
      say("cancelled");
    }
  }

  private static void sign(KeySession session) throws KeyException, InterruptedException {
    var _ = session.sign(SignatureAlgorithm.SHA256_WITH_RSA, MESSAGE);
  }
}
