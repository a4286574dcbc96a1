package org.certassist.archive;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/// The SQLite settings under which an acknowledged step survived every simulated power loss
/// (docs/archive.md). SQLite ignores a setting it does not like, so each is read back.
final class Settings {
  /// A pragma and what it must read as.
  private static final Map<String, String> REQUIRED = new LinkedHashMap<>();

  static {
    REQUIRED.put("journal_mode", "delete");
    REQUIRED.put("synchronous", "3"); // EXTRA
    REQUIRED.put("fullfsync", "1");
    REQUIRED.put("checkpoint_fullfsync", "1");
    REQUIRED.put("trusted_schema", "0");
    REQUIRED.put("cell_size_check", "1");
    REQUIRED.put("secure_delete", "1");
    REQUIRED.put("foreign_keys", "1");
    REQUIRED.put("temp_store", "2"); // MEMORY
    REQUIRED.put("mmap_size", "0"); // a bad disk must be an error, not a signal
  }

  private Settings() {}

  static void apply(Connection connection) throws SQLException {
    try (Statement statement = connection.createStatement()) {
      for (Map.Entry<String, String> setting : REQUIRED.entrySet()) {
        statement.execute("PRAGMA " + setting.getKey() + "=" + setting.getValue());
      }
    }
  }

  /// The first setting that is not as it must be, as `name=value`.
  static Optional<String> firstWrong(Connection connection) throws SQLException {
    try (Statement statement = connection.createStatement()) {
      for (Map.Entry<String, String> setting : REQUIRED.entrySet()) {
        try (ResultSet row = statement.executeQuery("PRAGMA " + setting.getKey())) {
          String value = row.next() ? row.getString(1) : "";
          if (!setting.getValue().equalsIgnoreCase(value)) {
            return Optional.of(setting.getKey() + "=" + value);
          }
        }
      }
    }
    return Optional.empty();
  }
}
