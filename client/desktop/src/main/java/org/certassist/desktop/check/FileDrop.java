package org.certassist.desktop.check;

import java.io.File;
import java.nio.file.Path;
import java.util.List;
import java.util.function.Consumer;
import javafx.css.PseudoClass;
import javafx.scene.Node;
import javafx.scene.input.DragEvent;
import javafx.scene.input.Dragboard;
import javafx.scene.input.TransferMode;

/// Lets a single file be dropped on a node; `:over` marks the node while one hovers.
public final class FileDrop {
  private static final PseudoClass OVER = PseudoClass.getPseudoClass("over");

  private final Node node;
  private final Consumer<Path> open;

  private FileDrop(Node node, Consumer<Path> open) {
    this.node = node;
    this.open = open;
  }

  public static void on(Node node, Consumer<Path> open) {
    FileDrop drop = new FileDrop(node, open);
    node.setOnDragOver(drop::over);
    node.setOnDragExited(_ -> node.pseudoClassStateChanged(OVER, false));
    node.setOnDragDropped(drop::dropped);
  }

  private void over(DragEvent drag) {
    if (oneFile(drag.getDragboard())) {
      drag.acceptTransferModes(TransferMode.COPY);
      node.pseudoClassStateChanged(OVER, true);
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
