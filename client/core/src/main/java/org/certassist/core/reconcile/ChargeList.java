package org.certassist.core.reconcile;

import java.util.List;

/// The portal's list of charges for a month, person by person.
///
/// @param otherMonths how many of its lines are for other months, such as arrears
/// @param illegible lines whose ID number is masked, missing or damaged, or whose month or base
///   cannot be read: they were held against nobody
public record ChargeList(List<Charge> charges, int otherMonths, List<Integer> illegible) {
  public ChargeList {
    charges = List.copyOf(charges);
    illegible = List.copyOf(illegible);
  }

  /// Whether it charges people and says of none on what base: then no base was compared.
  public boolean isWithoutBases() {
    return !charges.isEmpty() && charges.stream().allMatch(charge -> charge.bases().isEmpty());
  }
}
