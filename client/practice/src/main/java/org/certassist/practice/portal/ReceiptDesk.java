package org.certassist.practice.portal;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.security.cert.CertificateException;
import java.time.Instant;
import java.util.Date;
import java.util.List;
import java.util.Map;
import org.bouncycastle.asn1.ASN1Encoding;
import org.bouncycastle.asn1.ASN1ObjectIdentifier;
import org.bouncycastle.asn1.cms.AttributeTable;
import org.bouncycastle.asn1.cms.CMSAttributes;
import org.bouncycastle.asn1.cms.Time;
import org.bouncycastle.asn1.ess.ESSCertIDv2;
import org.bouncycastle.asn1.ess.SigningCertificateV2;
import org.bouncycastle.asn1.pkcs.PKCSObjectIdentifiers;
import org.bouncycastle.cert.jcajce.JcaCertStore;
import org.bouncycastle.cms.CMSException;
import org.bouncycastle.cms.CMSProcessableByteArray;
import org.bouncycastle.cms.CMSSignedDataGenerator;
import org.bouncycastle.cms.DefaultSignedAttributeTableGenerator;
import org.bouncycastle.cms.SignerInfoGeneratorBuilder;
import org.bouncycastle.jce.provider.BouncyCastleProvider;
import org.bouncycastle.operator.OperatorCreationException;
import org.bouncycastle.operator.jcajce.JcaContentSignerBuilder;
import org.bouncycastle.operator.jcajce.JcaDigestCalculatorProviderBuilder;
import org.certassist.practice.ca.Credential;
import org.certassist.practice.ca.PracticeCa;

/// Writes receipts and signs them: a detached CMS over the receipt's RFC 8785 form.
final class ReceiptDesk {
  private static final List<String> COVERS = List.of("养老保险", "工伤保险", "失业保险");
  private static final List<String> NOT_COVERED = List.of("医疗保险", "生育保险");
  private static final BouncyCastleProvider PROVIDER = new BouncyCastleProvider();

  private final PracticeCa ca;

  ReceiptDesk(PracticeCa ca) {
    this.ca = ca;
  }

  PortalStore.SignedReceipt write(
      String number, Declaration declaration, Holder unit, String sha256, Instant received) {
    byte[] receipt =
        Json.canonical(
            Map.of(
                "number", number,
                "id", declaration.id(),
                "digest", digest(sha256),
                "receivedAt", Times.text(received),
                "kind", declaration.kind(),
                "rows", declaration.rows().size(),
                "unit", unit.json(),
                "covers", COVERS,
                "notCovered", NOT_COVERED));
    return new PortalStore.SignedReceipt(receipt, sign(receipt, received));
  }

  static Map<String, Object> digest(String sha256) {
    return Map.of("algorithm", "SHA-256", "value", sha256);
  }

  private byte[] sign(byte[] receipt, Instant time) {
    Credential signer = ca.receipts();
    try {
      CMSSignedDataGenerator generator = new CMSSignedDataGenerator();
      generator.addCertificates(new JcaCertStore(List.of(signer.certificate(), ca.issuingCa())));
      generator.addSignerInfoGenerator(
          new SignerInfoGeneratorBuilder(
                  new JcaDigestCalculatorProviderBuilder().setProvider(PROVIDER).build())
              .setSignedAttributeGenerator(parameters ->
                  attributes(
                      new DefaultSignedAttributeTableGenerator().getAttributes(parameters), time))
              .build(
                  new JcaContentSignerBuilder(Credential.algorithm(signer.key()))
                      .setProvider(PROVIDER)
                      .build(signer.key()),
                  signer.certificate()));
      return generator
          .generate(new CMSProcessableByteArray(receipt), false)
          .getEncoded(ASN1Encoding.DER);
    } catch (CMSException | OperatorCreationException | CertificateException broken) {
      throw new IllegalStateException(broken);
    } catch (IOException broken) {
      throw new UncheckedIOException(broken);
    }
  }

  /// CAdES-B: the default attributes with the portal's own time, and the reference to its
  /// certificate.
  private AttributeTable attributes(AttributeTable defaults, Instant time) {
    AttributeTable table =
        without(defaults, CMSAttributes.signingTime)
            .add(CMSAttributes.signingTime, new Time(Date.from(time)));
    return table.add(PKCSObjectIdentifiers.id_aa_signingCertificateV2, reference());
  }

  private SigningCertificateV2 reference() {
    try {
      return new SigningCertificateV2(
          new ESSCertIDv2(SignatureCheck.sha256(ca.receipts().certificate().getEncoded())));
    } catch (IOException impossible) {
      throw new UncheckedIOException(impossible);
    }
  }

  private static AttributeTable without(AttributeTable table, ASN1ObjectIdentifier id) {
    return table.remove(id);
  }
}
