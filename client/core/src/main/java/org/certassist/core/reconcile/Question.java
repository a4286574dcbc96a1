package org.certassist.core.reconcile;

import java.util.Optional;

/// Something that may be wrong with a person's charge.
interface Question {
  Optional<Difference> ask(PersonMonth person);
}
