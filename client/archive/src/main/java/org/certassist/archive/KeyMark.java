package org.certassist.archive;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Optional;

/// The record in the archive that opens under the key it was begun with and under no other.
record KeyMark(Connection connection, Seal seal) {
  void write() throws SQLException {
    try (PreparedStatement insert =
        connection.prepareStatement("INSERT INTO mark(name, nonce, tag) VALUES('key', ?, ?)")) {
      seal.seal(Seal.NOTHING, Seal.markPlace()).into(insert, 1);
      insert.executeUpdate();
    }
  }

  /// Whether our key is the one this archive was begun with; empty where there is no mark.
  Optional<Boolean> keyFits() throws SQLException {
    try (Statement statement = connection.createStatement();
        ResultSet row = statement.executeQuery("SELECT nonce, tag FROM mark WHERE name = 'key'")) {
      return row.next()
          ? Optional.of(seal.open(Seal.Sealed.of(row, 1), Seal.markPlace()).isPresent())
          : Optional.empty();
    }
  }
}
