package org.certassist.core.draft;

import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.certassist.core.archive.ArchiveException;
import org.certassist.core.declaration.Draft;
import org.certassist.core.declaration.Kind;

/// The port to the drafts on disk, sealed as declarations are.
public interface Drafts {
  /// Every draft that opens, the last changed first.
  List<KeptDraft> kept() throws ArchiveException;

  /// How many drafts are there that do not open.
  int damaged() throws ArchiveException;

  /// A draft as it was last kept, cell by cell.
  ///
  /// @param kinds the kinds the profile offers
  /// @return empty where there is none of that id, or its kind is not among `kinds`
  /// @throws ArchiveException `archive.draftDamaged` where it does not open
  Optional<Draft> find(UUID id, List<Kind> kinds) throws ArchiveException;

  /// Keeps a draft in place of what was kept under the same id; returns when it is synced to disk.
  ///
  /// @param name as in [KeptDraft]
  void keep(UUID id, String profile, String name, Draft draft) throws ArchiveException;

  /// Forgets a draft, after it was filed or thrown away; nothing happens where there is none.
  void remove(UUID id) throws ArchiveException;
}
