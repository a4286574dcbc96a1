package org.certassist.desktop.reconcile;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import javafx.beans.property.BooleanProperty;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.SimpleBooleanProperty;
import javafx.beans.value.ObservableValue;
import javafx.collections.FXCollections;
import javafx.collections.ObservableList;
import javafx.collections.ObservableSet;
import org.certassist.core.elsewhere.Elsewhere;
import org.certassist.core.elsewhere.Point;
import org.certassist.core.elsewhere.PointId;
import org.certassist.core.fault.Fault;
import org.certassist.core.profile.Profile;
import org.certassist.desktop.fx.Background;
import org.certassist.desktop.fx.Background.End;

/// What the filings here do not cover, person by person, with the clerk's ticks.
public final class ElsewhereViewModel {
  private final Elsewhere elsewhere;
  private final ObservableValue<Profile> profile;
  private final Background background;
  private final ReadOnlyObjectWrapper<ElsewhereState> state =
      new ReadOnlyObjectWrapper<>(new ElsewhereState.Loading());
  private final ReadOnlyObjectWrapper<Optional<Fault>> trouble =
      new ReadOnlyObjectWrapper<>(Optional.empty());
  private final BooleanProperty doneToo = new SimpleBooleanProperty();
  private final ObservableList<Point> shown = FXCollections.observableArrayList();
  private List<Point> points = List.of();

  /// Those that changed under her hands stay in view, so that a slip can be taken back.
  private final Set<PointId> touched = new HashSet<>();

  /// Those whose tick is being kept or taken back.
  private final ObservableSet<PointId> working = FXCollections.observableSet(new HashSet<>());

  private int latest;

  public ElsewhereViewModel(
      Elsewhere elsewhere, ObservableValue<Profile> profile, Background background) {
    this.elsewhere = elsewhere;
    this.profile = profile;
    this.background = background;
    doneToo.subscribe((_, _) -> showPoints());
  }

  ReadOnlyObjectProperty<ElsewhereState> state() {
    return state.getReadOnlyProperty();
  }

  /// Why the last tick was not kept.
  ReadOnlyObjectProperty<Optional<Fault>> trouble() {
    return trouble.getReadOnlyProperty();
  }

  /// Whether points that were ticked off earlier are shown too.
  BooleanProperty doneToo() {
    return doneToo;
  }

  ObservableList<Point> shown() {
    return shown;
  }

  ObservableSet<PointId> working() {
    return working;
  }

  private record Look(List<Point> points, int damaged) {}

  public void look() {
    trouble.set(Optional.empty());
    touched.clear();
    none(new ElsewhereState.Loading());
    read();
  }

  private void read() {
    int mine = ++latest;
    Profile now = profile.getValue();
    background.<Look>run(
        "elsewhere",
        () -> new Look(elsewhere.points(now), elsewhere.damagedTicks()),
        end -> {
          if (mine == latest) {
            switch (end) {
              case End.Finished<Look>(Look(List<Point> found, int lost)) -> {
                points = found;
                showPoints();
                listed(lost);
              }
              case End.Failed<Look>(Fault fault) -> none(new ElsewhereState.Failed(fault));
              case End.Cancelled<Look>() -> {}
            }
          }
        });
  }

  /// Nothing is known, so nothing is shown and nothing counted.
  private void none(ElsewhereState why) {
    points = List.of();
    shown.clear();
    state.set(why);
  }

  /// Ticks a point off, or takes its tick back; not again before that is kept.
  public void tick(Point point) {
    if (!working.add(point.id())) {
      return;
    }
    trouble.set(Optional.empty());
    background.<List<Point>>run(
        "tick",
        () ->
            point.isOpen()
                ? elsewhere.tickOff(List.of(point), Optional.empty(), Optional.empty())
                : elsewhere.takeBack(List.of(point)),
        end -> {
          working.remove(point.id());
          switch (end) {
            case End.Finished<List<Point>>(List<Point> changed) -> {
              changed.forEach(this::replace);
              if (state.get() instanceof ElsewhereState.Loading) {
                // That look may have begun before this was kept.
                read();
              }
            }
            case End.Failed<List<Point>>(Fault fault) -> trouble.set(Optional.of(fault));
            case End.Cancelled<List<Point>>() -> {}
          }
        });
  }

  private void replace(Point changed) {
    touched.add(changed.id());
    List<Point> all = new ArrayList<>(points);
    all.replaceAll(point -> point.id().equals(changed.id()) ? changed : point);
    points = List.copyOf(all);
    for (int i = 0; i < shown.size(); i++) {
      if (shown.get(i).id().equals(changed.id())) {
        shown.set(i, changed);
      }
    }
    if (state.get() instanceof ElsewhereState.Listed listed) {
      listed(listed.damaged());
    }
  }

  private void showPoints() {
    shown.setAll(
        points.stream()
            .filter(point -> doneToo.get() || point.isOpen() || touched.contains(point.id()))
            .toList());
  }

  private void listed(int damaged) {
    state.set(
        new ElsewhereState.Listed((int) points.stream().filter(Point::isOpen).count(), damaged));
  }
}
