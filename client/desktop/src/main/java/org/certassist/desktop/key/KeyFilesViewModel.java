package org.certassist.desktop.key;

import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import org.certassist.core.fault.Fault;
import org.certassist.core.key.DriverReport;
import org.certassist.core.key.KeyFault;
import org.certassist.core.key.KeyFiles;
import org.certassist.core.key.KeyInFile;
import org.certassist.core.key.KeyKeeper;
import org.certassist.core.key.KeyLease;
import org.certassist.core.key.Pin;
import org.certassist.desktop.fx.Background;
import org.certassist.desktop.fx.Background.End;
import org.certassist.desktop.fx.WindowFault;

/// The files that are used as keys: which there are, taking one up, its password, taking one off.
public final class KeyFilesViewModel {
  private final KeyFiles files;
  private final KeyKeeper keeper;
  private final KeyViewModel keys;
  private final Background background;
  private final ReadOnlyObjectWrapper<List<DriverReport>> reports =
      new ReadOnlyObjectWrapper<>(List.of());
  private final ReadOnlyObjectWrapper<KeyFileWork> work =
      new ReadOnlyObjectWrapper<>(new KeyFileWork.None());
  private int latest;

  /// @param keeper may hold open the key of a file that is taken off
  /// @param keys looks anew at all keys where a file was taken up, opened or taken off
  public KeyFilesViewModel(
      KeyFiles files, KeyKeeper keeper, KeyViewModel keys, Background background) {
    this.files = files;
    this.keeper = keeper;
    this.keys = keys;
    this.background = background;
    keys.state().subscribe(this::follow);
  }

  /// Whether a file is of the kind that holds keys, by its name.
  public static boolean isOne(Path file) {
    String name = String.valueOf(file.getFileName()).toLowerCase(Locale.ROOT);
    return name.endsWith(".p12") || name.endsWith(".pfx");
  }

  /// Those that are known, as they were seen last.
  public ReadOnlyObjectProperty<List<DriverReport>> reports() {
    return reports.getReadOnlyProperty();
  }

  public ReadOnlyObjectProperty<KeyFileWork> work() {
    return work.getReadOnlyProperty();
  }

  private void follow(KeyState state) {
    if (state instanceof KeyState.Looked looked) {
      List<DriverReport> now =
          looked.overview().drivers().stream()
              .filter(report -> report.id().equals(KeyInFile.DRIVER))
              .toList();
      if (!now.equals(reports.get())) {
        reports.set(now);
      }
    }
  }

  /// Takes a file up where it lies; then its password is asked for.
  public void open(Path file) {
    run(
        "key file",
        file,
        () -> {
          var _ = files.open(file);
          return file;
        },
        new KeyFileWork.Asking(file, Optional.empty()));
  }

  /// Asks for the password of one that is known.
  public void ask(Path file) {
    latest++;
    work.set(new KeyFileWork.Asking(file, Optional.empty()));
  }

  /// Looks into the file that was asked about; takes over the password and wipes it.
  public void unlock(Pin password) {
    if (!(work.get() instanceof KeyFileWork.Asking(Path file, _))) {
      password.close();
      return;
    }
    run(
        "open key file",
        file,
        () -> {
          try (password) {
            files.open(file).unlock(password);
            return file;
          }
        },
        new KeyFileWork.None());
  }

  private void run(String name, Path file, Background.Work<Path> doing, KeyFileWork then) {
    int mine = ++latest;
    work.set(new KeyFileWork.Opening(file));
    background.<Path>run(
        name,
        doing,
        end -> {
          if (mine == latest) {
            work.set(after(end, file, then));
          }
          keys.look();
        });
  }

  private static KeyFileWork after(End<Path> end, Path file, KeyFileWork then) {
    return switch (end) {
      case End.Finished<Path> _ -> then;
      case End.Failed<Path>(Fault fault) ->
          fault instanceof KeyFault.FilePasswordWrong
                  || fault instanceof KeyFault.FilePasswordWrongOdd
              ? new KeyFileWork.Asking(file, Optional.of(fault))
              : new KeyFileWork.Unusable(file, fault);
      case End.Cancelled<Path>() -> new KeyFileWork.Unusable(file, new WindowFault.Unexpected());
    };
  }

  /// What was begun is let be; the file stays on the list.
  public void dismiss() {
    latest++;
    work.set(new KeyFileWork.None());
  }

  /// Takes a file off the list, and out of use; the file itself stays where it is.
  public void forget(Path file) {
    dismiss();
    keeper
        .open()
        .filter(lease -> lease.key().token().module().equals(file))
        .ifPresent(KeyLease::close);
    keys.putAway(file);
    background.<Path>run(
        "forget key file",
        () -> {
          files.forget(file);
          return file;
        },
        _ -> keys.look());
  }
}
