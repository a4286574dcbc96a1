package org.certassist.keys.contract;

import static org.junit.jupiter.api.Assumptions.abort;

/// What every part of the contract stands on.
interface Contract {
  ModuleUnderTest module();

  /// Skips what a module cannot show; the reason is printed.
  default void needs(Ability... abilities) {
    for (Ability ability : abilities) {
      String reason = module().capabilities().lacking().get(ability);
      if (reason != null) {
        abort(reason);
      }
    }
  }
}
