package org.certassist.desktop.send;

import java.nio.file.Path;
import java.util.Optional;
import javafx.beans.value.ObservableValue;
import javafx.scene.Scene;
import javafx.stage.Modality;
import javafx.stage.Stage;
import org.certassist.core.filing.FilingOutlook;
import org.certassist.core.profile.Profile;
import org.certassist.core.time.ShanghaiTime;
import org.certassist.desktop.fx.Look;
import org.certassist.desktop.fx.Words;
import org.jspecify.annotations.Nullable;

/// The window over the main window that shows what is signed and asks for the PIN, open as long as
/// the state asks.
public final class SignDialog {
  private static final double WIDTH = 900;
  private static final double HEIGHT = 600;

  private final Stage owner;
  private final SendViewModel model;
  private final ObservableValue<Profile> profile;
  private final ShanghaiTime time;
  private final Optional<Path> practicePin;
  private final ObservableValue<Words> words;
  private @Nullable Stage dialog;
  private @Nullable SignPane pane;

  public SignDialog(
      Stage owner,
      SendViewModel model,
      ObservableValue<Profile> profile,
      ShanghaiTime time,
      Optional<Path> practicePin,
      ObservableValue<Words> words) {
    this.owner = owner;
    this.model = model;
    this.profile = profile;
    this.time = time;
    this.practicePin = practicePin;
    this.words = words;
    model.state().subscribe(this::follow);
  }

  private void follow(SendState state) {
    close();
    if (state instanceof SendState.Asking asking) {
      open(asking);
    }
  }

  private void open(SendState.Asking asking) {
    Words now = words.getValue();
    SignPane asked =
        new SignPane(
            asking,
            profile.getValue(),
            FilingOutlook.of(profile.getValue().calendar(), time.now()),
            practicePin,
            model,
            now);
    Scene scene = new Scene(asked, WIDTH, HEIGHT);
    Look.dress(scene);
    Stage stage = new Stage();
    stage.initOwner(owner);
    stage.initModality(Modality.WINDOW_MODAL);
    stage.setTitle(now.get("sign.title"));
    stage.setScene(scene);
    stage.setResizable(true);
    stage.setOnCloseRequest(_ -> model.dismiss());
    stage.setX(owner.getX() + Math.max(0, (owner.getWidth() - WIDTH) / 2));
    stage.setY(owner.getY() + Math.max(0, (owner.getHeight() - HEIGHT) / 2));
    dialog = stage;
    pane = asked;
    stage.show();
    asked.focusPin();
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
