package org.certassist.core.filing;

import java.util.List;
import java.util.Optional;
import org.certassist.core.certificate.Holder;
import org.certassist.core.certificate.HolderFact;
import org.certassist.core.certificate.HolderField;
import org.certassist.core.declaration.Unit;

/// Whether a certificate is the declaring unit's: the credit code decides, else the unit's name.
public sealed interface Belonging {
  /// Where a name is a unit's: what stands elsewhere, such as in the common name, may be a
  /// person's.
  String UNITS_OWN = "subject O";

  /// It is the unit's.
  ///
  /// @param by what says so
  record Matches(HolderField by) implements Belonging {}

  /// It is another unit's.
  record Differs(HolderField by) implements Belonging {}

  /// It names no unit, or names ours beside another one.
  record CannotTell() implements Belonging {}

  static Belonging of(Holder holder, Unit unit) {
    List<HolderFact> codes = holder.all(HolderField.CREDIT_CODE);
    return codes.isEmpty() ? byName(holder, unit) : byCode(codes, unit);
  }

  /// One that does not count, and is ours, is no reason to refuse and none to be sure.
  private static Belonging byCode(List<HolderFact> codes, Unit unit) {
    if (codes.getFirst().value().equals(unit.creditCode())) {
      return new Matches(HolderField.CREDIT_CODE);
    }
    return codes.stream().anyMatch(code -> code.value().equals(unit.creditCode()))
        ? new CannotTell()
        : new Differs(HolderField.CREDIT_CODE);
  }

  private static Belonging byName(Holder holder, Unit unit) {
    UnitName declared = UnitName.of(unit.name());
    Optional<HolderFact> name = holder.fact(HolderField.ORGANIZATION);
    if (name.filter(fact -> UnitName.of(fact.value()).equals(declared)).isPresent()) {
      return new Matches(HolderField.ORGANIZATION);
    }
    return name.filter(fact -> fact.origin().equals(UNITS_OWN)).isPresent()
        ? new Differs(HolderField.ORGANIZATION)
        : new CannotTell();
  }
}
