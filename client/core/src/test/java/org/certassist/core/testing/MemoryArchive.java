package org.certassist.core.testing;

import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Predicate;
import org.certassist.core.archive.Archive;
import org.certassist.core.archive.ArchiveException;
import org.certassist.core.archive.ArchiveFault;
import org.certassist.core.archive.DamagedHistory;
import org.certassist.core.archive.History;
import org.certassist.core.archive.Step;
import org.certassist.core.declaration.Content;
import org.certassist.core.declaration.DeclarationId;

/// An archive in memory that holds callers to versions and to the order of stages, as the real one
/// does.
public final class MemoryArchive implements Archive {
  private final Map<DeclarationId, List<History.Entry>> histories = new LinkedHashMap<>();
  private final List<DamagedHistory> damaged = new ArrayList<>();
  private Predicate<Step> diskFullAt = step -> false;

  /// Refuses steps that fit, writing nothing.
  public void diskFullAt(Predicate<Step> refused) {
    diskFullAt = refused;
  }

  @Override
  public void append(DeclarationId id, int version, Step step) throws ArchiveException {
    if (diskFullAt.test(step)) {
      throw new ArchiveException(ArchiveFault.of("archive.diskFull"));
    }
    List<History.Entry> entries = histories.getOrDefault(id, List.of());
    boolean follows =
        entries.isEmpty()
            ? step.stage().mayBegin()
            : entries.getLast().step().stage().mayBeFollowedBy(step.stage());
    if (version != entries.size() || !follows) {
      throw new ArchiveException(ArchiveFault.of("archive.conflict", id.toString()));
    }
    List<History.Entry> longer = new ArrayList<>(entries);
    longer.add(new History.Entry(Instant.EPOCH, step));
    histories.put(id, List.copyOf(longer));
  }

  @Override
  public Optional<History> find(DeclarationId id) {
    return Optional.ofNullable(histories.get(id)).map(entries -> new History(id, entries));
  }

  @Override
  public List<History> all() throws ArchiveException {
    if (!damaged.isEmpty()) {
      throw new ArchiveException(ArchiveFault.of("archive.damaged", damaged.toString()));
    }
    return readable();
  }

  /// From now on this history does not open.
  ///
  /// @param contentLeft whether it still says what it is about
  public void damage(DeclarationId id, boolean contentLeft) {
    Optional<Content> content = find(id).map(History::content).filter(known -> contentLeft);
    histories.remove(id);
    damaged.add(new DamagedHistory(id.toString(), content));
  }

  @Override
  public List<History> readable() {
    List<History> all = new ArrayList<>();
    histories.forEach((id, entries) -> all.addFirst(new History(id, entries)));
    return all;
  }

  @Override
  public List<DamagedHistory> damaged() {
    return List.copyOf(damaged);
  }

  @Override
  public void close() {}
}
