package org.certassist.bench;

import java.nio.file.Path;
import java.util.List;

/// The program behind `client/bench/run`.
public final class Bench {
  private Bench() {}

  /// @param arguments `keys --loop FILE`, where the file is the compiled peer in C
  public static void main(String[] arguments) throws Exception {
    List<String> given = List.of(arguments);
    if (given.size() != 3 || !given.getFirst().equals("keys") || !given.get(1).equals("--loop")) {
      System.err.println("usage: client/bench/run keys");
      System.exit(2);
    }
    Report report = new Report(System.out);
    new SimulatedCalls(report).measure();
    new Recovery(report).measure();
    new SigningSpeed(report, Path.of(given.get(2))).measure();
    System.exit(report.allWithin() ? 0 : 1);
  }
}
