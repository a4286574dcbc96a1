package org.certassist.platform.repair;

import java.lang.reflect.Proxy;
import org.certassist.core.diagnosis.Pc;
import org.certassist.core.diagnosis.Pc.CardService;

/// A PC of which a remedy may know its smart-card service, and nothing else.
final class NoPc {
  static final Pc NONE = with(CardService.UNKNOWN);

  private NoPc() {}

  static Pc with(CardService service) {
    return (Pc)
        Proxy.newProxyInstance(
            Pc.class.getClassLoader(),
            new Class<?>[] {Pc.class},
            (_, method, _) -> {
              if (method.getName().equals("cardService")) {
                return service;
              }
              throw new AssertionError(method + " was asked");
            });
  }
}
