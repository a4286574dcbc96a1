package org.certassist.keys.matrix;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.util.List;
import java.util.Optional;
import org.certassist.bridge.simulator.Simulator;
import org.certassist.core.key.DriverReport;
import org.certassist.core.key.DriverState;
import org.certassist.core.key.Inventory;
import org.certassist.core.key.KeyException;
import org.certassist.core.key.KeySession;
import org.certassist.core.key.Pin;
import org.certassist.core.key.SignatureAlgorithm;
import org.certassist.core.key.SigningKey;
import org.certassist.core.key.TokenKey;
import org.certassist.keys.bridge.BridgeKeys;
import org.certassist.keys.bridge.Deadlines;
import org.certassist.keys.bridge.SimulatedDriver;
import org.certassist.keys.bridge.TestHost;
import org.certassist.keys.bridge.TokenWorkshop;

/// Does the steps of the work with one key, through the real bridge.
final class Clerk implements AutoCloseable {
  static final String NEW_PIN = "864209";
  private static final String WRONG_PIN = "999999";
  private static final byte[] MESSAGE = "登记 2026-11".getBytes(UTF_8);

  private final Simulator simulator;
  private final TokenKey key;
  private final Deadlines deadlines;
  private final BridgeKeys keys;
  private Optional<KeySession> session = Optional.empty();

  Clerk(Simulator simulator, TokenKey key, Deadlines deadlines) {
    this.simulator = simulator;
    this.key = key;
    this.deadlines = deadlines;
    this.keys =
        new BridgeKeys(
            TestHost.launch(),
            deadlines,
            TestHost.freshMemory(),
            List.of(SimulatedDriver.of(simulator)));
  }

  /// All that comes before a step.
  void getReadyFor(Work work) throws KeyException, InterruptedException {
    switch (work) {
      case FINDING, PRACTISING -> {}
      case OPENING, OPENING_WRONGLY, CHANGING_THE_PIN, UNBLOCKING -> keys.inventory();
      case SIGNING, FAILING_TO_SIGN, SIGNING_WITH_THE_JDK -> {
        keys.inventory();
        open(Simulator.PIN);
      }
      case RELEASING -> {
        keys.inventory();
        open(Simulator.PIN);
        sign();
      }
    }
  }

  Outcome take(Work work) throws InterruptedException {
    try {
      return switch (work) {
        case FINDING -> found(keys.inventory());
        case OPENING -> {
          open(Simulator.PIN);
          yield new Outcome.Done();
        }
        case OPENING_WRONGLY -> {
          open(WRONG_PIN);
          yield new Outcome.Done();
        }
        case SIGNING, FAILING_TO_SIGN, SIGNING_WITH_THE_JDK -> {
          sign();
          yield new Outcome.Done();
        }
        case RELEASING -> {
          release();
          yield new Outcome.Done();
        }
        case CHANGING_THE_PIN -> {
          changePin();
          yield new Outcome.Done();
        }
        case UNBLOCKING -> {
          unblock();
          yield new Outcome.Done();
        }
        case PRACTISING -> {
          makePracticeKey();
          yield new Outcome.Done();
        }
      };
    } catch (KeyException e) {
      return new Outcome.Failed(e.fault());
    }
  }

  private Outcome found(Inventory inventory) {
    DriverReport report = inventory.drivers().getFirst();
    if (report.state() != DriverState.READY) {
      return new Outcome.Reported(report.state(), report.reason());
    }
    return inventory.keys().equals(List.of(key)) ? new Outcome.Done() : new Outcome.Disguised();
  }

  private void open(String digits) throws KeyException, InterruptedException {
    try (Pin pin = pin(digits)) {
      session =
          Optional.of(keys.open(new SigningKey(key, key.certificates().getFirst()), pin, false));
    }
  }

  /// The bridge has verified what comes back.
  private void sign() throws KeyException, InterruptedException {
    var _ = session.orElseThrow().sign(SignatureAlgorithm.SHA256_WITH_RSA, MESSAGE);
  }

  private void release() {
    session.ifPresent(KeySession::close);
    session = Optional.empty();
  }

  private void changePin() throws KeyException, InterruptedException {
    try (Pin present = pin(Simulator.PIN);
        Pin fresh = pin(NEW_PIN)) {
      keys.changePin(key, present, fresh, false);
    }
  }

  private void unblock() throws KeyException, InterruptedException {
    try (Pin administrators = pin(Simulator.SO_PIN);
        Pin fresh = pin(NEW_PIN)) {
      keys.unblockPin(key, administrators, fresh, false);
    }
  }

  private void makePracticeKey() throws KeyException, InterruptedException {
    try (TokenWorkshop workshop = workshop();
        Pin administrators = pin(Simulator.SO_PIN);
        Pin fresh = pin(NEW_PIN)) {
      var _ = workshop.initToken("practice", administrators, fresh);
      var made = workshop.generateKey(TokenWorkshop.KeyKind.EC_P256, "practice");
      workshop.storeCertificate(made, "practice", key.certificates().getFirst());
    }
  }

  private TokenWorkshop workshop() {
    return new TokenWorkshop(TestHost.launch(), deadlines, SimulatedDriver.of(simulator));
  }

  /// Goes on with the step's work now that nothing goes wrong any more, then does all of it anew.
  ///
  /// @param pin in force now
  void goOn(Work work, Outcome outcome, String pin) throws KeyException, InterruptedException {
    if (work == Work.PRACTISING) {
      try (TokenWorkshop workshop = workshop()) {
        var _ = workshop.makers();
      }
      return;
    }
    if (session.isPresent() && outcome instanceof Outcome.Done) {
      sign();
    }
    release();
    Inventory inventory = keys.inventory();
    if (inventory.keys().stream().noneMatch(found -> found.serial().equals(key.serial()))) {
      throw new AssertionError("no key: " + inventory.drivers());
    }
    open(pin);
    sign();
    release();
  }

  private static Pin pin(String digits) {
    return Pin.ofUtf8(digits.getBytes(UTF_8));
  }

  @Override
  public void close() {
    keys.close();
  }
}
