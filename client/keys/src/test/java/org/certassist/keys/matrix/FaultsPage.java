package org.certassist.keys.matrix;

import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.certassist.texts.Language;

/// The first part of docs/faults.md, about drivers: written from what a full run saw, and read
/// again to be held against any run.
final class FaultsPage {
  private static final String INTRODUCTION =
      """
      # What a driver may do wrong, and what becomes of it

      Every function of a PKCS#11 driver that the program calls, with everything that may go wrong in it: each return code that PKCS#11 2.40 lists for it, a few that it does not list, a driver that hangs, crashes, aborts, ends its process, loses the key or writes nonsense. `FaultMatrixTest` does all of this to the real bridge and a real host process, with the simulated driver, and writes this part of the page; nothing in it is typed by hand.

      In each of the {cases} cases of the run that wrote it

      - the fault was there, as the simulator counts calls; the program lived; and the same work was done once the driver behaved again;
      - no PIN was tried more often than the table says, as the simulator counts tries. It says 2 where the driver denies having looked at the first, which was right;
      - a code about a PIN was believed only from a function that sees one, and any other code is told by its name or number.

      A fault begins in the first call of a function in a step, or in the first after the PIN was sent, and stays until the step is over. `{function}` and `{code}` stand for the function and what it returned, `{driver}` for the driver's file, `{serial}` for the key's serial number, `{length}` for the length that it gave, `{ms}` for the deadline in milliseconds.
      """;

  private static final String IN_FULL = "\n## In full\n\n";

  private static final String CODES =
      """

      ## The codes that were tried

      All without `CKR_`; 0x000001f0 is not assigned by 2.40, 0x80000123 is a vendor's.

      | function | codes |
      |---|---|
      """;

  private final Map<Work, List<Row>> rows;

  private FaultsPage(Map<Work, List<Row>> rows) {
    this.rows = rows;
  }

  /// The page as a full run would have it.
  static String of(List<Seen> all) {
    StringBuilder page =
        new StringBuilder(INTRODUCTION.replace("{cases}", "%,d".formatted(all.size())));
    byWork(all)
        .forEach((work, seen) -> {
          page.append(heading(work)).append(work.explanation()).append("\n\n");
          page.append(Row.HEAD);
          Rows.of(seen).forEach(row -> page.append(row.line()));
        });
    return page.append(inFull(all)).append(codes(all)).toString();
  }

  private static String heading(Work work) {
    return "\n## " + work.title() + "\n\n";
  }

  private static Map<Work, List<Seen>> byWork(List<Seen> all) {
    return all.stream()
        .collect(
            Collectors.groupingBy(
                seen -> seen.one().work(), () -> new EnumMap<>(Work.class), Collectors.toList()));
  }

  private static String inFull(List<Seen> all) {
    Map<String, Seen> first = new TreeMap<>();
    all.stream()
        .filter(seen -> seen.outcome() instanceof Outcome.Failed)
        .forEach(seen -> first.putIfAbsent(seen.outcome().id(), seen));
    StringBuilder page =
        new StringBuilder(IN_FULL).append("| fault | English | 中文 |\n|---|---|---|\n");
    first.forEach((id, seen) ->
        page.append(
            "| `%s` | %s | %s |\n"
                .formatted(id, Told.inFull(seen, Language.EN), Told.inFull(seen, Language.ZH))));
    return page.toString();
  }

  private static String codes(List<Seen> all) {
    Map<String, TreeSet<String>> codes = new TreeMap<>();
    for (Seen seen : all) {
      if (Rows.isACode(seen.one().behaviour())) {
        codes
            .computeIfAbsent(seen.one().function(), _ -> new TreeSet<>())
            .add(seen.one().behaviour().code().replace("CKR_", ""));
      }
    }
    StringBuilder page = new StringBuilder(CODES);
    codes.forEach((function, tried) ->
        page.append("| `%s` | %s |\n".formatted(function, String.join(", ", tried))));
    return page.toString();
  }

  /// What follows on the page under headings of its own, which others write.
  static String otherParts(String page) {
    int next = page.indexOf("\n# ");
    return next < 0 ? "" : page.substring(next);
  }

  static FaultsPage read(String page) {
    Map<Work, List<Row>> rows = new EnumMap<>(Work.class);
    for (Work work : Work.values()) {
      int start = page.indexOf(heading(work));
      String rest = start < 0 ? "" : page.substring(start + heading(work).length());
      int end = rest.indexOf("\n## ");
      rows.put(
          work,
          (end < 0 ? rest : rest.substring(0, end))
              .lines()
              .map(Row::parse)
              .flatMap(Optional::stream)
              .toList());
    }
    return new FaultsPage(rows);
  }

  /// Whether it says of a case what was seen.
  boolean says(Seen seen) {
    String function = Row.functionOf(seen.one());
    String words = seen.one().behaviour().words();
    List<Row> of = rows.getOrDefault(seen.one().work(), List.of());
    boolean byName = of.stream().anyMatch(row -> row.holds(function, words));
    String wanted = !byName && Rows.isACode(seen.one().behaviour()) ? Row.OTHER_CODES : words;
    return of.stream()
        .anyMatch(row ->
            row.holds(function, wanted)
                && row.told().equals(Told.of(seen))
                && row.tries().equals(Row.triesOf(seen)));
  }
}
