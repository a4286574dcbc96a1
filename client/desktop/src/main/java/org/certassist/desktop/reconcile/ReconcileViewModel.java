package org.certassist.desktop.reconcile;

import java.time.YearMonth;
import java.util.List;
import java.util.Optional;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.SimpleStringProperty;
import javafx.beans.property.StringProperty;
import javafx.beans.value.ObservableValue;
import org.certassist.core.archive.Archive;
import org.certassist.core.declaration.Unit;
import org.certassist.core.fault.Fault;
import org.certassist.core.fault.FaultException;
import org.certassist.core.listing.Listing;
import org.certassist.core.listing.Listings;
import org.certassist.core.profile.Profile;
import org.certassist.core.reconcile.ChargeList;
import org.certassist.core.reconcile.ReadCharges;
import org.certassist.core.reconcile.Reconcile;
import org.certassist.core.reconcile.Reconciliation;
import org.certassist.core.time.ShanghaiTime;
import org.certassist.desktop.fx.Background;
import org.certassist.desktop.fx.Background.End;
import org.certassist.desktop.listing.ListingSource;

/// The portal's list of charges: taken in, held against what was filed for a month and a unit.
public final class ReconcileViewModel {
  private final Listings listings;
  private final Archive archive;
  private final Reconcile reconcile;
  private final ObservableValue<Profile> profile;
  private final ShanghaiTime time;
  private final Background background;
  private final ReadOnlyObjectWrapper<Scope> scope;
  private final ReadOnlyObjectWrapper<ReconcileState> state =
      new ReadOnlyObjectWrapper<>(new ReconcileState.Choosing(Optional.empty()));
  private final StringProperty pasted = new SimpleStringProperty("");

  /// Kept, so that another month or unit is one choice away.
  private Optional<Listing> listing = Optional.empty();

  private int latest;

  public ReconcileViewModel(
      Listings listings,
      Archive archive,
      ObservableValue<Profile> profile,
      ShanghaiTime time,
      Background background) {
    this.listings = listings;
    this.archive = archive;
    this.reconcile = new Reconcile(archive);
    this.profile = profile;
    this.time = time;
    this.background = background;
    this.scope = new ReadOnlyObjectWrapper<>(start());
  }

  private Scope start() {
    return Scope.at(profile.getValue().calendar(), time.now());
  }

  ReadOnlyObjectProperty<Scope> scope() {
    return scope.getReadOnlyProperty();
  }

  ReadOnlyObjectProperty<ReconcileState> state() {
    return state.getReadOnlyProperty();
  }

  /// What was pasted from the portal's page so far.
  StringProperty pasted() {
    return pasted;
  }

  /// Looks which units were filed for; what was compared is compared anew. The month asked for
  /// stays; what is said of it is what holds now.
  public void look() {
    String of = profile.getValue().id();
    background.<List<Unit>>run(
        "units",
        () -> reconcile.units(of),
        end -> {
          if (profile.getValue().id().equals(of)) {
            // Where the archive does not open, the comparison says so.
            if (end instanceof End.Finished<List<Unit>>(List<Unit> units)) {
              Scope asked = scope.get();
              scope.set(
                  asked.in(asked.month(), profile.getValue().calendar(), time.now()).among(units));
            }
            compare();
          }
        });
  }

  /// Another region: its own calendar, its own filings.
  public void restart() {
    anotherList();
    pasted.set("");
    scope.set(start());
  }

  public void choose(YearMonth month) {
    scope.set(scope.get().in(month, profile.getValue().calendar(), time.now()));
    compare();
  }

  void choose(Unit unit) {
    scope.set(scope.get().of(unit));
    compare();
  }

  void anotherList() {
    latest++;
    listing = Optional.empty();
    state.set(new ReconcileState.Choosing(Optional.empty()));
  }

  /// Reads a list; of several the last one counts.
  public void read(ListingSource source) {
    int mine = ++latest;
    listing = Optional.empty();
    state.set(new ReconcileState.Reading(source));
    background.<Listing>run(
        "charges",
        () -> source.read(listings),
        end -> {
          if (mine == latest) {
            switch (end) {
              case End.Finished<Listing>(Listing read) -> {
                listing = Optional.of(read);
                compare();
              }
              case End.Failed<Listing>(Fault fault) -> trouble(Optional.of(fault));
              case End.Cancelled<Listing>() -> trouble(Optional.empty());
            }
          }
        });
  }

  private void compare() {
    if (listing.isEmpty()) {
      return;
    }
    int mine = ++latest;
    Listing charges = listing.get();
    Scope asked = scope.get();
    String of = profile.getValue().id();
    background.<ReconcileState.Compared>run(
        "reconcile",
        () -> compared(charges, asked, of),
        end -> {
          if (mine == latest) {
            switch (end) {
              case End.Finished<ReconcileState.Compared>(ReconcileState.Compared compared) ->
                  state.set(compared);
              case End.Failed<ReconcileState.Compared>(Fault fault) -> trouble(Optional.of(fault));
              case End.Cancelled<ReconcileState.Compared>() -> trouble(Optional.empty());
            }
          }
        });
  }

  private void trouble(Optional<Fault> fault) {
    state.set(new ReconcileState.Choosing(fault));
  }

  private ReconcileState.Compared compared(Listing charges, Scope asked, String of)
      throws FaultException {
    ChargeList list = new ReadCharges().read(charges, asked.month());
    Reconciliation result =
        reconcile.reconcile(of, asked.unit().map(Unit::creditCode), asked.month(), list);
    return new ReconcileState.Compared(
        asked, list, result, DifferenceGroup.of(result.differences(), archive));
  }
}
