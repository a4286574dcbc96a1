package org.certassist.keys.matrix;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.certassist.bridge.simulator.SimulatedFault;
import org.certassist.bridge.simulator.Simulator;
import org.certassist.core.key.KeyException;
import org.certassist.keys.bridge.Deadlines;
import org.certassist.keys.bridge.TestHost;

/// Runs a step of the work on a copy of a key, with something going wrong or nothing.
final class Trial {
  /// What a hanging call may take here; what comes before it in its step fits in easily.
  static final Duration PATIENCE = Duration.ofSeconds(8);

  private final SimulatedToken token;
  private final Path folder;

  /// @param folder not there yet
  Trial(SimulatedToken token, Path folder) {
    this.token = token;
    this.folder = folder;
  }

  /// The functions that a step calls while nothing goes wrong, in order.
  List<String> callsOf(Work work) throws Exception {
    Simulator simulator = token.copyTo(folder);
    try (Clerk clerk = new Clerk(simulator, token.key(), TestHost.patient())) {
      clerk.getReadyFor(work);
      goWrongBefore(work, simulator);
      int before = simulator.log().size();
      var _ = clerk.take(work);
      List<String> log = simulator.log();
      return log.subList(before, log.size());
    }
  }

  Seen run(Case one) throws Exception {
    Simulator simulator = token.copyTo(folder);
    try (Clerk clerk = new Clerk(simulator, token.key(), deadlines(one))) {
      clerk.getReadyFor(one.work());
      goWrongBefore(one.work(), simulator);
      long calls = simulator.calls(one.function());
      long tries = simulator.pinTries(SimulatedToken.NAME);
      long administratorsTries = simulator.soPinTries(SimulatedToken.NAME);
      goWrong(one, simulator);
      long start = System.nanoTime();
      Outcome outcome = clerk.take(one.work());
      Duration took = Duration.ofNanos(System.nanoTime() - start);
      calls = simulator.calls(one.function()) - calls;
      tries = simulator.pinTries(SimulatedToken.NAME) - tries;
      administratorsTries = simulator.soPinTries(SimulatedToken.NAME) - administratorsTries;
      boolean changed = simulator.hasPin(SimulatedToken.NAME, Clerk.NEW_PIN);
      simulator.heal();
      if (one.behaviour().kind() == Behaviour.Kind.PULLS) {
        simulator.plug(SimulatedToken.NAME, SimulatedToken.SLOT);
      }
      return new Seen(
          one,
          outcome,
          calls,
          tries,
          administratorsTries,
          pinInForce(one.work(), changed),
          afterwards(clerk, one.work(), outcome, changed ? Clerk.NEW_PIN : Simulator.PIN),
          took);
    }
  }

  private static Deadlines deadlines(Case one) {
    Duration patient = TestHost.patient().start();
    boolean mayHang =
        switch (one.behaviour().kind()) {
          case HANGS -> true;
          case GARBLES -> one.work() == Work.SIGNING_WITH_THE_JDK;
          case RETURNS, DOES_AND_RETURNS, ENDS, PULLS -> false;
        };
    return mayHang
        ? new Deadlines(patient, PATIENCE, PATIENCE, PATIENCE, PATIENCE)
        : TestHost.patient();
  }

  private static void goWrongBefore(Work work, Simulator simulator) throws IOException {
    if (work == Work.FAILING_TO_SIGN) {
      simulator.always("C_Sign", SimulatedFault.returns(ReturnCode.CKR_DEVICE_ERROR.number()));
    }
  }

  private static void goWrong(Case one, Simulator simulator) throws IOException {
    Behaviour behaviour = one.behaviour();
    if (behaviour.once()) {
      simulator.fault(one.function(), one.place().nth(), behaviour.fault());
    } else {
      simulator.from(one.function(), one.place().nth(), behaviour.fault());
    }
  }

  private static Optional<Seen.PinInForce> pinInForce(Work work, boolean changed) {
    return switch (work) {
      case CHANGING_THE_PIN, UNBLOCKING ->
          Optional.of(changed ? Seen.PinInForce.NEW : Seen.PinInForce.OLD);
      case FINDING,
          OPENING,
          OPENING_WRONGLY,
          SIGNING,
          FAILING_TO_SIGN,
          RELEASING,
          PRACTISING,
          SIGNING_WITH_THE_JDK ->
          Optional.empty();
    };
  }

  private static Optional<String> afterwards(Clerk clerk, Work work, Outcome outcome, String pin)
      throws InterruptedException {
    try {
      clerk.goOn(work, outcome, pin);
      return Optional.empty();
    } catch (KeyException | AssertionError e) {
      return Optional.of(String.valueOf(e.getMessage()));
    }
  }
}
