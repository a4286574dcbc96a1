package org.certassist.desktop.carry;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.certassist.core.archive.History;
import org.certassist.core.fault.Fault;
import org.certassist.core.paper.Paper;
import org.certassist.core.profile.Way;

/// How far making the file that the clerk carries has come.
public sealed interface CarryState {
  /// Nothing is under way.
  record Idle() implements CarryState {}

  record Making() implements CarryState {}

  /// No file was made.
  ///
  /// @param inTheWay the declaration that the refusal names
  record Refused(Way way, Path out, Fault fault, Optional<History> inTheWay)
      implements CarryState {}

  /// The file is there and the archive knows it.
  ///
  /// @param gaps characters that could not be printed
  record Made(History history, Path file, List<Paper.Gap> gaps) implements CarryState {
    public Made {
      gaps = List.copyOf(gaps);
    }
  }
}
