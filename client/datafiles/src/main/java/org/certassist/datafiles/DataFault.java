package org.certassist.datafiles;

import java.nio.file.Path;
import java.util.List;
import org.certassist.core.fault.Fault;
import org.certassist.core.fault.FaultArea;

/// Why a data file cannot be used.
///
/// @param id data.invalid (details: file, place, reason) · data.unreadable (details: file) ·
///   data.tooLarge (details: file) · data.trustAnchors (details: file), an unsigned profile must
///   not bring its own · data.idTaken (details: file, id)
public record DataFault(String id, List<String> details) implements Fault {
  public DataFault {
    details = List.copyOf(details);
  }

  static DataFault of(String id, String... details) {
    return new DataFault(id, List.of(details));
  }

  /// Whether it is about a file of this name.
  boolean isAbout(String file) {
    return String.valueOf(Path.of(details.getFirst()).getFileName()).equals(file);
  }

  @Override
  public FaultArea area() {
    return FaultArea.STORAGE;
  }
}
