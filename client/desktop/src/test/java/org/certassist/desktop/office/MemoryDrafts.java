package org.certassist.desktop.office;

import java.time.InstantSource;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Optional;
import java.util.SequencedMap;
import java.util.UUID;
import org.certassist.core.declaration.Draft;
import org.certassist.core.declaration.Kind;
import org.certassist.core.draft.Drafts;
import org.certassist.core.draft.KeptDraft;

/// Drafts in memory.
public final class MemoryDrafts implements Drafts {
  private record Kept(KeptDraft about, Draft draft) {}

  private final SequencedMap<UUID, Kept> drafts = new LinkedHashMap<>();
  private final InstantSource clock;

  public MemoryDrafts(InstantSource clock) {
    this.clock = clock;
  }

  @Override
  public synchronized List<KeptDraft> kept() {
    return drafts.sequencedValues().reversed().stream().map(Kept::about).toList();
  }

  @Override
  public int damaged() {
    return 0;
  }

  @Override
  public synchronized Optional<Draft> find(UUID id, List<Kind> kinds) {
    return Optional.ofNullable(drafts.get(id))
        .map(Kept::draft)
        .filter(draft -> kinds.stream().anyMatch(kind -> kind.id().equals(draft.kind().id())));
  }

  @Override
  public synchronized void keep(UUID id, String profile, String name, Draft draft) {
    drafts.remove(id);
    drafts.put(
        id,
        new Kept(
            new KeptDraft(
                id, profile, draft.kind().id(), name, draft.rows().size(), clock.instant()),
            draft));
  }

  @Override
  public synchronized void remove(UUID id) {
    drafts.remove(id);
  }
}
