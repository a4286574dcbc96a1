package org.certassist.desktop.pin;

import java.util.Optional;
import org.certassist.core.fault.Fault;
import org.certassist.core.filing.KeyOverview.Choice;
import org.certassist.core.key.KeyFault;
import org.certassist.core.key.PinState;
import org.certassist.core.key.PinTask;
import org.certassist.core.key.PinVerdict;
import org.certassist.core.key.TokenPin;
import org.certassist.desktop.fx.WindowFault;

/// How far work on a PIN has come.
public sealed interface PinWork {
  /// Nothing is under way.
  record Idle() implements PinWork {}

  /// PINs are asked for.
  ///
  /// @param pin what is known of the key's PINs now
  /// @param trouble why what was typed before did not do
  record Asking(PinTask task, Choice key, TokenPin pin, Optional<Fault> trouble)
      implements PinWork {
    /// What is known of the PIN that is tried.
    public PinState tried() {
      return task == PinTask.UNBLOCK ? pin.administrator() : pin.state();
    }

    /// A locked PIN is asked for no more.
    public boolean isLocked() {
      return tried() == PinState.LOCKED;
    }
  }

  /// The driver works.
  record Working(PinTask task, Choice key) implements PinWork {}

  /// The key has done it.
  record Done(PinTask task, Choice key, PinVerdict verdict) implements PinWork {}

  /// It ended in a way that typing another PIN does not mend.
  record Failed(PinTask task, Choice key, TokenPin pin, Fault fault) implements PinWork {
    /// Whether nobody can say which PIN is in force now: the key, its driver or this program went
    /// away while a new one was being set.
    public boolean isUnsure() {
      return task != PinTask.VERIFY
          && (fault instanceof KeyFault.PinChangeUnknown
              || fault instanceof WindowFault.Unexpected);
    }

    /// What to go on with: the same again, unless something else must come first.
    public Optional<PinTask> remedy() {
      if (isUnsure()) {
        return task == PinTask.CHANGE ? Optional.of(PinTask.VERIFY) : Optional.empty();
      }
      return Optional.of(fault instanceof KeyFault.PinMustChange ? PinTask.CHANGE : task);
    }
  }
}
