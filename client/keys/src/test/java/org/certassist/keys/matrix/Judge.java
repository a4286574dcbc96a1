package org.certassist.keys.matrix;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.certassist.core.key.KeyFault;
import org.certassist.keys.matrix.Seen.PinInForce;

/// Holds what was seen to the rules: nothing is guessed, no number is lost, no PIN is wasted, and
/// the work goes on.
final class Judge {
  /// What a step may take besides one call that hangs, on a busy machine.
  private static final Duration SLACK = Duration.ofSeconds(60);

  private Judge() {}

  /// What is wrong with it, in words; empty where nothing is.
  static List<String> complaints(Seen seen) {
    List<String> complaints = new ArrayList<>();
    if (seen.calls() < seen.one().place().nth()) {
      complaints.add("the function was not called, so nothing went wrong");
    }
    if (seen.tries() > triesAllowed(seen.one())
        || seen.administratorsTries() > administratorsTriesAllowed(seen.one().work())) {
      complaints.add("a PIN was tried too often");
    }
    if (!Truth.tells(seen.one(), seen.outcome())) {
      complaints.add("this is not what the driver did");
    }
    if (!keepsItsPromise(seen)) {
      complaints.add("the PIN in force is another one");
    }
    seen.afterwards().ifPresent(why -> complaints.add("the work did not go on: " + why));
    if (seen.took().compareTo(Trial.PATIENCE.plus(SLACK)) > 0) {
      complaints.add("it took " + seen.took());
    }
    return complaints;
  }

  /// One, where a PIN is sent at all. Two where the driver says that it did not look at the first,
  /// and only as long as that may have been the right one.
  private static long triesAllowed(Case one) {
    return switch (one.work()) {
      case OPENING, CHANGING_THE_PIN ->
          one.behaviour().code().equals("CKR_USER_ALREADY_LOGGED_IN")
                  || one.behaviour().code().equals("CKR_USER_NOT_LOGGED_IN")
              ? 2
              : 1;
      case OPENING_WRONGLY, PRACTISING -> 1;
      case FINDING, SIGNING, FAILING_TO_SIGN, RELEASING, UNBLOCKING, SIGNING_WITH_THE_JDK -> 0;
    };
  }

  private static long administratorsTriesAllowed(Work work) {
    return work == Work.UNBLOCKING || work == Work.PRACTISING ? 1 : 0;
  }

  /// The new PIN is in force after a step that was done, the old one after a step that failed,
  /// unless the program says that it does not know.
  private static boolean keepsItsPromise(Seen seen) {
    Optional<PinInForce> promised =
        switch (seen.outcome()) {
          case Outcome.Done() -> Optional.of(PinInForce.NEW);
          case Outcome.Failed(KeyFault.PinChangeUnknown _) -> Optional.empty();
          case Outcome.Failed _, Outcome.Reported _, Outcome.Disguised() ->
              Optional.of(PinInForce.OLD);
        };
    return seen.pin().isEmpty() || promised.isEmpty() || promised.equals(seen.pin());
  }
}
