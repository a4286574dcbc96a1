package org.certassist.desktop.carry;

import javafx.beans.value.ObservableValue;
import javafx.scene.Scene;
import javafx.stage.Modality;
import javafx.stage.Stage;
import org.certassist.core.profile.Profile;
import org.certassist.desktop.fx.Look;
import org.certassist.desktop.fx.Words;
import org.jspecify.annotations.Nullable;

/// The window over the main window that asks when a declaration was handed in, open as long as the
/// state asks.
public final class HandInDialog {
  private static final double WIDTH = 560;

  private final Stage owner;
  private final HandInViewModel model;
  private final ObservableValue<Profile> profile;
  private final ObservableValue<Words> words;
  private @Nullable Stage dialog;

  public HandInDialog(
      Stage owner,
      HandInViewModel model,
      ObservableValue<Profile> profile,
      ObservableValue<Words> words) {
    this.owner = owner;
    this.model = model;
    this.profile = profile;
    this.words = words;
    model.state().subscribe(this::follow);
  }

  private void follow(HandInState state) {
    switch (state) {
      case HandInState.Closed() -> close();
      case HandInState.Asking asking -> show(asking);
      case HandInState.Recording _ -> {}
    }
  }

  private void show(HandInState.Asking asking) {
    Words now = words.getValue();
    HandInPane pane = new HandInPane(asking, model, profile.getValue(), now);
    Stage stage = dialog == null ? opened(pane) : dialog;
    dialog = stage;
    stage.setTitle(now.get("handIn.title"));
    Scene scene = stage.getScene();
    scene.setRoot(pane);
    Look.dress(scene);
    pane.setPrefSize(WIDTH, pane.heightAt(WIDTH));
    stage.sizeToScene();
    if (!stage.isShowing()) {
      stage.setX(owner.getX() + Math.max(0, (owner.getWidth() - WIDTH) / 2));
      stage.setY(owner.getY() + Math.max(0, (owner.getHeight() - pane.getPrefHeight()) / 3));
      stage.show();
    }
    pane.focus();
  }

  private Stage opened(HandInPane pane) {
    Stage stage = new Stage();
    stage.initOwner(owner);
    stage.initModality(Modality.WINDOW_MODAL);
    stage.setScene(new Scene(pane));
    stage.setResizable(false);
    stage.setOnCloseRequest(closing -> {
      closing.consume();
      model.dismiss();
    });
    return stage;
  }

  public void close() {
    if (dialog != null) {
      dialog.hide();
      dialog = null;
    }
  }
}
