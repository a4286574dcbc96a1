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
/// @param unitType empty where the unit's cell could not be read: rules that depend on it are left
///   out rather than guessed
/// @param province the unit's, as the first two digits of a region code; empty where its credit
///   code could not be read
record Situation(
    FilingCalendar calendar,
    LocalDateTime now,
    Optional<UnitType> unitType,
    Optional<String> province) {
  LocalDate today() {
    return now.toLocalDate();
  }

  /// The month of the filing window meant, never the calendar month.
  YearMonth settlementMonth() {
    return calendar.settlementMonth(now);
  }
}
