package org.certassist.core.elsewhere;

import java.time.LocalDate;
import java.util.Optional;

/// The clerk's word that a point was seen to.
///
/// @param on the day on which it was
/// @param note what she wants to remember of it, such as a number
public record Tick(PointId point, LocalDate on, Optional<String> note) {
  public static final int LONGEST_NOTE = 64;

  /// Without the note, which may be about somebody.
  @Override
  public String toString() {
    return "Tick[" + point + ", " + on + "]";
  }
}
