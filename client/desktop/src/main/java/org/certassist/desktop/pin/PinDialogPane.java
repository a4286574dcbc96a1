package org.certassist.desktop.pin;

import java.nio.file.Path;
import java.util.Optional;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.ProgressIndicator;
import javafx.scene.control.ScrollPane;
import javafx.scene.layout.BorderPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.VBox;
import org.certassist.core.filing.KeyOverview.Choice;
import org.certassist.core.key.PinTask;
import org.certassist.core.key.TokenPin;
import org.certassist.core.profile.Profile;
import org.certassist.desktop.fx.Make;
import org.certassist.desktop.fx.Notice;
import org.certassist.desktop.fx.Tone;
import org.certassist.desktop.fx.WindowFault;
import org.certassist.desktop.fx.Words;
import org.certassist.desktop.key.CertificateWords;
import org.certassist.desktop.key.PinStateWords;
import org.certassist.texts.FaultText;

/// The PIN dialog's content for one state: what is asked, that the driver works, or how it ended.
final class PinDialogPane extends BorderPane {
  private static final double MOST = 660;

  private final PinViewModel model;
  private final Words words;
  private final VBox body = new VBox(16);
  private final HBox buttons = new HBox();
  private Optional<PinForm> form = Optional.empty();

  /// @param practicePin the file in which the practice key's PIN stands
  PinDialogPane(
      PinWork work, PinViewModel model, Profile profile, Optional<Path> practicePin, Words words) {
    this.model = model;
    this.words = words;
    body.getStyleClass().add("dialog-body");
    buttons.getStyleClass().add("dialog-buttons");
    ScrollPane scroll = new ScrollPane(body);
    scroll.getStyleClass().add("plain");
    scroll.setFitToWidth(true);
    scroll.setHbarPolicy(ScrollPane.ScrollBarPolicy.NEVER);
    scroll.setFocusTraversable(false);
    getStyleClass().add("dialog");
    setCenter(scroll);
    switch (work) {
      case PinWork.Idle _ -> {}
      case PinWork.Asking asking -> {
        begun(asking.task());
        ask(asking, InitialPinWords.of(profile, practicePin, words));
      }
      case PinWork.Working working -> {
        begun(working.task());
        working(working);
      }
      case PinWork.Done done -> {
        begun(done.task());
        done(done);
      }
      case PinWork.Failed failed -> {
        begun(failed.task());
        failed(failed);
      }
    }
    if (!buttons.getChildren().isEmpty()) {
      setBottom(buttons);
    }
  }

  private void begun(PinTask task) {
    body.getChildren().add(Make.label(words.get("pin.title." + task.word()), "heading"));
  }

  private void ask(PinWork.Asking asking, Optional<Node> initialPin) {
    PinForm asked = new PinForm(asking, initialPin, words);
    form = Optional.of(asked);
    body.getChildren().addAll(key(asking.key(), asking.pin()), asked);
    if (asking.isLocked()) {
      close();
      if (asking.task() != PinTask.UNBLOCK) {
        begin(PinTask.UNBLOCK, asking.key(), asking.pin());
      }
      return;
    }
    Button cancel = Make.button("pin-cancel", words.get("pin.cancel"), model::dismiss);
    cancel.setCancelButton(true);
    String act = (asking.pin().pad() ? "pin.actPad." : "pin.act.") + asking.task().word();
    Button submit =
        Make.button(
            "pin-submit",
            words.get(act),
            () -> model.submit(asked.take(), asked.isLastTryConfirmed()),
            "accent");
    submit.setDefaultButton(true);
    submit.disableProperty().bind(asked.isReady().not());
    buttons.getChildren().addAll(cancel, submit);
  }

  private Node key(Choice key, TokenPin pin) {
    HBox which =
        new HBox(
            12,
            Make.label(words.get("sign.keySerial", key.key().token().serial()), "muted"),
            PinStateWords.badge(pin, words));
    which.setAlignment(Pos.CENTER_LEFT);
    return new VBox(4, Make.paragraph(CertificateWords.holder(key), "strong"), which);
  }

  private void working(PinWork.Working working) {
    ProgressIndicator turning = new ProgressIndicator();
    turning.setPrefSize(28, 28);
    turning.setMinSize(28, 28);
    boolean pad = working.key().key().token().pin().pad();
    Label doing =
        Make.paragraph(
            words.get(pad ? "pin.workingPad" : "pin.working." + working.task().word()), "strong");
    doing.setId("pin-working");
    HBox line = new HBox(16, turning, doing);
    line.setAlignment(Pos.CENTER_LEFT);
    body.getChildren().addAll(line, Make.paragraph(words.get("pin.workingHelp"), "muted"));
  }

  private void done(PinWork.Done done) {
    close();
    Optional<FaultText> warning = words.shared().pinVerdict(done.verdict());
    if (warning.isPresent()) {
      body.getChildren().add(Notice.of(Tone.WARNING, warning.get(), words));
      begin(PinTask.CHANGE, done.key(), done.key().key().token().pin());
    } else {
      FaultText text = words.ownFault("pin.done." + done.task().word());
      Notice notice = Notice.of(Tone.GOOD, text.what(), text.meaning(), text.next());
      notice.setId("pin-done");
      body.getChildren().add(notice);
    }
  }

  private void failed(PinWork.Failed failed) {
    Tone tone = failed.isUnsure() ? Tone.WARNING : Tone.BAD;
    body.getChildren().add(Notice.of(tone, text(failed), words));
    close();
    failed.remedy().ifPresent(task -> begin(task, failed.key(), failed.pin()));
  }

  private FaultText text(PinWork.Failed failed) {
    FaultText text = words.fault(failed.fault());
    return failed.isUnsure() && failed.fault() instanceof WindowFault
        ? words.ownFault("pin.unsure", text.what())
        : text;
  }

  private void close() {
    Button close = Make.button("pin-close", words.get("pin.close"), model::dismiss);
    close.setCancelButton(true);
    buttons.getChildren().add(close);
  }

  private void begin(PinTask task, Choice key, TokenPin pin) {
    buttons
        .getChildren()
        .add(
            Make.button(
                "pin-begin-" + task.word(),
                words.get("pin.begin." + task.word()),
                () -> model.begin(task, key, pin)));
  }

  /// How high it must be at a width to show everything, up to what a small screen holds.
  double heightAt(double width) {
    applyCss();
    double below = getBottom() == null ? 0 : buttons.prefHeight(width);
    return Math.min(MOST, body.prefHeight(width) + below + 4);
  }

  void focus() {
    form.ifPresentOrElse(
        PinForm::focus,
        () -> buttons.getChildren().stream().findFirst().ifPresent(Node::requestFocus));
  }

  void wipe() {
    form.ifPresent(PinForm::wipe);
  }
}
