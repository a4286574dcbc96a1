package org.certassist.desktop.send;

import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.value.ObservableValue;
import org.certassist.core.archive.History;
import org.certassist.core.fault.Fault;
import org.certassist.core.fault.FaultException;
import org.certassist.core.filing.Belonging;
import org.certassist.core.filing.Foresight;
import org.certassist.core.filing.KeyOverview.Choice;
import org.certassist.core.filing.Milestone;
import org.certassist.core.filing.PreparedDeclaration;
import org.certassist.core.filing.Progress;
import org.certassist.core.filing.SendOutbox;
import org.certassist.core.filing.UnitGuard;
import org.certassist.core.key.JudgedPin;
import org.certassist.core.key.KeyDoor;
import org.certassist.core.key.KeyInFile;
import org.certassist.core.key.KeyLease;
import org.certassist.core.key.Pin;
import org.certassist.core.key.PinState;
import org.certassist.core.key.PinVerdict;
import org.certassist.core.key.TypedPin;
import org.certassist.core.profile.Profile;
import org.certassist.core.rules.Verdict;
import org.certassist.desktop.DesktopServices;
import org.certassist.desktop.carry.InTheWay;
import org.certassist.desktop.check.CheckState;
import org.certassist.desktop.fx.Background;
import org.certassist.desktop.fx.Background.End;
import org.certassist.desktop.fx.WindowFault;
import org.certassist.desktop.key.KeyState;
import org.jspecify.annotations.Nullable;

/// Signing and sending as the window sees it: what is asked, how far it has come, how it ended.
public final class SendViewModel {
  private final DesktopServices services;
  private final ObservableValue<Profile> profile;
  private final ObservableValue<CheckState> check;
  private final ObservableValue<KeyState> keys;
  private final Background background;
  private final ReadOnlyObjectWrapper<SendState> state =
      new ReadOnlyObjectWrapper<>(new SendState.Idle());
  private final ReadOnlyObjectWrapper<PinVerdict> pinVerdict =
      new ReadOnlyObjectWrapper<>(PinVerdict.GOOD);
  private final AfterSending after;
  private Background.@Nullable Running running;

  public SendViewModel(
      DesktopServices services,
      ObservableValue<Profile> profile,
      ObservableValue<CheckState> check,
      ObservableValue<KeyState> keys,
      Background background) {
    this.services = services;
    this.profile = profile;
    this.check = check;
    this.keys = keys;
    this.background = background;
    this.after = new AfterSending(services, background, state::set);
    check.subscribe(_ -> forgetWhatChanged());
    keys.subscribe(_ -> forgetUnfitKey());
  }

  private void forgetUnfitKey() {
    if (state.get() instanceof SendState.OutboxNotBegun) {
      state.set(new SendState.Idle());
    }
  }

  /// What was prepared, or is asked about, is no longer what stands in the sheet.
  private void forgetWhatChanged() {
    boolean asked =
        state.get() instanceof SendState.Asking asking && asking.subject() instanceof Subject.One;
    if (asked || state.get() instanceof SendState.NotPrepared) {
      state.set(new SendState.Idle());
    }
  }

  public ReadOnlyObjectProperty<SendState> state() {
    return state.getReadOnlyProperty();
  }

  /// What is to be said of the PIN with which the last work was done.
  public ReadOnlyObjectProperty<PinVerdict> pinVerdict() {
    return pinVerdict.getReadOnlyProperty();
  }

  /// Whether a key to sign with is plugged in.
  public ObservableValue<Boolean> isKeyThere() {
    return keys.map(KeyState::hasChoices);
  }

  /// Makes the exact bytes of the checked file, then asks for the PIN.
  public void begin() {
    begin(false);
  }

  /// The same after she has confirmed that no earlier declaration that cannot be read is this one.
  public void beginNotFiledBefore() {
    begin(true);
  }

  private void begin(boolean notFiledBefore) {
    Optional<Choice> key = keys.getValue().key();
    if (!isBusy(state.get())
        && check.getValue() instanceof CheckState.Checked checked
        && checked.verdict() instanceof Verdict.Passed passed
        && key.isPresent()) {
      Profile now = profile.getValue();
      state.set(new SendState.Preparing());
      background.<PreparedDeclaration>run(
          "prepare",
          () -> services.prepare().prepare(passed.declaration(), now, notFiledBefore),
          end -> prepared(end, key.get(), checked));
    }
  }

  /// Asks for the PIN with which everything that waits is sent.
  public void beginOutbox() {
    if (!isBusy(state.get()) && keys.getValue() instanceof KeyState.Looked looked) {
      Profile now = profile.getValue();
      state.set(new SendState.Preparing());
      background.<List<History>>run(
          "waiting", () -> services.outbox().waiting(now), end -> state.set(waiting(end, looked)));
    }
  }

  /// One thing at a time: what is under way could be neither cancelled nor waited for any more, and
  /// a second sender would ask the portal for what the first is sending.
  public static boolean isBusy(SendState state) {
    return state instanceof SendState.Preparing || state instanceof SendState.Sending;
  }

  /// Signs and sends what was asked about; takes over the PIN and wipes it.
  ///
  /// @param keepOpen the key stays open afterwards, for what she signs next
  public void sign(Pin pin, boolean lastTryConfirmed, boolean keepOpen) {
    if (!(state.get() instanceof SendState.Asking asking)) {
      pin.close();
      return;
    }
    KeyDoor typed =
        door(new TypedPin(services.bridge(), asking.key().signingKey(), pin, lastTryConfirmed));
    signThrough(keepOpen ? services.keeper().keepingOpen(typed) : typed, pin::close, asking);
  }

  /// What is to be said of a PIN is not said of a file's password.
  private KeyDoor door(TypedPin typed) {
    return KeyInFile.holds(typed.key().token())
        ? typed
        : new JudgedPin(typed, verdict -> background.tell(() -> pinVerdict.set(verdict)));
  }

  /// Signs and sends with the key that lies open; where it was let go meanwhile, its PIN is asked
  /// for.
  public void signWithOpenKey() {
    if (state.get() instanceof SendState.Asking asking) {
      Optional<KeyLease> open = services.keeper().open(asking.key().signingKey());
      if (open.isPresent()) {
        signThrough(open.get(), () -> {}, asking);
      } else {
        state.set(asking.again(asking.pin(), new WindowFault.KeyLetGo()));
      }
    }
  }

  private void signThrough(KeyDoor door, Runnable afterwards, SendState.Asking asking) {
    pinVerdict.set(PinVerdict.GOOD);
    state.set(new SendState.Sending(asking.subject(), Set.of(), false));
    switch (asking.subject()) {
      case Subject.One(PreparedDeclaration prepared) ->
          running =
              background.<History>run(
                  "send",
                  () -> {
                    try {
                      return services
                          .send()
                          .send(
                              prepared,
                              door,
                              services.portals().apply(prepared.profile()),
                              progress());
                    } finally {
                      afterwards.run();
                    }
                  },
                  end -> after.ended(end, asking, prepared));
      case Subject.Waiting waiting -> {
        Profile now = profile.getValue();
        running =
            background.<List<SendOutbox.Taken>>run(
                "send outbox",
                () -> {
                  try {
                    return services
                        .outbox()
                        .send(door, now, services.portals().apply(now), progress());
                  } finally {
                    afterwards.run();
                  }
                },
                end -> after.outboxEnded(end, asking, waiting.histories()));
      }
    }
  }

  /// Stops the work at its next safe point; what the portal may have received is asked for later.
  public void cancel() {
    if (state.get() instanceof SendState.Sending sending && running != null) {
      state.set(new SendState.Sending(sending.subject(), sending.reached(), true));
      running.cancel();
    }
  }

  /// Back to the file; what was asked is forgotten, what was kept stays kept.
  public void dismiss() {
    if (!(state.get() instanceof SendState.Sending)) {
      state.set(new SendState.Idle());
    }
  }

  private Progress progress() {
    return (milestone, _) -> background.tell(() -> passed(milestone));
  }

  private void passed(Milestone milestone) {
    if (state.get() instanceof SendState.Sending sending) {
      Set<Milestone> reached = new HashSet<>(sending.reached());
      reached.add(milestone);
      state.set(new SendState.Sending(sending.subject(), reached, sending.cancelAsked()));
    }
  }

  /// @param from what it was made of; where the sheet was changed meanwhile nothing is asked
  private void prepared(End<PreparedDeclaration> end, Choice key, CheckState.Checked from) {
    if (!from.equals(check.getValue())) {
      state.set(new SendState.Idle());
      return;
    }
    switch (end) {
      case End.Finished<PreparedDeclaration>(PreparedDeclaration prepared) ->
          state.set(asking(new Subject.One(prepared), key));
      case End.Failed<PreparedDeclaration>(Fault fault) -> notPrepared(fault);
      case End.Cancelled<PreparedDeclaration>() -> state.set(new SendState.Idle());
    }
  }

  /// Where an earlier one is in the way, it is looked up so that it can be shown.
  private void notPrepared(Fault fault) {
    new InTheWay(services.archive(), background)
        .of(fault, found -> state.set(new SendState.NotPrepared(fault, found)));
  }

  /// Takes what is in the way out of the outbox, then begins anew.
  public void withdraw(History inTheWay) {
    if (isBusy(state.get())) {
      return;
    }
    state.set(new SendState.Preparing());
    background.<History>run(
        "withdraw",
        () -> services.withdraw().withdraw(inTheWay.id()),
        end -> {
          state.set(
              end instanceof End.Failed<History>(Fault fault)
                  ? new SendState.NotPrepared(fault)
                  : new SendState.Idle());
          if (end instanceof End.Finished<History>) {
            begin();
          }
        });
  }

  private SendState waiting(End<List<History>> end, KeyState.Looked looked) {
    return switch (end) {
      case End.Finished<List<History>>(List<History> waiting) ->
          waiting.isEmpty()
              ? new SendState.OutboxSent(List.of())
              : asking(new Subject.Waiting(waiting), looked);
      case End.Failed<List<History>>(Fault fault) -> new SendState.OutboxNotBegun(fault);
      case End.Cancelled<List<History>>() -> new SendState.Idle();
    };
  }

  /// With the key that she chose where it may file any of them, else with the only one that may.
  private SendState asking(Subject.Waiting waiting, KeyState.Looked looked) {
    Optional<Choice> chosen =
        looked
            .chosen()
            .filter(choice ->
                looked.overview().onlyOneOf(waiting.units()).isEmpty()
                    || waiting.units().stream().anyMatch(choice::isOf));
    try {
      return asked(
          waiting,
          chosen.isPresent()
              ? chosen.get()
              : looked.overview().choose(Optional.empty(), waiting.units()));
    } catch (FaultException unfit) {
      return new SendState.OutboxNotBegun(unfit.fault());
    }
  }

  private SendState asking(Subject.One one, Choice key) {
    try {
      return asked(one, key);
    } catch (FaultException unfit) {
      return new SendState.NotPrepared(unfit.fault());
    }
  }

  /// Another company's key is asked for nothing, nor one whose certificate the portal would refuse.
  ///
  /// @throws FaultException `usage.unitMismatch`, or as [Foresight]
  private SendState asked(Subject subject, Choice key) throws FaultException {
    Belonging belonging = UnitGuard.guardAny(subject.units(), key.certificate().facts());
    Foresight.guard(key);
    boolean open = services.keeper().open(key.signingKey()).isPresent();
    PinState pin = key.key().token().pin().state();
    return new SendState.Asking(subject, key, belonging, pin, open, Optional.empty());
  }
}
