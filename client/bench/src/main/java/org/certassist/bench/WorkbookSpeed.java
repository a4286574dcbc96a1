package org.certassist.bench;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.stream.Stream;
import org.certassist.core.workbook.Workbooks;
import org.certassist.core.workbook.Workbooks.Mark;
import org.certassist.workbook.PoiWorkbooks;

/// A workbook read and checked, against others that merely read the same file.
///
/// All take turns, round by round, in one JVM; a figure is the median of the rounds' ratios. The
/// run in a small heap is a JVM of its own ([SmallHeap]).
final class WorkbookSpeed {
  private static final int CLERKS_ROWS = 200;
  private static final int XLS_ROWS = 5_000;
  private static final int FAULTY_EVERY = 100;
  private static final int COLUMNS = 30;

  private final Report report;
  private final int rows;
  private final int rounds;
  private final Workbooks workbooks = new PoiWorkbooks();

  /// @param rows of the large table
  WorkbookSpeed(Report report, int rows, int rounds) {
    this.report = report;
    this.rows = rows;
    this.rounds = rounds;
  }

  void measure() throws Exception {
    Path folder = Files.createTempDirectory("certassist-bench");
    try {
      clerksCase(folder);
      oldForm(folder);
      copies(folder);
      large(folder);
      smallHeap(folder);
    } finally {
      delete(folder);
    }
  }

  private void clerksCase(Path folder) throws Exception {
    SampleTable table = SampleTable.enrolments(0);
    Path file = folder.resolve("clerk.xlsx");
    workbooks.writeTemplate(table.kind(), table.unit(), table.people(CLERKS_ROWS, 20), file);
    for (int i = 0; i < rounds; i++) {
      int _ = table.readAndCheck(workbooks, file);
    }
    List<Double> taken = new ArrayList<>();
    for (int i = 0; i < rounds; i++) {
      taken.add(seconds(() -> table.readAndCheck(workbooks, file)));
    }
    report.atMost("200 rows read and checked, warm, s", median(taken), 0.5, "");
  }

  private void oldForm(Path folder) throws Exception {
    SampleTable table = SampleTable.enrolments(0);
    Path file = folder.resolve("old.xls");
    workbooks.writeTemplate(table.kind(), table.unit(), table.people(XLS_ROWS, FAULTY_EVERY), file);
    double first = seconds(() -> table.readAndCheck(workbooks, file));
    compare(
        "5,000 rows of .xls",
        table,
        file,
        List.of(TableReaders.POI_EVENT_MODEL, TableReaders.POI_USER_MODEL),
        Map.of());
    report.atMost("5,000 rows of .xls read and checked, first time, s", first, 2, "");
  }

  /// How long a template and a marked copy of the large table's size take, in times of a read and
  /// check.
  private void copies(Path folder) throws Exception {
    SampleTable table = SampleTable.enrolments(COLUMNS);
    Path file = folder.resolve("filled.xlsx");
    List<Map<String, String>> people = table.peopleAgainAndAgain(rows);
    List<Mark> marks = SampleTable.marks(rows, FAULTY_EVERY);
    List<Double> template = new ArrayList<>();
    List<Double> marked = new ArrayList<>();
    List<Double> templateOverRead = new ArrayList<>();
    List<Double> markedOverRead = new ArrayList<>();
    for (int i = 0; i < rounds; i++) {
      double written =
          seconds(() -> {
            workbooks.writeTemplate(table.kind(), table.unit(), people, file);
            return 0;
          });
      double read = seconds(() -> table.readAndCheck(workbooks, file));
      double copied =
          seconds(() -> {
            workbooks.writeMarked(file, marks, folder.resolve("marked.xlsx"));
            return 0;
          });
      template.add(written);
      marked.add(copied);
      templateOverRead.add(written / read);
      markedOverRead.add(copied / read);
    }
    String size = String.format(Locale.ROOT, "%,d x %d: ", rows, COLUMNS);
    report.atMost(
        size + "template over read and check", median(templateOverRead), 2, remark(template));
    report.atMost(
        size + "marked copy over read and check", median(markedOverRead), 2, remark(marked));
  }

  private void large(Path folder) throws Exception {
    SampleTable table = SampleTable.enrolments(COLUMNS);
    Path file = table.write(folder.resolve("large.xlsx"), rows, FAULTY_EVERY);
    compare(
        String.format(Locale.ROOT, "%,d x %d", rows, COLUMNS),
        table,
        file,
        List.of(
            TableReaders.POI_EVENT_MODEL,
            TableReaders.FASTEXCEL_READER,
            TableReaders.IDEV_FASTEXCEL),
        Map.of(TableReaders.POI_EVENT_MODEL, 1.0, TableReaders.FASTEXCEL_READER, 1.25));
    report.atMost("cancelled in the middle, answered after s", cancelled(table, file), 1, "");
  }

  private void compare(
      String what,
      SampleTable table,
      Path file,
      List<TableReaders> peers,
      Map<TableReaders, Double> limits)
      throws Exception {
    Map<TableReaders, List<Double>> ratios = new EnumMap<>(TableReaders.class);
    List<Double> ours = new ArrayList<>();
    for (int i = 0; i < rounds; i++) {
      double mine = seconds(() -> table.readAndCheck(workbooks, file));
      ours.add(mine);
      for (TableReaders peer : peers) {
        double theirs = seconds(() -> peer.characters(file));
        ratios.computeIfAbsent(peer, _ -> new ArrayList<>()).add(mine / theirs);
      }
    }
    String remark = remark(ours);
    ratios.forEach((peer, found) -> {
      String line = what + ": read and checked over " + peer.name().toLowerCase(Locale.ROOT);
      Double limit = limits.get(peer);
      if (limit == null) {
        report.note(line, median(found), remark);
      } else {
        report.atMost(line, median(found), limit, remark);
      }
    });
  }

  /// Seconds from the interrupt to the end of the work.
  private double cancelled(SampleTable table, Path file) throws Exception {
    double whole = seconds(() -> table.readAndCheck(workbooks, file));
    Thread work =
        Thread.ofPlatform()
            .start(() -> {
              try {
                int _ = table.readAndCheck(workbooks, file);
              } catch (Exception interrupted) {
                // it was told to end
              }
            });
    Thread.sleep((long) (whole * 500));
    long start = System.nanoTime();
    work.interrupt();
    work.join();
    return (System.nanoTime() - start) / 1e9;
  }

  private void smallHeap(Path folder) throws Exception {
    SampleTable table = SampleTable.enrolments(COLUMNS);
    int most = Math.min(Workbooks.MOST_ROWS, 2 * rows);
    int few = most / 20;
    Path all = table.write(folder.resolve("most.xlsx"), most, FAULTY_EVERY);
    Path some = table.write(folder.resolve("few.xlsx"), few, FAULTY_EVERY);
    List<String> command =
        List.of(
            ProcessHandle.current().info().command().orElseThrow(),
            "-Xmx256m",
            "-cp",
            System.getProperty("java.class.path"),
            SmallHeap.class.getName(),
            Integer.toString(COLUMNS),
            some.toString(),
            Integer.toString(few),
            all.toString(),
            Integer.toString(most),
            folder.resolve("marked.xlsx").toString());
    Process process =
        new ProcessBuilder(command).redirectError(ProcessBuilder.Redirect.INHERIT).start();
    List<String> answers =
        new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8)
            .lines()
            .toList();
    String what = String.format(Locale.ROOT, "%,d rows within 256 MB", most);
    if (process.waitFor() == 0) {
      report.atMost(
          what + ", a row over one of " + few, Double.parseDouble(answers.get(0)), 1.2, "");
      report.note(what + ": marked copy, s", Double.parseDouble(answers.get(1)), "");
    } else {
      report.atMost(what + ": exit code", process.exitValue(), 0, "");
    }
  }

  private static String remark(List<Double> seconds) {
    return String.format(Locale.ROOT, "(%.3f s)", median(seconds));
  }

  private static double seconds(Callable<? extends Number> work) throws Exception {
    long start = System.nanoTime();
    Number _ = work.call();
    return (System.nanoTime() - start) / 1e9;
  }

  private static double median(List<Double> values) {
    return values.stream().sorted().toList().get(values.size() / 2);
  }

  private static void delete(Path folder) throws IOException {
    try (Stream<Path> files = Files.walk(folder)) {
      for (Path file : files.sorted(Comparator.reverseOrder()).toList()) {
        Files.delete(file);
      }
    }
  }
}
