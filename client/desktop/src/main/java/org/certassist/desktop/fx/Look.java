package org.certassist.desktop.fx;

import atlantafx.base.theme.PrimerLight;
import java.util.Objects;
import javafx.application.Application;
import javafx.scene.Scene;
import javafx.scene.SnapshotParameters;
import javafx.scene.image.Image;
import javafx.scene.layout.Background;
import javafx.scene.layout.StackPane;
import javafx.scene.paint.Color;
import org.kordamp.ikonli.javafx.FontIcon;
import org.kordamp.ikonli.materialdesign2.MaterialDesignS;

/// The look of every window: AtlantaFX PrimerLight, our sheet on top, a font that has Chinese.
public final class Look {
  private static final String OURS =
      Objects.requireNonNull(
              Look.class.getResource("/org/certassist/desktop/desktop.css"), "desktop.css")
          .toExternalForm();

  private static final int SIGN_SIZE = 64;

  private Look() {}

  /// The theme, for popups and tooltips too; once, before the first window.
  public static void install() {
    Application.setUserAgentStylesheet(new PrimerLight().getUserAgentStylesheet());
  }

  /// The product's sign as a picture for the window and the task bar.
  public static Image sign() {
    FontIcon icon = new FontIcon(MaterialDesignS.SHIELD_KEY);
    icon.setIconSize(SIGN_SIZE);
    icon.setIconColor(Color.web("#0969da"));
    StackPane pane = new StackPane(icon);
    pane.setBackground(Background.EMPTY);
    SnapshotParameters clear = new SnapshotParameters();
    clear.setFill(Color.TRANSPARENT);
    return new Scene(pane, SIGN_SIZE, SIGN_SIZE, Color.TRANSPARENT).getRoot().snapshot(clear, null);
  }

  public static void dress(Scene scene) {
    scene.getStylesheets().setAll(OURS);
    scene.getRoot().setStyle("-fx-font-family: \"" + Fonts.text() + "\";");
  }
}
