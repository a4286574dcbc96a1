package org.certassist.bench;

import java.nio.file.Path;
import java.util.List;

/// The program behind `client/bench/run`.
public final class Bench {
  private static final int ROWS = 100_000;
  private static final int ROUNDS = 11;
  private static final int MEGABYTES = 2048;

  private Bench() {}

  /// @param arguments `keys --loop FILE`, where the file is the compiled peer in C; `drivers`;
  ///   `doctor --hanging LIBRARY`, with the program's class path as the property
  ///   `certassist.program`; `workbook [ROWS [ROUNDS]]`; or `certificates [MEGABYTES]`
  public static void main(String[] arguments) throws Exception {
    List<String> given = List.of(arguments);
    Report report = new Report(System.out);
    switch (given.isEmpty() ? "" : given.getFirst()) {
      case "keys" -> {
        new SimulatedCalls(report).measure();
        new Recovery(report).measure();
        new SigningSpeed(report, Path.of(given.get(2))).measure();
      }
      case "drivers" -> {
        new DetectionSpeed(report).measure();
        new PluggingSpeed(report).measure();
      }
      case "doctor" -> new CheckupSpeed(report, Path.of(given.get(2))).measure();
      case "workbook" ->
          new WorkbookSpeed(report, number(given, 1, ROWS), number(given, 2, ROUNDS)).measure();
      case "certificates" -> {
        new CertificateBounds(report).measure();
        new HugeFile(report, (long) number(given, 1, MEGABYTES) << 20).measure();
      }
      default -> {
        System.err.println(
            "usage: client/bench/run keys | drivers | doctor | workbook [ROWS [ROUNDS]] |"
                + " certificates [MEGABYTES]");
        System.exit(2);
      }
    }
    System.exit(report.allWithin() ? 0 : 1);
  }

  private static int number(List<String> given, int at, int otherwise) {
    return given.size() > at ? Integer.parseInt(given.get(at)) : otherwise;
  }
}
