package org.certassist.desktop.fx;

import atlantafx.base.theme.PrimerLight;
import java.util.Objects;
import javafx.application.Application;
import javafx.scene.Scene;

/// The look of every window: AtlantaFX PrimerLight, our sheet on top, a font that has Chinese.
public final class Look {
  private static final String OURS =
      Objects.requireNonNull(
              Look.class.getResource("/org/certassist/desktop/desktop.css"), "desktop.css")
          .toExternalForm();

  private Look() {}

  /// The theme, for popups and tooltips too; once, before the first window.
  public static void install() {
    Application.setUserAgentStylesheet(new PrimerLight().getUserAgentStylesheet());
  }

  public static void dress(Scene scene) {
    scene.getStylesheets().setAll(OURS);
    scene.getRoot().setStyle("-fx-font-family: \"" + Fonts.text() + "\";");
  }
}
