package org.certassist.keys.certificate;

import java.util.List;
import java.util.Optional;

/// A chain from a certificate upwards: whole, or as far as it got and what stopped it.
record FoundPath(List<ParsedCertificate> chain, Optional<PathFault> fault) {
  FoundPath {
    chain = List.copyOf(chain);
  }
}
