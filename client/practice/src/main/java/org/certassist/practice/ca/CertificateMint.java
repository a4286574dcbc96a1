package org.certassist.practice.ca;

import java.math.BigInteger;
import java.security.KeyPair;
import java.security.PrivateKey;
import java.security.PublicKey;
import java.security.SecureRandom;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Date;
import java.util.List;
import org.bouncycastle.asn1.ASN1Encodable;
import org.bouncycastle.asn1.ASN1ObjectIdentifier;
import org.bouncycastle.asn1.DERPrintableString;
import org.bouncycastle.asn1.x500.X500Name;
import org.bouncycastle.asn1.x500.X500NameBuilder;
import org.bouncycastle.asn1.x500.style.BCStyle;
import org.bouncycastle.asn1.x509.BasicConstraints;
import org.bouncycastle.asn1.x509.ExtendedKeyUsage;
import org.bouncycastle.asn1.x509.Extension;
import org.bouncycastle.asn1.x509.GeneralName;
import org.bouncycastle.asn1.x509.GeneralNames;
import org.bouncycastle.asn1.x509.KeyPurposeId;
import org.bouncycastle.asn1.x509.KeyUsage;
import org.bouncycastle.asn1.x509.SubjectPublicKeyInfo;
import org.bouncycastle.cert.CertIOException;
import org.bouncycastle.cert.X509CertificateHolder;
import org.bouncycastle.cert.X509v3CertificateBuilder;
import org.bouncycastle.cert.bc.BcX509ExtensionUtils;
import org.bouncycastle.jce.provider.BouncyCastleProvider;
import org.bouncycastle.operator.ContentSigner;
import org.bouncycastle.operator.OperatorCreationException;
import org.bouncycastle.operator.jcajce.JcaContentSignerBuilder;
import org.certassist.practice.people.PracticeUnit;

/// Writes X.509 certificates: which names, uses and extensions each sort has.
final class CertificateMint {
  static final ASN1ObjectIdentifier CREDIT_CODE = new ASN1ObjectIdentifier("1.2.156.10260.4.4");
  static final ASN1ObjectIdentifier SOCIAL_INSURANCE_NUMBER =
      new ASN1ObjectIdentifier("1.2.156.10260.4.1.2");
  static final BouncyCastleProvider PROVIDER = new BouncyCastleProvider();

  /// The common name that profiles know the receipt signer by.
  static final String RECEIPT_SIGNER = "certassist practice portal";

  private static final SecureRandom RANDOM = new SecureRandom();
  private static final Entry NO_AUTHORITY =
      new Entry(Extension.basicConstraints, true, new BasicConstraints(false));
  private static final Entry SIGNING = use(KeyUsage.digitalSignature | KeyUsage.nonRepudiation);

  /// From when until when.
  record Span(Instant from, Instant until) {}

  private CertificateMint() {}

  static ContentSigner signer(PrivateKey key) {
    try {
      return new JcaContentSignerBuilder(Credential.algorithm(key))
          .setProvider(PROVIDER)
          .build(key);
    } catch (OperatorCreationException impossible) {
      throw new IllegalStateException(impossible);
    }
  }

  static X500Name authorityName(String commonName) {
    return new X500NameBuilder(BCStyle.INSTANCE)
        .addRDN(BCStyle.C, "CN")
        .addRDN(BCStyle.O, "certassist practice")
        .addRDN(BCStyle.CN, commonName)
        .build();
  }

  /// A root; it names itself.
  static X509CertificateHolder root(KeyPair pair, X500Name name, Span span) {
    SubjectPublicKeyInfo key = SubjectPublicKeyInfo.getInstance(pair.getPublic().getEncoded());
    return build(name, key, signer(pair.getPrivate()), name, pair.getPublic(), span, authority(1));
  }

  static X509CertificateHolder issuingCa(Credential root, PublicKey key, X500Name name, Span span) {
    return build(root, name, key, span, authority(0));
  }

  /// A TLS server on loopback.
  static X509CertificateHolder server(Credential issuer, PublicKey key, Span span) {
    GeneralName[] names = {
      new GeneralName(GeneralName.iPAddress, "127.0.0.1"),
      new GeneralName(GeneralName.dNSName, "localhost")
    };
    return build(
        issuer,
        authorityName("127.0.0.1"),
        key,
        span,
        List.of(
            NO_AUTHORITY,
            use(KeyUsage.digitalSignature),
            new Entry(
                Extension.extendedKeyUsage,
                false,
                new ExtendedKeyUsage(KeyPurposeId.id_kp_serverAuth)),
            new Entry(Extension.subjectAlternativeName, false, new GeneralNames(names))));
  }

  static X509CertificateHolder receiptSigner(Credential issuer, PublicKey key, Span span) {
    return build(issuer, authorityName(RECEIPT_SIGNER), key, span, List.of(NO_AUTHORITY, SIGNING));
  }

  static X509CertificateHolder unit(
      Credential issuer,
      PublicKey key,
      PracticeUnit unit,
      CertificateVariant variant,
      Instant made) {
    X500Name name =
        new X500NameBuilder(BCStyle.INSTANCE)
            .addRDN(BCStyle.C, "CN")
            .addRDN(BCStyle.O, unit.name())
            .addRDN(BCStyle.CN, unit.name())
            .build();
    List<Entry> entries = new ArrayList<>();
    entries.add(NO_AUTHORITY);
    entries.add(
        variant == CertificateVariant.ENCRYPTION_ONLY
            ? use(KeyUsage.keyEncipherment | KeyUsage.dataEncipherment)
            : SIGNING);
    if (variant != CertificateVariant.NO_CREDIT_CODE) {
      entries.add(new Entry(CREDIT_CODE, false, new DERPrintableString(unit.creditCode())));
    }
    if (variant != CertificateVariant.UNBOUND) {
      entries.add(
          new Entry(
              SOCIAL_INSURANCE_NUMBER,
              false,
              new DERPrintableString(unit.socialInsuranceNumber())));
    }
    Span span = new Span(variant.notBefore(made), variant.notAfter(made));
    return build(issuer, name, key, span, entries);
  }

  private record Entry(ASN1ObjectIdentifier id, boolean critical, ASN1Encodable value) {}

  private static Entry use(int bits) {
    return new Entry(Extension.keyUsage, true, new KeyUsage(bits));
  }

  private static List<Entry> authority(int pathLength) {
    return List.of(
        new Entry(Extension.basicConstraints, true, new BasicConstraints(pathLength)),
        use(KeyUsage.keyCertSign | KeyUsage.cRLSign));
  }

  private static X509CertificateHolder build(
      Credential issuer, X500Name subject, PublicKey key, Span span, List<Entry> entries) {
    return build(
        issuer.certificate().getSubject(),
        issuer.certificate().getSubjectPublicKeyInfo(),
        signer(issuer.key()),
        subject,
        key,
        span,
        entries);
  }

  private static X509CertificateHolder build(
      X500Name issuer,
      SubjectPublicKeyInfo issuerKey,
      ContentSigner signer,
      X500Name subject,
      PublicKey key,
      Span span,
      List<Entry> entries) {
    try {
      SubjectPublicKeyInfo subjectKey = SubjectPublicKeyInfo.getInstance(key.getEncoded());
      BcX509ExtensionUtils identifiers = new BcX509ExtensionUtils();
      X509v3CertificateBuilder builder =
          new X509v3CertificateBuilder(
              issuer,
              new BigInteger(127, RANDOM).setBit(126),
              Date.from(span.from()),
              Date.from(span.until()),
              subject,
              subjectKey);
      builder.addExtension(
          Extension.subjectKeyIdentifier,
          false,
          identifiers.createSubjectKeyIdentifier(subjectKey));
      builder.addExtension(
          Extension.authorityKeyIdentifier,
          false,
          identifiers.createAuthorityKeyIdentifier(issuerKey));
      for (Entry entry : entries) {
        builder.addExtension(entry.id(), entry.critical(), entry.value());
      }
      return builder.build(signer);
    } catch (CertIOException impossible) {
      throw new IllegalStateException(impossible);
    }
  }
}
