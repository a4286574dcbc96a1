package org.certassist.core.certificate;

import java.time.Instant;
import java.util.List;
import java.util.Optional;

/// The port to X.509: reading certificates and saying what the portal would say of them.
public interface Certificates {
  /// Reads what a certificate says; empty where the bytes are no certificate.
  Optional<CertificateFacts> read(EncodedCertificate certificate);

  /// Judges a signing certificate at a time. Revocation is not asked here.
  CertificateReport examine(EncodedCertificate certificate, Material material, Instant at);

  /// The same for each of several, which are judged with the same certificates at hand.
  default List<CertificateReport> examineEach(
      List<EncodedCertificate> certificates, Material material, Instant at) {
    return certificates.stream().map(one -> examine(one, material, at)).toList();
  }

  /// The verdict alone.
  ///
  /// @param others issuing CAs that may be needed for the chain
  /// @param trust trust anchors; with none the answer is at best `noTrustGiven` (820)
  default CertificateStatus check(
      EncodedCertificate certificate,
      List<EncodedCertificate> others,
      List<EncodedCertificate> trust,
      Instant at) {
    return examine(certificate, new Material(others, trust), at).status();
  }

  /// The issuing CAs from the certificate upwards, without itself and without the root.
  List<EncodedCertificate> chain(EncodedCertificate certificate, List<EncodedCertificate> others);

  /// Every certificate in a file: DER, or PEM with any number of them, base64, or those in a CMS or
  /// PKCS#7 structure (.p7b, .p7s); empty where there is none.
  List<EncodedCertificate> parse(byte[] file);

  /// Whether it is a CA's: it vouches for other certificates and is not judged as one that signs.
  boolean isAuthority(EncodedCertificate certificate);

  /// A PKCS#7 structure that holds these certificates and nothing else, as a .p7b file does.
  byte[] bundle(List<EncodedCertificate> certificates);
}
