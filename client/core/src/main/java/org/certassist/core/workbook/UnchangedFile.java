package org.certassist.core.workbook;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.BasicFileAttributes;

/// A file as it was when it was first looked at: its bytes are given only as long as it is still
/// that one, so that a copy of a checked file is a copy of what was checked.
public final class UnchangedFile {
  private final Path file;
  private final Look before;

  private UnchangedFile(Path file, Look before) {
    this.file = file;
    this.before = before;
  }

  /// What tells that a file was written again.
  private record Look(Object time, long size) {
    static Look at(Path file) throws IOException {
      BasicFileAttributes now = Files.readAttributes(file, BasicFileAttributes.class);
      return new Look(now.lastModifiedTime(), now.size());
    }
  }

  /// @throws WorkbookException [FileFault.Unreadable]
  public static UnchangedFile of(Path file) throws WorkbookException {
    try {
      return new UnchangedFile(file, Look.at(file));
    } catch (IOException unreadable) {
      throw unreadable(file, unreadable);
    }
  }

  /// @throws WorkbookException [FileFault.Changed] when it was written since,
  ///   [FileFault.Unreadable]
  public byte[] bytes() throws WorkbookException {
    try {
      refuseChanged();
      byte[] bytes = Files.readAllBytes(file);
      refuseChanged();
      return bytes;
    } catch (IOException unreadable) {
      throw unreadable(file, unreadable);
    }
  }

  private void refuseChanged() throws IOException, WorkbookException {
    if (!Look.at(file).equals(before)) {
      throw new WorkbookException(new FileFault.Changed(String.valueOf(file.getFileName())));
    }
  }

  private static WorkbookException unreadable(Path file, IOException cause) {
    return new WorkbookException(
        new FileFault.Unreadable(String.valueOf(file.getFileName())), cause);
  }
}
