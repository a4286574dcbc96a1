package org.certassist.keys.certificate;

import java.util.List;
import org.certassist.core.certificate.EncodedCertificate;

/// A certificate with its chain, and what is to be said of it.
///
/// @param section of NIST's Public Key Interoperability Test Suite whose question it asks, or
///   `more`
/// @param cas the issuing CAs from the certificate upwards
record PathCase(
    String section,
    String title,
    String expected,
    EncodedCertificate end,
    List<EncodedCertificate> cas,
    EncodedCertificate anchor) {
  boolean isGood() {
    return expected.startsWith("0 ");
  }

  boolean isSm2() {
    return title.startsWith("SM2,") || title.equals("SM2");
  }

  @Override
  public String toString() {
    return section + " " + title;
  }
}
