package org.certassist.desktop.fx;

import java.io.File;
import java.nio.file.Path;
import java.util.Optional;
import javafx.scene.control.Alert;
import javafx.scene.control.Button;
import javafx.scene.control.ButtonBar;
import javafx.scene.control.ButtonType;
import javafx.scene.control.DialogPane;
import javafx.scene.layout.Region;
import javafx.stage.FileChooser;
import javafx.stage.Window;
import org.jspecify.annotations.Nullable;

/// The system's own file dialogs, opened beside the last file, and a question in our look.
public final class FileDialogs implements Asking {
  private static final double QUESTION_WIDTH = 520;

  private final Window owner;
  private @Nullable File folder;

  public FileDialogs(Window owner) {
    this.owner = owner;
  }

  @Override
  public Optional<Path> open(String title, FileKind kind) {
    FileChooser dialog = dialog(title);
    dialog.getExtensionFilters().add(new FileChooser.ExtensionFilter(kind.name(), kind.patterns()));
    return chosen(dialog.showOpenDialog(owner));
  }

  @Override
  public Optional<Path> save(String title, String name) {
    FileChooser dialog = dialog(title);
    dialog.setInitialFileName(name);
    return chosen(dialog.showSaveDialog(owner));
  }

  @Override
  public void beside(Path file) {
    folder = file.toAbsolutePath().toFile().getParentFile();
  }

  @Override
  public boolean confirm(Question question) {
    ButtonType act = new ButtonType(question.act(), ButtonBar.ButtonData.OTHER);
    ButtonType leave = new ButtonType(question.leave(), ButtonBar.ButtonData.CANCEL_CLOSE);
    Alert alert = new Alert(Alert.AlertType.CONFIRMATION, question.detail(), act, leave);
    alert.initOwner(owner);
    alert.setTitle(question.title());
    alert.setHeaderText(question.title());
    alert.setGraphic(null);
    DialogPane pane = alert.getDialogPane();
    pane.setPrefWidth(QUESTION_WIDTH);
    pane.setMinHeight(Region.USE_PREF_SIZE);
    Look.dress(pane.getScene());
    // Enter without looking leaves everything as it is.
    Button safe = (Button) pane.lookupButton(leave);
    safe.setDefaultButton(true);
    alert.setOnShown(_ -> safe.requestFocus());
    return alert.showAndWait().filter(act::equals).isPresent();
  }

  private FileChooser dialog(String title) {
    FileChooser dialog = new FileChooser();
    dialog.setTitle(title);
    if (folder != null && folder.isDirectory()) {
      dialog.setInitialDirectory(folder);
    }
    return dialog;
  }

  private Optional<Path> chosen(@Nullable File file) {
    if (file == null) {
      return Optional.empty();
    }
    folder = file.getParentFile();
    return Optional.of(file.toPath());
  }
}
