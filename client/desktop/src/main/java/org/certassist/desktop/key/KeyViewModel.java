package org.certassist.desktop.key;

import java.util.Optional;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.value.ObservableValue;
import org.certassist.core.filing.KeyOverview;
import org.certassist.core.filing.KeyOverview.Choice;
import org.certassist.core.filing.KeyRing;
import org.certassist.core.profile.Profile;
import org.certassist.desktop.fx.Background;
import org.certassist.desktop.fx.Background.End;
import org.certassist.desktop.fx.WindowFault;

/// Which keys are there and which one is to sign; never one of several by silence.
public final class KeyViewModel {
  private final KeyRing ring;
  private final ObservableValue<Profile> profile;
  private final Background background;
  private final ReadOnlyObjectWrapper<KeyState> state =
      new ReadOnlyObjectWrapper<>(new KeyState.Looking());
  private Optional<Choice> wanted = Optional.empty();
  private int latest;

  public KeyViewModel(KeyRing ring, ObservableValue<Profile> profile, Background background) {
    this.ring = ring;
    this.profile = profile;
    this.background = background;
  }

  public ReadOnlyObjectProperty<KeyState> state() {
    return state.getReadOnlyProperty();
  }

  /// Looks at every key anew; of several looks only the last one counts.
  public void look() {
    int mine = ++latest;
    Profile now = profile.getValue();
    state.set(new KeyState.Looking());
    background.<KeyOverview>run(
        "keys",
        () -> ring.look(now),
        end -> {
          if (mine == latest) {
            state.set(after(end));
          }
        });
  }

  /// Signs with this key from now on.
  public void choose(Choice choice) {
    wanted = Optional.of(choice);
    if (state.get() instanceof KeyState.Looked looked) {
      state.set(new KeyState.Looked(looked.overview(), wanted));
    }
  }

  private KeyState after(End<KeyOverview> end) {
    return switch (end) {
      case End.Finished<KeyOverview>(KeyOverview overview) ->
          new KeyState.Looked(overview, chosen(overview));
      case End.Failed<KeyOverview>(var fault) -> new KeyState.Failed(fault);
      case End.Cancelled<KeyOverview>() -> new KeyState.Failed(new WindowFault.Unexpected());
    };
  }

  private Optional<Choice> chosen(KeyOverview overview) {
    var choices = overview.choices();
    if (choices.size() == 1) {
      return Optional.of(choices.getFirst());
    }
    return choices.stream()
        .filter(choice -> wanted.filter(before -> isSame(choice, before)).isPresent())
        .findFirst();
  }

  private static boolean isSame(Choice one, Choice other) {
    return one.key().token().serial().equals(other.key().token().serial())
        && one.certificate().certificate().equals(other.certificate().certificate());
  }
}
