package org.certassist.core.reconcile;

import java.util.Optional;

/// One person in one month: as filed and as charged; one of the two at least is there.
record PersonMonth(Optional<Filed> filed, Optional<Charge> charged) {
  Optional<Filed.Insured> insured() {
    return filed.filter(Filed.Insured.class::isInstance).map(Filed.Insured.class::cast);
  }
}
