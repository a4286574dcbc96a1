package org.certassist.desktop.carry;

import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.Optional;
import java.util.function.Consumer;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import org.certassist.core.archive.History;
import org.certassist.core.archive.Step;
import org.certassist.core.fault.Fault;
import org.certassist.core.fault.UsageFault;
import org.certassist.core.filing.HandInDeclaration;
import org.certassist.core.time.ShanghaiTime;
import org.certassist.desktop.fx.Background;
import org.certassist.desktop.fx.Background.End;

/// The clerk's word that she uploaded a declaration or brought it to the counter: asked for, kept,
/// and corrected as often as she likes.
public final class HandInViewModel {
  private final HandInDeclaration handingIn;
  private final ShanghaiTime time;
  private final Background background;
  private final Consumer<History> recorded;
  private final ReadOnlyObjectWrapper<HandInState> state =
      new ReadOnlyObjectWrapper<>(new HandInState.Closed());

  /// @param recorded hears how the declaration stands after her word was kept
  public HandInViewModel(
      HandInDeclaration handingIn,
      ShanghaiTime time,
      Background background,
      Consumer<History> recorded) {
    this.handingIn = handingIn;
    this.time = time;
    this.background = background;
    this.recorded = recorded;
  }

  public ReadOnlyObjectProperty<HandInState> state() {
    return state.getReadOnlyProperty();
  }

  /// Asks when it was handed in and what number it was given.
  public void begin(History history) {
    Optional<Step.HandedIn> before = history.last(Step.HandedIn.class);
    state.set(
        new HandInState.Asking(
            history,
            before.map(Step.HandedIn::on).orElseGet(time::today).toString(),
            before.flatMap(Step.HandedIn::number).orElse(""),
            Optional.empty()));
  }

  /// Keeps what she typed.
  ///
  /// @param day such as 2026-11-22
  /// @param number may be empty: it often comes days later
  public void record(String day, String number) {
    if (state.get() instanceof HandInState.Asking asking) {
      Optional<LocalDate> on = day(day);
      if (on.isEmpty()) {
        state.set(again(asking.history(), day, number, UsageFault.of("usage.handedInDay", day)));
        return;
      }
      state.set(new HandInState.Recording(asking.history()));
      background.<History>run(
          "hand in",
          () -> handingIn.handIn(asking.history().id(), on, Optional.of(number)),
          end -> {
            switch (end) {
              case End.Finished<History>(History history) -> {
                recorded.accept(history);
                state.set(new HandInState.Closed());
              }
              case End.Failed<History>(Fault fault) ->
                  state.set(again(asking.history(), day, number, fault));
              case End.Cancelled<History>() -> state.set(new HandInState.Closed());
            }
          });
    }
  }

  private static Optional<LocalDate> day(String typed) {
    try {
      return Optional.of(LocalDate.parse(typed.strip()));
    } catch (DateTimeParseException notADay) {
      return Optional.empty();
    }
  }

  private static HandInState again(History history, String day, String number, Fault fault) {
    return new HandInState.Asking(history, day, number, Optional.of(fault));
  }

  public void dismiss() {
    if (!(state.get() instanceof HandInState.Recording)) {
      state.set(new HandInState.Closed());
    }
  }
}
