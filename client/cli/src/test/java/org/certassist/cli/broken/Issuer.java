package org.certassist.cli.broken;

import java.io.IOException;
import java.math.BigInteger;
import java.security.GeneralSecurityException;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.SecureRandom;
import java.time.Duration;
import java.time.Instant;
import java.util.Date;
import org.bouncycastle.asn1.ASN1ObjectIdentifier;
import org.bouncycastle.asn1.DERPrintableString;
import org.bouncycastle.asn1.x500.X500Name;
import org.bouncycastle.asn1.x500.X500NameBuilder;
import org.bouncycastle.asn1.x500.style.BCStyle;
import org.bouncycastle.asn1.x509.BasicConstraints;
import org.bouncycastle.asn1.x509.CRLReason;
import org.bouncycastle.asn1.x509.ExtendedKeyUsage;
import org.bouncycastle.asn1.x509.Extension;
import org.bouncycastle.asn1.x509.KeyPurposeId;
import org.bouncycastle.asn1.x509.KeyUsage;
import org.bouncycastle.cert.X509CertificateHolder;
import org.bouncycastle.cert.X509v2CRLBuilder;
import org.bouncycastle.cert.X509v3CertificateBuilder;
import org.bouncycastle.cert.jcajce.JcaX509v3CertificateBuilder;
import org.bouncycastle.operator.ContentSigner;
import org.bouncycastle.operator.OperatorCreationException;
import org.bouncycastle.operator.jcajce.JcaContentSignerBuilder;
import org.certassist.core.certificate.EncodedCertificate;
import org.certassist.practice.people.PracticeUnit;

/// A CA of the tests; what it issues is good unless the draft is changed.
final class Issuer {
  private static final ASN1ObjectIdentifier CREDIT_CODE =
      new ASN1ObjectIdentifier("1.2.156.10260.4.4");
  private static final Duration YEAR = Duration.ofDays(365);
  private static final SecureRandom RANDOM = new SecureRandom();

  private final KeyPair keys = pair("EC", 256);
  private final X500Name name;
  private final X509CertificateHolder certificate;

  Issuer(String commonName) throws IOException {
    this.name = name("测试证书机构", commonName);
    X509v3CertificateBuilder builder =
        builder(name, keys, MadePc.NOW.minus(YEAR), MadePc.NOW.plus(YEAR.multipliedBy(5)));
    builder.addExtension(Extension.basicConstraints, true, new BasicConstraints(true));
    builder.addExtension(
        Extension.keyUsage, true, new KeyUsage(KeyUsage.keyCertSign | KeyUsage.cRLSign));
    this.certificate = builder.build(signer());
  }

  /// A certificate with its key, as it lies on a token.
  ///
  /// @param kind as the simulated driver calls it
  record Issued(String kind, KeyPair keys, X509CertificateHolder certificate) {}

  EncodedCertificate root() throws IOException {
    return new EncodedCertificate(certificate.getEncoded());
  }

  Draft draft() {
    return new Draft();
  }

  Issued good() throws IOException {
    return draft().issue();
  }

  /// The list of what was revoked, made an hour ago.
  byte[] listRevoking(X509CertificateHolder revoked) throws IOException {
    return listRevoking(revoked, MadePc.NOW.minus(Duration.ofHours(1)));
  }

  /// The same, good for a day.
  byte[] listRevoking(X509CertificateHolder revoked, Instant made) throws IOException {
    return new X509v2CRLBuilder(name, Date.from(made))
        .setNextUpdate(Date.from(made.plus(Duration.ofDays(1))))
        .addCRLEntry(revoked.getSerialNumber(), Date.from(made), CRLReason.keyCompromise)
        .build(signer())
        .getEncoded();
  }

  private ContentSigner signer() {
    try {
      return new JcaContentSignerBuilder("SHA256withECDSA").build(keys.getPrivate());
    } catch (OperatorCreationException impossible) {
      throw new IllegalStateException(impossible);
    }
  }

  private X509v3CertificateBuilder builder(
      X500Name subject, KeyPair pair, Instant from, Instant until) {
    return new JcaX509v3CertificateBuilder(
        name,
        new BigInteger(63, RANDOM).setBit(62),
        Date.from(from),
        Date.from(until),
        subject,
        pair.getPublic());
  }

  private static X500Name name(String organization, String commonName) {
    return new X500NameBuilder(BCStyle.INSTANCE)
        .addRDN(BCStyle.C, "CN")
        .addRDN(BCStyle.O, organization)
        .addRDN(BCStyle.CN, commonName)
        .build();
  }

  private static KeyPair pair(String algorithm, int bits) {
    try {
      KeyPairGenerator generator = KeyPairGenerator.getInstance(algorithm);
      generator.initialize(bits);
      return generator.generateKeyPair();
    } catch (GeneralSecurityException impossible) {
      throw new IllegalStateException(impossible);
    }
  }

  /// A unit's certificate in the making.
  final class Draft {
    private String kind = "p256";
    private String algorithm = "EC";
    private int bits = 256;
    private Instant from = MadePc.NOW.minus(YEAR);
    private Instant until = MadePc.NOW.plus(YEAR.multipliedBy(2));
    private int usage = KeyUsage.digitalSignature | KeyUsage.nonRepudiation;
    private boolean numbered = true;
    private boolean forServers;

    Draft rsa(int size) {
      kind = "rsa";
      algorithm = "RSA";
      bits = size;
      return this;
    }

    Draft from(Instant time) {
      from = time;
      return this;
    }

    Draft until(Instant time) {
      until = time;
      return this;
    }

    Draft forEncryption() {
      usage = KeyUsage.keyEncipherment | KeyUsage.dataEncipherment;
      return this;
    }

    Draft forServers() {
      forServers = true;
      return this;
    }

    /// Without any number of the unit's.
    Draft unbound() {
      numbered = false;
      return this;
    }

    Issued issue() throws IOException {
      KeyPair own = pair(algorithm, bits);
      PracticeUnit unit = PracticeUnit.PRACTICE;
      X509v3CertificateBuilder builder = builder(name(unit.name(), unit.name()), own, from, until);
      builder.addExtension(Extension.basicConstraints, true, new BasicConstraints(false));
      builder.addExtension(Extension.keyUsage, true, new KeyUsage(usage));
      if (numbered) {
        builder.addExtension(CREDIT_CODE, false, new DERPrintableString(unit.creditCode()));
      }
      if (forServers) {
        builder.addExtension(
            Extension.extendedKeyUsage, false, new ExtendedKeyUsage(KeyPurposeId.id_kp_serverAuth));
      }
      return new Issued(kind, own, builder.build(signer()));
    }
  }
}
