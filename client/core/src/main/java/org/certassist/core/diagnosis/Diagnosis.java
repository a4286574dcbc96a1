package org.certassist.core.diagnosis;

import java.time.Duration;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.Consumer;
import org.certassist.core.diagnosis.CheckResult.State;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// Looks at a PC from all sides at once and names each cause once: a check whose prerequisite
/// failed is not asked.
public final class Diagnosis {
  private static final Logger LOG = LoggerFactory.getLogger(Diagnosis.class);

  /// A driver that hangs is given up after ten seconds by its bridge; everything else is sooner.
  public static final Duration USUAL_PATIENCE = Duration.ofSeconds(14);

  private final List<Check> checks;
  private final Duration patience;

  public Diagnosis() {
    this(USUAL_PATIENCE);
  }

  /// @param patience for all of it; what has not answered by then is unknown
  Diagnosis(Duration patience) {
    this(Checks.all(), patience);
  }

  Diagnosis(List<Check> checks, Duration patience) {
    this.checks = List.copyOf(checks);
    this.patience = patience;
  }

  /// @param each is told of every finding as it comes, on some thread; the calls do not overlap
  public Report look(AskedOnce pc, Consumer<CheckResult> each) throws InterruptedException {
    Set<CheckId> told = EnumSet.noneOf(CheckId.class);
    Consumer<CheckResult> inTurn =
        finding -> {
          synchronized (told) {
            if (told.add(finding.check())) {
              each.accept(finding);
            }
          }
        };
    Map<CheckId, FutureTask<CheckResult>> running = new EnumMap<>(CheckId.class);
    for (Check check : checks) {
      Optional<FutureTask<CheckResult>> before = check.id().after().map(running::get);
      running.put(
          check.id(),
          new FutureTask<>(() -> {
            CheckResult finding = found(check, pc, before);
            inTurn.accept(finding);
            return finding;
          }));
    }
    running.forEach((id, task) -> Thread.ofVirtual().name("check-" + id.word()).start(task));
    return new Report(collected(running, inTurn));
  }

  private List<CheckResult> collected(
      Map<CheckId, FutureTask<CheckResult>> running, Consumer<CheckResult> slow)
      throws InterruptedException {
    long end = System.nanoTime() + patience.toNanos();
    List<CheckResult> found = new ArrayList<>();
    try {
      for (Map.Entry<CheckId, FutureTask<CheckResult>> one : running.entrySet()) {
        found.add(awaited(one.getKey(), one.getValue(), end, slow));
      }
      return found;
    } finally {
      running.values().forEach(task -> task.cancel(true));
    }
  }

  private static CheckResult awaited(
      CheckId id, FutureTask<CheckResult> task, long end, Consumer<CheckResult> slow)
      throws InterruptedException {
    try {
      return task.get(Math.max(0, end - System.nanoTime()), TimeUnit.NANOSECONDS);
    } catch (TimeoutException _) {
      LOG.info("the check {} has not answered", id.word());
      CheckResult finding = CheckResult.unknown(id, CheckResult.NO_ANSWER);
      slow.accept(finding);
      return finding;
    } catch (ExecutionException impossible) {
      throw new IllegalStateException(id.word(), impossible.getCause());
    }
  }

  /// A check that breaks is one that says nothing; the others go on.
  private static CheckResult found(Check check, Pc pc, Optional<FutureTask<CheckResult>> before)
      throws InterruptedException, ExecutionException {
    if (before.isPresent()) {
      CheckResult finding = before.get().get();
      if (finding.blocks()) {
        return CheckResult.skipped(check.id(), finding.check());
      }
    }
    try {
      return check.question().look(pc);
    } catch (RuntimeException | LinkageError | StackOverflowError broken) {
      LOG.error("the check {} broke", check.id().word(), broken);
      return CheckResult.unknown(check.id(), "broke");
    }
  }

  /// All findings, in the order of [CheckId].
  public record Report(List<CheckResult> results) {
    public Report {
      results = List.copyOf(results);
    }

    /// The finding to begin with: the first that failed, else the first that warns.
    public Optional<CheckResult> first() {
      return first(State.FAILED).or(() -> first(State.WARNING));
    }

    private Optional<CheckResult> first(State state) {
      return results.stream().filter(finding -> finding.state() == state).findFirst();
    }

    /// Whether nothing stands in the way of filing, as far as could be seen.
    public boolean isHealthy() {
      return first(State.FAILED).isEmpty();
    }
  }
}
