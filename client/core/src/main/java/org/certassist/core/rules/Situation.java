package org.certassist.core.rules;

import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.YearMonth;
import java.util.Optional;
import org.certassist.core.declaration.UnitType;
import org.certassist.core.profile.FilingCalendar;

/// What a row is checked against besides itself.
///
/// @param calendar the profile's
/// @param now in Shanghai
/// @param settlementMonth the month of the filing window meant, never the calendar month
/// @param unitType empty where the unit's cell could not be read: rules that depend on it are left
///   out rather than guessed
/// @param province the unit's, as the first two digits of a region code; empty where its credit
///   code could not be read
record Situation(
    FilingCalendar calendar,
    LocalDateTime now,
    YearMonth settlementMonth,
    Optional<UnitType> unitType,
    Optional<String> province) {
  static Situation at(
      LocalDateTime now,
      FilingCalendar calendar,
      Optional<UnitType> unitType,
      Optional<String> province) {
    return new Situation(calendar, now, calendar.settlementMonth(now), unitType, province);
  }

  LocalDate today() {
    return now.toLocalDate();
  }
}
