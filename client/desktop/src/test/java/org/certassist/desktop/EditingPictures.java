package org.certassist.desktop;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import javafx.scene.control.Button;
import javafx.scene.control.TableView;
import javafx.scene.control.TextInputControl;
import org.certassist.core.archive.ArchiveException;
import org.certassist.core.declaration.Draft;
import org.certassist.core.draft.EditedDraft.At;
import org.certassist.core.key.PinState;
import org.certassist.desktop.check.CheckState;
import org.certassist.desktop.office.Office;
import org.certassist.desktop.office.Samples;
import org.certassist.texts.Language;

/// Draws the states of editing a sheet, in both sizes of the window.
final class EditingPictures {
  private final Pictures pictures;
  private final Path evidence;
  private final Language language;

  EditingPictures(Pictures pictures, Path evidence, Language language) {
    this.pictures = pictures;
    this.evidence = evidence;
    this.language = language;
  }

  void all() throws Exception {
    both("start", drafts(), _ -> Thread.sleep(300));
    both("start-empty", office(), _ -> {});
    both(
        "begun",
        office(),
        shown -> {
          Pictures.onWindow(() -> {
            shown.window().models().check.begin(Samples.enrolment());
            return true;
          });
          checked(shown);
        });
    both(
        "edit-cell",
        office(),
        shown -> {
          Pictures.openFile(shown, "faulty.xlsx");
          edit(shown, 3, 3, "赵晓");
        });
    both(
        "edit-choice",
        office(),
        shown -> {
          Pictures.openFile(shown, "good.xlsx");
          edit(shown, 2, 1, "居民身份证");
        });
    both(
        "edited",
        office(),
        shown -> {
          Pictures.openFile(shown, "faulty.xlsx");
          Pictures.onWindow(() -> {
            var sheet = shown.window().models().check.sheet().orElseThrow();
            sheet.put(List.of(new At(5, "phone")), "13800138000");
            return true;
          });
          checked(shown);
        });
    both(
        "edit-refused",
        office(),
        shown -> {
          Pictures.openFile(shown, "faulty.xlsx");
          Pictures.onWindow(() -> {
            var sheet = shown.window().models().check.sheet().orElseThrow();
            sheet.paste(List.of(new At(5, "insurances")), "a\tb\tc");
            return true;
          });
        });
    both(
        "not-kept",
        full(),
        shown -> {
          Pictures.openFile(shown, "good.xlsx");
          Pictures.onWindow(() -> {
            var sheet = shown.window().models().check.sheet().orElseThrow();
            sheet.put(List.of(new At(5, "phone")), "13800138000");
            return true;
          });
          checked(shown);
          Thread.sleep(1500);
        });
    both(
        "row-form",
        office(),
        shown -> {
          Pictures.openFile(shown, "faulty.xlsx");
          Thread.sleep(300);
          Pictures.onWindow(() -> {
            ((Button) shown.stage().getScene().lookup("#row-form")).fire();
            return true;
          });
        });
  }

  private Office office() {
    return new Office(evidence).withKey(PinState.OK);
  }

  private Office full() {
    Office office = office();
    office.drafts.full(true);
    return office;
  }

  private Office drafts() throws ArchiveException {
    Office office = office();
    keep(office, "十一月新进人员.xlsx", Samples.good(36));
    keep(office, "用人单位用工参保登记.xlsx", Samples.faulty(14));
    office.drafts.damaged(1);
    return office;
  }

  private static void keep(Office office, String name, Draft draft) throws ArchiveException {
    office.drafts.keep(UUID.randomUUID(), "practice", name, draft);
  }

  private static void checked(Pictures.Shown shown) throws Exception {
    Pictures.until(() -> shown.window().models().check.state().get() instanceof CheckState.Checked);
  }

  private static void edit(Pictures.Shown shown, int row, int column, String text)
      throws Exception {
    Thread.sleep(300);
    Pictures.onWindow(() -> {
      TableView<?> sheet = (TableView<?>) shown.stage().getScene().lookup("#sheet");
      begin(sheet, row, column);
      Optional.ofNullable(sheet.lookup(".cell-editor"))
          .filter(TextInputControl.class::isInstance)
          .map(TextInputControl.class::cast)
          .ifPresent(editor -> editor.setText(text));
      return true;
    });
  }

  private static <T> void begin(TableView<T> sheet, int row, int column) {
    sheet.requestFocus();
    sheet.getSelectionModel().clearAndSelect(row, sheet.getColumns().get(column));
    sheet.edit(row, sheet.getColumns().get(column));
  }

  private void both(String name, Office office, Pictures.Scenario scenario) throws Exception {
    pictures.take(name, language, office, scenario, Samples.everyKind());
    pictures.take(
        name + "-small",
        language,
        office,
        shown -> {
          Pictures.onWindow(() -> {
            shown.stage().setWidth(MainWindow.MIN_WIDTH);
            shown.stage().setHeight(MainWindow.MIN_HEIGHT);
            return true;
          });
          scenario.play(shown);
        },
        Samples.everyKind());
  }
}
