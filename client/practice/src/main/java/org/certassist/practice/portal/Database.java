package org.certassist.practice.portal;

import java.io.IOException;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.locks.ReentrantLock;
import org.certassist.core.fault.FaultException;
import org.certassist.core.storage.PrivateFiles;
import org.jspecify.annotations.Nullable;
import org.sqlite.SQLiteConfig;

/// The portal's SQLite file: one connection, one thread in it at a time, every commit on disk
/// before it counts.
final class Database implements AutoCloseable {
  private static final int VERSION = 1;
  private static final Map<String, String> SETTINGS =
      Map.of(
          "journal_mode", "delete",
          "synchronous", "3",
          "foreign_keys", "1",
          "trusted_schema", "0",
          "secure_delete", "1");
  private static final List<String> SCHEMA =
      List.of(
          """
          CREATE TABLE declaration (
            id TEXT PRIMARY KEY, number TEXT NOT NULL UNIQUE, unit TEXT NOT NULL,
            sha256 TEXT NOT NULL, document BLOB NOT NULL, cms BLOB NOT NULL,
            receipt BLOB NOT NULL, receiptSignature BLOB NOT NULL,
            state TEXT NOT NULL, rows INTEGER NOT NULL, ordinal INTEGER NOT NULL UNIQUE)
          """,
          """
          CREATE TABLE answer (
            declaration TEXT NOT NULL REFERENCES declaration (id), row INTEGER NOT NULL,
            message TEXT NOT NULL, PRIMARY KEY (declaration, row))
          """,
          """
          CREATE TABLE insurance (
            person TEXT NOT NULL, unit TEXT NOT NULL, insured INTEGER NOT NULL,
            PRIMARY KEY (person, unit))
          """,
          "CREATE TABLE person (person TEXT PRIMARY KEY, number TEXT NOT NULL)",
          """
          CREATE TABLE session (
            token TEXT PRIMARY KEY, creditCode TEXT NOT NULL, name TEXT NOT NULL,
            expires INTEGER NOT NULL)
          """);

  private final Connection connection;
  private final ReentrantLock lock = new ReentrantLock();

  /// Work inside one transaction.
  interface Work<T> {
    T run(Database database) throws SQLException, IOException;
  }

  private Database(Connection connection) {
    this.connection = connection;
  }

  static Database open(Path file) throws FaultException, IOException {
    PrivateFiles.touch(file);
    SQLiteConfig config = new SQLiteConfig();
    config.setJournalMode(SQLiteConfig.JournalMode.DELETE);
    config.setPragma(SQLiteConfig.Pragma.SYNCHRONOUS, "EXTRA");
    config.enforceForeignKeys(true);
    config.setBusyTimeout(3000);
    @Nullable Connection connection = null;
    try {
      connection = config.createConnection("jdbc:sqlite:" + file);
      Database database = new Database(connection);
      database.prepare(file);
      return database;
    } catch (SQLException unusable) {
      closeQuietly(connection);
      throw new FaultException(
          new StartFault.DataUnusable(file.toString(), "sqlite-" + unusable.getErrorCode()),
          unusable);
    } catch (FaultException fault) {
      closeQuietly(connection);
      throw fault;
    }
  }

  private void prepare(Path file) throws SQLException, FaultException {
    try (Statement statement = connection.createStatement()) {
      statement.execute("PRAGMA trusted_schema=OFF");
      statement.execute("PRAGMA secure_delete=ON");
    }
    for (Map.Entry<String, String> setting : SETTINGS.entrySet()) {
      String actual = text("PRAGMA " + setting.getKey()).orElse("");
      if (!actual.equals(setting.getValue())) {
        throw new FaultException(
            new StartFault.DataUnusable(file.toString(), setting.getKey() + "=" + actual));
      }
    }
    connection.setAutoCommit(false);
    int version = Integer.parseInt(text("PRAGMA user_version").orElse("0"));
    if (version > VERSION) {
      throw new FaultException(new StartFault.NewerData(file.toString()));
    }
    if (version == 0) {
      for (String table : SCHEMA) {
        update(table);
      }
      update("PRAGMA user_version=" + VERSION);
    }
    connection.commit();
  }

  /// Runs work in a transaction that is committed at its end, or rolled back when it fails.
  <T> T transaction(Work<T> work) throws SQLException, IOException {
    lock.lock();
    boolean done = false;
    try {
      T result = work.run(this);
      connection.commit();
      done = true;
      return result;
    } finally {
      if (!done) {
        connection.rollback();
      }
      lock.unlock();
    }
  }

  int update(String sql, Object... values) throws SQLException {
    try (PreparedStatement statement = connection.prepareStatement(sql)) {
      bind(statement, values);
      return statement.executeUpdate();
    }
  }

  /// One row's reading.
  interface Reader<T> {
    T read(ResultSet row) throws SQLException;
  }

  <T> List<T> list(Reader<T> reader, String sql, Object... values) throws SQLException {
    try (PreparedStatement statement = connection.prepareStatement(sql)) {
      bind(statement, values);
      List<T> found = new ArrayList<>();
      try (ResultSet rows = statement.executeQuery()) {
        while (rows.next()) {
          found.add(reader.read(rows));
        }
      }
      return found;
    }
  }

  Optional<String> text(String sql, Object... values) throws SQLException {
    return list(row -> row.getString(1), sql, values).stream().findFirst();
  }

  private static void bind(PreparedStatement statement, Object... values) throws SQLException {
    for (int i = 0; i < values.length; i++) {
      statement.setObject(i + 1, values[i]);
    }
  }

  @Override
  public void close() throws SQLException {
    lock.lock();
    try {
      connection.close();
    } finally {
      lock.unlock();
    }
  }

  private static void closeQuietly(@Nullable Connection connection) {
    try {
      if (connection != null) {
        connection.close();
      }
    } catch (SQLException alreadyBroken) {
      // the fault that led here is reported
    }
  }
}
