package org.certassist.bench;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.certassist.workbook.PoiWorkbooks;

/// A JVM with a small heap: reads and checks a short and a long table in turns, and prints how much
/// longer a row of the long one takes; then makes a marked copy of the long one, and prints in how
/// many seconds.
public final class SmallHeap {
  private static final int ROUNDS = 3;
  private static final int FAULTY_EVERY = 100;

  private SmallHeap() {}

  /// @param arguments columns, short file, its rows, long file, its rows, marked copy
  public static void main(String[] arguments) throws Exception {
    SampleTable table = SampleTable.enrolments(Integer.parseInt(arguments[0]));
    List<Double> ratios = new ArrayList<>();
    double _ = nanosARow(table, arguments[1], arguments[2]);
    for (int i = 0; i < ROUNDS; i++) {
      double few = nanosARow(table, arguments[1], arguments[2]);
      ratios.add(nanosARow(table, arguments[3], arguments[4]) / few);
    }
    print(ratios.stream().sorted().toList().get(ROUNDS / 2));
    long start = System.nanoTime();
    new PoiWorkbooks()
        .writeMarked(
            Path.of(arguments[3]),
            SampleTable.marks(Integer.parseInt(arguments[4]), FAULTY_EVERY),
            Path.of(arguments[5]));
    print((System.nanoTime() - start) / 1e9);
  }

  private static void print(double figure) {
    System.out.println(String.format(Locale.ROOT, "%.3f", figure));
  }

  private static double nanosARow(SampleTable table, String file, String rows) throws Exception {
    long start = System.nanoTime();
    int _ = table.readAndCheck(new PoiWorkbooks(), Path.of(file));
    return (double) (System.nanoTime() - start) / Integer.parseInt(rows);
  }
}
