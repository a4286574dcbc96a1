package org.certassist.desktop.reconcile;

import java.util.List;
import java.util.Optional;
import org.certassist.core.fault.Fault;
import org.certassist.core.reconcile.ChargeList;
import org.certassist.core.reconcile.Reconciliation;
import org.certassist.desktop.listing.ListingSource;

/// How far the portal's list of charges has come.
sealed interface ReconcileState {
  /// The list is still to be taken in.
  ///
  /// @param trouble why the last one could not be used
  record Choosing(Optional<Fault> trouble) implements ReconcileState {}

  record Reading(ListingSource source) implements ReconcileState {}

  /// The list held against what was filed.
  record Compared(Scope scope, ChargeList list, Reconciliation result, List<DifferenceGroup> groups)
      implements ReconcileState {
    public Compared {
      groups = List.copyOf(groups);
    }

    int toSeeTo() {
      return groups.stream()
          .filter(DifferenceGroup::isWrong)
          .mapToInt(group -> group.people().size())
          .sum();
    }
  }
}
