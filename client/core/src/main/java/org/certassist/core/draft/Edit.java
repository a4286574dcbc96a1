package org.certassist.core.draft;

/// What became of an act on a draft.
public sealed interface Edit {
  /// It was done; a draft that it changed nothing of is the same.
  record Done(EditedDraft draft) implements Edit {}

  /// It would have made more rows than one declaration may have; nothing was changed.
  record TooManyRows(int wanted, int most) implements Edit {}

  /// The block reaches beyond the last column; nothing was changed.
  ///
  /// @param columns of the block
  /// @param room columns from the cell it was to begin at
  record TooWide(int columns, int room) implements Edit {}
}
