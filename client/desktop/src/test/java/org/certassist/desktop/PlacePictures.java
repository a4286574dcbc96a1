package org.certassist.desktop;

import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import javafx.scene.control.MenuButton;
import javafx.scene.control.ToggleButton;
import org.certassist.core.archive.History;
import org.certassist.core.declaration.CellValue;
import org.certassist.core.declaration.Column;
import org.certassist.core.key.PinState;
import org.certassist.core.profile.Profile;
import org.certassist.core.profile.Way;
import org.certassist.desktop.Pictures.Scenario;
import org.certassist.desktop.Pictures.Shown;
import org.certassist.desktop.carry.CarryState;
import org.certassist.desktop.carry.HandInState;
import org.certassist.desktop.check.CheckState;
import org.certassist.desktop.office.Office;
import org.certassist.desktop.office.Samples;
import org.certassist.texts.Language;

/// The pictures of what the clerk carries and of the calendar, each in the usual and in the
/// smallest size.
final class PlacePictures {
  private final Pictures pictures;
  private final Path folder;
  private final Language language;

  PlacePictures(Pictures pictures, Path folder, Language language) {
    this.pictures = pictures;
    this.folder = folder;
    this.language = language;
  }

  void all() throws Exception {
    for (String name : List.of("入职.xlsx", "入职-改.xlsx")) {
      Files.write(folder.resolve(name), name.getBytes(StandardCharsets.UTF_8));
    }
    both("ways", Samples.jiangsu(), shown -> openFile(shown, "入职.xlsx"));
    both(
        "ways-menu",
        Samples.practice(),
        shown -> {
          openFile(shown, "入职.xlsx");
          Pictures.onWindow(() -> {
            ((MenuButton) shown.stage().getScene().lookup("#other-ways")).show();
            return true;
          });
        });
    both(
        "ways-menu-upload",
        Samples.jiangsu(),
        shown -> {
          openFile(shown, "入职.xlsx");
          Pictures.onWindow(() -> {
            ((MenuButton) shown.stage().getScene().lookup("#other-ways")).show();
            return true;
          });
        });
    both("filled", Samples.jiangsu(), shown -> fill(shown, Set.of()));
    both("filled-left-out", Samples.jiangsu(), shown -> fill(shown, Set.of("phone", "position")));
    both("made-upload", Samples.jiangsu(), shown -> make(shown, Way.PAGE_UPLOAD, "入职-上传.xlsx"));
    both("made-counter", Samples.jiangsu(), shown -> make(shown, Way.COUNTER, "入职-窗口.pdf"));
    both("made-practice", Samples.practice(), shown -> make(shown, Way.COUNTER, "入职-窗口.pdf"));
    both("hand-in", Samples.jiangsu(), this::asked);
    both(
        "hand-in-trouble",
        Samples.jiangsu(),
        shown -> {
          asked(shown);
          record(shown, "2026-11-30", "SL20261122-117");
        });
    both(
        "made-refused",
        Samples.jiangsu(),
        shown -> {
          make(shown, Way.PAGE_UPLOAD, "入职-上传.xlsx");
          openFile(shown, "入职-改.xlsx");
          act(() -> shown.window().models().carry.make(Way.PAGE_UPLOAD, folder.resolve("b.xlsx")));
          Pictures.until(
              () -> shown.window().models().carry.state().get() instanceof CarryState.Refused);
        });
    both("outbox-carried", Samples.jiangsu(), this::carried);
    both(
        "outbox-handed-in",
        Samples.jiangsu(),
        shown -> {
          carried(shown);
          History last = shown.office().archive.all().getLast();
          act(() -> shown.window().models().outbox.shown().set(java.util.Optional.of(last)));
        });
    both("calendar", Samples.jiangsu(), shown -> calendar(shown, "windows"));
    both("calendar-acts", Samples.jiangsu(), shown -> calendar(shown, "acts"));
    both("calendar-contacts", Samples.jiangsu(), shown -> calendar(shown, "contacts"));
    both("calendar-practice", Samples.practice(), shown -> calendar(shown, "windows"));
    both("calendar-not-known", Samples.hohhot(), shown -> calendar(shown, "windows"));
  }

  private void both(String name, Profile profile, Scenario scenario) throws Exception {
    pictures.take(name, language, office(), scenario, profile);
    pictures.take(
        name + "-small",
        language,
        office(),
        shown -> {
          act(() -> {
            shown.stage().setWidth(MainWindow.MIN_WIDTH);
            shown.stage().setHeight(MainWindow.MIN_HEIGHT);
          });
          scenario.play(shown);
        },
        profile,
        Samples.hohhot());
  }

  private Office office() {
    Office office = new Office(folder).withKey(PinState.OK);
    office.workbooks.put("入职.xlsx", Samples.good(12));
    office.workbooks.put(
        "入职-改.xlsx",
        Samples.with(Samples.good(12), 6, "contributionBase", new CellValue.Text("6000.00")));
    office.papers.lacking(7, "U+2C35B");
    return office;
  }

  private void openFile(Shown shown, String name) throws Exception {
    act(() -> shown.window().models().check.open(folder.resolve(name)));
    Pictures.until(() -> shown.window().models().check.state().get() instanceof CheckState.Checked);
  }

  private void make(Shown shown, Way way, String out) throws Exception {
    openFile(shown, "入职.xlsx");
    act(() -> shown.window().models().carry.make(way, folder.resolve(out)));
    Pictures.until(() -> shown.window().models().carry.state().get() instanceof CarryState.Made);
  }

  private void fill(Shown shown, Set<String> without) throws Exception {
    openFile(shown, "入职.xlsx");
    shown
        .office()
        .templates
        .put(
            "门户.xlsx",
            Samples.enrolment(),
            Samples.enrolment().columns().stream()
                .map(Column::field)
                .filter(field -> !without.contains(field))
                .toList());
    act(() ->
        shown
            .window()
            .models()
            .fill
            .fill(folder.resolve("门户.xlsx"), folder.resolve("入职-门户模板.xlsx")));
    Pictures.until(() ->
        shown.window().models().check.state().get() instanceof CheckState.Checked checked
            && checked.file().endsWith("入职-门户模板.xlsx"));
  }

  private void asked(Shown shown) throws Exception {
    make(shown, Way.COUNTER, "入职-窗口.pdf");
    act(() -> shown.window().models().handIn.begin(shown.office().archive.all().getFirst()));
  }

  private static void record(Shown shown, String day, String number) throws Exception {
    act(() -> shown.window().models().handIn.record(day, number));
    Pictures.until(
        () -> !(shown.window().models().handIn.state().get() instanceof HandInState.Recording));
  }

  /// One handed in, one only made.
  private void carried(Shown shown) throws Exception {
    asked(shown);
    record(shown, "2026-11-22", "SL20261122-117");
    act(() -> shown.window().models().carry.dismiss());
    shown.office().workbooks.put("入职.xlsx", Samples.only(14));
    make(shown, Way.PAGE_UPLOAD, "入职-上传.xlsx");
    act(() -> shown.window().models().place.set(Place.OUTBOX));
    Thread.sleep(300);
  }

  private static void calendar(Shown shown, String part) throws Exception {
    act(() -> {
      shown.window().models().place.set(Place.CALENDAR);
      ((ToggleButton) shown.stage().getScene().lookup("#calendar-" + part)).fire();
    });
  }

  private static void act(Runnable act) throws Exception {
    Pictures.onWindow(() -> {
      act.run();
      return true;
    });
  }
}
