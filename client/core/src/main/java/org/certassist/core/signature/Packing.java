package org.certassist.core.signature;

import java.time.Instant;
import java.util.List;
import org.certassist.core.certificate.EncodedCertificate;

/// What stands in a signature beside its value.
///
/// @param chain issuing CAs put beside the signer's certificate
/// @param signingTime as the signer claims it, kept in whole seconds
/// @param sm2Form how it is packed where the key is an SM2 key
public record Packing(List<EncodedCertificate> chain, Instant signingTime, Sm2Form sm2Form) {
  public Packing {
    chain = List.copyOf(chain);
  }
}
