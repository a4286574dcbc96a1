package org.certassist.desktop.office;

import java.time.Clock;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.certassist.core.archive.Archive;
import org.certassist.core.archive.ArchiveException;
import org.certassist.core.archive.ArchiveFault;
import org.certassist.core.archive.DamagedHistory;
import org.certassist.core.archive.History;
import org.certassist.core.archive.Step;
import org.certassist.core.declaration.DeclarationId;

/// An archive that keeps its promises but forgets everything at the end.
public final class MemoryArchive implements Archive {
  private final Clock clock;
  private final Map<DeclarationId, List<History.Entry>> histories = new LinkedHashMap<>();
  private final List<DamagedHistory> damaged = new ArrayList<>();

  private boolean broken;

  public MemoryArchive(Clock clock) {
    this.clock = clock;
  }

  @Override
  public synchronized void append(DeclarationId id, int version, Step step)
      throws ArchiveException {
    List<History.Entry> entries = histories.computeIfAbsent(id, _ -> new ArrayList<>());
    boolean follows =
        entries.isEmpty()
            ? step.stage().mayBegin()
            : entries.getLast().step().stage().mayBeFollowedBy(step.stage());
    if (entries.size() != version || !follows) {
      throw new ArchiveException(ArchiveFault.of("archive.conflict"));
    }
    entries.add(new History.Entry(clock.instant(), step));
  }

  @Override
  public synchronized Optional<History> find(DeclarationId id) {
    if (broken) {
      throw new IllegalStateException("broken");
    }
    return Optional.ofNullable(histories.get(id)).map(entries -> new History(id, entries));
  }

  /// From now on nothing can be looked up.
  public synchronized void broken() {
    broken = true;
  }

  /// From now on nothing of this history opens.
  public synchronized void damage(DeclarationId id) {
    histories.remove(id);
    damaged.add(new DamagedHistory(id.toString(), Optional.empty()));
  }

  @Override
  public synchronized List<DamagedHistory> damaged() {
    return List.copyOf(damaged);
  }

  @Override
  public synchronized List<History> all() {
    return histories.entrySet().stream()
        .map(entry -> new History(entry.getKey(), entry.getValue()))
        .toList()
        .reversed();
  }

  @Override
  public void close() {}
}
