package org.certassist.desktop.lease;

import java.time.Duration;
import java.util.List;
import java.util.Optional;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import org.certassist.core.key.DriverReport;
import org.certassist.core.key.KeyKeeper;
import org.certassist.core.key.KeyLease;
import org.certassist.core.key.TokenKey;
import org.certassist.desktop.fx.Background;

/// The open key as the window sees it; while one lies open it is looked at once a second, which
/// also ends the one that is overdue.
public final class LeaseViewModel {
  private static final Duration BETWEEN_LOOKS = Duration.ofSeconds(1);

  private final KeyKeeper keeper;
  private final Background background;
  private final ReadOnlyObjectWrapper<LeaseState> state =
      new ReadOnlyObjectWrapper<>(new LeaseState.None());
  private boolean watching;

  public LeaseViewModel(KeyKeeper keeper, Background background) {
    this.keeper = keeper;
    this.background = background;
  }

  public ReadOnlyObjectProperty<LeaseState> state() {
    return state.getReadOnlyProperty();
  }

  /// Begins to look, because a key may have been opened; it stops by itself when none is open.
  public void watch() {
    if (watching) {
      return;
    }
    watching = true;
    background.<LeaseState>run(
        "open key",
        () -> {
          LeaseState now = look();
          while (now instanceof LeaseState.Open) {
            LeaseState seen = now;
            background.tell(() -> state.set(seen));
            Thread.sleep(BETWEEN_LOOKS);
            now = look();
          }
          return now;
        },
        end -> {
          watching = false;
          state.set(end instanceof Background.End.Finished<LeaseState>(var last) ? last : look());
        });
  }

  private LeaseState look() {
    Optional<KeyLease> open = keeper.open();
    if (open.isPresent()) {
      KeyLease lease = open.get();
      return new LeaseState.Open(
          lease.key().token().serial(),
          lease.signatures(),
          Duration.ofSeconds(lease.left().toSeconds()));
    }
    return keeper.end().<LeaseState>map(LeaseState.Over::new).orElseGet(LeaseState.None::new);
  }

  /// A key that its driver shows no more does not lie open any more.
  public void seen(List<DriverReport> drivers, List<TokenKey> there) {
    if (state.get() instanceof LeaseState.Open) {
      background.<LeaseState>run(
          "key gone",
          () -> {
            keeper.seen(drivers, there);
            return look();
          },
          end -> {
            if (end instanceof Background.End.Finished<LeaseState>(LeaseState.Over over)) {
              state.set(over);
            }
          });
    }
  }

  /// Lets the key go now; a signature that is being made is finished first.
  public void release() {
    background.<LeaseState>run(
        "release key",
        () -> {
          keeper.close();
          return look();
        },
        end -> {
          if (end instanceof Background.End.Finished<LeaseState>(var over)) {
            state.set(over);
          }
        });
  }
}
