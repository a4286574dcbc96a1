package org.certassist.core.workbook;

import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;

/// The name that a changed copy of a workbook has to have: a spreadsheet goes by the end of a name.
public final class CopyName {
  private static final List<String> SUFFIXES = List.of(".xlsx", ".xlsm", ".xls");
  private static final String TEXT = ".csv";

  private CopyName() {}

  /// Such as `.xls` for a copy of `list.xls`; `.xlsx` for one of a text file.
  public static String suffix(Path original) {
    return endOf(original).filter(end -> !end.equals(TEXT)).orElse(".xlsx");
  }

  /// The wanted name where it ends as it must, else the same name with the end that it must have.
  public static Path of(Path original, Path wanted) {
    String suffix = suffix(original);
    String name = String.valueOf(wanted.getFileName());
    return endOf(wanted)
        .map(end ->
            end.equals(suffix)
                ? wanted
                : wanted.resolveSibling(name.substring(0, name.length() - end.length()) + suffix))
        .orElseGet(() -> wanted.resolveSibling(name + suffix));
  }

  public static boolean isText(Path original) {
    return endOf(original).filter(TEXT::equals).isPresent();
  }

  private static Optional<String> endOf(Path file) {
    String name = String.valueOf(file.getFileName()).toLowerCase(Locale.ROOT);
    return Stream.concat(SUFFIXES.stream(), Stream.of(TEXT)).filter(name::endsWith).findFirst();
  }
}
