package org.certassist.core.rules;

import java.util.Locale;
import java.util.Optional;
import org.certassist.core.declaration.CellValue;
import org.certassist.core.declaration.Draft;
import org.certassist.core.declaration.Unit;
import org.certassist.core.declaration.UnitType;

/// Reads the unit's three cells and says what is wrong with them.
final class UnitCells {
  private UnitCells() {}

  /// The unit, or empty when a finding was reported.
  static Optional<Unit> read(Draft draft, Report report) {
    String code = CellText.halfWidth(text(draft, "creditCode")).toUpperCase(Locale.ROOT);
    String name = text(draft, "name");
    String typeWord = text(draft, "type");
    Optional<UnitType> type =
        typeWord.isEmpty() ? Optional.of(UnitType.ORDINARY) : UnitType.of(typeWord);
    if (code.isEmpty()) {
      report.unitError("unit.creditCodeMissing", "unit.creditCode", "");
    } else if (!CreditCodes.isValid(code)) {
      report.unitError("unit.creditCode", "unit.creditCode", code);
    }
    if (name.isEmpty()) {
      report.unitError("unit.nameMissing", "unit.name", "");
    }
    if (type.isEmpty()) {
      report.unitError("unit.type", "unit.type", typeWord);
    }
    return CreditCodes.isValid(code) && !name.isEmpty()
        ? type.map(known -> new Unit(code, name, known))
        : Optional.empty();
  }

  /// The type as far as it can be read, for rules that depend on it.
  static UnitType typeOf(Draft draft) {
    return UnitType.of(text(draft, "type")).orElse(UnitType.ORDINARY);
  }

  private static String text(Draft draft, String field) {
    return switch (draft.unit().getOrDefault(field, new CellValue.Blank())) {
      case CellValue.Text(String text) -> CellText.clean(text);
      case CellValue.Numeric numeric -> numeric.shown();
      default -> "";
    };
  }
}
