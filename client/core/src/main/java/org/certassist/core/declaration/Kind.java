package org.certassist.core.declaration;

import java.util.List;
import java.util.Optional;

/// A kind of declaration such as enrolment, with the layout of our own template for it.
///
/// @param id the stable name, `enrolment`
/// @param version the version of the column list; stamped into templates and documents
/// @param title the portal's own Chinese name, 用人单位用工参保登记
/// @param direction whether its people come in or go out
/// @param filedOn the days on which the portal takes it
public record Kind(
    String id,
    int version,
    String title,
    String titleEnglish,
    Direction direction,
    Days filedOn,
    List<Column> columns) {
  public Kind {
    columns = List.copyOf(columns);
  }

  /// One that is filed like most, while the window is open.
  public Kind(
      String id,
      int version,
      String title,
      String titleEnglish,
      Direction direction,
      List<Column> columns) {
    this(id, version, title, titleEnglish, direction, Days.OPEN, columns);
  }

  /// Which way people go, for the summary shown before signing.
  public enum Direction {
    IN,
    OUT,
    NEITHER
  }

  /// The days of a month, as the calendar has them.
  public enum Days {
    OPEN,
    CLOSED
  }

  /// Whether it is filed on the days on which everything else is closed.
  public boolean isForClosedDays() {
    return filedOn == Days.CLOSED;
  }

  public Optional<Column> column(String field) {
    return columns.stream().filter(column -> column.field().equals(field)).findFirst();
  }
}
