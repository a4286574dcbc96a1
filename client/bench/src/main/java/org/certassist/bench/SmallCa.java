package org.certassist.bench;

import java.math.BigInteger;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.Signature;
import java.security.spec.ECGenParameterSpec;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Date;
import org.bouncycastle.asn1.ASN1Encodable;
import org.bouncycastle.asn1.ASN1ObjectIdentifier;
import org.bouncycastle.asn1.x500.X500Name;
import org.bouncycastle.asn1.x509.BasicConstraints;
import org.bouncycastle.asn1.x509.Extension;
import org.bouncycastle.asn1.x509.KeyUsage;
import org.bouncycastle.asn1.x509.SubjectPublicKeyInfo;
import org.bouncycastle.cert.X509CertificateHolder;
import org.bouncycastle.cert.X509v3CertificateBuilder;
import org.bouncycastle.operator.jcajce.JcaContentSignerBuilder;
import org.certassist.core.certificate.EncodedCertificate;

/// A CA of a run, its own anchor, with a P-256 key.
final class SmallCa {
  static final X500Name NAME = new X500Name("CN=certassist bench CA");

  /// The one moment of a run.
  @SuppressWarnings("TimeInStaticInitializer")
  static final Instant NOW = Instant.now().truncatedTo(ChronoUnit.SECONDS);

  private final KeyPair keys = newKeys();
  private final EncodedCertificate certificate;
  private long serial = 1;

  SmallCa() throws Exception {
    X509v3CertificateBuilder own = draft(NAME, keys);
    own.addExtension(Extension.basicConstraints, true, new BasicConstraints(true));
    own.addExtension(
        Extension.keyUsage, true, new KeyUsage(KeyUsage.keyCertSign | KeyUsage.cRLSign));
    certificate = signed(own);
  }

  static KeyPair newKeys() throws Exception {
    KeyPairGenerator generator = KeyPairGenerator.getInstance("EC");
    generator.initialize(new ECGenParameterSpec("secp256r1"));
    return generator.generateKeyPair();
  }

  EncodedCertificate certificate() {
    return certificate;
  }

  KeyPair keys() {
    return keys;
  }

  /// A unit's certificate with one more extension.
  EncodedCertificate unit(String name, KeyPair of, ASN1ObjectIdentifier type, ASN1Encodable value)
      throws Exception {
    X509v3CertificateBuilder unit = draft(new X500Name("CN=" + name), of);
    unit.addExtension(Extension.keyUsage, true, new KeyUsage(KeyUsage.digitalSignature));
    unit.addExtension(type, false, value);
    return signed(unit);
  }

  private X509v3CertificateBuilder draft(X500Name name, KeyPair of) {
    return new X509v3CertificateBuilder(
        NAME,
        BigInteger.valueOf(serial++),
        Date.from(NOW.minus(1, ChronoUnit.HOURS)),
        Date.from(NOW.plus(1, ChronoUnit.DAYS)),
        name,
        SubjectPublicKeyInfo.getInstance(of.getPublic().getEncoded()));
  }

  private EncodedCertificate signed(X509v3CertificateBuilder draft) throws Exception {
    return new EncodedCertificate(
        draft
            .build(new JcaContentSignerBuilder("SHA256withECDSA").build(keys.getPrivate()))
            .getEncoded());
  }

  static X509CertificateHolder holder(EncodedCertificate certificate) throws Exception {
    return new X509CertificateHolder(certificate.der());
  }

  byte[] signature(byte[] data) throws Exception {
    Signature signature = Signature.getInstance("SHA256withECDSA");
    signature.initSign(keys.getPrivate());
    signature.update(data);
    return signature.sign();
  }
}
