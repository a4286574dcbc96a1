package org.certassist.core.reconcile;

import java.util.Optional;

/// Is somebody charged who was never filed here?
final class NeverFiledQuestion implements Question {
  @Override
  public Optional<Difference> ask(PersonMonth person) {
    return person
        .charged()
        .filter(_ -> person.filed().isEmpty())
        .map(charge -> new Difference.NeverFiled(charge.person(), charge.line()));
  }
}
