package org.certassist.keys.contract;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.extension.BeforeTestExecutionCallback;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.jupiter.api.extension.TestWatcher;

/// Prints each contract that a module cannot show, with the reason, and at the end of all tests a
/// table of every module: shown, skipped, failed, time.
final class Ledger implements TestWatcher, BeforeTestExecutionCallback {
  private static final ExtensionContext.Namespace HERE =
      ExtensionContext.Namespace.create(Ledger.class);

  private enum Outcome {
    SHOWN,
    SKIPPED,
    FAILED
  }

  private record Line(String contract, Outcome outcome, String reason, long milliseconds) {}

  /// All lines of one run, printed when JUnit lets go of it.
  private static final class Book implements AutoCloseable {
    private final Map<String, List<Line>> modules = new ConcurrentHashMap<>();

    void add(String module, Line line) {
      modules.computeIfAbsent(module, _ -> new ArrayList<>()).add(line);
    }

    @Override
    public void close() {
      System.out.println("contract  module           shown skipped failed  seconds");
      new TreeMap<>(modules)
          .forEach((module, lines) -> {
            System.out.printf(
                Locale.ROOT,
                "contract  %-16s %5d %7d %6d %8.1f%n",
                module,
                count(lines, Outcome.SHOWN),
                count(lines, Outcome.SKIPPED),
                count(lines, Outcome.FAILED),
                lines.stream().mapToLong(Line::milliseconds).sum() / 1000.0);
            lines.stream()
                .filter(line -> line.outcome() == Outcome.SKIPPED)
                .forEach(line ->
                    System.out.printf(
                        "contract    skipped %s: %s%n", line.contract(), line.reason()));
          });
    }

    private static long count(List<Line> lines, Outcome outcome) {
      return lines.stream().filter(line -> line.outcome() == outcome).count();
    }
  }

  @Override
  public void beforeTestExecution(ExtensionContext context) {
    context.getStore(HERE).put("start", System.nanoTime());
  }

  @Override
  public void testSuccessful(ExtensionContext context) {
    write(context, Outcome.SHOWN, "");
  }

  @Override
  public void testAborted(ExtensionContext context, @Nullable Throwable cause) {
    String reason =
        cause == null ? "" : String.valueOf(cause.getMessage()).replace("Assumption failed: ", "");
    System.out.println(
        "contract: %s skips %s: %s".formatted(module(context), name(context), reason));
    write(context, Outcome.SKIPPED, reason);
  }

  @Override
  public void testFailed(ExtensionContext context, @Nullable Throwable cause) {
    write(context, Outcome.FAILED, "");
  }

  private static void write(ExtensionContext context, Outcome outcome, String reason) {
    Long start = context.getStore(HERE).get("start", Long.class);
    long took = start == null ? 0 : (System.nanoTime() - start) / 1_000_000;
    context
        .getRoot()
        .getStore(HERE)
        .computeIfAbsent(Book.class)
        .add(module(context), new Line(name(context), outcome, reason, took));
  }

  private static String name(ExtensionContext context) {
    return context.getRequiredTestMethod().getName();
  }

  private static String module(ExtensionContext context) {
    return Optional.of(context.getRequiredTestInstance())
        .filter(Contract.class::isInstance)
        .map(test -> ((Contract) test).module().capabilities().module())
        .orElse("?");
  }
}
