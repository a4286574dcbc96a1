package org.certassist.cli.e2e;

import java.io.IOException;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;

/// What the practice portal has really stored, read from its own database.
final class PortalRecords {
  private final Path database;

  private PortalRecords(Path database) {
    this.database = database;
  }

  static PortalRecords in(Path home) {
    return new PortalRecords(home.resolve("practice/portal/portal.db"));
  }

  long withId(String id) throws IOException {
    return count("SELECT count(*) FROM declaration WHERE id = ?", id);
  }

  long all() throws IOException {
    return count("SELECT count(*) FROM declaration");
  }

  private long count(String query, String... values) throws IOException {
    try (Connection connection =
            DriverManager.getConnection("jdbc:sqlite:file:" + database + "?mode=ro");
        PreparedStatement statement = connection.prepareStatement(query)) {
      for (int i = 0; i < values.length; i++) {
        statement.setString(i + 1, values[i]);
      }
      try (ResultSet result = statement.executeQuery()) {
        result.next();
        return result.getLong(1);
      }
    } catch (SQLException unreadable) {
      throw new IOException(unreadable);
    }
  }
}
