package org.certassist.desktop.check;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.SimpleObjectProperty;
import javafx.beans.value.ObservableValue;
import org.certassist.core.declaration.Kind;
import org.certassist.core.filing.CheckWorkbook;
import org.certassist.core.profile.Profile;
import org.certassist.core.rules.Finding;
import org.certassist.core.workbook.Workbooks;
import org.certassist.desktop.fx.Background;
import org.certassist.desktop.fx.Background.End;
import org.certassist.desktop.fx.Saved;
import org.certassist.desktop.fx.WindowFault;
import org.certassist.texts.Texts;
import org.jspecify.annotations.Nullable;

/// The clerk's file: opened, checked, its findings pointed at, its marked copy saved.
public final class CheckViewModel {
  private final CheckWorkbook checking;
  private final Workbooks workbooks;
  private final Optional<Path> sample;
  private final ObservableValue<Profile> profile;
  private final Background background;
  private final ReadOnlyObjectWrapper<CheckState> state =
      new ReadOnlyObjectWrapper<>(new CheckState.NoFile());
  private final ObjectProperty<@Nullable Finding> pointedAt = new SimpleObjectProperty<>();
  private final ReadOnlyObjectWrapper<Optional<Saved>> saved =
      new ReadOnlyObjectWrapper<>(Optional.empty());
  private int latest;

  /// @param sample a workbook to practise with
  public CheckViewModel(
      CheckWorkbook checking,
      Workbooks workbooks,
      Optional<Path> sample,
      ObservableValue<Profile> profile,
      Background background) {
    this.checking = checking;
    this.workbooks = workbooks;
    this.sample = sample;
    this.profile = profile;
    this.background = background;
  }

  public ReadOnlyObjectProperty<CheckState> state() {
    return state.getReadOnlyProperty();
  }

  /// The finding whose cell is shown.
  public ObjectProperty<@Nullable Finding> pointedAt() {
    return pointedAt;
  }

  /// What became of the last file that was to be written.
  public ReadOnlyObjectProperty<Optional<Saved>> saved() {
    return saved.getReadOnlyProperty();
  }

  /// Kinds a template can be made of.
  public List<Kind> kinds() {
    return profile.getValue().kinds();
  }

  /// A workbook to practise with.
  Optional<Path> sample() {
    return sample;
  }

  /// Reads and checks a file; of several the last one counts.
  public void open(Path file) {
    int mine = ++latest;
    Profile now = profile.getValue();
    pointedAt.set(null);
    saved.set(Optional.empty());
    state.set(new CheckState.Reading(file));
    background.<CheckWorkbook.Checked>run(
        "check",
        () -> checking.check(file, now),
        end -> {
          if (mine == latest) {
            finish(file, end);
          }
        });
  }

  /// Reads the same file once more, after she has corrected it.
  public void openAgain() {
    switch (state.get()) {
      case CheckState.Checked checked -> open(checked.file());
      case CheckState.Unusable unusable -> open(unusable.file());
      case CheckState.NoFile _, CheckState.Reading _ -> {}
    }
  }

  public void close() {
    latest++;
    pointedAt.set(null);
    saved.set(Optional.empty());
    state.set(new CheckState.NoFile());
  }

  /// Saves a copy of the file with its findings coloured and explained.
  public void saveMarked(Path out, Texts texts) {
    if (state.get() instanceof CheckState.Checked checked) {
      background.<Path>run(
          "marked copy",
          () -> {
            workbooks.writeMarked(
                checked.file(),
                MarkedCells.of(checked.draft().kind(), checked.findings(), texts),
                out);
            return out;
          },
          end -> saved.set(Saved.of("saved.marked", end)));
    }
  }

  /// Saves an empty template.
  public void saveTemplate(Kind kind, Path out) {
    background.<Path>run(
        "template",
        () -> {
          workbooks.writeTemplate(kind, Optional.empty(), List.of(), out);
          return out;
        },
        end -> saved.set(Saved.of("saved.template", end)));
  }

  private void finish(Path file, End<CheckWorkbook.Checked> end) {
    switch (end) {
      case End.Finished<CheckWorkbook.Checked>(CheckWorkbook.Checked checked) -> {
        pointedAt.set(checked.verdict().findings().stream().findFirst().orElse(null));
        state.set(
            new CheckState.Checked(
                file, checked.draft(), checked.verdict(), checked.settlementMonth()));
      }
      case End.Failed<CheckWorkbook.Checked>(var fault) ->
          state.set(new CheckState.Unusable(file, fault));
      case End.Cancelled<CheckWorkbook.Checked>() ->
          state.set(new CheckState.Unusable(file, new WindowFault.Unexpected()));
    }
  }
}
