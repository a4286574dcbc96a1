package org.certassist.bench;

import java.io.PrintStream;
import java.util.Locale;

/// The lines of one run: a figure, its limit, and whether it holds.
final class Report {
  private final PrintStream out;
  private boolean allWithin = true;

  Report(PrintStream out) {
    this.out = out;
  }

  void atMost(String what, double figure, double limit, String remark) {
    line(what, figure, "at most", limit, figure <= limit, remark);
  }

  void atLeast(String what, double figure, double limit, String remark) {
    line(what, figure, "at least", limit, figure >= limit, remark);
  }

  /// A figure without a limit.
  void note(String what, double figure, String remark) {
    out.println(String.format(Locale.ROOT, "%-58s %9.3f  %s", what, figure, remark));
  }

  private void line(
      String what, double figure, String side, double limit, boolean within, String remark) {
    allWithin &= within;
    out.println(
        String.format(
            Locale.ROOT,
            "%-58s %9.3f  %s %.3f: %s  %s",
            what,
            figure,
            side,
            limit,
            within ? "yes" : "NO",
            remark));
  }

  boolean allWithin() {
    return allWithin;
  }
}
