package org.certassist.desktop.check;

import java.util.List;
import java.util.Optional;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.value.ObservableValue;
import org.certassist.core.draft.Drafts;
import org.certassist.core.draft.KeptDraft;
import org.certassist.core.fault.Fault;
import org.certassist.core.profile.Profile;
import org.certassist.desktop.fx.Background;
import org.certassist.desktop.fx.Background.End;
import org.certassist.desktop.fx.WindowFault;

/// The drafts that are kept under the chosen profile, to be gone on with or thrown away.
public final class DraftsViewModel {
  private final Drafts drafts;
  private final DraftKeeper keeper;
  private final ObservableValue<Profile> profile;
  private final Background background;
  private final ReadOnlyObjectWrapper<Kept> kept =
      new ReadOnlyObjectWrapper<>(new Kept(List.of(), 0, Optional.empty()));
  private int latest;

  /// @param drafts the last changed first
  /// @param damaged how many more there are that do not open
  /// @param fault why they could not be listed
  public record Kept(List<KeptDraft> drafts, int damaged, Optional<Fault> fault) {
    public Kept {
      drafts = List.copyOf(drafts);
    }
  }

  DraftsViewModel(
      Drafts drafts, DraftKeeper keeper, ObservableValue<Profile> profile, Background background) {
    this.drafts = drafts;
    this.keeper = keeper;
    this.profile = profile;
    this.background = background;
  }

  public ReadOnlyObjectProperty<Kept> kept() {
    return kept.getReadOnlyProperty();
  }

  public void load() {
    int mine = ++latest;
    Profile now = profile.getValue();
    background.<Kept>run(
        "drafts",
        () ->
            new Kept(
                drafts.kept().stream()
                    .filter(draft -> draft.profile().equals(now.id()))
                    .filter(draft -> now.kind(draft.kind()).isPresent())
                    .toList(),
                drafts.damaged(),
                Optional.empty()),
        end -> {
          if (mine == latest) {
            kept.set(
                switch (end) {
                  case End.Finished<Kept>(Kept found) -> found;
                  case End.Failed<Kept>(Fault fault) -> new Kept(List.of(), 0, Optional.of(fault));
                  case End.Cancelled<Kept>() ->
                      new Kept(List.of(), 0, Optional.of(new WindowFault.Unexpected()));
                });
          }
        });
  }

  /// For good; she was asked.
  public void throwAway(KeptDraft draft) {
    keeper.remove(draft.id(), this::load);
  }
}
