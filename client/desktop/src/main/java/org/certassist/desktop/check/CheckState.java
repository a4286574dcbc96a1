package org.certassist.desktop.check;

import java.nio.file.Path;
import java.time.YearMonth;
import java.util.List;
import org.certassist.core.declaration.Draft;
import org.certassist.core.fault.Fault;
import org.certassist.core.rules.Finding;
import org.certassist.core.rules.Verdict;

/// How far the clerk's file has come.
public sealed interface CheckState {
  /// Nothing was opened yet.
  record NoFile() implements CheckState {}

  record Reading(Path file) implements CheckState {}

  /// The file cannot be used, and why.
  record Unusable(Path file, Fault fault) implements CheckState {}

  /// A sheet is in hand.
  sealed interface InHand extends CheckState {
    /// The file it came from; for one that was begun here, the name that its file would have.
    Path file();

    /// Without blank rows, as it is checked and filed.
    Draft draft();

    YearMonth settlementMonth();

    default int rows() {
      return draft().rows().size();
    }
  }

  /// It was checked as it stands; nothing else can be signed.
  record Checked(Path file, Draft draft, Verdict verdict, YearMonth settlementMonth)
      implements InHand {
    public List<Finding> findings() {
      return verdict.findings();
    }
  }

  /// It was changed, and what the rules say of it is not known yet.
  record Rechecking(Path file, Draft draft, YearMonth settlementMonth) implements InHand {}

  /// A file's name without its ending, for proposing names of copies.
  static String baseName(Path file) {
    String name = String.valueOf(file.getFileName());
    int dot = name.lastIndexOf('.');
    return dot > 0 ? name.substring(0, dot) : name;
  }
}
