package org.certassist.core.archive;

import java.util.List;
import java.util.Optional;
import org.certassist.core.declaration.DeclarationId;

/// The port to the archive on disk; one process owns it at a time.
public interface Archive extends AutoCloseable {
  /// Adds a step and returns only when it is synced to disk.
  ///
  /// @param version the number of steps the caller has seen; 0 begins a history
  /// @throws ArchiveException also when another step came in between, or the stage may not follow
  void append(DeclarationId id, int version, Step step) throws ArchiveException;

  Optional<History> find(DeclarationId id) throws ArchiveException;

  /// Every history, newest first by its first step.
  ///
  /// @throws ArchiveException archive.damaged naming the histories that do not open, rather than
  ///   leaving them out; archive.fileDamaged where the file as a whole is damaged
  List<History> all() throws ArchiveException;

  /// The histories that open, newest first by their first step; for a caller who says what
  /// [#damaged] leaves out.
  default List<History> readable() throws ArchiveException {
    return all();
  }

  /// The histories that do not open.
  ///
  /// @throws ArchiveException archive.fileDamaged where the file as a whole is damaged, so that
  ///   nobody knows what is missing
  default List<DamagedHistory> damaged() throws ArchiveException {
    return List.of();
  }

  @Override
  void close();
}
