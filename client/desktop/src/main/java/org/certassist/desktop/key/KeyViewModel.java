package org.certassist.desktop.key;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import javafx.beans.property.ReadOnlyIntegerProperty;
import javafx.beans.property.ReadOnlyIntegerWrapper;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.value.ObservableValue;
import org.certassist.core.declaration.Unit;
import org.certassist.core.detection.PlugWatch;
import org.certassist.core.detection.PlugWatch.Change;
import org.certassist.core.filing.KeyOverview;
import org.certassist.core.filing.KeyOverview.Choice;
import org.certassist.core.filing.KeyRing;
import org.certassist.core.filing.SeenKey;
import org.certassist.core.key.TokenKey;
import org.certassist.core.profile.Profile;
import org.certassist.desktop.fx.Background;
import org.certassist.desktop.fx.Background.End;
import org.certassist.desktop.fx.WindowFault;

/// Which keys are there and which one is to sign: of several the only one of the unit for which a
/// file is in hand, else never one by silence.
public final class KeyViewModel {
  private final KeyRing ring;
  private final PlugWatch plugs;
  private final ObservableValue<Profile> profile;
  private final Background background;
  private final ReadOnlyObjectWrapper<KeyState> state =
      new ReadOnlyObjectWrapper<>(new KeyState.Looking());
  private final ReadOnlyIntegerWrapper changes = new ReadOnlyIntegerWrapper();
  private final ChosenKeys choices = new ChosenKeys();
  private Optional<Unit> unitInHand = Optional.empty();

  /// She chose a key herself for what is in hand.
  private boolean decided;

  /// The last look that was begun, and the last one that was shown.
  private int latest;

  private int latestShown;

  /// Read by the thread that waits for something to be plugged in.
  private volatile boolean someoneLooks;

  private boolean watching;

  /// A change was noticed and not followed.
  private boolean missed;

  /// @param plugs notices what is plugged in and pulled out
  public KeyViewModel(
      KeyRing ring, PlugWatch plugs, ObservableValue<Profile> profile, Background background) {
    this.plugs = plugs;
    this.ring = ring;
    this.profile = profile;
    this.background = background;
  }

  public ReadOnlyObjectProperty<KeyState> state() {
    return state.getReadOnlyProperty();
  }

  /// How often it was noticed that something was plugged in or pulled out, also where no driver
  /// knows anything of it.
  public ReadOnlyIntegerProperty changes() {
    return changes.getReadOnlyProperty();
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
            show(end, now);
          }
          watch();
        });
  }

  /// Looks again by itself, while this is true, whenever something is plugged in or pulled out.
  public void watchWhile(ObservableValue<Boolean> looking) {
    looking.subscribe(now -> {
      someoneLooks = now;
      if (now && missed) {
        missed = false;
        lookAfresh(Change.AT_THE_SOCKETS);
      } else {
        watch();
      }
    });
  }

  private void watch() {
    if (watching || !someoneLooks) {
      return;
    }
    watching = true;
    background.<Change>run(
        "plugs",
        () -> plugs.await(() -> someoneLooks),
        end -> {
          watching = false;
          switch (end) {
            case End.Finished<Change>(Change change) when change == Change.NONE -> watch();
            case End.Finished<Change>(Change change) when someoneLooks -> lookAfresh(change);
            // Work with a key has begun meanwhile: the driver is asked again after it.
            case End.Finished<Change> _ -> missed = true;
            // The cause is in the log; the next look by the button watches again.
            case End.Failed<Change> _, End.Cancelled<Change> _ -> {}
          }
        });
  }

  /// What was there stays on the screen until what is there now is known.
  private void lookAfresh(Change change) {
    int mine = ++latest;
    Profile now = profile.getValue();
    background.<KeyOverview>run(
        "keys",
        () -> ring.lookAfresh(now, change == Change.AT_THE_SOCKETS),
        end -> {
          if (mine == latest && !isAsBefore(end)) {
            show(end, now);
          } else {
            changes.set(changes.get() + 1);
          }
          watch();
        });
  }

  /// Whether a look found the same keys and drivers, of which more may be known by now.
  private boolean isAsBefore(End<KeyOverview> end) {
    return end instanceof End.Finished<KeyOverview>(KeyOverview found)
        && state.get() instanceof KeyState.Looked before
        && before.overview().drivers().equals(found.drivers())
        && tokens(before.overview()).equals(tokens(found));
  }

  private static List<TokenKey> tokens(KeyOverview overview) {
    return overview.keys().stream().map(SeenKey::token).toList();
  }

  private void show(End<KeyOverview> end, Profile of) {
    state.set(after(end));
    if (end instanceof End.Finished<KeyOverview>(KeyOverview overview)) {
      ask(overview, of);
    }
  }

  /// What is there is shown before the CAs have said whether they took a certificate back.
  private void ask(KeyOverview seen, Profile of) {
    int mine = ++latestShown;
    background.<KeyOverview>run(
        "revocation",
        () -> ring.ask(seen, of),
        end -> {
          if (mine == latestShown
              && state.get() instanceof KeyState.Looked
              && end instanceof End.Finished<KeyOverview>(KeyOverview overview)
              && !overview.equals(seen)) {
            state.set(looked(overview));
          }
        });
  }

  /// Signs with this key from now on.
  public void choose(Choice choice) {
    decided = true;
    choices.choose(choice);
    seenAnew();
  }

  /// A key file was taken off: it is not missed.
  void putAway(Path file) {
    choices.putAway(file);
  }

  /// A workbook of this unit is in hand: its key is taken up, unless she has chosen one meanwhile.
  public void filesFor(Unit unit) {
    if (!unitInHand.equals(Optional.of(unit))) {
      unitInHand = Optional.of(unit);
      decided = false;
      seenAnew();
    }
  }

  /// Nothing is in hand any more.
  public void filesForNobody() {
    if (unitInHand.isPresent()) {
      unitInHand = Optional.empty();
      seenAnew();
    }
  }

  /// Lets a driver be called again because she says so, and looks.
  public void useAgain(String driver) {
    int mine = ++latest;
    state.set(new KeyState.Looking());
    background.<String>run(
        "use driver again",
        () -> {
          ring.useAgain(driver);
          return driver;
        },
        _ -> {
          if (mine == latest) {
            look();
          }
        });
  }

  private void seenAnew() {
    if (state.get() instanceof KeyState.Looked looked) {
      state.set(looked(looked.overview()));
    }
  }

  private KeyState after(End<KeyOverview> end) {
    return switch (end) {
      case End.Finished<KeyOverview>(KeyOverview overview) -> looked(overview);
      case End.Failed<KeyOverview>(var fault) -> new KeyState.Failed(fault);
      case End.Cancelled<KeyOverview>() -> new KeyState.Failed(new WindowFault.Unexpected());
    };
  }

  private KeyState looked(KeyOverview overview) {
    var there = overview.choices();
    unitInHand.filter(_ -> !decided).ifPresent(unit -> choices.takeUpFor(unit, overview));
    return new KeyState.Looked(overview, choices.among(there), choices.goneFrom(there), unitInHand);
  }
}
