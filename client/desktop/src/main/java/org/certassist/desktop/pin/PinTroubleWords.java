package org.certassist.desktop.pin;

import java.util.Optional;
import org.certassist.core.fault.Fault;
import org.certassist.core.key.KeyFault;
import org.certassist.core.key.PinState;
import org.certassist.core.key.PinTask;
import org.certassist.desktop.fx.Notice;
import org.certassist.desktop.fx.Tone;
import org.certassist.desktop.fx.Words;
import org.certassist.desktop.key.PinStateWords;
import org.certassist.texts.FaultText;

/// What stands above the fields: why the last PIN did not do, else what the state of the PIN means
/// that is about to be tried.
final class PinTroubleWords {
  private PinTroubleWords() {}

  static Optional<Notice> of(PinWork.Asking asking, Words words) {
    return asking
        .trouble()
        .map(fault -> Notice.of(Tone.BAD, text(fault, asking, words), words))
        .or(() ->
            asking.task() == PinTask.UNBLOCK
                ? administrator(asking.tried(), words)
                : user(asking, words));
  }

  private static FaultText text(Fault fault, PinWork.Asking asking, Words words) {
    return switch (fault) {
      case KeyFault.PinWrong _ when asking.isLocked() -> words.ownFault("pin.lockedNow");
      case KeyFault.AdministratorPinWrong _ when asking.isLocked() ->
          words.ownFault("pin.administratorLockedNow");
      case KeyFault.PinWrong _ when asking.task() == PinTask.CHANGE ->
          unchanged(words.fault(fault), words);
      default -> words.fault(fault);
    };
  }

  private static FaultText unchanged(FaultText text, Words words) {
    return new FaultText(text.what(), words.get("pin.unchanged"), text.next());
  }

  /// A PIN that must be changed needs no reason while it is being changed.
  private static Optional<Notice> user(PinWork.Asking asking, Words words) {
    PinState state = asking.tried();
    return state == PinState.MUST_CHANGE && asking.task() == PinTask.CHANGE
        ? Optional.empty()
        : PinStateWords.advice(state, words);
  }

  private static Optional<Notice> administrator(PinState state, Words words) {
    return switch (state) {
      case LOCKED -> Optional.of(Notice.of(Tone.BAD, new KeyFault.AdministratorPinLocked(), words));
      case LAST_TRY -> Optional.of(Notice.of(Tone.BAD, new KeyFault.AdministratorLastTry(), words));
      case WRONG_TRIED ->
          Optional.of(Notice.of(Tone.WARNING, words.get("pin.administratorWrongTried")));
      case OK, MUST_CHANGE, NOT_SET, UNKNOWN -> Optional.empty();
    };
  }
}
