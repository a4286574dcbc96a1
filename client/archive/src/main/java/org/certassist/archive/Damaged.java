package org.certassist.archive;

import java.sql.SQLException;
import java.util.Optional;
import java.util.UUID;
import org.certassist.core.archive.ArchiveException;
import org.certassist.core.archive.ArchiveFault;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// A record that does not open, or that is not where it should be.
final class Damaged extends Exception {
  private static final long serialVersionUID = 1L;
  private static final Logger LOG = LoggerFactory.getLogger(Damaged.class);

  private final transient ArchiveFault fault;

  private Damaged(ArchiveFault fault) {
    super(fault.id() + " " + fault.details());
    this.fault = fault;
  }

  /// @param record its id and which of its records it is
  static Damaged history(String record) {
    return new Damaged(ArchiveFault.of("archive.damaged", record));
  }

  static Damaged draft(UUID id) {
    return new Damaged(ArchiveFault.of("archive.draftDamaged", id.toString()));
  }

  ArchiveException toException() {
    return new ArchiveException(fault, this);
  }

  /// Reads one record, or what belongs to one.
  interface Opening<T> {
    Optional<T> open() throws SQLException, Damaged;
  }

  /// Empty where the record is damaged, or the page it lies on; the others are read on.
  static <T> Optional<T> orEmpty(Opening<T> opening) throws SQLException {
    try {
      return opening.open();
    } catch (Damaged damaged) {
      LOG.warn("archive: {} does not open", damaged.fault.details());
      return Optional.empty();
    } catch (SQLException failed) {
      if (!StorageFaults.isDamage(failed)) {
        throw failed;
      }
      return Optional.empty();
    }
  }
}
