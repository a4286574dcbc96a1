package org.certassist.desktop.carry;

import java.nio.file.Path;
import java.util.Optional;
import javafx.beans.value.ObservableValue;
import org.certassist.core.workbook.FileFault;
import org.certassist.core.workbook.UnchangedFile;
import org.certassist.core.workbook.WorkbookException;
import org.certassist.desktop.check.CheckState;

/// The clerk's files as they were when they were read: each is looked at before its reading begins,
/// so that one that she has saved again since is not taken for what was checked.
final class FilesAsRead implements Originals {
  private Read latest = new Read(Path.of(""), Optional.empty());

  FilesAsRead(ObservableValue<CheckState> check) {
    check.subscribe(state -> {
      if (state instanceof CheckState.Reading(Path file)) {
        latest = new Read(file, look(file));
      }
    });
  }

  @Override
  public Original of(CheckState.Checked checked) {
    return latest.file().equals(checked.file())
        ? latest
        : new Read(checked.file(), Optional.empty());
  }

  /// A file that cannot be looked at is not read either; that is said there.
  private static Optional<UnchangedFile> look(Path file) {
    try {
      return Optional.of(UnchangedFile.of(file));
    } catch (WorkbookException unreadable) {
      return Optional.empty();
    }
  }

  private record Read(Path file, Optional<UnchangedFile> before) implements Original {
    @Override
    public byte[] bytes() throws WorkbookException {
      return before
          .orElseThrow(() ->
              new WorkbookException(new FileFault.Changed(String.valueOf(file.getFileName()))))
          .bytes();
    }
  }
}
