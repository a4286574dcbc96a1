package org.certassist.core.filing;

import org.certassist.core.declaration.DeclarationId;

/// Is told when a declaration passes a milestone; called on the working thread.
@FunctionalInterface
public interface Progress {
  Progress NONE = (milestone, id) -> {};

  void reached(Milestone milestone, DeclarationId id);
}
