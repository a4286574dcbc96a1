package org.certassist.platform.system;

import org.certassist.core.diagnosis.Pc.CardService;
import org.certassist.core.diagnosis.Pc.SystemFacts;

/// macOS, whose card service is always there, and anything else that Java runs on.
public record OtherSystem(SystemFacts facts) implements SystemProbe {
  @Override
  public CardService cardService() {
    return facts.family() == SystemFacts.Family.MAC ? CardService.ON_DEMAND : CardService.UNKNOWN;
  }
}
