package org.certassist.core.filing;

import java.util.List;
import org.certassist.core.key.TokenKey;

/// A plugged-in key with its certificates read and judged.
public record SeenKey(TokenKey token, List<SeenCertificate> certificates) {
  public SeenKey {
    certificates = List.copyOf(certificates);
  }
}
