package org.certassist.core.profile;

import java.time.DayOfWeek;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/// Whom to ask or where to go: a counter, a hall, a line.
///
/// @param name in Chinese
/// @param address where to go
/// @param phone as dialled
/// @param web a page; some of the guides' are plain http
/// @param hours when it is open on a working day; empty where no source says it
/// @param source where these facts come from, and their date: to be confirmed before they are
///   relied on
public record Contact(
    Role role,
    String name,
    Optional<String> address,
    Optional<String> phone,
    Optional<String> web,
    List<Span> hours,
    Profile.Source source) {
  private static final Set<DayOfWeek> WEEKEND = EnumSet.of(DayOfWeek.SATURDAY, DayOfWeek.SUNDAY);

  public Contact {
    hours = List.copyOf(hours);
  }

  /// Whether somebody can be called or met there; a page has no opening hours.
  public boolean hasPeople() {
    return address.isPresent() || phone.isPresent();
  }

  /// Whether somebody is there at a moment, Beijing time; holidays are not known here.
  public Opening opening(LocalDateTime moment) {
    if (hours.isEmpty()) {
      return Opening.NOT_KNOWN;
    }
    boolean workingDay = !WEEKEND.contains(moment.getDayOfWeek());
    return workingDay && hours.stream().anyMatch(span -> span.holds(moment.toLocalTime()))
        ? Opening.OPEN
        : Opening.CLOSED;
  }

  /// Whether a place is open.
  public enum Opening {
    OPEN("open"),
    CLOSED("closed"),
    /// No source says its hours.
    NOT_KNOWN("notKnown");

    private final String word;

    Opening(String word) {
      this.word = word;
    }

    /// The name in texts and in JSON.
    public String word() {
      return word;
    }
  }

  /// Who acts there.
  public enum Role {
    PORTAL("portal"),
    CA("ca"),
    BUREAU("bureau");

    private final String word;

    Role(String word) {
      this.word = word;
    }

    /// The name in profile files and in JSON.
    public String word() {
      return word;
    }
  }

  /// A span of a day.
  ///
  /// @param to the first moment after it
  public record Span(LocalTime from, LocalTime to) {
    public Span {
      if (!from.isBefore(to)) {
        throw new IllegalArgumentException("a span must end after it begins");
      }
    }

    boolean holds(LocalTime time) {
      return !time.isBefore(from) && time.isBefore(to);
    }
  }
}
