package org.certassist.core.rules;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.certassist.core.declaration.CellValue;
import org.certassist.core.declaration.Column;
import org.certassist.core.declaration.ColumnType;
import org.certassist.core.declaration.Draft;
import org.certassist.core.declaration.Requirement;
import org.certassist.core.declaration.Unit;
import org.certassist.core.declaration.UnitType;

/// The unit's three cells as far as they could be read; what is wrong with them is reported.
///
/// @param type empty where it could not be read; a blank cell means an ordinary unit
record UnitCells(Optional<String> creditCode, Optional<String> name, Optional<UnitType> type) {
  private static final String CREDIT_CODE = "unit.creditCode";
  private static final String NAME = "unit.name";
  private static final String TYPE = "unit.type";

  static UnitCells read(Draft draft, CellReader cells, Report report) {
    return new UnitCells(
        creditCode(read("creditCode", CREDIT_CODE, draft, cells, report), report),
        name(read("name", NAME, draft, cells, report), report),
        type(read("type", TYPE, draft, cells, report), report));
  }

  /// The unit, or empty when a finding was reported.
  Optional<Unit> unit() {
    return creditCode.flatMap(
        code -> name.flatMap(called -> type.map(known -> new Unit(code, called, known))));
  }

  /// The province it is registered in, as the first two digits of a region code; empty also for a
  /// unit of the whole country.
  Optional<String> province() {
    return creditCode.map(code -> code.substring(2, 4)).filter(RegionCodes::isProvince);
  }

  private static Optional<String> creditCode(CellReading reading, Report report) {
    return switch (reading) {
      case CellReading.Blank() -> {
        report.foundInUnit(Rule.UNIT_CREDIT_CODE_MISSING, CREDIT_CODE, "");
        yield Optional.empty();
      }
      case CellReading.Value(String typed) -> {
        String code = CellText.halfWidth(typed).toUpperCase(Locale.ROOT);
        if (!CreditCodes.isValid(code)) {
          report.foundInUnit(Rule.UNIT_CREDIT_CODE, CREDIT_CODE, typed);
          yield Optional.empty();
        }
        if (!CreditCodes.organisationAgrees(code)) {
          report.foundInUnit(Rule.UNIT_ORGANISATION_CODE, CREDIT_CODE, typed);
        }
        yield Optional.of(code);
      }
      case CellReading.Unreadable _ -> Optional.empty();
    };
  }

  private static Optional<String> name(CellReading reading, Report report) {
    return switch (reading) {
      case CellReading.Blank() -> {
        report.foundInUnit(Rule.UNIT_NAME_MISSING, NAME, "");
        yield Optional.empty();
      }
      case CellReading.Value(String name) -> Optional.of(name);
      case CellReading.Unreadable _ -> Optional.empty();
    };
  }

  private static Optional<UnitType> type(CellReading reading, Report report) {
    return switch (reading) {
      case CellReading.Blank() -> Optional.of(UnitType.ORDINARY);
      case CellReading.Value(String word) -> {
        Optional<UnitType> type = UnitType.of(word);
        if (type.isEmpty()) {
          report.foundInUnit(Rule.UNIT_TYPE, TYPE, word, words());
        }
        yield type;
      }
      case CellReading.Unreadable _ -> Optional.empty();
    };
  }

  private static String words() {
    return String.join(" · ", List.of(UnitType.values()).stream().map(UnitType::word).toList());
  }

  private static CellReading read(
      String key, String field, Draft draft, CellReader cells, Report report) {
    Column column = new Column("", field, ColumnType.TEXT, Requirement.OPTIONAL, List.of(), "");
    CellReading reading = cells.read(column, draft.unit().getOrDefault(key, new CellValue.Blank()));
    if (reading instanceof CellReading.Unreadable(Rule rule, String shown, List<String> details)) {
      report.foundInUnit(rule, field, shown, details.toArray(String[]::new));
    }
    return reading;
  }
}
