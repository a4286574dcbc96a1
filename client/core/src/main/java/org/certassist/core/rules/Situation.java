package org.certassist.core.rules;

import java.time.LocalDate;
import java.time.YearMonth;
import java.util.Optional;
import org.certassist.core.declaration.UnitType;

/// What a row is checked against besides itself.
///
/// @param today the date in Shanghai
/// @param settlementMonth the month of the filing window meant, never the calendar month
/// @param unitType empty where the unit's cell could not be read: rules that depend on it are left
///   out rather than guessed
record Situation(YearMonth settlementMonth, LocalDate today, Optional<UnitType> unitType) {}
