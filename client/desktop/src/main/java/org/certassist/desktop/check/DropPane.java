package org.certassist.desktop.check;

import java.io.File;
import java.nio.file.Path;
import java.util.List;
import java.util.function.Consumer;
import javafx.css.PseudoClass;
import javafx.scene.input.DragEvent;
import javafx.scene.input.Dragboard;
import javafx.scene.input.TransferMode;
import javafx.scene.layout.VBox;

/// A pane that takes a single file dropped on it.
final class DropPane extends VBox {
  private static final PseudoClass OVER = PseudoClass.getPseudoClass("over");

  private final Consumer<Path> open;

  DropPane(Consumer<Path> open) {
    this.open = open;
    getStyleClass().add("drop-zone");
    setOnDragOver(this::over);
    setOnDragExited(_ -> pseudoClassStateChanged(OVER, false));
    setOnDragDropped(this::dropped);
  }

  private void over(DragEvent drag) {
    if (oneFile(drag.getDragboard())) {
      drag.acceptTransferModes(TransferMode.COPY);
      pseudoClassStateChanged(OVER, true);
    }
    drag.consume();
  }

  private void dropped(DragEvent drag) {
    boolean taken = oneFile(drag.getDragboard());
    if (taken) {
      open.accept(drag.getDragboard().getFiles().getFirst().toPath());
    }
    drag.setDropCompleted(taken);
    drag.consume();
  }

  private static boolean oneFile(Dragboard board) {
    List<File> files = board.getFiles();
    return files != null && files.size() == 1;
  }
}
