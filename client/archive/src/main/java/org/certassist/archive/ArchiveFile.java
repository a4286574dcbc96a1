package org.certassist.archive;

import java.io.IOException;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.concurrent.locks.ReentrantLock;
import org.certassist.core.archive.ArchiveException;
import org.certassist.core.archive.ArchiveFault;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// The open database file: one connection, one piece of work at a time, whatever table it is about.
///
/// After the disk has failed once nothing more is written until the program starts anew: what a
/// repeated sync reports after a failed one is worth nothing.
final class ArchiveFile implements AutoCloseable {
  private static final Logger LOG = LoggerFactory.getLogger(ArchiveFile.class);

  private final ArchiveLock lock;
  private final Connection connection;
  private final Seal seal;
  private final ReentrantLock turn = new ReentrantLock();

  /// Why nothing may be written any more.
  private @Nullable ArchiveFault readOnly;

  /// @param readOnly why nothing may be written from the start
  ArchiveFile(ArchiveLock lock, Connection connection, Seal seal, @Nullable ArchiveFault readOnly) {
    this.lock = lock;
    this.connection = connection;
    this.seal = seal;
    this.readOnly = readOnly;
  }

  /// Reads while it is our turn.
  interface Reading<T> {
    T from(Connection connection) throws SQLException, Damaged;
  }

  /// Changes tables while it is our turn.
  interface Change {
    void in(Connection connection) throws SQLException, Damaged, ArchiveException;
  }

  Seal seal() {
    return seal;
  }

  <T> T read(Reading<T> reading) throws ArchiveException {
    turn.lock();
    try {
      return reading.from(connection);
    } catch (Damaged damaged) {
      throw damaged.toException();
    } catch (SQLException failed) {
      throw failed(failed);
    } finally {
      turn.unlock();
    }
  }

  /// Changes all or nothing, and returns when it is synced to disk.
  void write(Change change) throws ArchiveException {
    turn.lock();
    try {
      if (readOnly != null) {
        throw new ArchiveException(readOnly);
      }
      inOneTransaction(change);
    } catch (Damaged damaged) {
      throw damaged.toException();
    } catch (SQLException failed) {
      throw failed(failed);
    } finally {
      turn.unlock();
    }
  }

  private void inOneTransaction(Change change) throws SQLException, Damaged, ArchiveException {
    try (Statement statement = connection.createStatement()) {
      statement.execute("BEGIN IMMEDIATE");
      try {
        change.in(connection);
        statement.execute("COMMIT");
      } catch (SQLException | Damaged | ArchiveException | RuntimeException failed) {
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

  /// @throws ArchiveException archive.fileDamaged where the file as a whole is damaged
  void refuseDamaged() throws ArchiveException {
    turn.lock();
    try {
      if (readOnly != null && readOnly.id().equals("archive.fileDamaged")) {
        throw new ArchiveException(readOnly);
      }
    } finally {
      turn.unlock();
    }
  }

  private ArchiveException failed(SQLException failed) {
    ArchiveException fault = StorageFaults.of(failed);
    if (readOnly == null && StorageFaults.isDiskFailure(failed)) {
      readOnly = (ArchiveFault) fault.fault();
    }
    return fault;
  }

  /// Every step is on disk already; there is nothing that closing could lose.
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

  static void closeQuietly(@Nullable Connection connection) {
    if (connection != null) {
      try {
        connection.close();
      } catch (SQLException nothingToLose) {
        LOG.warn("closing the archive: {}", nothingToLose.getMessage());
      }
    }
  }
}
