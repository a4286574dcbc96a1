package org.certassist.desktop.check;

import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.SimpleObjectProperty;
import javafx.beans.value.ObservableValue;
import org.certassist.core.archive.History;
import org.certassist.core.declaration.Draft;
import org.certassist.core.declaration.Kind;
import org.certassist.core.declaration.Stage;
import org.certassist.core.draft.Drafts;
import org.certassist.core.draft.EditedDraft;
import org.certassist.core.draft.KeptDraft;
import org.certassist.core.fault.Fault;
import org.certassist.core.fault.FaultException;
import org.certassist.core.filing.CheckWorkbook;
import org.certassist.core.profile.Profile;
import org.certassist.core.rules.Finding;
import org.certassist.core.rules.Verdict;
import org.certassist.core.workbook.OwnTemplate;
import org.certassist.core.workbook.Workbooks;
import org.certassist.desktop.check.SheetInHand.Origin;
import org.certassist.desktop.fx.Background;
import org.certassist.desktop.fx.Background.End;
import org.certassist.desktop.fx.Saved;
import org.certassist.desktop.fx.WindowFault;
import org.certassist.texts.Texts;
import org.jspecify.annotations.Nullable;

/// The clerk's sheet: opened or begun, checked again after every change, kept, its findings pointed
/// at, its copies saved.
public final class CheckViewModel {
  /// How long she has to stop typing before the sheet is checked again.
  static final Duration SETTLING = Duration.ofMillis(200);

  private static final int ROWS_TO_BEGIN_WITH = 20;

  private final CheckWorkbook checking;
  private final Drafts drafts;
  private final Optional<Path> sample;
  private final ObservableValue<Profile> profile;
  private final Background background;
  private final DraftKeeper keeper;
  private final DraftsViewModel list;
  private final SheetFiles files;
  private final ReadOnlyObjectWrapper<CheckState> state =
      new ReadOnlyObjectWrapper<>(new CheckState.NoFile());
  private final ObjectProperty<@Nullable Finding> pointedAt = new SimpleObjectProperty<>();
  private Optional<SheetInHand> sheet = Optional.empty();
  private Optional<Background.Running> recheck = Optional.empty();
  private Runnable again = () -> {};
  private int latest;

  /// @param sample a workbook to practise with
  public CheckViewModel(
      CheckWorkbook checking,
      Workbooks workbooks,
      Drafts drafts,
      Optional<Path> sample,
      ObservableValue<Profile> profile,
      Background background) {
    this.checking = checking;
    this.drafts = drafts;
    this.sample = sample;
    this.profile = profile;
    this.background = background;
    this.keeper = new DraftKeeper(drafts, background);
    this.list = new DraftsViewModel(drafts, keeper, profile, background);
    this.files = new SheetFiles(workbooks, background);
  }

  public ReadOnlyObjectProperty<CheckState> state() {
    return state.getReadOnlyProperty();
  }

  /// The sheet in hand, while there is one.
  public Optional<SheetInHand> sheet() {
    return sheet;
  }

  /// The finding whose cell is shown.
  public ObjectProperty<@Nullable Finding> pointedAt() {
    return pointedAt;
  }

  /// What became of the last file that was to be written.
  public ReadOnlyObjectProperty<Optional<Saved>> saved() {
    return files.saved();
  }

  /// Why the last change could not be kept.
  public ReadOnlyObjectProperty<Optional<Fault>> notKept() {
    return keeper.trouble();
  }

  public DraftsViewModel drafts() {
    return list;
  }

  /// Kinds that can be begun here.
  public List<Kind> kinds() {
    return profile.getValue().kinds();
  }

  /// A workbook to practise with.
  Optional<Path> sample() {
    return sample;
  }

  /// The file on disk that the sheet in hand came from.
  public Optional<Path> fileOnDisk() {
    return sheet.map(SheetInHand::origin).filter(Origin::onDisk).map(Origin::file);
  }

  /// The file that the sheet came from, where it is on disk and nothing was changed here since.
  public Optional<Path> unchangedFile() {
    return sheet.filter(now -> !now.isChanged()).flatMap(_ -> fileOnDisk());
  }

  /// Reads and checks a file; of several the last one counts.
  public void open(Path file) {
    Profile now = profile.getValue();
    again = () -> open(file);
    take(new Origin(file, true, Optional.empty()), now, () -> checking.check(file, now));
  }

  /// Begins an empty sheet.
  public void begin(Kind kind) {
    Profile now = profile.getValue();
    Origin origin = new Origin(Path.of(kind.title() + ".xlsx"), false, Optional.empty());
    take(origin, now, () -> checking.check(OwnTemplate.blank(kind), origin.name(), now));
  }

  /// Goes on with a kept draft.
  public void open(KeptDraft draft) {
    Profile now = profile.getValue();
    Origin origin = new Origin(Path.of(draft.name()), false, Optional.of(draft.id()));
    again = () -> open(draft);
    take(
        origin,
        now,
        () -> {
          Draft found =
              drafts
                  .find(draft.id(), now.kinds())
                  .orElseThrow(() -> new FaultException(new WindowFault.DraftGone()));
          return checking.check(found, origin.name(), now);
        });
  }

  /// Reads the same once more, after she has corrected it elsewhere.
  public void openAgain() {
    again.run();
  }

  public void close() {
    letGo();
    state.set(new CheckState.NoFile());
  }

  /// Saves a copy of the file with its findings coloured and explained.
  public void saveMarked(Path out, Texts texts) {
    if (state.get() instanceof CheckState.Checked checked) {
      files.marked(checked, out, texts);
    }
  }

  /// Saves the sheet as it stands as a file of ours.
  public void saveCorrected(Path out) {
    sheet.ifPresent(now -> files.corrected(now.edited().get().filled(), out));
  }

  /// Saves an empty template.
  public void saveTemplate(Kind kind, Path out) {
    files.template(kind, out);
  }

  /// Whether a change is not on disk yet.
  public boolean isBehind() {
    return keeper.isBehind();
  }

  /// Keeps at once what was changed.
  ///
  /// @param then hears why it could not be kept
  public void keepNow(Consumer<Optional<Fault>> then) {
    keeper.flush(then);
  }

  /// Takes away the draft of the sheet in hand when it has become that declaration.
  public void filed(History history) {
    if (state.get() instanceof CheckState.Checked checked
        && checked.verdict() instanceof Verdict.Passed passed
        && passed.declaration().content().equals(history.content())
        && isOnItsWay(history.stage())) {
      sheet.flatMap(SheetInHand::keptNoMore).ifPresent(kept -> keeper.remove(kept, list::load));
    }
  }

  /// A refused one is corrected and filed again, so its draft is still wanted.
  private static boolean isOnItsWay(Stage stage) {
    return switch (stage) {
      case SIGNED, SENDING, UNCONFIRMED, ACCEPTED, HANDED_IN, DONE, DONE_WITH_REFUSALS -> true;
      case CHECKED, REFUSED, WITHDRAWN, EXPORTED -> false;
    };
  }

  private void take(Origin origin, Profile under, Background.Work<CheckWorkbook.Checked> reading) {
    letGo();
    int mine = latest;
    state.set(new CheckState.Reading(origin.file()));
    background.run(
        "check",
        reading,
        end -> {
          if (mine == latest) {
            opened(origin, under, end);
          }
        });
  }

  private void letGo() {
    latest++;
    recheck.ifPresent(Background.Running::cancel);
    sheet = Optional.empty();
    pointedAt.set(null);
    files.forget();
    keeper.flush(_ -> list.load());
  }

  private void opened(Origin origin, Profile under, End<CheckWorkbook.Checked> end) {
    switch (end) {
      case End.Finished<CheckWorkbook.Checked>(CheckWorkbook.Checked checked) -> {
        int blank = checked.draft().rows().isEmpty() ? ROWS_TO_BEGIN_WITH : 1;
        EditedDraft opened = EditedDraft.of(checked.draft(), blank, under.maxRows());
        SheetInHand now =
            new SheetInHand(origin, opened, changed -> changed(changed, under, checked));
        sheet = Optional.of(now);
        now.found(checked.verdict().findings());
        pointedAt.set(
            checked.draft().rows().isEmpty()
                ? null
                : checked.verdict().findings().stream().findFirst().orElse(null));
        state.set(checked(origin, checked));
      }
      case End.Failed<CheckWorkbook.Checked>(var fault) ->
          state.set(new CheckState.Unusable(origin.file(), fault));
      case End.Cancelled<CheckWorkbook.Checked>() ->
          state.set(new CheckState.Unusable(origin.file(), new WindowFault.Unexpected()));
    }
  }

  /// What was found before says nothing of the sheet any more: until it was checked again there is
  /// nothing that could be signed.
  private void changed(SheetInHand now, Profile under, CheckWorkbook.Checked before) {
    int mine = ++latest;
    Origin origin = now.origin();
    Draft draft = now.edited().get().filled();
    recheck.ifPresent(Background.Running::cancel);
    files.forget();
    state.set(new CheckState.Rechecking(origin.file(), draft, before.settlementMonth()));
    keeper.changed(now.keptAs(), under.id(), origin.name(), draft);
    recheck =
        Optional.of(
            background.<CheckWorkbook.Checked>run(
                "check again",
                () -> {
                  Thread.sleep(SETTLING);
                  return checking.check(draft, origin.name(), under);
                },
                end -> {
                  if (mine == latest
                      && end
                          instanceof
                          End.Finished<CheckWorkbook.Checked>(CheckWorkbook.Checked checked)) {
                    rechecked(now, checked);
                  }
                }));
  }

  private void rechecked(SheetInHand now, CheckWorkbook.Checked checked) {
    List<Finding> findings = checked.verdict().findings();
    if (pointedAt.get() != null && !findings.contains(pointedAt.get())) {
      pointedAt.set(null);
    }
    now.found(findings);
    state.set(checked(now.origin(), checked));
  }

  private static CheckState checked(Origin origin, CheckWorkbook.Checked checked) {
    return new CheckState.Checked(
        origin.file(), checked.draft(), checked.verdict(), checked.settlementMonth());
  }
}
