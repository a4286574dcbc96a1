package org.certassist.desktop.certificate;

import javafx.geometry.Orientation;
import javafx.scene.control.Button;
import javafx.scene.layout.Region;

/// A line of the list to be pressed, as high as its words need when they break at its width.
///
/// A plain button asks its content how high it is at no width at all.
final class CertificateRow extends Button {
  private static final double WIDTH = 212;

  private final Region shown;

  CertificateRow(Region shown, String said) {
    this.shown = shown;
    shown.setPrefWidth(WIDTH);
    setGraphic(shown);
    setAccessibleText(said);
    setMaxWidth(Double.MAX_VALUE);
    setMinHeight(USE_PREF_SIZE);
    getStyleClass().add("certificate-row");
  }

  @Override
  public Orientation getContentBias() {
    return Orientation.HORIZONTAL;
  }

  @Override
  protected double computePrefHeight(double width) {
    return snappedTopInset() + shown.prefHeight(WIDTH) + snappedBottomInset();
  }
}
