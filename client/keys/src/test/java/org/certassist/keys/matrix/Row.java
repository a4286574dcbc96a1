package org.certassist.keys.matrix;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/// A line of the page's tables: everything in one step that ends in the same way.
///
/// @param functions as the step calls them
/// @param behaviours what they do, the same of each
/// @param tries how many PINs were tried, and which is in force
record Row(List<String> functions, List<String> behaviours, Told told, String tries) {
  static final String HEAD =
      """
      | function | the driver | the client sees | in words | 中文 | PIN tries |
      |---|---|---|---|---|---|
      """;

  /// Stands for all codes that were tried in a function and are not in another line.
  static final String OTHER_CODES = "any other code";

  Row {
    functions = List.copyOf(functions);
    behaviours = List.copyOf(behaviours);
  }

  static String functionOf(Case one) {
    return one.place().afterThePin() ? one.function() + " after the PIN" : one.function();
  }

  static String triesOf(Seen seen) {
    String tries =
        seen.administratorsTries() > 0
            ? seen.administratorsTries() + " of the administrator's"
            : Long.toString(seen.tries());
    Optional<String> inForce =
        seen.pin()
            .map(pin ->
                switch (pin) {
                  case OLD -> ", old PIN in force";
                  case NEW -> ", new PIN in force";
                });
    return tries + inForce.orElse("");
  }

  /// Whether both say the same of other functions.
  boolean goesWith(Row other) {
    return behaviours.equals(other.behaviours)
        && told.equals(other.told)
        && tries.equals(other.tries);
  }

  Row and(Row other) {
    List<String> all = new ArrayList<>(functions);
    all.addAll(other.functions);
    return new Row(all, behaviours, told, tries);
  }

  /// Whether a case belongs here.
  boolean holds(String function, String behaviour) {
    return functions.contains(function) && behaviours.contains(behaviour);
  }

  String line() {
    return "| %s | %s | %s | %s | %s | %s |\n"
        .formatted(
            String.join(", ", functions.stream().map(Row::quoted).toList()),
            String.join(", ", behaviours),
            told.sees(),
            told.english(),
            told.chinese(),
            tries);
  }

  private static String quoted(String function) {
    String name = function.split(" ", 2)[0];
    return "`" + name + "`" + function.substring(name.length());
  }

  /// Empty for a line that is no row.
  static Optional<Row> parse(String line) {
    List<String> cells = Arrays.stream(line.split("\\|", -1)).map(String::strip).toList();
    if (cells.size() != 8 || !cells.get(1).startsWith("`C_")) {
      return Optional.empty();
    }
    return Optional.of(
        new Row(
            List.of(cells.get(1).replace("`", "").split(", ")),
            List.of(cells.get(2).split(", ")),
            new Told(cells.get(3), cells.get(4), cells.get(5)),
            cells.get(6)));
  }
}
