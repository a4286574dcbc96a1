package org.certassist.platform.system;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.certassist.core.diagnosis.Pc.StorageFacts;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// Whether the folder with the user's data can be written, and how much room there is.
public final class HomeFolder {
  private static final Logger LOG = LoggerFactory.getLogger(HomeFolder.class);

  private final Path home;

  public HomeFolder(Path home) {
    this.home = home;
  }

  /// A file is made and taken away: rights on paper do not tell of a disk that is mounted for
  /// reading only.
  public StorageFacts facts() {
    Path folder = nearest(home);
    try {
      long free = Files.getFileStore(folder).getUsableSpace();
      return new StorageFacts(home.toString(), isWritable(folder), free);
    } catch (IOException unknown) {
      LOG.info("the room in {} cannot be told", folder, unknown);
      return new StorageFacts(home.toString(), isWritable(folder), Long.MAX_VALUE);
    }
  }

  private static boolean isWritable(Path folder) {
    try {
      Files.delete(Files.createTempFile(folder, ".certassist", ".try"));
      return true;
    } catch (IOException refused) {
      LOG.info("{} cannot be written", folder, refused);
      return false;
    }
  }

  /// On a new PC the folder is not there yet, and what it will be made in counts.
  private static Path nearest(Path folder) {
    Path existing = folder;
    while (!Files.isDirectory(existing) && existing.getParent() != null) {
      existing = existing.getParent();
    }
    return existing;
  }
}
