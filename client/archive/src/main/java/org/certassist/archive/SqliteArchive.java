package org.certassist.archive;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.locks.ReentrantLock;
import org.certassist.core.archive.Archive;
import org.certassist.core.archive.ArchiveException;
import org.certassist.core.archive.ArchiveFault;
import org.certassist.core.archive.DamagedHistory;
import org.certassist.core.archive.History;
import org.certassist.core.archive.Step;
import org.certassist.core.declaration.Content;
import org.certassist.core.declaration.DeclarationId;
import org.certassist.core.storage.PrivateFiles;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.sqlite.SQLiteDataSource;

/// The archive in `HOME/archive.db`: one connection, one writer, every step sealed by itself and
/// synced before [#append] returns.
///
/// A damaged record costs its own history only: [#find] and [#append] refuse that one, [#all] and
/// [#damaged] name it rather than leave it out, [#readable] gives the rest. After the disk has
/// failed once nothing more is written until the program starts anew.
public final class SqliteArchive implements Archive {
  private static final Logger LOG = LoggerFactory.getLogger(SqliteArchive.class);
  private static final Duration PATIENCE = Duration.ofSeconds(3);
  private static final String DATABASE = "archive.db";

  private final ArchiveLock lock;
  private final Connection connection;
  private final Records records;
  private final InstantSource clock;
  private final ReentrantLock turn = new ReentrantLock();
  private long sequence;

  /// Why nothing may be written any more.
  private @Nullable ArchiveFault readOnly;

  private SqliteArchive(
      ArchiveLock lock, Connection connection, Records records, InstantSource clock) {
    this.lock = lock;
    this.connection = connection;
    this.records = records;
    this.clock = clock;
  }

  /// Opens the archive of a home folder, making both at the first start; waits 3 s for another
  /// process that holds it.
  ///
  /// @param program our name, shown to a process that waits for us
  public static SqliteArchive open(Path home, String program, InstantSource clock)
      throws ArchiveException, InterruptedException {
    return open(home, program, clock, PATIENCE, Schema.CURRENT);
  }

  static SqliteArchive open(
      Path home, String program, InstantSource clock, Duration patience, Schema schema)
      throws ArchiveException, InterruptedException {
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
        return open(folder, lock, clock, schema);
      } catch (IOException | ArchiveException | RuntimeException failed) {
        lock.close();
        throw failed;
      }
    } catch (IOException failed) {
      throw StorageFaults.of(failed);
    }
  }

  private static SqliteArchive open(
      Path folder, ArchiveLock lock, InstantSource clock, Schema schema)
      throws IOException, ArchiveException {
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
      Records records = new Records(connection, seal);
      SqliteArchive archive = new SqliteArchive(lock, connection, records, clock);
      archive.prepare(schema, version, firstStart, key);
      connection = null;
      return archive;
    } catch (SQLException failed) {
      throw StorageFaults.of(failed);
    } finally {
      closeQuietly(connection);
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
      closeQuietly(connection);
      throw failed;
    }
  }

  private void prepare(Schema schema, int version, boolean firstStart, DataKey key)
      throws SQLException, IOException, ArchiveException {
    if (version > 0 && !firstStart) {
      requireKey(key);
    }
    if (!isSound()) {
      readOnly = ArchiveFault.of("archive.fileDamaged", DATABASE);
    } else {
      schema.migrate(connection, version);
    }
    if (firstStart) {
      if (records.keyFits().isEmpty()) {
        records.writeMark();
      }
      requireKey(key);
      key.putInForce();
    }
    key.leaveMark();
    sequence = lastSequence();
  }

  private void requireKey(DataKey key) throws SQLException, ArchiveException {
    Optional<Boolean> fits = records.keyFits();
    if (fits.isEmpty()) {
      throw fault("archive.fileDamaged", DATABASE);
    }
    if (!fits.get()) {
      throw key.missing();
    }
  }

  private boolean isSound() throws SQLException {
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

  private long lastSequence() throws SQLException {
    try {
      return records.lastSequence();
    } catch (SQLException failed) {
      if (readOnly != null) {
        return 0;
      }
      throw failed;
    }
  }

  @Override
  public void append(DeclarationId id, int version, Step step) throws ArchiveException {
    turn.lock();
    try {
      if (readOnly != null) {
        throw new ArchiveException(readOnly);
      }
      Optional<Records.Head> head = records.head(id);
      if (head.map(Records.Head::version).orElse(0) != version) {
        throw fault("archive.conflict", id.toString());
      }
      boolean mayFollow =
          head.map(Records.Head::stage)
              .map(last -> last.mayBeFollowedBy(step.stage()))
              .orElseGet(() -> step.stage().mayBegin());
      if (!mayFollow) {
        throw fault("archive.conflict", id.toString(), step.stage().name());
      }
      write(id, version + 1, step);
    } catch (Records.Damaged damaged) {
      throw damaged(damaged);
    } catch (SQLException failed) {
      throw failed(failed);
    } finally {
      turn.unlock();
    }
  }

  private void write(DeclarationId id, int version, Step step) throws SQLException {
    try (Statement statement = connection.createStatement()) {
      statement.execute("BEGIN IMMEDIATE");
      try {
        records.add(id, version, step, clock.instant(), sequence + 1);
        statement.execute("COMMIT");
        sequence++;
      } catch (SQLException | RuntimeException failed) {
        rollBack(statement, failed);
        throw failed;
      }
    }
  }

  private static void rollBack(Statement statement, Exception cause) {
    try {
      statement.execute("ROLLBACK");
    } catch (SQLException alreadyRolledBack) {
      cause.addSuppressed(alreadyRolledBack);
    }
  }

  @Override
  public Optional<History> find(DeclarationId id) throws ArchiveException {
    turn.lock();
    try {
      return records.history(id).map(Records.Numbered::history);
    } catch (Records.Damaged damaged) {
      throw damaged(damaged);
    } catch (SQLException failed) {
      throw failed(failed);
    } finally {
      turn.unlock();
    }
  }

  @Override
  public List<History> all() throws ArchiveException {
    Scan scan = scan();
    refuseDamagedFile();
    if (!scan.damaged().isEmpty()) {
      throw fault(
          "archive.damaged",
          String.join(", ", scan.damaged().stream().map(DamagedHistory::record).toList()));
    }
    return scan.histories();
  }

  @Override
  public List<History> readable() throws ArchiveException {
    return scan().histories();
  }

  @Override
  public List<DamagedHistory> damaged() throws ArchiveException {
    refuseDamagedFile();
    return scan().damaged();
  }

  private void refuseDamagedFile() throws ArchiveException {
    if (readOnly != null && readOnly.id().equals("archive.fileDamaged")) {
      throw new ArchiveException(readOnly);
    }
  }

  /// Everything that opens, and what does not.
  private record Scan(List<History> histories, List<DamagedHistory> damaged) {}

  private Scan scan() throws ArchiveException {
    turn.lock();
    try {
      List<Records.Numbered> found = new ArrayList<>();
      List<DamagedHistory> damaged = new ArrayList<>();
      for (String name : records.ids()) {
        Optional<DeclarationId> id =
            DeclarationId.parse(name).filter(parsed -> parsed.toString().equals(name));
        Optional<Records.Numbered> history = id.isEmpty() ? Optional.empty() : opened(id.get());
        if (history.isPresent()) {
          found.add(history.get());
        } else {
          damaged.add(new DamagedHistory(name, id.isEmpty() ? Optional.empty() : rest(id.get())));
        }
      }
      found.sort(Comparator.comparingLong(Records.Numbered::sequence).reversed());
      return new Scan(found.stream().map(Records.Numbered::history).toList(), damaged);
    } catch (SQLException failed) {
      throw failed(failed);
    } finally {
      turn.unlock();
    }
  }

  /// Empty where it does not open whole.
  private Optional<Records.Numbered> opened(DeclarationId id) throws SQLException {
    try {
      return records.history(id);
    } catch (Records.Damaged damaged) {
      LOG.warn("archive: {} does not open", damaged.record());
      return Optional.empty();
    } catch (SQLException failed) {
      if (!StorageFaults.isDamage(failed)) {
        throw failed;
      }
      return Optional.empty();
    }
  }

  /// What a damaged history is about, where that much of it opens.
  private Optional<Content> rest(DeclarationId id) throws SQLException {
    try {
      return records.contentLeft(id);
    } catch (SQLException failed) {
      if (!StorageFaults.isDamage(failed)) {
        throw failed;
      }
      return Optional.empty();
    }
  }

  /// A disk that failed once is not written to again: what a repeated sync reports after a failed
  /// one is worth nothing.
  private ArchiveException failed(SQLException failed) {
    ArchiveException fault = StorageFaults.of(failed);
    if (readOnly == null && StorageFaults.isDiskFailure(failed)) {
      readOnly = (ArchiveFault) fault.fault();
    }
    return fault;
  }

  private static ArchiveException damaged(Records.Damaged damaged) {
    return new ArchiveException(ArchiveFault.of("archive.damaged", damaged.record()), damaged);
  }

  private static ArchiveException fault(String id, String... details) {
    return new ArchiveException(ArchiveFault.of(id, details));
  }

  @Override
  public void close() {
    turn.lock();
    try {
      closeQuietly(connection);
      lock.close();
    } catch (IOException nothingToLose) {
      LOG.warn("closing the archive: {}", nothingToLose.getMessage());
    } finally {
      turn.unlock();
    }
  }

  /// Every step is on disk already; there is nothing that closing could lose.
  private static void closeQuietly(@Nullable Connection connection) {
    if (connection != null) {
      try {
        connection.close();
      } catch (SQLException nothingToLose) {
        LOG.warn("closing the archive: {}", nothingToLose.getMessage());
      }
    }
  }
}
