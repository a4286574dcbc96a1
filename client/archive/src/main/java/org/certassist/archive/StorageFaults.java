package org.certassist.archive;

import java.io.IOException;
import java.sql.SQLException;
import org.certassist.core.archive.ArchiveException;
import org.certassist.core.archive.ArchiveFault;
import org.certassist.core.fault.DiskCause;
import org.sqlite.SQLiteErrorCode;
import org.sqlite.SQLiteException;

/// Turns what SQLite and the file system say into archive faults.
final class StorageFaults {
  private StorageFaults() {}

  static ArchiveException of(SQLException failed) {
    String code = code(failed).name();
    String id =
        switch (family(failed)) {
          case SQLITE_FULL -> "archive.diskFull";
          case SQLITE_CORRUPT, SQLITE_NOTADB, SQLITE_ERROR, SQLITE_SCHEMA, SQLITE_CONSTRAINT ->
              "archive.fileDamaged";
          default -> "archive.notWritable";
        };
    return new ArchiveException(ArchiveFault.of(id, code), failed);
  }

  static ArchiveException of(IOException failed) {
    return new ArchiveException(
        switch (DiskCause.of(failed)) {
          case FULL -> ArchiveFault.of("archive.diskFull");
          case DENIED, READ_ONLY, OCCUPIED, MISSING, NAME_TOO_LONG, OTHER ->
              ArchiveFault.of("archive.notWritable", DiskCause.of(failed).word());
        },
        failed);
  }

  /// Whether the disk itself failed, so that nothing read or written after it can be trusted.
  static boolean isDiskFailure(SQLException failed) {
    return family(failed) == SQLiteErrorCode.SQLITE_IOERR;
  }

  static boolean isDamage(SQLException failed) {
    return switch (family(failed)) {
      case SQLITE_CORRUPT, SQLITE_NOTADB, SQLITE_ERROR, SQLITE_SCHEMA, SQLITE_CONSTRAINT -> true;
      default -> false;
    };
  }

  private static SQLiteErrorCode code(SQLException failed) {
    return failed instanceof SQLiteException ours
        ? ours.getResultCode()
        : SQLiteErrorCode.getErrorCode(failed.getErrorCode());
  }

  /// The primary code: the low byte of an extended one.
  private static SQLiteErrorCode family(SQLException failed) {
    return SQLiteErrorCode.getErrorCode(code(failed).code & 0xff);
  }
}
