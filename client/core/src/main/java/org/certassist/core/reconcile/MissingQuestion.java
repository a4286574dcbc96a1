package org.certassist.core.reconcile;

import java.util.Optional;

/// Is somebody who was enrolled not charged?
final class MissingQuestion implements Question {
  @Override
  public Optional<Difference> ask(PersonMonth person) {
    return person
        .insured()
        .filter(_ -> person.charged().isEmpty())
        .map(filed -> new Difference.Missing(filed.person(), filed.declaration()));
  }
}
