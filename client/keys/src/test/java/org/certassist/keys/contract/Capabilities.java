package org.certassist.keys.contract;

import java.util.List;
import java.util.Map;
import org.certassist.core.key.PinState;

/// What can be shown on a module, and why the rest cannot.
///
/// @param module its name in the table of results
/// @param afterWrongPins the state the driver shows after the first wrong PIN, the second and so
///   on, measured
/// @param lacking each ability that it has not, with the reason
record Capabilities(String module, List<PinState> afterWrongPins, Map<Ability, String> lacking) {
  Capabilities {
    afterWrongPins = List.copyOf(afterWrongPins);
    lacking = Map.copyOf(lacking);
  }
}
