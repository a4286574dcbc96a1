package org.certassist.keys.matrix;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.certassist.keys.matrix.Behaviour.Kind;

/// The lines of one step, short enough to be read: what ends in the same way stands together.
final class Rows {
  /// From so many codes on they are not given one by one.
  private static final int MANY = 4;

  private record End(Told told, String tries) {}

  private Rows() {}

  /// @param seen everything that one step saw
  static List<Row> of(List<Seen> seen) {
    Map<String, List<Seen>> byFunction =
        seen.stream()
            .collect(
                Collectors.groupingBy(
                    each -> Row.functionOf(each.one()), LinkedHashMap::new, Collectors.toList()));
    List<Row> rows = new ArrayList<>();
    byFunction.forEach((function, of) -> {
      for (Row row : ofOne(function, of)) {
        add(rows, row);
      }
    });
    return rows;
  }

  private static void add(List<Row> rows, Row row) {
    for (int i = 0; i < rows.size(); i++) {
      if (rows.get(i).goesWith(row)) {
        rows.set(i, rows.get(i).and(row));
        return;
      }
    }
    rows.add(row);
  }

  private static List<Row> ofOne(String function, List<Seen> seen) {
    Map<End, List<Seen>> byEnd =
        seen.stream()
            .collect(
                Collectors.groupingBy(
                    each -> new End(Told.of(each), Row.triesOf(each)),
                    LinkedHashMap::new,
                    Collectors.toList()));
    long most = byEnd.values().stream().mapToLong(Rows::codes).max().orElse(0);
    List<Row> rows = new ArrayList<>();
    boolean shortened = false;
    for (Map.Entry<End, List<Seen>> entry : byEnd.entrySet()) {
      boolean shorten = !shortened && most >= MANY && codes(entry.getValue()) == most;
      shortened |= shorten;
      End end = entry.getKey();
      rows.add(
          new Row(
              List.of(function), behaviours(entry.getValue(), shorten), end.told(), end.tries()));
    }
    return rows;
  }

  private static long codes(List<Seen> seen) {
    return seen.stream().filter(each -> isACode(each.one().behaviour())).count();
  }

  static boolean isACode(Behaviour behaviour) {
    return behaviour.kind() == Kind.RETURNS && !behaviour.once();
  }

  private static List<String> behaviours(List<Seen> seen, boolean shorten) {
    Set<String> words =
        seen.stream()
            .map(each -> each.one().behaviour())
            .map(behaviour -> shorten && isACode(behaviour) ? Row.OTHER_CODES : behaviour.words())
            .collect(Collectors.toCollection(LinkedHashSet::new));
    return List.copyOf(words);
  }
}
