package org.certassist.desktop.check;

import java.util.List;
import java.util.function.Consumer;
import javafx.geometry.Bounds;
import javafx.scene.control.ListView;
import javafx.stage.Popup;

/// The portal's words for a cell, shown below it; the keyboard stays in the cell.
final class ChoicePopup {
  private static final double LINE = 32;
  private static final int MOST_LINES = 8;
  private static final double LEAST_WIDTH = 180;

  private final Popup popup = new Popup();
  private final ListView<String> list = new ListView<>();

  ChoicePopup(List<String> words) {
    list.getItems().setAll(words);
    list.setFocusTraversable(false);
    list.setFixedCellSize(LINE);
    list.setPrefHeight(Math.min(words.size(), MOST_LINES) * LINE + 2);
    list.getStyleClass().addAll("cell-choices", "dense");
    popup.getContent().add(list);
    popup.setHideOnEscape(false);
  }

  /// @param chosen hears of a word that was clicked
  void show(CellEditor editor, Bounds place, Consumer<String> chosen) {
    list.getSelectionModel().select(editor.getText());
    list.setPrefWidth(Math.max(LEAST_WIDTH, place.getWidth()));
    list.setOnMouseClicked(_ -> {
      String word = list.getSelectionModel().getSelectedItem();
      if (word != null) {
        chosen.accept(word);
      }
    });
    popup.show(editor, place.getMinX(), place.getMaxY());
  }

  void hide() {
    popup.hide();
  }

  /// The word so many lines further down, or up.
  String next(int lines) {
    int at = list.getSelectionModel().getSelectedIndex() + lines;
    list.getSelectionModel().select(Math.clamp(at, 0, list.getItems().size() - 1));
    list.scrollTo(list.getSelectionModel().getSelectedIndex());
    return list.getSelectionModel().getSelectedItem();
  }
}
