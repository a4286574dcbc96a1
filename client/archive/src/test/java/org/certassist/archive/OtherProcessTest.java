package org.certassist.archive;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Random;
import java.util.concurrent.TimeUnit;
import org.certassist.core.archive.ArchiveException;
import org.certassist.core.archive.ArchiveFault;
import org.certassist.core.archive.History;
import org.certassist.core.declaration.DeclarationId;
import org.certassist.core.declaration.Stage;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;

@Timeout(300)
class OtherProcessTest {
  private static final int KILLS = Integer.getInteger("certassist.kills", 20);

  @TempDir Path folder;

  @Test
  void theHolderIsNamedAfterThreeSecondsAndNotAfterItsDeath() throws Exception {
    Path home = folder.resolve("home");
    try (ArchiveProcess other = ArchiveProcess.start(home, Map.of())) {
      assertThat(other.read()).isEqualTo("open");
      long started = System.nanoTime();
      assertThatThrownBy(() -> SqliteArchive.open(home, "test", Samples.CLOCK))
          .isInstanceOfSatisfying(
              ArchiveException.class,
              refused ->
                  assertThat(refused.fault())
                      .isEqualTo(ArchiveFault.of("archive.inUse", "another, pid " + other.pid())));
      assertThat(Duration.ofNanos(System.nanoTime() - started))
          .isBetween(Duration.ofMillis(2900), Duration.ofSeconds(10));
      assertThat(other.ask("append")).startsWith("ack ");
      other.kill();
      try (SqliteArchive archive = SqliteArchive.open(home, "test", Samples.CLOCK)) {
        assertThat(archive.all()).hasSize(1);
      }
    }
  }

  @Test
  void aProcessKilledAtAnyMomentLosesNothingItAcknowledged() throws Exception {
    Path home = folder.resolve("home");
    long seed = new Random().nextLong();
    Random random = new Random(seed);
    Map<DeclarationId, Integer> acknowledged = new HashMap<>();
    int unspoken = 0;
    for (int round = 0; round < KILLS; round++) {
      try (ArchiveProcess other = ArchiveProcess.start(home, Map.of())) {
        assertThat(other.read()).isEqualTo("open");
        List<String> said = new ArrayList<>();
        said.add(other.ask("life"));
        TimeUnit.MICROSECONDS.sleep(random.nextInt(300_000));
        said.addAll(other.kill());
        said.forEach(line -> note(line, acknowledged));
      }
      SqliteArchiveTest.assertNoCanary(home);
      try (SqliteArchive archive = Samples.open(home)) {
        Map<DeclarationId, Integer> kept = new HashMap<>();
        archive.all().forEach(history -> kept.put(history.id(), history.version()));
        for (Map.Entry<DeclarationId, Integer> each : Map.copyOf(acknowledged).entrySet()) {
          int version = kept.getOrDefault(each.getKey(), 0);
          assertThat(version)
              .as("seed %d, round %d, %s", seed, round, each.getKey())
              .isBetween(each.getValue(), each.getValue() + 1);
          unspoken += version - each.getValue();
          acknowledged.put(each.getKey(), version);
        }
      }
    }
    int steps = acknowledged.values().stream().mapToInt(Integer::intValue).sum();
    System.out.printf(
        "kills %d, seed %d: %d histories, %d steps, %d written but not yet acknowledged%n",
        KILLS, seed, acknowledged.size(), steps, unspoken);
    assertThat(acknowledged).hasSizeGreaterThanOrEqualTo(KILLS);
  }

  private static void note(String line, Map<DeclarationId, Integer> acknowledged) {
    String[] words = line.split(" ", -1);
    // the last line may be cut short by the kill
    if (words.length == 3 && words[0].equals("ack") && words[2].length() == 1) {
      acknowledged.put(DeclarationId.parse(words[1]).orElseThrow(), Integer.parseInt(words[2]));
    }
  }

  @Test
  @EnabledOnOs(OS.LINUX)
  void aFullDiskLosesOneStepAndIsWrittenToAgainOnceThereIsRoom() throws Exception {
    Path home = folder.resolve("home");
    Path command = folder.resolve("command");
    try (ArchiveProcess other = ArchiveProcess.start(home, badDisk(command))) {
      assertThat(other.read()).isEqualTo("open");
      assertThat(other.ask("append")).startsWith("ack ");
      Files.writeString(command, "full");
      assertThat(other.ask("append")).isEqualTo("archive.diskFull SQLITE_FULL");
      assertThat(other.ask("count")).isEqualTo("1");
      Files.delete(command);
      assertThat(other.ask("append")).startsWith("ack ");
      other.kill();
    }
    assertThat(histories(home)).hasSize(2);
  }

  @Test
  @EnabledOnOs(OS.LINUX)
  void afterAFailedSyncNothingMoreIsWritten() throws Exception {
    Path home = folder.resolve("home");
    Path command = folder.resolve("command");
    try (ArchiveProcess other = ArchiveProcess.start(home, badDisk(command))) {
      assertThat(other.read()).isEqualTo("open");
      assertThat(other.ask("append")).startsWith("ack ");
      assertThat(other.ask("keep")).isEqualTo("kept");
      Files.writeString(command, "fsync");
      assertThat(other.ask("append")).startsWith("archive.notWritable SQLITE_IOERR_");
      Files.delete(command);
      assertThat(other.ask("append")).startsWith("archive.notWritable SQLITE_IOERR_");
      assertThat(other.ask("keep")).startsWith("archive.notWritable SQLITE_IOERR_");
      assertThat(other.ask("count")).isEqualTo("1");
      other.kill();
    }
    assertThat(histories(home)).hasSize(1).allMatch(history -> history.stage() == Stage.CHECKED);
  }

  private static List<History> histories(Path home) throws Exception {
    try (SqliteArchive archive = Samples.open(home)) {
      return archive.all();
    }
  }

  private Map<String, String> badDisk(Path command) throws Exception {
    Path source = folder.resolve("bad-disk.c");
    Path library = folder.resolve("bad-disk.so");
    try (var in = OtherProcessTest.class.getResourceAsStream("bad-disk.c")) {
      assertThat(in).isNotNull();
      Files.copy(Objects.requireNonNull(in), source);
    }
    Assumptions.assumeTrue(Files.isExecutable(Path.of("/usr/bin/gcc")), "no gcc");
    int built =
        new ProcessBuilder(
                "/usr/bin/gcc", "-shared", "-fPIC", "-o", library.toString(), source.toString())
            .inheritIO()
            .start()
            .waitFor();
    assertThat(built).isZero();
    return Map.of("LD_PRELOAD", library.toString(), "BAD_DISK", command.toString());
  }
}
