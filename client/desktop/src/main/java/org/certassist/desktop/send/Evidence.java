package org.certassist.desktop.send;

import java.nio.file.Path;
import java.util.Optional;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import org.certassist.core.archive.History;
import org.certassist.core.declaration.Kind;
import org.certassist.desktop.DesktopServices;
import org.certassist.desktop.fx.Background;
import org.certassist.desktop.fx.Background.End;
import org.certassist.desktop.fx.Saved;

/// What can be taken away from a declaration's history: the folder that proves it, and a workbook
/// of the refused rows.
public final class Evidence {
  private final DesktopServices services;
  private final Background background;
  private final ReadOnlyObjectWrapper<Optional<Saved>> saved =
      new ReadOnlyObjectWrapper<>(Optional.empty());

  public Evidence(DesktopServices services, Background background) {
    this.services = services;
    this.background = background;
  }

  /// What became of the last file or folder asked for.
  public ReadOnlyObjectProperty<Optional<Saved>> saved() {
    return saved.getReadOnlyProperty();
  }

  public void forget() {
    saved.set(Optional.empty());
  }

  /// Writes the evidence of a declaration and shows its folder.
  public void show(History history) {
    Path folder = services.evidence().resolve(history.id().toString());
    background.<Path>run(
        "evidence",
        () -> {
          services.exporting().export(history, folder);
          return folder;
        },
        end -> {
          saved.set(Saved.of("saved.evidence", end));
          if (end instanceof End.Finished<Path>) {
            open(folder);
          }
        });
  }

  /// Saves a workbook of only the refused rows, each with the portal's words, to be corrected and
  /// sent again.
  public void saveRefused(History history, Kind kind, Path out) {
    background.<Path>run(
        "refused rows",
        () -> {
          services.refused().write(history, kind, out);
          return out;
        },
        end -> saved.set(Saved.of("saved.refused", end)));
  }

  private void open(Path folder) {
    background.<Path>run(
        "open folder",
        () -> {
          services.opener().folder(folder);
          return folder;
        },
        end -> {
          if (end instanceof End.Failed<Path>(var fault)) {
            saved.set(Optional.of(new Saved.NotWritten(fault)));
          }
        });
  }
}
