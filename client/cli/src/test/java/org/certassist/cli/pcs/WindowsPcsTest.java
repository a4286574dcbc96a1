package org.certassist.cli.pcs;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URISyntaxException;
import java.net.URL;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;
import org.certassist.core.diagnosis.AskedOnce;
import org.certassist.core.diagnosis.Cause;
import org.certassist.core.diagnosis.CheckResult;
import org.certassist.core.diagnosis.Diagnosis;
import org.certassist.core.diagnosis.Diagnosis.Report;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/// Recorded Windows PCs: nothing is found on the healthy ones, and on each broken one its one
/// cause.
class WindowsPcsTest {
  @TempDir private Path folder;

  private static Path recordings() {
    URL resource = Objects.requireNonNull(WindowsPcsTest.class.getResource("parts"));
    try {
      return Objects.requireNonNull(Path.of(resource.toURI()).getParent());
    } catch (URISyntaxException impossible) {
      throw new IllegalStateException(impossible);
    }
  }

  private static Stream<String> in(String kind) {
    try (Stream<Path> all = Files.list(recordings().resolve(kind))) {
      return all.map(each -> kind + "/" + each.getFileName()).sorted().toList().stream();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  static Stream<String> healthy() {
    return in("healthy");
  }

  static Stream<String> broken() {
    return in("broken");
  }

  private Report look(RecordedPc pc) throws InterruptedException {
    return new Diagnosis().look(new AskedOnce(pc), _ -> {});
  }

  private static List<CheckResult> findings(Report report) {
    return report.results().stream().filter(result -> result.cause().isPresent()).toList();
  }

  private RecordedPc pc(String name) throws IOException {
    Path own = Files.createDirectories(folder.resolve(name));
    return new RecordedPc(recordings().resolve(name), own);
  }

  @ParameterizedTest
  @MethodSource("healthy")
  void nothingIsFoundOnAHealthyPc(String name) throws Exception {
    RecordedPc pc = pc(name);
    Report report = look(pc);

    assertThat(pc.expected()).isEmpty();
    assertThat(findings(report)).isEmpty();
    assertThat(report.results()).extracting(CheckResult::word).doesNotContain("broke", "noAnswer");
  }

  @ParameterizedTest
  @MethodSource("broken")
  void theOneCauseIsNamedOnABrokenPc(String name) throws Exception {
    RecordedPc pc = pc(name);
    Report report = look(pc);

    assertThat(findings(report).stream().flatMap(each -> each.cause().stream()))
        .containsExactly(pc.expected().orElseThrow());
    assertThat(report.results()).extracting(CheckResult::word).doesNotContain("broke", "noAnswer");
  }

  @Test
  void thereAreTwentyOfEach() {
    assertThat(healthy()).hasSizeGreaterThanOrEqualTo(20);
    assertThat(broken()).hasSizeGreaterThanOrEqualTo(20);
  }

  /// docs/faults.md lists them.
  @Test
  void thePageListsEveryRecording() throws Exception {
    String page = Files.readString(Path.of("../../docs/faults.md"));

    for (String name : healthy().toList()) {
      assertThat(page).contains(row(name, "none"));
    }
    for (String name : broken().toList()) {
      Cause cause = pc(name).expected().orElseThrow();
      assertThat(page).contains(row(name, "`" + cause.id() + "`"));
    }
  }

  private static String row(String name, String cause) {
    return "| `" + name + "` | " + cause + " | ";
  }
}
