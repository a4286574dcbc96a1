package org.certassist.platform.system;

import org.certassist.core.diagnosis.Pc.CardService;
import org.certassist.core.diagnosis.Pc.SystemFacts;
import org.certassist.core.diagnosis.PcSystem;

/// macOS, whose card service is always there, and anything else that Java runs on.
public record OtherSystem(SystemFacts facts) implements SystemProbe {
  @Override
  public CardService cardService() {
    return facts.kind() == PcSystem.MACOS ? CardService.ON_DEMAND : CardService.UNKNOWN;
  }
}
