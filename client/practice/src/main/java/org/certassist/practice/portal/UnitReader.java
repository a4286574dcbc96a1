package org.certassist.practice.portal;

import java.util.Optional;
import org.bouncycastle.asn1.ASN1Encodable;
import org.bouncycastle.asn1.ASN1ObjectIdentifier;
import org.bouncycastle.asn1.ASN1String;
import org.bouncycastle.asn1.x500.RDN;
import org.bouncycastle.asn1.x500.style.BCStyle;
import org.bouncycastle.asn1.x509.Extension;
import org.bouncycastle.cert.X509CertificateHolder;

/// Finds the unit that a certificate of the practice CA belongs to.
final class UnitReader {
  private static final ASN1ObjectIdentifier CREDIT_CODE =
      new ASN1ObjectIdentifier("1.2.156.10260.4.4");
  private static final ASN1ObjectIdentifier SOCIAL_INSURANCE_NUMBER =
      new ASN1ObjectIdentifier("1.2.156.10260.4.1.2");

  private UnitReader() {}

  static Outcome<Holder> holder(X509CertificateHolder certificate) {
    Optional<String> creditCode = extension(certificate, CREDIT_CODE);
    RDN[] organization = certificate.getSubject().getRDNs(BCStyle.O);
    if (creditCode.isEmpty() || organization.length != 1) {
      return new Outcome.Refused<>(Problem.UNIT_UNKNOWN);
    }
    if (extension(certificate, SOCIAL_INSURANCE_NUMBER).isEmpty()) {
      return new Outcome.Refused<>(Problem.CA_UNBOUND);
    }
    String name = ((ASN1String) organization[0].getFirst().getValue()).getString();
    return new Outcome.Fine<>(new Holder(creditCode.get(), name));
  }

  private static Optional<String> extension(
      X509CertificateHolder certificate, ASN1ObjectIdentifier id) {
    Extension extension = certificate.getExtension(id);
    if (extension == null) {
      return Optional.empty();
    }
    ASN1Encodable value = extension.getParsedValue();
    return value instanceof ASN1String text ? Optional.of(text.getString()) : Optional.empty();
  }
}
