package org.certassist.core.elsewhere;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.certassist.core.archive.Archive;
import org.certassist.core.archive.ArchiveException;
import org.certassist.core.archive.History;
import org.certassist.core.fault.FaultException;
import org.certassist.core.fault.UsageFault;
import org.certassist.core.profile.Profile;
import org.certassist.core.time.ShanghaiTime;

/// Keeps in view what the filings here do not cover, person by person, until it is ticked off.
public final class Elsewhere {
  private final Archive archive;
  private final Ticks ticks;
  private final ShanghaiTime time;

  public Elsewhere(Archive archive, Ticks ticks, ShanghaiTime time) {
    this.archive = archive;
    this.ticks = ticks;
    this.time = time;
  }

  /// Everybody's points, open or ticked, in the order in which people were first filed.
  ///
  /// @throws ArchiveException `archive.damaged`, since who is in what does not open would be
  ///   missing
  public List<Point> points(Profile profile) throws ArchiveException {
    List<History> histories =
        archive.all().reversed().stream()
            .filter(history -> history.content().profile().equals(profile.id()))
            .toList();
    Map<PointId, Tick> kept =
        ticks.kept().stream().collect(Collectors.toMap(Tick::point, Function.identity()));
    return new PointsOfFilings(histories).points(profile.notCovered(), kept);
  }

  /// How many ticks do not open, so that their points are open again.
  public int damagedTicks() throws ArchiveException {
    return ticks.damaged();
  }

  /// Ticks points off; said again, the later word counts.
  ///
  /// @param on the day on which it was seen to; today where she names none
  /// @return the points as they are now
  /// @throws FaultException `usage.doneDay` (day, last possible); `usage.doneNote` (longest)
  public List<Point> tickOff(List<Point> points, Optional<LocalDate> on, Optional<String> note)
      throws FaultException {
    LocalDate day = day(on);
    Optional<String> kept = note(note);
    for (Point point : points) {
      ticks.keep(new Tick(point.id(), day, kept));
    }
    return points.stream()
        .map(point -> with(point, Optional.of(new Tick(point.id(), day, kept))))
        .toList();
  }

  /// Takes ticks back, so that the points are open again.
  ///
  /// @return the points as they are now
  public List<Point> takeBack(List<Point> points) throws ArchiveException {
    for (Point point : points) {
      ticks.remove(point.id());
    }
    return points.stream().map(point -> with(point, Optional.empty())).toList();
  }

  private LocalDate day(Optional<LocalDate> on) throws FaultException {
    LocalDate today = time.today();
    LocalDate day = on.orElse(today);
    if (day.isAfter(today)) {
      throw new FaultException(UsageFault.of("usage.doneDay", day.toString(), today.toString()));
    }
    return day;
  }

  private static Optional<String> note(Optional<String> typed) throws FaultException {
    Optional<String> note = typed.map(String::strip).filter(text -> !text.isEmpty());
    if (note.filter(Elsewhere::isUnusable).isPresent()) {
      throw new FaultException(
          UsageFault.of("usage.doneNote", Integer.toString(Tick.LONGEST_NOTE)));
    }
    return note;
  }

  private static boolean isUnusable(String note) {
    return note.codePointCount(0, note.length()) > Tick.LONGEST_NOTE
        || note.chars().anyMatch(Character::isISOControl);
  }

  private static Point with(Point point, Optional<Tick> tick) {
    return new Point(point.id(), point.person(), point.unit(), point.todo(), point.since(), tick);
  }
}
