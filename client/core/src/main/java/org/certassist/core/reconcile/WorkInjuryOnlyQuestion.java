package org.certassist.core.reconcile;

import java.util.Optional;

/// Is somebody who was enrolled for all three charged for work injury alone?
final class WorkInjuryOnlyQuestion implements Question {
  @Override
  public Optional<Difference> ask(PersonMonth person) {
    return person
        .insured()
        .filter(filed -> filed.cover() == Filed.Cover.ALL)
        .flatMap(filed ->
            person
                .charged()
                .filter(Charge::isWorkInjuryOnly)
                .map(charge ->
                    new Difference.WorkInjuryOnly(
                        filed.person(), filed.declaration(), charge.line())));
  }
}
