package org.certassist.desktop.carry;

import java.nio.file.Path;
import java.util.Optional;
import java.util.function.BiConsumer;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.value.ObservableValue;
import org.certassist.core.fault.Fault;
import org.certassist.core.filing.FillTemplate;
import org.certassist.core.rules.Verdict;
import org.certassist.desktop.check.CheckState;
import org.certassist.desktop.fx.Background;
import org.certassist.desktop.fx.Background.End;

/// The checked rows put into the portal's own template, which is then opened and checked, so that
/// it can be saved for upload as it is.
public final class FillViewModel {
  private final FillTemplate filling;
  private final ObservableValue<CheckState> check;
  private final BiConsumer<Path, Optional<String>> open;
  private final Background background;
  private final ReadOnlyObjectWrapper<FillState> state =
      new ReadOnlyObjectWrapper<>(new FillState.Idle());

  /// @param open takes the filled template, of that name, as the sheet in hand
  public FillViewModel(
      FillTemplate filling,
      ObservableValue<CheckState> check,
      BiConsumer<Path, Optional<String>> open,
      Background background) {
    this.filling = filling;
    this.check = check;
    this.open = open;
    this.background = background;
    check.subscribe(this::follow);
  }

  public ReadOnlyObjectProperty<FillState> state() {
    return state.getReadOnlyProperty();
  }

  /// @param template the portal's own, empty
  public void fill(Path template, Path out) {
    if (!(state.get() instanceof FillState.Filling)
        && check.getValue() instanceof CheckState.Checked checked
        && checked.verdict() instanceof Verdict.Passed passed) {
      state.set(new FillState.Filling());
      background.run(
          "fill template",
          () -> filling.fill(template, passed.declaration(), out),
          end -> {
            if (!checked.equals(check.getValue())) {
              // She went on with her sheet, and another was filled in.
              state.set(new FillState.Idle());
              return;
            }
            switch (end) {
              case End.Finished<FillTemplate.Filled>(var filled) -> {
                state.set(new FillState.Filled(filled));
                open.accept(filled.file(), Optional.of(filled.layout().name()));
              }
              case End.Failed<FillTemplate.Filled>(Fault fault) ->
                  state.set(new FillState.Refused(fault));
              case End.Cancelled<FillTemplate.Filled>() -> state.set(new FillState.Idle());
            }
          });
    }
  }

  /// What was said stays as long as it is about the sheet in hand.
  private void follow(CheckState sheet) {
    boolean stays =
        switch (state.get()) {
          case FillState.Filled(var filled) -> isOf(sheet, filled.file());
          case FillState.Refused _ -> sheet instanceof CheckState.Checked;
          case FillState.Idle _, FillState.Filling _ -> true;
        };
    if (!stays) {
      state.set(new FillState.Idle());
    }
  }

  private static boolean isOf(CheckState sheet, Path file) {
    return switch (sheet) {
      case CheckState.Reading(Path read) -> read.equals(file);
      case CheckState.Checked checked -> checked.file().equals(file);
      case CheckState.NoFile _, CheckState.Unusable _, CheckState.Rechecking _ -> false;
    };
  }
}
