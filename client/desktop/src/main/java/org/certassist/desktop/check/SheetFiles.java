package org.certassist.desktop.check;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import org.certassist.core.declaration.CellPlace;
import org.certassist.core.declaration.Draft;
import org.certassist.core.declaration.Kind;
import org.certassist.core.fault.FaultException;
import org.certassist.core.rules.PlainTexts;
import org.certassist.core.workbook.Workbooks;
import org.certassist.desktop.fx.Background;
import org.certassist.desktop.fx.Saved;
import org.certassist.desktop.fx.WindowFault;
import org.certassist.texts.Texts;

/// The files that are written of a sheet: its marked copy, its corrected one, and empty templates.
final class SheetFiles {
  private final Workbooks workbooks;
  private final Background background;
  private final ReadOnlyObjectWrapper<Optional<Saved>> saved =
      new ReadOnlyObjectWrapper<>(Optional.empty());

  SheetFiles(Workbooks workbooks, Background background) {
    this.workbooks = workbooks;
    this.background = background;
  }

  ReadOnlyObjectProperty<Optional<Saved>> saved() {
    return saved.getReadOnlyProperty();
  }

  void forget() {
    saved.set(Optional.empty());
  }

  void marked(CheckState.Checked checked, Path out, Texts texts) {
    write(
        "marked",
        out,
        () ->
            workbooks.writeMarked(
                checked.file(),
                MarkedCells.of(checked.draft().kind(), checked.findings(), texts),
                out));
  }

  /// Everything as it stands in the sheet; refused where a mistake would be hidden by it.
  void corrected(Draft draft, Path out) {
    write(
        "corrected",
        out,
        () -> {
          PlainTexts texts = PlainTexts.of(draft);
          if (!texts.wouldPass().isEmpty()) {
            throw new FaultException(
                new WindowFault.MistakesHidden(
                    texts.wouldPass().stream().map(SheetFiles::cell).toList()));
          }
          workbooks.writeTemplate(draft.kind(), texts.unit(), texts.rows(), out);
        });
  }

  private static String cell(CellPlace place) {
    return place.column() + place.row();
  }

  void template(Kind kind, Path out) {
    write("template", out, () -> workbooks.writeTemplate(kind, Optional.empty(), List.of(), out));
  }

  private interface Writing {
    void run() throws FaultException, InterruptedException;
  }

  /// @param what `saved.<what>` says so
  private void write(String what, Path out, Writing writing) {
    background.<Path>run(
        "save " + what,
        () -> {
          writing.run();
          return out;
        },
        end -> saved.set(Saved.of("saved." + what, end)));
  }
}
