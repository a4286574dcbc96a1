package org.certassist.desktop.outbox;

import java.util.List;
import java.util.Optional;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.SimpleObjectProperty;
import org.certassist.core.archive.Archive;
import org.certassist.core.archive.History;
import org.certassist.core.fault.Fault;
import org.certassist.desktop.fx.Background;
import org.certassist.desktop.fx.Background.End;

/// Everything in the archive, newest first, and the one looked at.
public final class OutboxViewModel {
  private final Archive archive;
  private final Background background;
  private final ReadOnlyObjectWrapper<Listing> listing =
      new ReadOnlyObjectWrapper<>(new Listing.Loading());
  private final ObjectProperty<Optional<History>> shown =
      new SimpleObjectProperty<>(Optional.empty());

  /// What is known of the archive.
  public sealed interface Listing {
    record Loading() implements Listing {}

    record Loaded(List<History> histories) implements Listing {
      public Loaded {
        histories = List.copyOf(histories);
      }

      public int waiting() {
        return (int) histories.stream().filter(history -> !history.stage().isFinal()).count();
      }
    }

    record Failed(Fault fault) implements Listing {}
  }

  public OutboxViewModel(Archive archive, Background background) {
    this.archive = archive;
    this.background = background;
  }

  public ReadOnlyObjectProperty<Listing> listing() {
    return listing.getReadOnlyProperty();
  }

  /// The declaration whose results are shown; empty for the list.
  public ObjectProperty<Optional<History>> shown() {
    return shown;
  }

  public void load() {
    background.<List<History>>run(
        "outbox",
        archive::all,
        end ->
            listing.set(
                switch (end) {
                  case End.Finished<List<History>>(var all) -> new Listing.Loaded(all);
                  case End.Failed<List<History>>(Fault fault) -> new Listing.Failed(fault);
                  case End.Cancelled<List<History>>() -> new Listing.Loaded(List.of());
                }));
  }
}
