package org.certassist.desktop.check;

import java.nio.file.Path;
import java.time.YearMonth;
import java.util.List;
import org.certassist.core.declaration.Draft;
import org.certassist.core.fault.Fault;
import org.certassist.core.rules.Finding;
import org.certassist.core.rules.Severity;
import org.certassist.core.rules.Verdict;

/// How far the clerk's file has come.
public sealed interface CheckState {
  /// Nothing was opened yet.
  record NoFile() implements CheckState {}

  record Reading(Path file) implements CheckState {}

  /// The file cannot be used, and why.
  record Unusable(Path file, Fault fault) implements CheckState {}

  /// Read and checked.
  record Checked(Path file, Draft draft, Verdict verdict, YearMonth settlementMonth)
      implements CheckState {
    public List<Finding> findings() {
      return verdict.findings();
    }

    public int errors() {
      return (int) findings().stream().filter(found -> found.severity() == Severity.ERROR).count();
    }

    public int warnings() {
      return findings().size() - errors();
    }

    public int rows() {
      return draft.rows().size();
    }
  }

  /// A file's name without its ending, for proposing names of copies.
  static String baseName(Path file) {
    String name = String.valueOf(file.getFileName());
    int dot = name.lastIndexOf('.');
    return dot > 0 ? name.substring(0, dot) : name;
  }
}
