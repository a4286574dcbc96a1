package org.certassist.archive;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.Statement;
import java.time.LocalDate;
import java.util.Optional;
import org.certassist.core.archive.History;
import org.certassist.core.declaration.DeclarationId;
import org.certassist.core.elsewhere.PointId;
import org.certassist.core.elsewhere.Tick;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class SqliteTicksTest {
  private static final DeclarationId DECLARATION = DeclarationId.random();
  private static final PointId MEDICAL = new PointId(DECLARATION, 4, "医疗保险");
  private static final PointId MATERNITY = new PointId(DECLARATION, 4, "生育保险");
  private static final LocalDate DAY = LocalDate.of(2026, 11, 22);

  @TempDir Path home;
  private DeclarationId declared;

  @BeforeEach
  void keepTwo() throws Exception {
    try (SqliteArchive archive = Samples.open(home)) {
      archive.ticks().keep(new Tick(MEDICAL, DAY, Optional.of("李小芳 已办")));
      archive.ticks().keep(new Tick(MATERNITY, DAY, Optional.empty()));
      declared = Samples.append(archive, Samples.checked());
    }
  }

  @Test
  void ticksAreFoundAgainReplacedAndTakenBack() throws Exception {
    Tick later = new Tick(MEDICAL, DAY.plusDays(1), Optional.empty());
    try (SqliteArchive archive = Samples.open(home)) {
      assertThat(archive.ticks().kept())
          .containsExactlyInAnyOrder(
              new Tick(MEDICAL, DAY, Optional.of("李小芳 已办")),
              new Tick(MATERNITY, DAY, Optional.empty()));
      archive.ticks().keep(later);
      archive.ticks().remove(MATERNITY);
      archive.ticks().remove(MATERNITY);
    }
    try (SqliteArchive archive = Samples.open(home)) {
      assertThat(archive.ticks().kept()).containsExactly(later);
      assertThat(archive.ticks().damaged()).isZero();
    }
    SqliteArchiveTest.assertNoCanary(home);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "ciphertext = zeroblob(length(ciphertext))",
        "nonce = zeroblob(12)",
        "row = 5",
        "insurance = '大病保险'",
        "declaration = zeroblob(16)",
        "declaration = x'01'",
        "(nonce, ciphertext) = (SELECT nonce, ciphertext FROM tick WHERE insurance = '生育保险')",
      })
  void aDamagedTickCostsItselfOnly(String tampering) throws Exception {
    try (Connection connection =
            DriverManager.getConnection("jdbc:sqlite:" + home.resolve("archive.db"));
        Statement statement = connection.createStatement()) {
      assertThat(
              statement.executeUpdate("UPDATE tick SET " + tampering + " WHERE insurance = '医疗保险'"))
          .isEqualTo(1);
    }
    try (SqliteArchive archive = Samples.open(home)) {
      assertThat(archive.ticks().kept()).extracting(Tick::point).containsExactly(MATERNITY);
      assertThat(archive.ticks().damaged()).isEqualTo(1);
      assertThat(archive.all()).extracting(History::id).containsExactly(declared);
    }
  }
}
