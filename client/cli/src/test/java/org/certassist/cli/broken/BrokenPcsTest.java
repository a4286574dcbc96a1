package org.certassist.cli.broken;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.DynamicTest.dynamicTest;

import java.nio.file.Path;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.certassist.core.diagnosis.Cause;
import org.certassist.core.knowledge.Bilingual;
import org.certassist.core.knowledge.Knowledge;
import org.certassist.core.knowledge.KnowledgeEntry;
import org.certassist.datafiles.KnowledgeFile;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.io.TempDir;

/// Each PC is really made and looked at through the program's real parts: what is wrong with it is
/// named first, and nothing else is; a part of docs/faults.md is written from it.
class BrokenPcsTest {
  private static final String TITLE = "\n# Broken PCs, and what is named first\n";
  private static final String HEAD =
      """

      Each of these PCs is made by `BrokenPcsTest`, with real files, libraries, archives, disks, servers and TLS, and the simulated driver; then all of it is looked at through the program's real parts, as `doctor` does. It fails where another cause comes first, where a consequence is named as a cause of its own, or where no step is known; and it writes this part. The seconds are those of one run, the start of the driver's process with it; only they are not compared. “The first step” begins what `doctor` prints.

      | the PC | named first | who acts | the first step | s |
      |---|---|---|---|---|
      """;

  /// A broken PC is looked at in fifteen seconds at most, also on a slow machine.
  private static final Duration PATIENCE = Duration.ofSeconds(15);

  private static final Knowledge KNOWLEDGE = new KnowledgeFile().builtIn();

  @TempDir private Path folder;
  private final Map<String, Duration> took = new HashMap<>();

  private static List<Broken> all() {
    return Stream.of(
            BrokenDrivers.all(),
            BrokenKeys.all(),
            BrokenLines.all(),
            BrokenStores.all(),
            SecondThoughts.all())
        .flatMap(List::stream)
        .toList();
  }

  @TestFactory
  Stream<DynamicTest> whatIsWrongIsNamedFirstAndAlone() throws Exception {
    Issuer issuer = new Issuer("made root");
    List<Broken> all = all();
    Stream<DynamicTest> looks =
        all.stream().map(broken -> dynamicTest(broken.what(), () -> look(broken, issuer)));
    return Stream.concat(looks, Stream.of(dynamicTest("docs/faults.md", () -> page(all))));
  }

  private void look(Broken broken, Issuer issuer) throws Exception {
    Path own = folder.resolve("pc" + took.size());
    took.put(broken.what(), Duration.ZERO);
    try (MadePc pc = MadePc.healthy(own, issuer)) {
      Seen seen = broken.look().at(pc);
      assertThat(seen.first()).as("first of %s", seen.all()).isEqualTo(first(broken));
      assertThat(seen.all()).containsExactlyInAnyOrderElementsOf(broken.causes());
      assertThat(seen.took()).isLessThan(PATIENCE);
      took.put(broken.what(), seen.took());
    }
    first(broken).ifPresent(cause -> assertThat(entry(cause).steps()).isNotEmpty());
  }

  private static Optional<Cause> first(Broken broken) {
    return broken.causes().stream().findFirst();
  }

  private static KnowledgeEntry entry(Cause cause) {
    return KNOWLEDGE.entry(cause.id()).orElseThrow();
  }

  private void page(List<Broken> all) throws Exception {
    StringBuilder part = new StringBuilder(TITLE + HEAD);
    all.forEach(broken -> part.append(line(broken)));
    new FaultsPage(TITLE).holds(part.toString());
  }

  private String line(Broken broken) {
    Optional<KnowledgeEntry> entry = first(broken).map(BrokenPcsTest::entry);
    return "| %s | %s | %s | %s | %s |%n"
        .formatted(
            broken.what(),
            first(broken).map(cause -> "`" + cause.id() + "`").orElse("nothing"),
            entry.map(known -> known.who().word()).orElse("–"),
            entry.map(known -> known.steps().getFirst()).map(Bilingual::english).orElse("–"),
            seconds(took.getOrDefault(broken.what(), Duration.ZERO)));
  }

  /// One that could not be made here took none.
  private static String seconds(Duration duration) {
    return duration.isZero()
        ? "–"
        : String.format(Locale.ROOT, "%.1f", duration.toMillis() / 1000.0);
  }
}
