package org.certassist.desktop.check;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.IntConsumer;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.ReadOnlyIntegerProperty;
import javafx.beans.property.ReadOnlyIntegerWrapper;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.SimpleObjectProperty;
import javafx.beans.value.ObservableValue;
import org.certassist.core.archive.History;
import org.certassist.core.declaration.DeclarationId;
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
  private static final int ROWS_TO_BEGIN_WITH = 20;

  private final CheckWorkbook checking;
  private final Drafts drafts;
  private final Optional<Path> sample;
  private final ObservableValue<Profile> profile;
  private final LatestCheck checks;
  private final Background background;
  private final DraftKeeper keeper;
  private final DraftsViewModel list;
  private final SheetFiles files;
  private final FiledDrafts filed = new FiledDrafts();
  private final ReadOnlyObjectWrapper<CheckState> state =
      new ReadOnlyObjectWrapper<>(new CheckState.NoFile());
  private final ObjectProperty<@Nullable Finding> pointedAt = new SimpleObjectProperty<>();
  private final ReadOnlyIntegerWrapper rowsRead = new ReadOnlyIntegerWrapper();
  private Optional<SheetInHand> sheet = Optional.empty();

  /// The file that is being read, which can be given up.
  private Optional<Background.Running> reading = Optional.empty();

  private Runnable again = () -> {};

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
    this.checks = new LatestCheck(checking, background);
    this.background = background;
    this.keeper = new DraftKeeper(drafts, background);
    this.list = new DraftsViewModel(drafts, keeper, profile, background);
    this.files = new SheetFiles(workbooks, background);
  }

  public ReadOnlyObjectProperty<CheckState> state() {
    return state.getReadOnlyProperty();
  }

  /// How many rows were read so far of the file that is being read.
  ReadOnlyIntegerProperty rowsRead() {
    return rowsRead.getReadOnlyProperty();
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
    open(file, Optional.empty());
  }

  /// The same of a file of which she says what it is.
  ///
  /// @param template the name of the imported template that it is
  public void open(Path file, Optional<String> template) {
    Profile now = profile.getValue();
    again = () -> open(file, template);
    IntConsumer rows = read -> background.tell(() -> rowsRead.set(read));
    reading =
        Optional.of(
            take(
                new Origin(file, true, Optional.empty()),
                now,
                () -> checking.check(file, now, new Workbooks.Reading(template, rows))));
  }

  /// Begins an empty sheet.
  public void begin(Kind kind) {
    Profile now = profile.getValue();
    again = () -> {};
    Origin origin = new Origin(Path.of(kind.title() + ".xlsx"), false, Optional.empty());
    take(origin, now, () -> checking.check(OwnTemplate.blank(kind), origin.name(), now));
  }

  /// Goes on with a kept draft, once what was changed last is kept.
  public void open(KeptDraft draft) {
    keeper.flush(_ -> read(draft));
  }

  private void read(KeptDraft draft) {
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

  /// Checks once more: her file, which she may have corrected elsewhere, or the sheet where it was
  /// changed here.
  public void openAgain() {
    sheet
        .filter(now -> now.isChanged() || !now.origin().onDisk())
        .ifPresentOrElse(now -> recheck(now, profile.getValue()), again);
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

  /// Takes away the draft of a declaration that is filed; until then it may still be wanted.
  public void filed(History history) {
    if (state.get() instanceof CheckState.Checked checked
        && checked.verdict() instanceof Verdict.Passed passed
        && passed.declaration().content().equals(history.content())) {
      sheet.flatMap(SheetInHand::kept).ifPresent(kept -> filed.became(history.id(), kept));
    }
    filed(history.id(), history.stage());
  }

  /// The same for one that was filed with others.
  public void filed(DeclarationId declaration, Stage stage) {
    filed
        .filed(declaration, stage)
        .ifPresent(kept -> {
          sheet.ifPresent(now -> now.keptNoMore(kept));
          keeper.remove(kept, list::load);
        });
  }

  private Background.Running take(
      Origin origin, Profile under, Background.Work<CheckWorkbook.Checked> work) {
    letGo();
    rowsRead.set(0);
    state.set(new CheckState.Reading(origin.file()));
    return checks.first(work, end -> opened(origin, under, end));
  }

  private void letGo() {
    checks.forget();
    reading.ifPresent(Background.Running::cancel);
    reading = Optional.empty();
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
        sheet =
            Optional.of(
                new SheetInHand(origin, opened, checked, changed -> changed(changed, under)));
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

  private void changed(SheetInHand now, Profile under) {
    files.forget();
    filed.changed(now.keptAs());
    keeper.changed(now.keptAs(), under.id(), now.origin().name(), now.edited().get().filled());
    recheck(now, under);
  }

  /// What was found before says nothing of the sheet any more: until it was checked again there is
  /// nothing that could be signed.
  private void recheck(SheetInHand now, Profile under) {
    checks.forget();
    Origin origin = now.origin();
    Draft draft = now.edited().get().filled();
    state.set(new CheckState.Rechecking(origin.file(), draft, now.settlementMonth()));
    checks.again(draft, origin.name(), under, end -> rechecked(now, end));
  }

  /// Where the check itself failed the sheet is as it was, and can be checked again.
  private void rechecked(SheetInHand now, End<CheckWorkbook.Checked> end) {
    switch (end) {
      case End.Finished<CheckWorkbook.Checked>(CheckWorkbook.Checked checked) ->
          rechecked(now, checked);
      case End.Failed<CheckWorkbook.Checked>(var fault) ->
          state.set(new CheckState.Unusable(now.origin().file(), fault));
      case End.Cancelled<CheckWorkbook.Checked>() -> {}
    }
  }

  private void rechecked(SheetInHand now, CheckWorkbook.Checked checked) {
    List<Finding> findings = checked.verdict().findings();
    if (pointedAt.get() != null && !findings.contains(pointedAt.get())) {
      pointedAt.set(null);
    }
    now.found(checked);
    state.set(checked(now.origin(), checked));
  }

  private static CheckState checked(Origin origin, CheckWorkbook.Checked checked) {
    return new CheckState.Checked(
        origin.file(), checked.draft(), checked.verdict(), checked.settlementMonth());
  }
}
