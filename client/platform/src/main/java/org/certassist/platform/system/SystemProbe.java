package org.certassist.platform.system;

import org.certassist.core.diagnosis.Pc.CardService;
import org.certassist.core.diagnosis.Pc.SystemFacts;

/// What can be told of the system itself; each kind of system has its own.
public interface SystemProbe {
  SystemFacts facts();

  /// The service that smart cards are spoken to through; [CardService#UNKNOWN] where it cannot be
  /// told.
  CardService cardService();
}
