package org.certassist.practice.portal;

import java.io.IOException;
import java.security.GeneralSecurityException;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.MessageDigest;
import java.security.PrivateKey;
import java.security.spec.ECGenParameterSpec;
import java.util.List;
import java.util.function.UnaryOperator;
import org.bouncycastle.asn1.ASN1Encoding;
import org.bouncycastle.asn1.cms.AttributeTable;
import org.bouncycastle.asn1.ess.ESSCertIDv2;
import org.bouncycastle.asn1.ess.SigningCertificateV2;
import org.bouncycastle.asn1.pkcs.PKCSObjectIdentifiers;
import org.bouncycastle.cert.X509CertificateHolder;
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
import org.certassist.practice.ca.CertificateVariant;
import org.certassist.practice.ca.Credential;
import org.certassist.practice.ca.PracticeCa;
import org.certassist.practice.people.PracticeUnit;

/// A unit's key in memory, and a signer whose every mistake can be asked for.
record TestKey(
    PrivateKey key, X509CertificateHolder certificate, List<X509CertificateHolder> chain) {
  private static final BouncyCastleProvider PROVIDER = new BouncyCastleProvider();

  /// How a signature is made; the usual way is the contract's.
  record Way(
      String algorithm,
      boolean encapsulated,
      String encoding,
      List<X509CertificateHolder> certificates,
      UnaryOperator<AttributeTable> attributes) {
    Way with(String otherAlgorithm) {
      return new Way(otherAlgorithm, encapsulated, encoding, certificates, attributes);
    }
  }

  static TestKey issue(PracticeCa ca, PracticeUnit unit, CertificateVariant variant, String type)
      throws IOException, GeneralSecurityException {
    KeyPair pair = pair(type);
    X509CertificateHolder certificate = ca.issue(pair.getPublic(), unit, variant);
    return new TestKey(pair.getPrivate(), certificate, List.of(ca.issuer(certificate, variant)));
  }

  private static KeyPair pair(String type) throws GeneralSecurityException {
    KeyPairGenerator generator =
        KeyPairGenerator.getInstance(type.equals("RSA") ? "RSA" : "EC", PROVIDER);
    switch (type) {
      case "RSA" -> generator.initialize(2048);
      case "EC" -> generator.initialize(new ECGenParameterSpec("secp256r1"));
      default -> generator.initialize(new ECGenParameterSpec("sm2p256v1"));
    }
    return generator.generateKeyPair();
  }

  Way usual() {
    java.util.ArrayList<X509CertificateHolder> all = new java.util.ArrayList<>(chain);
    all.addFirst(certificate);
    return new Way(
        Credential.algorithm(key), false, ASN1Encoding.DER, all, UnaryOperator.identity());
  }

  byte[] sign(byte[] content) {
    return sign(content, usual());
  }

  byte[] sign(byte[] content, Way way) {
    try {
      CMSSignedDataGenerator generator = new CMSSignedDataGenerator();
      generator.addCertificates(new JcaCertStore(way.certificates()));
      SignerInfoGeneratorBuilder builder =
          new SignerInfoGeneratorBuilder(
              new JcaDigestCalculatorProviderBuilder().setProvider(PROVIDER).build());
      builder.setSignedAttributeGenerator(parameters ->
          way.attributes()
              .apply(
                  new DefaultSignedAttributeTableGenerator()
                      .getAttributes(parameters)
                      .add(
                          PKCSObjectIdentifiers.id_aa_signingCertificateV2,
                          reference(certificate))));
      generator.addSignerInfoGenerator(
          builder.build(
              new JcaContentSignerBuilder(way.algorithm()).setProvider(PROVIDER).build(key),
              certificate));
      return generator
          .generate(new CMSProcessableByteArray(content), way.encapsulated())
          .getEncoded(way.encoding());
    } catch (CMSException
        | OperatorCreationException
        | IOException
        | GeneralSecurityException broken) {
      throw new IllegalStateException(broken);
    }
  }

  static SigningCertificateV2 reference(X509CertificateHolder certificate) {
    try {
      return new SigningCertificateV2(
          new ESSCertIDv2(MessageDigest.getInstance("SHA-256").digest(certificate.getEncoded())));
    } catch (IOException | GeneralSecurityException broken) {
      throw new IllegalStateException(broken);
    }
  }
}
