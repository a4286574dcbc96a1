package org.certassist.desktop.office;

import java.time.Clock;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.certassist.core.archive.ArchiveException;
import org.certassist.core.archive.ArchiveFault;
import org.certassist.core.declaration.Draft;
import org.certassist.core.declaration.Kind;
import org.certassist.core.draft.Drafts;
import org.certassist.core.draft.KeptDraft;

/// Drafts in memory, on a disk that can be full.
public final class MemoryDrafts implements Drafts {
  private final Clock clock;
  private final Map<UUID, KeptDraft> kept = new LinkedHashMap<>();
  private final Map<UUID, Draft> drafts = new LinkedHashMap<>();
  private final List<Draft> written = new ArrayList<>();
  private boolean full;
  private int damaged;

  MemoryDrafts(Clock clock) {
    this.clock = clock;
  }

  /// From now on nothing can be written, or again it can.
  public synchronized MemoryDrafts full(boolean is) {
    full = is;
    return this;
  }

  public synchronized MemoryDrafts damaged(int many) {
    damaged = many;
    return this;
  }

  /// Every draft as it was written, one after the other.
  public synchronized List<Draft> written() {
    return List.copyOf(written);
  }

  @Override
  public synchronized List<KeptDraft> kept() {
    return kept.values().stream()
        .sorted(Comparator.comparing(KeptDraft::changed).reversed())
        .toList();
  }

  @Override
  public synchronized int damaged() {
    return damaged;
  }

  @Override
  public synchronized Optional<Draft> find(UUID id, List<Kind> kinds) {
    return Optional.ofNullable(drafts.get(id)).filter(draft -> kinds.contains(draft.kind()));
  }

  @Override
  public synchronized void keep(UUID id, String profile, String name, Draft draft)
      throws ArchiveException {
    if (full) {
      throw new ArchiveException(ArchiveFault.of("archive.diskFull"));
    }
    kept.put(
        id,
        new KeptDraft(id, profile, draft.kind().id(), name, draft.rows().size(), clock.instant()));
    drafts.put(id, draft);
    written.add(draft);
  }

  @Override
  public synchronized void remove(UUID id) {
    kept.remove(id);
    drafts.remove(id);
  }
}
