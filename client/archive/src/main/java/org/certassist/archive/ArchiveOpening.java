package org.certassist.archive;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.certassist.core.archive.ArchiveException;
import org.certassist.core.archive.ArchiveFault;
import org.certassist.core.storage.PrivateFiles;
import org.sqlite.SQLiteDataSource;

/// Opens the archive of a home folder, or makes it at the first start; what is found and what is
/// done then stands in docs/archive.md.
///
/// @param program our name, shown to a process that waits for us
/// @param patience how long we wait for another process that holds it
record ArchiveOpening(Path home, String program, Duration patience, Schema schema) {
  private static final String DATABASE = "archive.db";

  private static final String TRACE = "archive.";

  /// Whether any of an archive's files lies there; a folder that cannot be listed may hold one.
  static boolean leavesTraces(Path home) {
    if (!Files.isDirectory(home)) {
      return false;
    }
    try (Stream<Path> files = Files.list(home)) {
      return files.anyMatch(file -> file.getFileName().toString().startsWith(TRACE));
    } catch (IOException unreadable) {
      return true;
    }
  }

  ArchiveFile open() throws ArchiveException, InterruptedException {
    if (Thread.interrupted()) {
      throw new InterruptedException();
    }
    try {
      PrivateFiles.makeHome(home);
      Path folder = home.toRealPath();
      for (String name : List.of(DATABASE, "archive.key", "archive.key.new", "archive.lock")) {
        refuseOtherThanFile(folder.resolve(name));
      }
      ArchiveLock lock = ArchiveLock.take(folder, program, patience);
      try {
        return open(folder, lock);
      } catch (IOException | ArchiveException | RuntimeException failed) {
        lock.close();
        throw failed;
      }
    } catch (IOException failed) {
      throw StorageFaults.of(failed);
    }
  }

  private ArchiveFile open(Path folder, ArchiveLock lock) throws IOException, ArchiveException {
    Path file = folder.resolve(DATABASE);
    DataKey key = new DataKey(folder);
    boolean firstStart = key.isFirstStart(file);
    if (firstStart && key.wasInForce()) {
      throw fault("archive.gone", folder.toString());
    }
    int version = Files.exists(file) ? Schema.versionOf(file) : 0;
    if (version > schema.version()) {
      throw fault("archive.newerSchema", Integer.toString(version));
    }
    if (firstStart && version == 0) {
      key.begin();
      Files.deleteIfExists(file);
      Files.createFile(file, PrivateFiles.fileAttributes());
    }
    Seal seal = firstStart ? key.readUnfinished() : key.read();
    if (!firstStart && !Files.exists(file)) {
      throw fault("archive.gone", file.toString());
    }
    if (!firstStart && version <= 0) {
      throw fault("archive.fileDamaged", DATABASE);
    }
    Connection connection = null;
    try {
      connection = connect(file);
      boolean sound = prepare(connection, seal, version, firstStart, key);
      ArchiveFile opened =
          new ArchiveFile(
              lock,
              connection,
              seal,
              sound ? null : ArchiveFault.of("archive.fileDamaged", DATABASE));
      connection = null;
      return opened;
    } catch (SQLException failed) {
      throw StorageFaults.of(failed);
    } finally {
      ArchiveFile.closeQuietly(connection);
    }
  }

  /// A folder or a pipe of that name would be taken for damage, or read for ever.
  private static void refuseOtherThanFile(Path file) throws ArchiveException {
    if (Files.exists(file) && !Files.isRegularFile(file)) {
      throw fault("archive.notAFile", file.toString());
    }
  }

  private static Connection connect(Path file) throws SQLException, ArchiveException {
    SQLiteDataSource source = new SQLiteDataSource();
    source.setUrl("jdbc:sqlite:" + file);
    Connection connection = source.getConnection();
    try {
      Settings.apply(connection);
      Optional<String> wrong = Settings.firstWrong(connection);
      if (wrong.isPresent()) {
        throw fault("archive.notWritable", wrong.get());
      }
      return connection;
    } catch (SQLException | ArchiveException failed) {
      ArchiveFile.closeQuietly(connection);
      throw failed;
    }
  }

  /// @return whether the file as a whole is sound; it is only read where it is not
  private boolean prepare(
      Connection connection, Seal seal, int version, boolean firstStart, DataKey key)
      throws SQLException, IOException, ArchiveException {
    KeyMark mark = new KeyMark(connection, seal);
    if (version > 0 && !firstStart) {
      requireKey(mark, key);
    }
    boolean sound = isSound(connection);
    if (sound) {
      schema.migrate(connection, version);
    }
    if (firstStart) {
      if (mark.keyFits().isEmpty()) {
        mark.write();
      }
      requireKey(mark, key);
      key.putInForce();
    }
    key.leaveMark();
    return sound;
  }

  private static void requireKey(KeyMark mark, DataKey key) throws SQLException, ArchiveException {
    Optional<Boolean> fits = mark.keyFits();
    if (fits.isEmpty()) {
      throw fault("archive.fileDamaged", DATABASE);
    }
    if (!fits.get()) {
      throw key.missing();
    }
  }

  private static boolean isSound(Connection connection) throws SQLException {
    try (Statement statement = connection.createStatement();
        ResultSet row = statement.executeQuery("PRAGMA integrity_check(1)")) {
      return row.next() && row.getString(1).equals("ok");
    } catch (SQLException failed) {
      if (StorageFaults.isDamage(failed)) {
        return false;
      }
      throw failed;
    }
  }

  private static ArchiveException fault(String id, String... details) {
    return new ArchiveException(ArchiveFault.of(id, details));
  }
}
