package org.certassist.core.draft;

import java.time.Instant;
import java.util.UUID;

/// A kept draft as the list of drafts shows it.
///
/// @param profile the id of the region's profile it was begun under
/// @param kind the id of its kind
/// @param name what the clerk knows it by: the name of the file it came from, or the one she gave
/// @param rows how many people it has
/// @param changed when it was last kept
public record KeptDraft(
    UUID id, String profile, String kind, String name, int rows, Instant changed) {
  /// Without the name, which may be somebody's.
  @Override
  public String toString() {
    return "KeptDraft[" + id + ", " + kind + ", " + rows + " rows]";
  }
}
