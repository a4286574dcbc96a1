package org.certassist.desktop.fx;

import java.io.File;
import java.nio.file.Path;
import java.util.Optional;
import javafx.stage.FileChooser;
import javafx.stage.Window;
import org.jspecify.annotations.Nullable;

/// The system's own dialogs; they open where the last file was.
public final class FileDialogs implements Asking {
  private final Window owner;
  private @Nullable File folder;

  public FileDialogs(Window owner) {
    this.owner = owner;
  }

  @Override
  public Optional<Path> open(String title, String kind) {
    FileChooser dialog = dialog(title);
    dialog.getExtensionFilters().add(new FileChooser.ExtensionFilter(kind, "*.xlsx"));
    return chosen(dialog.showOpenDialog(owner));
  }

  @Override
  public Optional<Path> save(String title, String name) {
    FileChooser dialog = dialog(title);
    dialog.setInitialFileName(name);
    return chosen(dialog.showSaveDialog(owner));
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
