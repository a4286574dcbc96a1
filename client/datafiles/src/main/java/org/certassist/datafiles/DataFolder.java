package org.certassist.datafiles;

import java.io.IOException;
import java.nio.file.DirectoryIteratorException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/// The JSON files of one folder in order of their names; none where not all of them can be listed.
///
/// @param faults why there are none
record DataFolder(List<Path> files, List<DataFault> faults) {
  static final int MOST_FILES = 100;

  DataFolder {
    files = List.copyOf(files);
    faults = List.copyOf(faults);
  }

  /// Begins to list a folder.
  interface Listing {
    DirectoryStream<Path> of(Path folder) throws IOException;
  }

  /// @param folder need not exist
  static DataFolder read(Path folder) {
    return Files.isDirectory(folder)
        ? read(folder, DataFolder::json)
        : new DataFolder(List.of(), List.of());
  }

  @SuppressWarnings("StreamResourceLeak") // closed by whoever lists it
  private static DirectoryStream<Path> json(Path folder) throws IOException {
    return Files.newDirectoryStream(folder, "*.json");
  }

  static DataFolder read(Path folder, Listing listing) {
    List<Path> files = new ArrayList<>();
    try (DirectoryStream<Path> found = listing.of(folder)) {
      for (Path file : found) {
        files.add(file.toAbsolutePath());
      }
    } catch (IOException | DirectoryIteratorException unreadable) {
      return without(folder, "data.unreadable");
    }
    if (files.size() > MOST_FILES) {
      return without(folder, "data.tooLarge");
    }
    files.sort(null);
    return new DataFolder(files, List.of());
  }

  private static DataFolder without(Path folder, String fault) {
    return new DataFolder(List.of(), List.of(DataFault.of(fault, folder.toString())));
  }
}
