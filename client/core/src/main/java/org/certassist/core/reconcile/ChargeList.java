package org.certassist.core.reconcile;

import java.util.List;

/// The portal's list of charges for a month, person by person.
///
/// @param otherMonths how many of its lines are for other months, such as arrears
/// @param nameless lines of people whose ID number is masked, missing or damaged: they can be held
///   against nobody
public record ChargeList(List<Charge> charges, int otherMonths, List<Integer> nameless) {
  public ChargeList {
    charges = List.copyOf(charges);
    nameless = List.copyOf(nameless);
  }
}
