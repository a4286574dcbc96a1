package org.certassist.keys.matrix;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.Collectors;
import org.certassist.bridge.host.cryptoki.CkFunction;
import org.certassist.bridge.simulator.Simulator;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/// Every function that the program calls in a driver, with everything that can go wrong in it: the
/// truth is told, no PIN is wasted, and the work goes on. What it saw is docs/faults.md.
///
/// Small counts run a part and hold the page's lines against it; full counts run everything, and
/// with `-Dcertassist.write-pages=true` write the page.
@Timeout(7200)
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class FaultMatrixTest {
  private static final Path PAGE = Path.of("..", "..", "docs", "faults.md");
  private static final boolean FULL = "full".equals(System.getProperty("certassist.counts"));
  private static final boolean WRITE = Boolean.getBoolean("certassist.write-pages");
  private static final String HOW_TO_WRITE =
      "mvn -pl client/keys -am test -Dtest=FaultMatrixTest -Dsurefire.failIfNoSpecifiedTests=false"
          + " -Dcertassist.counts=full -Dcertassist.write-pages=true";
  private static final int AT_ONCE = 2;

  private Path folder;
  private SimulatedToken removable;
  private SimulatedToken fixed;
  private SimulatedToken blank;
  private Map<Work, List<String>> calls;
  private List<Seen> seen;

  @BeforeAll
  void tryEverything(@TempDir Path temporary) throws Exception {
    folder = temporary;
    removable = SimulatedToken.in(folder.resolve("removable"), Simulator.ONE_KEY);
    fixed = SimulatedToken.in(folder.resolve("fixed"), "reader = fixed\n" + Simulator.ONE_KEY);
    blank = SimulatedToken.blank(folder.resolve("blank"), removable.key());
    calls = new EnumMap<>(Work.class);
    for (Work work : Work.values()) {
      calls.put(work, new Trial(token(work), folder.resolve("usual-" + work)).callsOf(work));
    }
    Matrix matrix = new Matrix(calls);
    seen = run(FULL ? matrix.all() : matrix.some());
  }

  private SimulatedToken token(Work work) {
    return switch (work) {
      case PRACTISING -> blank;
      case SIGNING_WITH_THE_JDK -> fixed;
      case FINDING,
          OPENING,
          OPENING_WRONGLY,
          SIGNING,
          FAILING_TO_SIGN,
          RELEASING,
          CHANGING_THE_PIN,
          UNBLOCKING ->
          removable;
    };
  }

  private List<Seen> run(List<Case> cases) throws Exception {
    try (ExecutorService threads = Executors.newFixedThreadPool(AT_ONCE)) {
      List<Future<Seen>> running = new ArrayList<>();
      for (Case one : cases) {
        Path own = folder.resolve("case-" + running.size());
        running.add(threads.submit(() -> new Trial(token(one.work()), own).run(one)));
      }
      List<Seen> all = new ArrayList<>();
      for (Future<Seen> done : running) {
        all.add(done.get());
      }
      return all;
    }
  }

  @Test
  void everyBoundFunctionIsCalledInSomeStep() {
    assertThat(calls.values().stream().flatMap(List::stream))
        .containsAll(Arrays.stream(CkFunction.values()).map(CkFunction::cName).toList());
  }

  @Test
  void theTruthIsToldNoPinIsWastedAndTheWorkGoesOn() {
    Map<Seen, List<String>> complaints =
        seen.stream()
            .filter(each -> !Judge.complaints(each).isEmpty())
            .collect(Collectors.toMap(each -> each, Judge::complaints));
    assertThat(complaints).isEmpty();
  }

  @Test
  void thePageSaysWhatWasSeen() throws Exception {
    assertThat(WRITE && !FULL).as("the page comes from a full run: " + HOW_TO_WRITE).isFalse();
    if (WRITE) {
      String rest = FaultsPage.otherParts(Files.readString(PAGE));
      Files.writeString(PAGE, FaultsPage.of(seen) + rest);
    }
    String whole = Files.readString(PAGE);
    String page = whole.substring(0, whole.length() - FaultsPage.otherParts(whole).length());
    FaultsPage read = FaultsPage.read(page);
    assertThat(seen.stream().filter(each -> !read.says(each)))
        .as("docs/faults.md says otherwise; write it anew: " + HOW_TO_WRITE)
        .isEmpty();
    if (FULL) {
      assertThat(page).as(HOW_TO_WRITE).isEqualTo(FaultsPage.of(seen));
    }
  }
}
