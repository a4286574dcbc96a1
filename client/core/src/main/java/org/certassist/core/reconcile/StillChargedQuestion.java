package org.certassist.core.reconcile;

import java.util.Optional;

/// Is somebody charged whose insurance was stopped?
final class StillChargedQuestion implements Question {
  @Override
  public Optional<Difference> ask(PersonMonth person) {
    return person
        .filed()
        .filter(Filed.Stopped.class::isInstance)
        .flatMap(filed ->
            person
                .charged()
                .map(charge ->
                    new Difference.StillCharged(
                        filed.person(), filed.declaration(), charge.line())));
  }
}
