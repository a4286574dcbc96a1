package org.certassist.desktop.outbox;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.SimpleObjectProperty;
import org.certassist.core.archive.Archive;
import org.certassist.core.archive.ArchiveException;
import org.certassist.core.archive.History;
import org.certassist.core.fault.Fault;
import org.certassist.core.filing.WithdrawDeclaration;
import org.certassist.desktop.fx.Background;
import org.certassist.desktop.fx.Background.End;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// Everything in the archive, newest first, and the one looked at.
public final class OutboxViewModel {
  private static final Logger LOG = LoggerFactory.getLogger(OutboxViewModel.class);

  private static final Set<String> DAMAGE = Set.of("archive.damaged", "archive.fileDamaged");

  private final Archive archive;
  private final WithdrawDeclaration withdrawing;
  private final Consumer<History> changed;
  private final Background background;
  private final ReadOnlyObjectWrapper<Listing> listing =
      new ReadOnlyObjectWrapper<>(new Listing.Loading());
  private final ObjectProperty<Optional<History>> shown =
      new SimpleObjectProperty<>(Optional.empty());
  private final ReadOnlyObjectWrapper<Optional<Fault>> trouble =
      new ReadOnlyObjectWrapper<>(Optional.empty());

  /// What is known of the archive.
  public sealed interface Listing {
    /// Those that are known; none before the archive was read.
    default List<History> histories() {
      return List.of();
    }

    record Loading() implements Listing {}

    /// @param damaged why some histories are missing; empty where none is
    record Loaded(List<History> histories, Optional<Fault> damaged) implements Listing {
      public Loaded {
        histories = List.copyOf(histories);
      }

      public int waiting() {
        return (int) histories.stream().filter(history -> history.stage().isLeftToSend()).count();
      }
    }

    record Failed(Fault fault) implements Listing {}
  }

  /// @param changed hears how a declaration stands after it was withdrawn
  public OutboxViewModel(
      Archive archive,
      WithdrawDeclaration withdrawing,
      Consumer<History> changed,
      Background background) {
    this.archive = archive;
    this.withdrawing = withdrawing;
    this.changed = changed;
    this.background = background;
  }

  public ReadOnlyObjectProperty<Listing> listing() {
    return listing.getReadOnlyProperty();
  }

  /// The declaration whose results are shown; empty for the list.
  public ObjectProperty<Optional<History>> shown() {
    return shown;
  }

  /// Why the last withdrawal did not come about.
  public ReadOnlyObjectProperty<Optional<Fault>> trouble() {
    return trouble.getReadOnlyProperty();
  }

  /// Shows how one stands now, where it is the one looked at.
  public void renew(History history) {
    if (shown.get().filter(now -> now.id().equals(history.id())).isPresent()) {
      shown.set(Optional.of(history));
    }
    load();
  }

  /// Takes one back that was never sent or handed in; it stays in the list.
  public void withdraw(History history) {
    trouble.set(Optional.empty());
    background.<History>run(
        "withdraw",
        () -> withdrawing.withdraw(history.id()),
        end -> {
          switch (end) {
            case End.Finished<History>(History withdrawn) -> changed.accept(withdrawn);
            case End.Failed<History>(Fault fault) -> {
              trouble.set(Optional.of(fault));
              load();
            }
            case End.Cancelled<History>() -> load();
          }
        });
  }

  public void load() {
    background.<Listing.Loaded>run(
        "outbox",
        this::read,
        end -> {
          switch (end) {
            case End.Finished<Listing.Loaded>(Listing.Loaded loaded) -> listing.set(loaded);
            case End.Failed<Listing.Loaded>(Fault fault) -> listing.set(new Listing.Failed(fault));
            case End.Cancelled<Listing.Loaded>() -> {}
          }
        });
  }

  /// A damaged history is named; it does not hide the others.
  private Listing.Loaded read() throws ArchiveException {
    try {
      return new Listing.Loaded(archive.all(), Optional.empty());
    } catch (ArchiveException some) {
      if (!DAMAGE.contains(some.fault().id())) {
        throw some;
      }
      LOG.warn("outbox: {}", some.fault().id(), some);
      return new Listing.Loaded(archive.readable(), Optional.of(some.fault()));
    }
  }
}
