package org.certassist.desktop.check;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.function.Consumer;
import org.certassist.core.workbook.CopyName;
import org.certassist.desktop.fx.Asking;

/// Asks where a copy of a workbook is to be saved, and never lets one replace a file that the
/// dialog did not ask about.
public final class SaveCopy {
  private final Path original;
  private final Asking asking;

  private SaveCopy(Path original, Asking asking) {
    this.original = original;
    this.asking = asking;
  }

  /// A copy in the original's own form.
  public static SaveCopy of(Path original, Asking asking) {
    return new SaveCopy(original, asking);
  }

  /// The form of a file of ours that a copy of it can have: no macros, no plain text.
  static String ours(Path original) {
    String suffix = CopyName.suffix(original);
    return suffix.equals(".xlsm") ? ".xlsx" : suffix;
  }

  public void ask(String title, String name, Consumer<Path> save) {
    asking
        .save(title, name)
        .ifPresent(out -> {
          Path copy = CopyName.of(original, out);
          boolean askedAbout = copy.equals(out);
          if (askedAbout || !Files.exists(copy)) {
            save.accept(copy);
          } else {
            // The name was completed, and that file is there: the dialog asks before it is
            // replaced.
            ask(title, String.valueOf(copy.getFileName()), save);
          }
        });
  }
}
