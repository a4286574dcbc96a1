package org.certassist.core.rules;

import java.time.LocalDate;
import java.time.YearMonth;
import org.certassist.core.declaration.Kind;
import org.certassist.core.declaration.UnitType;

/// What a row is checked against besides itself.
///
/// @param today the date in Shanghai
/// @param settlementMonth the month of the filing window meant, never the calendar month
/// @param unitType ORDINARY where the unit's cell could not be read
public record Situation(Kind kind, YearMonth settlementMonth, LocalDate today, UnitType unitType) {}
