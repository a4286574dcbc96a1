package org.certassist.archive;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.PreparedStatement;
import java.sql.Statement;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.TreeMap;
import org.certassist.core.archive.ArchiveException;
import org.certassist.core.archive.History;
import org.certassist.core.declaration.DeclarationId;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class DamageTest {
  private static final int FLIPS = Integer.getInteger("certassist.flips", 300);

  @TempDir Path folder;
  private Path home;
  private Path database;
  private DeclarationId first;
  private DeclarationId second;
  private List<String> told;

  @BeforeEach
  void makeAnArchive() throws Exception {
    home = folder.resolve("home");
    database = home.resolve("archive.db");
    try (SqliteArchive archive = Samples.open(home)) {
      first = Samples.append(archive, Samples.signed(), Samples.sending(), Samples.unconfirmed());
      second = Samples.append(archive, Samples.checked(), Samples.signed());
      Samples.append(archive, Samples.signed(), Samples.sending(), Samples.refused());
      told = archive.all().stream().map(Samples::told).toList();
    }
  }

  /// Whatever byte a disk turns over: it is noticed, or it changed nothing.
  @Test
  void aFlippedByteIsDetectedOrHarmless() throws Exception {
    byte[] good = Files.readAllBytes(database);
    long seed = new Random().nextLong();
    Random random = new Random(seed);
    TreeMap<String, Integer> outcomes = new TreeMap<>();
    for (int i = 0; i < FLIPS + 100; i++) {
      // the header's 100 bytes one after the other, then anywhere
      int place = i < 100 ? i : random.nextInt(good.length);
      byte[] bad = good.clone();
      bad[place] ^= (byte) (1 << random.nextInt(8));
      Files.write(database, bad);
      Files.deleteIfExists(home.resolve("archive.db-journal"));
      String outcome;
      try (SqliteArchive archive = Samples.open(home)) {
        List<String> now = archive.all().stream().map(Samples::told).toList();
        assertThat(now).as("seed %d, byte %d", seed, place).isEqualTo(told);
        outcome = "harmless";
      } catch (ArchiveException detected) {
        outcome = detected.fault().id();
      }
      outcomes.merge(outcome, 1, Integer::sum);
    }
    System.out.println("flips " + (FLIPS + 100) + ", seed " + seed + ": " + outcomes);
    assertThat(outcomes.keySet())
        .isSubsetOf(
            "harmless",
            "archive.damaged",
            "archive.fileDamaged",
            "archive.newerSchema",
            "archive.keyMissing",
            "archive.notWritable");
    assertThat(outcomes).containsKeys("harmless", "archive.damaged", "archive.fileDamaged");
  }

  /// Changes that SQLite finds nothing wrong with.
  @ParameterizedTest
  @ValueSource(
      strings = {
        "UPDATE step SET ciphertext = zeroblob(length(ciphertext)) WHERE id = ? AND version = 2",
        "UPDATE step SET nonce = zeroblob(12) WHERE id = ? AND version = 2",
        "UPDATE step SET at = at + 1 WHERE id = ? AND version = 2",
        "UPDATE step SET sequence = sequence + 1 WHERE id = ? AND version = 2",
        "UPDATE step SET stage = 'SIGNED' WHERE id = ? AND version = 2",
        "UPDATE step SET stage = 'NONSENSE' WHERE id = ? AND version = 2",
        "UPDATE step SET version = 9 WHERE id = ? AND version = 3",
        "UPDATE step SET id = zeroblob(16) WHERE id = ? AND version = 3",
        "UPDATE step SET id = x'01' WHERE id = ? AND version = 3",
        "DELETE FROM step WHERE id = ? AND version = 3",
        "DELETE FROM step WHERE id = ? AND version = 1",
        "DELETE FROM step WHERE id = ?",
        "DELETE FROM head WHERE id = ?",
        "UPDATE head SET version = 2, stage = 'SENDING' WHERE id = ?",
        "UPDATE head SET stage = 'ACCEPTED' WHERE id = ?",
        "UPDATE head SET tag = zeroblob(16) WHERE id = ?",
      })
  void aTamperedHistoryIsNamedAndTheOthersOpen(String tampering) throws Exception {
    tamper(tampering);
    try (SqliteArchive archive = Samples.open(home)) {
      SqliteArchiveTest.assertFaultId(() -> archive.find(first), "archive.damaged");
      assertThat(detailsOf(archive)).contains(first.toString());
      assertThat(archive.readable()).extracting(History::id).hasSize(2).contains(second);
      assertThat(archive.find(second)).isPresent();
      archive.append(second, 2, Samples.sending());
    }
  }

  /// What it is about is known as long as the step that says so opens.
  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          UPDATE step SET nonce = zeroblob(12) WHERE id = ? AND version = 2 | true
          DELETE FROM head WHERE id = ?                                     | true
          UPDATE head SET tag = zeroblob(16) WHERE id = ?                   | true
          UPDATE step SET nonce = zeroblob(12) WHERE id = ? AND version = 1 | false
          DELETE FROM step WHERE id = ?                                     | false
          """)
  void aDamagedHistorySaysWhatItIsAboutWhileItCan(String tampering, boolean known)
      throws Exception {
    tamper(tampering);
    try (SqliteArchive archive = Samples.open(home)) {
      assertThat(archive.damaged())
          .singleElement()
          .satisfies(damaged -> {
            assertThat(damaged.record()).isEqualTo(first.toString());
            assertThat(damaged.content())
                .isEqualTo(known ? Optional.of(Samples.content()) : Optional.empty());
          });
    }
  }

  @Test
  void nothingIsAddedToADamagedHistory() throws Exception {
    tamper("UPDATE head SET version = 2, stage = 'SENDING' WHERE id = ?");
    try (SqliteArchive archive = Samples.open(home)) {
      SqliteArchiveTest.assertFaultId(
          () -> archive.append(first, 2, Samples.unconfirmed()), "archive.damaged");
    }
  }

  @Test
  void aStepOfAnotherHistoryDoesNotOpenInItsPlace() throws Exception {
    try (Connection connection = connect();
        PreparedStatement swap =
            connection.prepareStatement(
                "UPDATE step SET (nonce, ciphertext) = (SELECT nonce, ciphertext FROM step"
                    + " WHERE id = ? AND version = 2) WHERE id <> ? AND stage = 'SENDING'")) {
      swap.setBytes(1, Seal.bytes(first));
      swap.setBytes(2, Seal.bytes(first));
      assertThat(swap.executeUpdate()).isEqualTo(1);
    }
    try (SqliteArchive archive = Samples.open(home)) {
      assertThat(archive.find(first)).isPresent();
      assertThat(archive.readable()).hasSize(2);
      SqliteArchiveTest.assertFaultId(archive::all, "archive.damaged");
    }
  }

  @Test
  void aTornFileIsNotWrittenTo() throws Exception {
    byte[] good = Files.readAllBytes(database);
    byte[] torn = Arrays.copyOf(good, good.length - 4096);
    Files.write(database, torn);
    try (SqliteArchive archive = Samples.open(home)) {
      SqliteArchiveTest.assertFaultId(
          () -> archive.append(DeclarationId.random(), 0, Samples.checked()),
          "archive.fileDamaged");
      SqliteArchiveTest.assertFaultId(archive::all, "archive.fileDamaged");
      SqliteArchiveTest.assertFaultId(archive::damaged, "archive.fileDamaged");
      archive.readable();
    } catch (ArchiveException refused) {
      assertThat(refused.fault().id()).isEqualTo("archive.fileDamaged");
    }
    assertThat(Files.readAllBytes(database)).isEqualTo(torn);
  }

  @Test
  void theArchiveOfAnotherHomeDoesNotOpenWithOurKey() throws Exception {
    Path other = folder.resolve("other");
    Samples.open(other).close();
    Files.copy(other.resolve("archive.db"), database, StandardCopyOption.REPLACE_EXISTING);
    SqliteArchiveTest.assertFaultId(() -> Samples.open(home), "archive.keyMissing");
  }

  private static String detailsOf(SqliteArchive archive) {
    try {
      archive.all();
      return "";
    } catch (ArchiveException damaged) {
      assertThat(damaged.fault().id()).isEqualTo("archive.damaged");
      return String.join(" ", damaged.fault().details());
    }
  }

  private void tamper(String sql) throws Exception {
    try (Connection connection = connect();
        PreparedStatement statement = connection.prepareStatement(sql)) {
      statement.setBytes(1, Seal.bytes(first));
      assertThat(statement.executeUpdate()).isPositive();
    }
  }

  private Connection connect() throws Exception {
    Connection connection = DriverManager.getConnection("jdbc:sqlite:" + database);
    try (Statement statement = connection.createStatement()) {
      statement.execute("PRAGMA synchronous=OFF");
    }
    return connection;
  }
}
