package org.certassist.desktop.check;

import java.nio.file.Path;
import java.time.YearMonth;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.function.Consumer;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import org.certassist.core.draft.ClipboardText;
import org.certassist.core.draft.Edit;
import org.certassist.core.draft.EditedDraft;
import org.certassist.core.draft.EditedDraft.At;
import org.certassist.core.filing.CheckWorkbook;
import org.certassist.core.rules.Finding;

/// The sheet in the clerk's hands: its draft with undo and redo, and what the last check found.
public final class SheetInHand {
  private final Origin origin;
  private final EditedDraft asOpened;
  private final Consumer<SheetInHand> changed;
  private final ReadOnlyObjectWrapper<EditedDraft> edited;
  private final ReadOnlyObjectWrapper<List<Finding>> findings =
      new ReadOnlyObjectWrapper<>(List.of());
  private final ReadOnlyObjectWrapper<Optional<Edit>> refused =
      new ReadOnlyObjectWrapper<>(Optional.empty());
  private Optional<UUID> kept;
  private YearMonth settlementMonth;

  /// Where a sheet came from.
  ///
  /// @param file as in [CheckState.InHand]
  /// @param onDisk whether there is such a file
  /// @param kept the draft it was kept as
  record Origin(Path file, boolean onDisk, Optional<UUID> kept) {
    String name() {
      return String.valueOf(file.getFileName());
    }
  }

  /// @param checked what was found when it was opened
  /// @param changed hears of every act that changed something
  SheetInHand(
      Origin origin,
      EditedDraft opened,
      CheckWorkbook.Checked checked,
      Consumer<SheetInHand> changed) {
    this.origin = origin;
    this.settlementMonth = checked.settlementMonth();
    this.findings.set(checked.verdict().findings());
    this.kept = origin.kept();
    this.asOpened = opened;
    this.edited = new ReadOnlyObjectWrapper<>(opened);
    this.changed = changed;
  }

  Origin origin() {
    return origin;
  }

  public ReadOnlyObjectProperty<EditedDraft> edited() {
    return edited.getReadOnlyProperty();
  }

  /// What the last check found; while a new one is under way, still what that one found.
  public ReadOnlyObjectProperty<List<Finding>> findings() {
    return findings.getReadOnlyProperty();
  }

  void found(CheckWorkbook.Checked checked) {
    settlementMonth = checked.settlementMonth();
    findings.set(checked.verdict().findings());
  }

  /// The month that the last check was for.
  YearMonth settlementMonth() {
    return settlementMonth;
  }

  /// Why the last act was refused; empty where it was not.
  public ReadOnlyObjectProperty<Optional<Edit>> refused() {
    return refused.getReadOnlyProperty();
  }

  /// Whether it is another than the one that was opened.
  boolean isChanged() {
    return !edited.get().shown().equals(asOpened.shown());
  }

  /// The id that it is kept under, given at the first change.
  UUID keptAs() {
    UUID id = kept.orElseGet(UUID::randomUUID);
    kept = Optional.of(id);
    return id;
  }

  /// The id that it is kept under.
  Optional<UUID> kept() {
    return kept;
  }

  /// There is no draft of that id any more; what is changed from now on is another.
  void keptNoMore(UUID id) {
    kept = kept.filter(now -> !now.equals(id));
  }

  public void put(Collection<At> cells, String text) {
    set(edited.get().put(cells, text));
  }

  /// @param cell `creditCode`, `name` or `type`
  public void putUnit(String cell, String text) {
    set(edited.get().putUnit(cell, text));
  }

  /// Pastes what a spreadsheet put on the clipboard; a single text goes into all of the cells.
  ///
  /// @param cells those selected, the one first in the sheet first
  public void paste(List<At> cells, String clipboard) {
    List<List<String>> block = ClipboardText.cells(clipboard);
    if (cells.isEmpty() || block.isEmpty()) {
      return;
    }
    if (block.size() == 1 && block.getFirst().size() == 1) {
      put(cells, block.getFirst().getFirst());
    } else {
      take(edited.get().paste(cells.getFirst(), block));
    }
  }

  public void insert(int before) {
    take(edited.get().insert(before, 1));
  }

  public void delete(Set<Integer> rows) {
    set(edited.get().delete(rows));
  }

  public void undo() {
    set(edited.get().undo());
  }

  public void redo() {
    set(edited.get().redo());
  }

  private void take(Edit edit) {
    switch (edit) {
      case Edit.Done(EditedDraft next) -> set(next);
      case Edit.TooManyRows _, Edit.TooWide _ -> refused.set(Optional.of(edit));
    }
  }

  private void set(EditedDraft next) {
    refused.set(Optional.empty());
    if (next != edited.get()) {
      edited.set(next);
      changed.accept(this);
    }
  }
}
