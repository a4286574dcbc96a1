package org.certassist.core.reconcile;

import java.math.BigDecimal;
import java.util.Optional;

/// Is somebody charged on another base than the one that was filed?
final class OtherBaseQuestion implements Question {
  @Override
  public Optional<Difference> ask(PersonMonth person) {
    return person
        .insured()
        .flatMap(filed ->
            person
                .charged()
                .flatMap(charge -> filed.base().flatMap(base -> other(filed, charge, base))));
  }

  private static Optional<Difference> other(Filed.Insured filed, Charge charge, BigDecimal base) {
    return charge.bases().stream()
        .filter(charged -> charged.compareTo(base) != 0)
        .findFirst()
        .map(charged ->
            new Difference.OtherBase(
                filed.person(), filed.declaration(), charge.line(), base, charged));
  }
}
