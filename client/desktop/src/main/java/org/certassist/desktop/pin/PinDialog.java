package org.certassist.desktop.pin;

import java.nio.file.Path;
import java.util.Optional;
import javafx.beans.value.ObservableValue;
import javafx.scene.Scene;
import javafx.stage.Modality;
import javafx.stage.Stage;
import javafx.stage.WindowEvent;
import org.certassist.core.key.PinTask;
import org.certassist.core.profile.Profile;
import org.certassist.desktop.fx.Look;
import org.certassist.desktop.fx.Words;
import org.jspecify.annotations.Nullable;

/// The window over the main window for work on a PIN; the same one from the first question to the
/// end.
public final class PinDialog {
  private static final double WIDTH = 560;

  private final Stage owner;
  private final PinViewModel model;
  private final ObservableValue<Profile> profile;
  private final Optional<Path> practicePin;
  private final ObservableValue<Words> words;
  private @Nullable Stage dialog;
  private @Nullable PinDialogPane pane;

  /// @param practicePin the file in which the practice key's PIN stands
  public PinDialog(
      Stage owner,
      PinViewModel model,
      ObservableValue<Profile> profile,
      Optional<Path> practicePin,
      ObservableValue<Words> words) {
    this.owner = owner;
    this.model = model;
    this.profile = profile;
    this.practicePin = practicePin;
    this.words = words;
    model.state().subscribe(this::follow);
  }

  private void follow(PinWork work) {
    switch (work) {
      case PinWork.Idle() -> close();
      case PinWork.Asking asking -> show(work, asking.task());
      case PinWork.Working working -> show(work, working.task());
      case PinWork.Done done -> show(work, done.task());
      case PinWork.Failed failed -> show(work, failed.task());
    }
  }

  private void show(PinWork work, PinTask task) {
    Words now = words.getValue();
    if (pane != null) {
      pane.wipe();
    }
    PinDialogPane drawn = new PinDialogPane(work, model, profile.getValue(), practicePin, now);
    pane = drawn;
    Stage stage = dialog == null ? opened(drawn) : dialog;
    dialog = stage;
    stage.setTitle(now.get("pin.title." + task.word()));
    Scene scene = stage.getScene();
    scene.setRoot(drawn);
    Look.dress(scene);
    drawn.setPrefSize(WIDTH, drawn.heightAt(WIDTH));
    stage.sizeToScene();
    if (!stage.isShowing()) {
      stage.setX(owner.getX() + Math.max(0, (owner.getWidth() - WIDTH) / 2));
      stage.setY(owner.getY() + Math.max(0, (owner.getHeight() - drawn.getPrefHeight()) / 3));
      stage.show();
    }
    drawn.focus();
  }

  private Stage opened(PinDialogPane drawn) {
    Stage stage = new Stage();
    stage.initOwner(owner);
    stage.initModality(Modality.WINDOW_MODAL);
    stage.setScene(new Scene(drawn));
    stage.setResizable(false);
    stage.setOnCloseRequest(this::closeRequested);
    return stage;
  }

  /// What the driver does is waited for: half a change of a PIN must not go unseen.
  private void closeRequested(WindowEvent closing) {
    closing.consume();
    model.dismiss();
  }

  /// Hides the dialog and wipes what was typed.
  public void close() {
    if (pane != null) {
      pane.wipe();
      pane = null;
    }
    if (dialog != null) {
      dialog.hide();
      dialog = null;
    }
  }
}
