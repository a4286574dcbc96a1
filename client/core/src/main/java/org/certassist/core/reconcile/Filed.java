package org.certassist.core.reconcile;

import java.math.BigDecimal;
import java.util.Optional;
import org.certassist.core.declaration.DeclarationId;

/// How a person stands by what was filed here, up to a settlement month.
public sealed interface Filed {
  Person person();

  /// The declaration that made it so.
  DeclarationId declaration();

  /// @param base the contribution base that was filed last
  record Insured(Person person, DeclarationId declaration, Cover cover, Optional<BigDecimal> base)
      implements Filed {}

  record Stopped(Person person, DeclarationId declaration) implements Filed {}

  /// For which insurances a person was enrolled.
  enum Cover {
    ALL,
    WORK_INJURY,
    /// Enrolled before this archive began.
    NOT_KNOWN
  }
}
