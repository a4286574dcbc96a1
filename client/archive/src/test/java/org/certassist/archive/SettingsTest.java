package org.certassist.archive;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.Statement;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SettingsTest {
  @TempDir Path folder;
  private Connection connection;

  @BeforeEach
  void connect() throws Exception {
    connection = DriverManager.getConnection("jdbc:sqlite:" + folder.resolve("x.db"));
    Settings.apply(connection);
  }

  @AfterEach
  void disconnect() throws Exception {
    connection.close();
  }

  @Test
  void allAreInForceOnceApplied() throws Exception {
    assertThat(Settings.firstWrong(connection)).isEmpty();
  }

  @ParameterizedTest
  @CsvSource({
    "journal_mode=WAL, journal_mode=wal",
    "synchronous=FULL, synchronous=2",
    "synchronous=OFF, synchronous=0",
    "fullfsync=0, fullfsync=0",
    "checkpoint_fullfsync=0, checkpoint_fullfsync=0",
    "trusted_schema=ON, trusted_schema=1",
    "cell_size_check=OFF, cell_size_check=0",
    "secure_delete=OFF, secure_delete=0",
    "foreign_keys=OFF, foreign_keys=0",
    "temp_store=FILE, temp_store=1",
    "mmap_size=4096, mmap_size=4096",
  })
  void aWrongOneIsNoticed(String pragma, String wrong) throws Exception {
    try (Statement statement = connection.createStatement()) {
      statement.execute("PRAGMA " + pragma);
    }
    assertThat(Settings.firstWrong(connection)).contains(wrong);
  }
}
