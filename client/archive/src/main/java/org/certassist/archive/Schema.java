package org.certassist.archive;

import java.io.IOException;
import java.io.RandomAccessFile;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;

/// The archive's tables, version by version; the number lies in the file's `user_version`.
///
/// A migration is a list of statements that brings the version before it up to its own; it runs in
/// one transaction with the new number. Migrations are appended, never changed.
///
/// @param migrations the first makes version 1
record Schema(List<List<String>> migrations) {
  private static final int USER_VERSION_OFFSET = 60;

  /// `step` holds a history's steps, only ever added; `head` says how many there are and which
  /// stage is the last, so that a lost last step is noticed; `mark` opens only under the right key.
  /// `draft` holds what is still being filled in, `tick` what was seen to elsewhere.
  static final Schema CURRENT =
      new Schema(
          List.of(
              List.of(
                  """
                  CREATE TABLE step(
                    id BLOB NOT NULL,
                    version INTEGER NOT NULL,
                    stage TEXT NOT NULL,
                    at INTEGER NOT NULL,
                    sequence INTEGER NOT NULL,
                    nonce BLOB NOT NULL,
                    ciphertext BLOB NOT NULL,
                    PRIMARY KEY(id, version)) STRICT, WITHOUT ROWID
                  """,
                  """
                  CREATE TABLE head(
                    id BLOB NOT NULL PRIMARY KEY,
                    version INTEGER NOT NULL,
                    stage TEXT NOT NULL,
                    nonce BLOB NOT NULL,
                    tag BLOB NOT NULL) STRICT, WITHOUT ROWID
                  """,
                  """
                  CREATE TABLE mark(
                    name TEXT NOT NULL PRIMARY KEY,
                    nonce BLOB NOT NULL,
                    tag BLOB NOT NULL) STRICT, WITHOUT ROWID
                  """),
              // The steps exported and handedIn, which the program of version 1 takes for damage.
              List.of(),
              List.of(
                  """
                  CREATE TABLE draft(
                    id BLOB NOT NULL PRIMARY KEY,
                    at INTEGER NOT NULL,
                    sequence INTEGER NOT NULL,
                    about_nonce BLOB NOT NULL,
                    about BLOB NOT NULL,
                    nonce BLOB NOT NULL,
                    ciphertext BLOB NOT NULL) STRICT, WITHOUT ROWID
                  """,
                  """
                  CREATE TABLE tick(
                    declaration BLOB NOT NULL,
                    row INTEGER NOT NULL,
                    insurance TEXT NOT NULL,
                    nonce BLOB NOT NULL,
                    ciphertext BLOB NOT NULL,
                    PRIMARY KEY(declaration, row, insurance)) STRICT, WITHOUT ROWID
                  """)));

  Schema {
    migrations = migrations.stream().map(List::copyOf).toList();
  }

  int version() {
    return migrations.size();
  }

  /// The version of a file, read without SQLite, which might already change it; 0 for an empty one.
  static int versionOf(Path file) throws IOException {
    try (RandomAccessFile in = new RandomAccessFile(file.toFile(), "r")) {
      if (in.length() < USER_VERSION_OFFSET + Integer.BYTES) {
        return 0;
      }
      in.seek(USER_VERSION_OFFSET);
      return in.readInt();
    }
  }

  /// Brings a file up to this version.
  void migrate(Connection connection, int from) throws SQLException {
    for (int version = from + 1; version <= version(); version++) {
      try (Statement statement = connection.createStatement()) {
        statement.execute("BEGIN IMMEDIATE");
        for (String change : migrations.get(version - 1)) {
          statement.execute(change);
        }
        statement.execute("PRAGMA user_version=" + version);
        statement.execute("COMMIT");
      }
    }
  }
}
