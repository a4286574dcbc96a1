package org.certassist.desktop.pin;

import java.util.Optional;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import org.certassist.core.fault.Fault;
import org.certassist.core.fault.FaultException;
import org.certassist.core.filing.KeyOverview.Choice;
import org.certassist.core.key.KeyException;
import org.certassist.core.key.KeyFault;
import org.certassist.core.key.KeyKeeper;
import org.certassist.core.key.PinCare;
import org.certassist.core.key.PinState;
import org.certassist.core.key.PinTask;
import org.certassist.core.key.PinVerdict;
import org.certassist.core.key.TokenPin;
import org.certassist.desktop.fx.Background;
import org.certassist.desktop.fx.Background.End;
import org.certassist.desktop.fx.WindowFault;

/// Checking, changing and unblocking a PIN as the window sees it. What is typed is tried once;
/// after a wrong PIN it is asked for again, and nothing is tried by itself.
public final class PinViewModel {
  private final PinCare care;
  private final KeyKeeper keeper;
  private final Runnable lookAgain;
  private final Background background;
  private final ReadOnlyObjectWrapper<PinWork> state =
      new ReadOnlyObjectWrapper<>(new PinWork.Idle());

  /// @param keeper lets a key go that lies open, before anything is done to a PIN
  /// @param lookAgain looks at the keys anew: whatever was tried may have changed their states
  public PinViewModel(PinCare care, KeyKeeper keeper, Runnable lookAgain, Background background) {
    this.care = care;
    this.keeper = keeper;
    this.lookAgain = lookAgain;
    this.background = background;
  }

  public ReadOnlyObjectProperty<PinWork> state() {
    return state.getReadOnlyProperty();
  }

  /// Asks for what a task needs.
  public void begin(PinTask task, Choice key) {
    begin(task, key, key.key().token().pin());
  }

  /// The same with what has been learnt of the key's PINs meanwhile.
  void begin(PinTask task, Choice key, TokenPin pin) {
    if (!(state.get() instanceof PinWork.Working)) {
      state.set(new PinWork.Asking(task, key, pin, Optional.empty()));
    }
  }

  /// Does what was asked about; takes over the PINs and wipes them.
  public void submit(TypedPins typed, boolean lastTryConfirmed) {
    if (!(state.get() instanceof PinWork.Asking asking) || asking.isLocked()) {
      typed.close();
      return;
    }
    state.set(new PinWork.Working(asking.task(), asking.key()));
    background.<PinVerdict>run(
        "pin " + asking.task().word(),
        () -> {
          try (typed) {
            return done(asking, typed, lastTryConfirmed);
          }
        },
        end -> ended(end, asking));
  }

  private PinVerdict done(PinWork.Asking asking, TypedPins typed, boolean lastTryConfirmed)
      throws FaultException, InterruptedException {
    if (!typed.fresh().isSameAs(typed.again())) {
      throw new KeyException(new KeyFault.NewPinMistyped());
    }
    keeper.close();
    var token = asking.key().key().token();
    return switch (asking.task()) {
      case VERIFY -> care.verify(token, typed.first(), lastTryConfirmed);
      case CHANGE -> {
        care.change(token, typed.first(), typed.fresh(), lastTryConfirmed);
        yield PinVerdict.GOOD;
      }
      case UNBLOCK -> {
        care.unblock(token, typed.first(), typed.fresh(), lastTryConfirmed);
        yield PinVerdict.GOOD;
      }
    };
  }

  /// Forgets what was asked; what the driver is doing is waited for.
  public void dismiss() {
    if (!(state.get() instanceof PinWork.Working)) {
      state.set(new PinWork.Idle());
    }
  }

  private void ended(End<PinVerdict> end, PinWork.Asking asked) {
    state.set(
        switch (end) {
          case End.Finished<PinVerdict>(PinVerdict verdict) ->
              new PinWork.Done(asked.task(), asked.key(), verdict);
          case End.Failed<PinVerdict>(Fault fault) -> afterwards(fault, asked);
          case End.Cancelled<PinVerdict>() ->
              new PinWork.Failed(
                  asked.task(), asked.key(), asked.pin(), new WindowFault.Unexpected());
        });
    lookAgain.run();
  }

  /// Where only a PIN was the trouble the same is asked again, with what the key says of it now.
  private static PinWork afterwards(Fault fault, PinWork.Asking asked) {
    TokenPin pin = asked.pin();
    return switch (fault) {
      case KeyFault.PinWrong(PinState after) -> again(asked, pin.with(after), fault);
      case KeyFault.PinLocked _ -> again(asked, pin.with(PinState.LOCKED), fault);
      case KeyFault.PinLastTry _ -> again(asked, pin.with(PinState.LAST_TRY), fault);
      case KeyFault.AdministratorPinWrong(PinState after) ->
          again(asked, pin.withAdministrator(after), fault);
      case KeyFault.AdministratorPinLocked _ ->
          again(asked, pin.withAdministrator(PinState.LOCKED), fault);
      case KeyFault.AdministratorLastTry _ ->
          again(asked, pin.withAdministrator(PinState.LAST_TRY), fault);
      case KeyFault.PinUnusable _,
          KeyFault.PinUntypable _,
          KeyFault.NewPinUnusable _,
          KeyFault.NewPinWeak _,
          KeyFault.NewPinMistyped _,
          KeyFault.PinCancelled _,
          KeyFault.NoPin _ ->
          again(asked, pin, fault);
      default -> new PinWork.Failed(asked.task(), asked.key(), pin, fault);
    };
  }

  private static PinWork again(PinWork.Asking asked, TokenPin pin, Fault trouble) {
    return new PinWork.Asking(asked.task(), asked.key(), pin, Optional.of(trouble));
  }
}
