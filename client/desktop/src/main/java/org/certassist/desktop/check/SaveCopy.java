package org.certassist.desktop.check;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.function.Consumer;
import java.util.function.UnaryOperator;
import org.certassist.core.workbook.CopyName;
import org.certassist.desktop.fx.Asking;

/// Asks where a file that is made of another is to be saved, and never lets it replace one that the
/// dialog did not ask about.
public final class SaveCopy {
  private final UnaryOperator<Path> completed;
  private final Asking asking;

  private SaveCopy(UnaryOperator<Path> completed, Asking asking) {
    this.completed = completed;
    this.asking = asking;
  }

  /// A copy in the original's own form.
  public static SaveCopy of(Path original, Asking asking) {
    return new SaveCopy(out -> CopyName.of(original, out), asking);
  }

  /// A file whose name is made of the one that she chose.
  public static SaveCopy named(UnaryOperator<Path> completed, Asking asking) {
    return new SaveCopy(completed, asking);
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
          Path copy = completed.apply(out);
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
