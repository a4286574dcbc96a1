package org.certassist.core.certificate;

import java.util.List;

/// What a certificate is judged with.
///
/// @param others issuing CAs that may be needed for the chain
/// @param trust trust anchors; with none the answer is at best `noTrustGiven` (820)
public record Material(List<EncodedCertificate> others, List<EncodedCertificate> trust) {
  public Material {
    others = List.copyOf(others);
    trust = List.copyOf(trust);
  }
}
