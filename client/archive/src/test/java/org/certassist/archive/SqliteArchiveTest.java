package org.certassist.archive;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.stream.Stream;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.certassist.core.archive.ArchiveException;
import org.certassist.core.archive.ArchiveFault;
import org.certassist.core.archive.History;
import org.certassist.core.archive.Step;
import org.certassist.core.declaration.DeclarationId;
import org.certassist.core.declaration.Stage;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class SqliteArchiveTest {
  @TempDir Path folder;

  @Test
  void aWholeLifeIsFoundAgainAfterReopening() throws Exception {
    DeclarationId id = DeclarationId.random();
    List<String> times = new ArrayList<>();
    InstantSource clock =
        () -> {
          Instant time = Instant.parse("2026-11-22T02:00:00.123456Z").plusSeconds(times.size());
          times.add(time.toString());
          return time;
        };
    try (SqliteArchive archive =
        SqliteArchive.open(home(), "test", clock, Samples.BRIEFLY, Schema.CURRENT)) {
      int version = 0;
      for (Step step : Samples.wholeLife(id)) {
        archive.append(id, version++, step);
      }
    }
    try (SqliteArchive archive = Samples.open(home())) {
      History history = archive.find(id).orElseThrow();
      assertThat(history.stage()).isEqualTo(Stage.DONE_WITH_REFUSALS);
      assertThat(history.entries()).extracting(entry -> entry.at().toString()).isEqualTo(times);
      assertThat(history.entries().stream().map(History.Entry::step).toList())
          .usingRecursiveComparison()
          .isEqualTo(Samples.wholeLife(id));
      assertThat(archive.find(DeclarationId.random())).isEmpty();
    }
  }

  @Test
  void theNewestHistoryComesFirstEvenWithinOneInstant() throws Exception {
    try (SqliteArchive archive = Samples.open(home())) {
      DeclarationId first = Samples.append(archive, Samples.checked());
      DeclarationId second = Samples.append(archive, Samples.checked());
      archive.append(first, 1, Samples.signed());
      DeclarationId third = Samples.append(archive, Samples.signed());
      assertThat(archive.all()).extracting(History::id).containsExactly(third, second, first);
      assertThat(archive.readable()).extracting(History::id).containsExactly(third, second, first);
    }
    try (SqliteArchive archive = Samples.open(home())) {
      DeclarationId fourth = Samples.append(archive, Samples.checked());
      assertThat(archive.all()).extracting(History::id).first().isEqualTo(fourth);
    }
  }

  @Test
  void aStageThatMayNotFollowIsRefusedAndNothingIsWritten() throws Exception {
    try (SqliteArchive archive = Samples.open(home())) {
      DeclarationId id = Samples.append(archive, Samples.checked());
      assertFault(
          () -> archive.append(id, 1, Samples.sending()),
          ArchiveFault.of("archive.conflict", id.toString(), "SENDING"));
      assertThat(archive.find(id).orElseThrow().version()).isEqualTo(1);
      DeclarationId other = DeclarationId.random();
      assertFault(
          () -> archive.append(other, 0, Samples.sending()),
          ArchiveFault.of("archive.conflict", other.toString(), "SENDING"));
      assertThat(archive.find(other)).isEmpty();
    }
  }

  @Test
  void aStepThatCameInBetweenIsAConflict() throws Exception {
    try (SqliteArchive archive = Samples.open(home())) {
      DeclarationId id = Samples.append(archive, Samples.signed(), Samples.sending());
      ArchiveFault conflict = ArchiveFault.of("archive.conflict", id.toString());
      assertFault(() -> archive.append(id, 1, Samples.sending()), conflict);
      assertFault(() -> archive.append(id, 3, Samples.unconfirmed()), conflict);
      assertFault(() -> archive.append(id, 0, Samples.signed()), conflict);
      archive.append(id, 2, Samples.unconfirmed());
    }
  }

  @Test
  void ofManyWhoSendAtOnceOneMay() throws Exception {
    try (SqliteArchive archive = Samples.open(home())) {
      DeclarationId id = Samples.append(archive, Samples.signed());
      List<String> outcomes = new CopyOnWriteArrayList<>();
      List<Thread> threads =
          Stream.generate(() ->
                  Thread.ofVirtual()
                      .start(() -> {
                        try {
                          archive.append(id, 1, Samples.sending());
                          outcomes.add("sent");
                        } catch (ArchiveException refused) {
                          outcomes.add(refused.fault().id());
                        }
                      }))
              .limit(8)
              .toList();
      for (Thread thread : threads) {
        thread.join();
      }
      assertThat(outcomes).hasSize(8).containsOnlyOnce("sent");
      assertThat(archive.find(id).orElseThrow().version()).isEqualTo(2);
    }
  }

  @Test
  void theSecondOwnerIsToldWhoHoldsIt() throws Exception {
    try (SqliteArchive archive = Samples.open(home())) {
      assertFault(
          () -> Samples.open(home()),
          ArchiveFault.of("archive.inUse", "pid " + ProcessHandle.current().pid()));
      Samples.append(archive, Samples.checked());
    }
    Samples.open(home()).close();
  }

  @Test
  void aSecondOwnerWaitsForTheFirstToLeave() throws Exception {
    SqliteArchive first = Samples.open(home());
    Thread leaving =
        Thread.ofVirtual()
            .start(() -> {
              try {
                Thread.sleep(200);
              } catch (InterruptedException never) {
                throw new IllegalStateException(never);
              }
              first.close();
            });
    SqliteArchive.open(home(), "second", Samples.CLOCK).close();
    leaving.join();
  }

  @Test
  @DisabledOnOs(OS.WINDOWS)
  void folderAndFilesAreTheOwnersAlone() throws Exception {
    Files.createDirectories(
        home(), PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rwxr-xr-x")));
    try (SqliteArchive archive = Samples.open(home())) {
      Samples.append(archive, Samples.checked());
      assertThat(rights(home())).isEqualTo("rwx------");
      for (Path file : files()) {
        assertThat(rights(file)).as(file.toString()).isEqualTo("rw-------");
      }
    }
  }

  @Test
  @DisabledOnOs(OS.WINDOWS)
  void aFolderForEverybodyKeepsItsRights() throws Exception {
    Files.createDirectories(home());
    Files.setPosixFilePermissions(home(), PosixFilePermissions.fromString("rwxrwxrwx"));
    Samples.open(home()).close();
    assertThat(rights(home())).isEqualTo("rwxrwxrwx");
    assertThat(rights(home().resolve("archive.key"))).isEqualTo("rw-------");
  }

  @Test
  void noPersonalTextLiesOnDisk() throws Exception {
    try (SqliteArchive archive = Samples.open(home())) {
      DeclarationId id = DeclarationId.random();
      int version = 0;
      for (Step step : Samples.wholeLife(id)) {
        archive.append(id, version++, step);
        assertNoCanary(home());
      }
    }
    assertNoCanary(home());
  }

  static void assertNoCanary(Path home) throws Exception {
    try (Stream<Path> files = Files.walk(home)) {
      for (Path file : files.filter(Files::isRegularFile).toList()) {
        String bytes = new String(Files.readAllBytes(file), StandardCharsets.ISO_8859_1);
        for (String canary : Samples.CANARIES) {
          for (var charset : List.of(StandardCharsets.UTF_8, StandardCharsets.UTF_16LE)) {
            assertThat(
                    bytes.contains(
                        new String(canary.getBytes(charset), StandardCharsets.ISO_8859_1)))
                .as("%s in %s", canary, file)
                .isFalse();
          }
        }
      }
    }
  }

  @Test
  void anArchiveWithoutItsKeyIsNotBegunAnew() throws Exception {
    DeclarationId id = begin();
    Path key = home().resolve("archive.key");
    byte[] kept = Files.readAllBytes(key);
    Files.delete(key);
    Map<String, byte[]> before = contents();
    assertFault(
        () -> Samples.open(home()),
        ArchiveFault.of(
            "archive.keyMissing", home().toRealPath().resolve("archive.key").toString()));
    assertUntouched(before);
    Files.write(key, kept);
    try (SqliteArchive archive = Samples.open(home())) {
      assertThat(archive.find(id)).isPresent();
    }
  }

  @Test
  void anotherArchivesKeyIsNotTheKey() throws Exception {
    begin();
    Files.write(home().resolve("archive.key"), new byte[32]);
    assertFaultId(() -> Samples.open(home()), "archive.keyMissing");
    Files.write(home().resolve("archive.key"), new byte[31]);
    assertFaultId(() -> Samples.open(home()), "archive.keyMissing");
  }

  @Test
  void aKeyWithoutItsArchiveIsNotAnEmptyArchive() throws Exception {
    begin();
    Path database = home().resolve("archive.db");
    Files.write(database, new byte[0]);
    assertFaultId(() -> Samples.open(home()), "archive.fileDamaged");
    Files.delete(database);
    assertFaultId(() -> Samples.open(home()), "archive.gone");
    assertThat(database).doesNotExist();
  }

  @Test
  void anArchiveThatIsGoneAltogetherIsMissed() throws Exception {
    begin();
    Files.delete(home().resolve("archive.db"));
    Files.delete(home().resolve("archive.key"));
    Map<String, byte[]> before = contents();
    assertFault(
        () -> Samples.open(home()),
        ArchiveFault.of("archive.gone", home().toRealPath().toString()));
    assertUntouched(before);
    // What the fault's words advise to whoever wants to begin anew.
    Files.delete(home().resolve("archive.made"));
    Samples.open(home()).close();
  }

  @Test
  void anArchiveFromBeforeTheMarkGetsItsMark() throws Exception {
    DeclarationId id = begin();
    Files.delete(home().resolve("archive.made"));
    try (SqliteArchive archive = Samples.open(home())) {
      assertThat(archive.find(id)).isPresent();
    }
    assertThat(home().resolve("archive.made")).exists();
  }

  @ParameterizedTest
  @ValueSource(strings = {"archive.db", "archive.key", "archive.lock"})
  void aFolderInAFilesPlaceIsCalledByItsName(String name) throws Exception {
    begin();
    Path taken = home().toRealPath().resolve(name);
    Files.delete(taken);
    Files.createDirectory(taken);
    assertFault(() -> Samples.open(home()), ArchiveFault.of("archive.notAFile", taken.toString()));
  }

  @Test
  void closingTwiceIsNoFault() throws Exception {
    SqliteArchive archive = Samples.open(home());
    archive.close();
    archive.close();
    Samples.open(home()).close();
  }

  @Test
  void whatFailsWhileItIsWrittenLeavesNoTransactionOpen() throws Exception {
    AtomicBoolean stopped = new AtomicBoolean();
    InstantSource clock =
        () -> {
          if (stopped.get()) {
            throw new IllegalStateException("no time");
          }
          return Samples.CLOCK.instant();
        };
    try (SqliteArchive archive =
        SqliteArchive.open(home(), "test", clock, Samples.BRIEFLY, Schema.CURRENT)) {
      DeclarationId id = Samples.append(archive, Samples.checked());
      stopped.set(true);
      assertThatThrownBy(() -> archive.append(id, 1, Samples.signed()))
          .isInstanceOf(IllegalStateException.class);
      stopped.set(false);
      archive.append(id, 1, Samples.signed());
      assertThat(archive.find(id).orElseThrow().version()).isEqualTo(2);
    }
  }

  @Test
  void aFirstStartThatWasCutShortIsTakenUpAgain() throws Exception {
    begin();
    Path key = home().resolve("archive.key");
    Path unfinished = home().resolve("archive.key.new");
    Path mark = home().resolve("archive.made");
    Files.delete(mark);
    // the database stands, the key is not yet in force
    Files.move(key, unfinished);
    Samples.open(home()).close();
    assertThat(key).exists();
    assertThat(unfinished).doesNotExist();
    // the key was begun, the database not
    Files.delete(mark);
    Files.move(key, unfinished);
    Files.delete(home().resolve("archive.db"));
    Samples.open(home()).close();
    // both were begun, the database is empty
    Files.delete(mark);
    Files.move(key, unfinished);
    Files.write(home().resolve("archive.db"), new byte[0]);
    try (SqliteArchive archive = Samples.open(home())) {
      Samples.append(archive, Samples.checked());
    }
    assertThat(key).exists();
  }

  @Test
  void anOlderArchiveIsMigratedAndKeepsItsHistories() throws Exception {
    DeclarationId id = begin();
    Schema next = nextSchema();
    try (SqliteArchive archive =
        SqliteArchive.open(home(), "test", Samples.CLOCK, Samples.BRIEFLY, next)) {
      assertThat(archive.find(id)).isPresent();
      archive.append(id, 1, Samples.signed());
    }
    assertThat(Schema.versionOf(home().resolve("archive.db"))).isEqualTo(next.version());
  }

  @Test
  void aMigrationThatFailsChangesNothing() throws Exception {
    DeclarationId id = begin();
    List<List<String>> broken = new ArrayList<>(Schema.CURRENT.migrations());
    broken.add(List.of("CREATE TABLE more(x INTEGER) STRICT", "CREATE TABLE step(x)"));
    assertFaultId(
        () ->
            SqliteArchive.open(home(), "test", Samples.CLOCK, Samples.BRIEFLY, new Schema(broken)),
        "archive.fileDamaged");
    assertThat(Schema.versionOf(home().resolve("archive.db"))).isEqualTo(Schema.CURRENT.version());
    try (SqliteArchive archive = Samples.open(home())) {
      assertThat(archive.find(id)).isPresent();
    }
    try (SqliteArchive archive =
        SqliteArchive.open(home(), "test", Samples.CLOCK, Samples.BRIEFLY, nextSchema())) {
      assertThat(archive.find(id)).isPresent();
    }
  }

  @Test
  void aNewerArchiveIsNotTouched() throws Exception {
    begin();
    SqliteArchive.open(home(), "test", Samples.CLOCK, Samples.BRIEFLY, nextSchema()).close();
    Map<String, byte[]> before = contents();
    assertFault(() -> Samples.open(home()), newer(Schema.CURRENT.version() + 1));
    assertUntouched(before);
  }

  @Test
  void aHomeThatIsAFileIsNotWritable() throws Exception {
    Files.writeString(home(), "");
    assertFaultId(() -> Samples.open(home()), "archive.notWritable");
  }

  @Test
  void anInterruptEndsTheWait() throws Exception {
    SqliteArchive first = Samples.open(home());
    Thread.currentThread().interrupt();
    assertThatThrownBy(() -> SqliteArchive.open(home(), "second", Samples.CLOCK))
        .isInstanceOf(InterruptedException.class);
    first.close();
  }

  /// Made before declarations could be exported: read as it was, and closed to that program once
  /// this one has opened it.
  @Test
  void anArchiveOfVersionOneIsReadAndTakesExportedDeclarations() throws Exception {
    Schema one = new Schema(Schema.CURRENT.migrations().subList(0, 1));
    DeclarationId old = DeclarationId.random();
    String told;
    try (SqliteArchive archive =
        SqliteArchive.open(home(), "test", Samples.CLOCK, Samples.BRIEFLY, one)) {
      for (Step step : Samples.wholeLife(old)) {
        archive.append(old, archive.find(old).map(History::version).orElse(0), step);
      }
      told = Samples.told(archive.find(old).orElseThrow());
    }
    DeclarationId carried;
    try (SqliteArchive archive = Samples.open(home())) {
      assertThat(Samples.told(archive.find(old).orElseThrow())).isEqualTo(told);
      carried = Samples.append(archive, Samples.exported(), Samples.handedIn());
    }
    try (SqliteArchive archive = Samples.open(home())) {
      assertThat(archive.find(carried).orElseThrow().stage()).isEqualTo(Stage.HANDED_IN);
    }
    assertFault(
        () -> SqliteArchive.open(home(), "test", Samples.CLOCK, Samples.BRIEFLY, one),
        newer(Schema.CURRENT.version()));
  }

  private static ArchiveFault newer(int version) {
    return ArchiveFault.of("archive.newerSchema", Integer.toString(version));
  }

  private static Schema nextSchema() {
    List<List<String>> migrations = new ArrayList<>(Schema.CURRENT.migrations());
    migrations.add(List.of("CREATE TABLE more(x INTEGER NOT NULL) STRICT"));
    return new Schema(migrations);
  }

  private DeclarationId begin() throws Exception {
    try (SqliteArchive archive = Samples.open(home())) {
      return Samples.append(archive, Samples.checked());
    }
  }

  private Path home() {
    return folder.resolve("家");
  }

  private List<Path> files() throws Exception {
    try (Stream<Path> files = Files.list(home())) {
      return files.toList();
    }
  }

  /// The bytes of every file but the lock.
  private Map<String, byte[]> contents() throws Exception {
    Map<String, byte[]> contents = new HashMap<>();
    for (Path file : files()) {
      if (!file.endsWith("archive.lock")) {
        contents.put(file.getFileName().toString(), Files.readAllBytes(file));
      }
    }
    return contents;
  }

  private void assertUntouched(Map<String, byte[]> before) throws Exception {
    assertThat(contents()).usingRecursiveComparison().isEqualTo(before);
  }

  private static String rights(Path file) throws Exception {
    return PosixFilePermissions.toString(Files.getPosixFilePermissions(file));
  }

  private static void assertFault(ThrowingCallable call, ArchiveFault fault) {
    assertThatThrownBy(call)
        .isInstanceOfSatisfying(
            ArchiveException.class, thrown -> assertThat(thrown.fault()).isEqualTo(fault));
  }

  static void assertFaultId(ThrowingCallable call, String id) {
    assertThatThrownBy(call)
        .isInstanceOfSatisfying(
            ArchiveException.class, thrown -> assertThat(thrown.fault().id()).isEqualTo(id));
  }
}
