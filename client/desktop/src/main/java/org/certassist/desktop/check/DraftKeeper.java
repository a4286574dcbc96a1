package org.certassist.desktop.check;

import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.locks.Lock;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Consumer;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import org.certassist.core.archive.ArchiveException;
import org.certassist.core.declaration.Draft;
import org.certassist.core.draft.Drafts;
import org.certassist.core.fault.Fault;
import org.certassist.desktop.fx.Background;
import org.certassist.desktop.fx.Background.End;
import org.jspecify.annotations.Nullable;

/// Keeps what she edits, soon after each change, in order; at most [#PAUSE] of typing is ever lost.
final class DraftKeeper {
  static final Duration PAUSE = Duration.ofSeconds(1);

  private final Drafts drafts;
  private final Background background;
  private final ReadOnlyObjectWrapper<Optional<Fault>> trouble =
      new ReadOnlyObjectWrapper<>(Optional.empty());
  private final List<Consumer<Optional<Fault>>> waiting = new ArrayList<>();
  private final Lock writing = new ReentrantLock();
  private final Map<UUID, Long> written = new HashMap<>();
  private final Map<UUID, Job> notKept = new HashMap<>();
  private @Nullable Job pending;
  private long number;
  private int underWay;

  private record Job(long number, UUID id, String profile, String name, Draft draft) {}

  DraftKeeper(Drafts drafts, Background background) {
    this.drafts = drafts;
    this.background = background;
  }

  /// Why the last change could not be kept.
  ReadOnlyObjectProperty<Optional<Fault>> trouble() {
    return trouble.getReadOnlyProperty();
  }

  void changed(UUID id, String profile, String name, Draft draft) {
    boolean isFirst = pending == null;
    pending = new Job(++number, id, profile, name, draft);
    if (isFirst) {
      background.<Duration>run(
          "wait to keep",
          () -> {
            Thread.sleep(PAUSE);
            return PAUSE;
          },
          _ -> keepNow());
    }
  }

  /// Whether something is not on disk yet, or could not be written.
  boolean isBehind() {
    return pending != null || underWay > 0 || !notKept.isEmpty();
  }

  /// Keeps at once what still waits, and what could not be kept before.
  ///
  /// @param then hears why not everything is kept
  void flush(Consumer<Optional<Fault>> then) {
    waiting.add(then);
    List.copyOf(notKept.values()).forEach(this::keep);
    keepNow();
    settle();
  }

  /// Forgets a draft; what of it waits to be kept is kept no more.
  void remove(UUID id, Runnable then) {
    if (pending != null && pending.id().equals(id)) {
      pending = null;
    }
    notKept.remove(id);
    clearTrouble();
    long last = ++number;
    underWay++;
    background.<UUID>run(
        "remove draft",
        () -> {
          write(id, last, () -> drafts.remove(id));
          return id;
        },
        _ -> {
          underWay--;
          settle();
          then.run();
        });
  }

  private void keepNow() {
    Job job = pending;
    pending = null;
    if (job != null) {
      keep(job);
    }
  }

  private void keep(Job job) {
    underWay++;
    background.<UUID>run(
        "keep draft",
        () -> {
          write(
              job.id(),
              job.number(),
              () -> drafts.keep(job.id(), job.profile(), job.name(), job.draft()));
          return job.id();
        },
        end -> ended(job, end));
  }

  private interface Write {
    void run() throws ArchiveException;
  }

  /// What was asked for later may come first: then the earlier has nothing left to do.
  private void write(UUID id, long job, Write write) throws ArchiveException {
    writing.lock();
    try {
      if (job > written.getOrDefault(id, 0L)) {
        write.run();
        written.put(id, job);
      }
    } finally {
      writing.unlock();
    }
  }

  private void ended(Job job, End<UUID> end) {
    underWay--;
    if (end instanceof End.Failed<UUID>(Fault fault)) {
      notKept.merge(job.id(), job, (one, other) -> one.number() > other.number() ? one : other);
      trouble.set(Optional.of(fault));
    } else {
      notKept.computeIfPresent(
          job.id(), (_, waits) -> waits.number() > job.number() ? waits : null);
      clearTrouble();
    }
    settle();
  }

  private void clearTrouble() {
    if (notKept.isEmpty()) {
      trouble.set(Optional.empty());
    }
  }

  private void settle() {
    if (pending == null && underWay == 0) {
      List<Consumer<Optional<Fault>>> told = List.copyOf(waiting);
      waiting.clear();
      told.forEach(each -> each.accept(trouble.get()));
    }
  }
}
