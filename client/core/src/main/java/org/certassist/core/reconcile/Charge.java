package org.certassist.core.reconcile;

import java.math.BigDecimal;
import java.util.List;
import java.util.Set;

/// What the portal charges for one person in a month.
///
/// @param insurances empty where the list does not say
/// @param bases the contribution bases, each once; that of work injury only where it is the only
///   one
/// @param line where the person first stands in the list
public record Charge(Person person, Set<Insurance> insurances, List<BigDecimal> bases, int line) {
  public Charge {
    insurances = Set.copyOf(insurances);
    bases = List.copyOf(bases);
  }

  public boolean isWorkInjuryOnly() {
    return insurances.equals(Set.of(Insurance.WORK_INJURY));
  }
}
