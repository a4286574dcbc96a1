package org.certassist.desktop.send;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import javafx.beans.binding.Bindings;
import javafx.beans.binding.ObjectBinding;
import javafx.beans.value.ObservableValue;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.MenuButton;
import javafx.scene.control.MenuItem;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;
import org.certassist.core.archive.History;
import org.certassist.core.profile.FilingCalendar;
import org.certassist.core.profile.Profile;
import org.certassist.core.profile.Way;
import org.certassist.core.time.ShanghaiTime;
import org.certassist.core.workbook.CopyName;
import org.certassist.desktop.carry.CarryState;
import org.certassist.desktop.carry.CarryViewModel;
import org.certassist.desktop.carry.FillAct;
import org.certassist.desktop.carry.FillState;
import org.certassist.desktop.carry.FillViewModel;
import org.certassist.desktop.carry.HandInViewModel;
import org.certassist.desktop.check.CheckState;
import org.certassist.desktop.check.CheckViewModel;
import org.certassist.desktop.check.SaveCopy;
import org.certassist.desktop.fx.Asking;
import org.certassist.desktop.fx.Drawn;
import org.certassist.desktop.fx.Make;
import org.certassist.desktop.fx.Notice;
import org.certassist.desktop.fx.Tone;
import org.certassist.desktop.fx.Words;
import org.certassist.desktop.key.KeyState;

/// The main button, named for the act that the portal really offers, with the reason beside it
/// where it cannot be pressed yet; the region's other ways are in a menu beside it.
public final class MainActBar extends StackPane {
  private final SendViewModel model;
  private final CarryViewModel carry;
  private final FillAct fillAct;
  private final HandInViewModel handIn;
  private final CheckViewModel file;
  private final Asking asking;
  private final ShanghaiTime time;
  private final Consumer<History> show;
  private final ObservableValue<Words> words;
  private final ObjectBinding<Now> now;

  /// What the bar is drawn from.
  private record Now(
      CheckState check,
      KeyState keys,
      Profile profile,
      SendState send,
      CarryState carry,
      FillState fill) {
    boolean isAtWork() {
      return send instanceof SendState.Preparing
          || carry instanceof CarryState.Making
          || fill instanceof FillState.Filling;
    }
  }

  /// @param show leads to an earlier declaration
  public MainActBar(
      SendViewModel model,
      CarryViewModel carry,
      FillViewModel fill,
      HandInViewModel handIn,
      CheckViewModel file,
      ObservableValue<KeyState> keys,
      ObservableValue<Profile> profile,
      Asking asking,
      ShanghaiTime time,
      Consumer<History> show,
      ObservableValue<Words> words) {
    this.model = model;
    this.carry = carry;
    this.fillAct = new FillAct(fill, asking);
    this.handIn = handIn;
    this.file = file;
    this.asking = asking;
    this.time = time;
    this.show = show;
    this.words = words;
    this.now =
        Bindings.createObjectBinding(
            () ->
                new Now(
                    file.state().get(),
                    keys.getValue(),
                    profile.getValue(),
                    model.state().get(),
                    carry.state().get(),
                    fill.state().get()),
            file.state(),
            keys,
            profile,
            model.state(),
            carry.state(),
            fill.state());
    getChildren().add(new Drawn<>(now, words, this::draw));
  }

  private Node draw(Now state, Words now) {
    if (!(state.check() instanceof CheckState.InHand sheet)) {
      return new StackPane();
    }
    VBox box = new VBox(8);
    refusal(state, now).ifPresent(box.getChildren()::add);
    fillAct.notice(now).ifPresent(box.getChildren()::add);
    closed(state.profile(), sheet, now).ifPresent(box.getChildren()::add);
    box.getChildren()
        .addAll(Notice.ofTrouble(Tone.WARNING, carry.notOpened(), words), acts(state, sheet, now));
    return box;
  }

  private Optional<Node> refusal(Now state, Words now) {
    WayOut out = new WayOut(asking, handIn, show, file::openAgain, state.profile(), now);
    if (state.send() instanceof SendState.NotPrepared(var fault, var inTheWay)) {
      return Optional.of(
          out.of(fault, inTheWay, new WayOut.Again(model::withdraw, model::beginNotFiledBefore)));
    }
    return state.carry() instanceof CarryState.Refused refused
        ? Optional.of(
            out.of(
                refused.fault(),
                refused.inTheWay(),
                new WayOut.Again(carry::withdraw, carry::makeNotFiledBefore)))
        : Optional.empty();
  }

  private Node acts(Now state, CheckState.InHand sheet, Words now) {
    List<MainAct> acts = MainAct.of(sheet, state.keys(), state.profile());
    MainAct main = acts.getFirst();
    String name =
        switch (main.way()) {
          case REST -> now.get("act.rest", main.rows());
          case PAGE_UPLOAD -> now.get("act.pageUpload", main.rows());
          case COUNTER -> now.get("act.counter", main.rows());
        };
    Button button =
        Make.button("main-act", name, () -> act(main.way(), sheet, now), "accent", "large");
    button.setDefaultButton(true);
    button.setDisable(main.obstacle().isPresent() || state.isAtWork());
    Label reason =
        Make.paragraph(
            main.obstacle()
                .map(obstacle -> now.get("obstacle." + obstacle.name()))
                .orElseGet(() -> now.get("act.help." + main.way().word())),
            "muted");
    reason.setId("obstacle");
    button.setAccessibleHelp(reason.getText());
    HBox.setHgrow(reason, Priority.ALWAYS);
    reason.setMaxWidth(Double.MAX_VALUE);
    reason.setAlignment(Pos.CENTER_RIGHT);
    HBox line = new HBox(reason);
    boolean uploads = state.profile().offers(Way.PAGE_UPLOAD);
    if (acts.size() > 1 || uploads) {
      MenuButton menu = otherWays(acts.subList(1, acts.size()), state, sheet, now);
      if (uploads) {
        menu.getItems().add(fillAct.item(sheet, now));
      }
      line.getChildren().add(menu);
    }
    line.getChildren().add(button);
    line.getStyleClass().add("action-bar");
    return line;
  }

  private MenuButton otherWays(List<MainAct> acts, Now state, CheckState.InHand sheet, Words now) {
    MenuButton menu = new MenuButton(now.get("act.otherWays"));
    menu.setId("other-ways");
    menu.setMnemonicParsing(true);
    menu.setMinWidth(Region.USE_PREF_SIZE);
    menu.getStyleClass().add("large");
    menu.setDisable(state.isAtWork());
    for (MainAct act : acts) {
      MenuItem item = new MenuItem(now.shared().way(act.way()));
      item.setId("way-" + act.way().word());
      item.setDisable(act.obstacle().isPresent());
      item.setOnAction(_ -> act(act.way(), sheet, now));
      menu.getItems().add(item);
    }
    return menu;
  }

  /// Says when filing is possible where it is not now; the portal decides, so it stops nothing.
  private Optional<Notice> closed(Profile profile, CheckState.InHand sheet, Words now) {
    FilingCalendar calendar = profile.calendar();
    if (calendar.isOpen(time.now()) || sheet.draft().kind().isForClosedDays()) {
      return Optional.empty();
    }
    FilingCalendar.Window next = calendar.window(sheet.settlementMonth());
    return Optional.of(
        Notice.of(
            Tone.WARNING,
            now.get("act.closed"),
            now.get(
                "act.opens",
                now.month(next.settlementMonth()),
                next.firstDay().toString(),
                next.lastDay().toString())));
  }

  /// Only what was checked as it stands is filed, whichever way.
  private void act(Way way, CheckState.InHand sheet, Words now) {
    if (sheet instanceof CheckState.Checked checked) {
      act(way, checked, now);
    }
  }

  private void act(Way way, CheckState.Checked checked, Words now) {
    String name = CheckState.baseName(checked.file());
    switch (way) {
      case REST -> {
        carry.dismiss();
        model.begin();
      }
      case PAGE_UPLOAD ->
          save(
              way,
              checked,
              now.get("upload.title"),
              String.valueOf(
                  carry
                      .named(
                          way,
                          checked,
                          Path.of(now.get("save.uploadName", name, end(checked.file()))))
                      .getFileName()));
      case COUNTER -> save(way, checked, now.get("print.title"), now.get("save.printName", name));
    }
  }

  private static String end(Path file) {
    return CopyName.isText(file) ? ".csv" : CopyName.suffix(file);
  }

  private void save(Way way, CheckState.Checked checked, String title, String proposed) {
    SaveCopy.named(out -> carry.named(way, checked, out), asking)
        .ask(
            title,
            proposed,
            out -> {
              model.dismiss();
              carry.make(way, out);
            });
  }
}
