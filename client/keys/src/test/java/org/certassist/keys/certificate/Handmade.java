package org.certassist.keys.certificate;

import java.io.IOException;
import java.math.BigInteger;
import java.security.GeneralSecurityException;
import java.security.Signature;
import java.util.ArrayList;
import java.util.Date;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicLong;
import org.bouncycastle.asn1.ASN1Encodable;
import org.bouncycastle.asn1.ASN1EncodableVector;
import org.bouncycastle.asn1.ASN1Integer;
import org.bouncycastle.asn1.ASN1ObjectIdentifier;
import org.bouncycastle.asn1.DERBitString;
import org.bouncycastle.asn1.DEROctetString;
import org.bouncycastle.asn1.DERSequence;
import org.bouncycastle.asn1.DERTaggedObject;
import org.bouncycastle.asn1.x509.AlgorithmIdentifier;
import org.bouncycastle.asn1.x509.AuthorityKeyIdentifier;
import org.bouncycastle.asn1.x509.BasicConstraints;
import org.bouncycastle.asn1.x509.Extension;
import org.bouncycastle.asn1.x509.KeyUsage;
import org.bouncycastle.asn1.x509.SubjectPublicKeyInfo;
import org.bouncycastle.asn1.x509.Time;
import org.bouncycastle.cert.bc.BcX509ExtensionUtils;
import org.bouncycastle.operator.DefaultSignatureAlgorithmIdentifierFinder;
import org.certassist.core.certificate.EncodedCertificate;
import org.certassist.keys.certificate.TestCa.Party;

/// A certificate put together part by part, so that every part can be wrong; starts as a good one.
final class Handmade {
  private static final AtomicLong SERIAL = new AtomicLong(1);

  private final Party subject;
  private final Party issuer;
  private final List<Extension> extensions = new ArrayList<>();
  private int version = 3;
  private BigInteger serial = BigInteger.valueOf(SERIAL.incrementAndGet());
  private ASN1Encodable notBefore = new Time(Date.from(TestCa.START));
  private ASN1Encodable notAfter = new Time(Date.from(TestCa.END));
  private SubjectPublicKeyInfo key;
  private String signature;
  private Optional<AlgorithmIdentifier> inside = Optional.empty();
  private Optional<AlgorithmIdentifier> outside = Optional.empty();
  private boolean uniqueId;
  private boolean spoilt;

  private Handmade(Party subject, Party issuer) {
    this.subject = subject;
    this.issuer = issuer;
    key = key(subject);
    signature = issuer.signatureAlgorithm();
    BcX509ExtensionUtils ids = new BcX509ExtensionUtils();
    extension(Extension.subjectKeyIdentifier, false, ids.createSubjectKeyIdentifier(key));
    extension(
        Extension.authorityKeyIdentifier,
        false,
        new AuthorityKeyIdentifier(ids.createSubjectKeyIdentifier(key(issuer)).getKeyIdentifier()));
  }

  private static SubjectPublicKeyInfo key(Party party) {
    return SubjectPublicKeyInfo.getInstance(party.keys().getPublic().getEncoded());
  }

  static Handmade unit(Party subject, Party issuer) {
    return new Handmade(subject, issuer)
        .extension(Extension.keyUsage, true, new KeyUsage(KeyUsage.digitalSignature));
  }

  static Handmade ca(Party subject, Party issuer) {
    return new Handmade(subject, issuer)
        .extension(Extension.basicConstraints, true, new BasicConstraints(true))
        .extension(Extension.keyUsage, true, new KeyUsage(KeyUsage.keyCertSign | KeyUsage.cRLSign));
  }

  static Handmade ca(Party subject, Party issuer, int pathLength) {
    return ca(subject, issuer)
        .extension(Extension.basicConstraints, true, new BasicConstraints(pathLength));
  }

  /// In the place of one of the same kind.
  Handmade extension(ASN1ObjectIdentifier type, boolean critical, ASN1Encodable value) {
    return without(type).another(type, critical, value);
  }

  /// Beside one of the same kind.
  Handmade another(ASN1ObjectIdentifier type, boolean critical, ASN1Encodable value) {
    try {
      extensions.add(new Extension(type, critical, value.toASN1Primitive().getEncoded()));
      return this;
    } catch (IOException e) {
      throw new IllegalStateException(e);
    }
  }

  /// Whose value is not even ASN.1.
  Handmade extension(ASN1ObjectIdentifier type, byte[] value) {
    without(type);
    extensions.add(new Extension(type, false, new DEROctetString(value)));
    return this;
  }

  Handmade without(ASN1ObjectIdentifier type) {
    extensions.removeIf(each -> each.getExtnId().equals(type));
    return this;
  }

  Handmade bare(int number) {
    version = number;
    extensions.clear();
    return this;
  }

  Handmade serial(BigInteger number) {
    serial = number;
    return this;
  }

  Handmade from(ASN1Encodable time) {
    notBefore = time;
    return this;
  }

  Handmade until(ASN1Encodable time) {
    notAfter = time;
    return this;
  }

  Handmade key(SubjectPublicKeyInfo other) {
    key = other;
    return this;
  }

  Handmade signedWith(String algorithm) {
    signature = algorithm;
    return this;
  }

  Handmade inside(AlgorithmIdentifier algorithm) {
    inside = Optional.of(algorithm);
    return this;
  }

  Handmade named(AlgorithmIdentifier algorithm) {
    outside = Optional.of(algorithm);
    return inside(algorithm);
  }

  Handmade withUniqueId() {
    uniqueId = true;
    return this;
  }

  Handmade spoilt() {
    spoilt = true;
    return this;
  }

  EncodedCertificate make() {
    try {
      AlgorithmIdentifier algorithm =
          outside.orElseGet(() -> new DefaultSignatureAlgorithmIdentifierFinder().find(signature));
      DERSequence signed = new DERSequence(parts(inside.orElse(algorithm)));
      Signature maker = Signature.getInstance(signature, TestCa.BC);
      maker.initSign(issuer.keys().getPrivate());
      maker.update(signed.getEncoded());
      byte[] value = maker.sign();
      if (spoilt) {
        value[value.length - 1] ^= 1;
      }
      return new EncodedCertificate(
          new DERSequence(new ASN1Encodable[] {signed, algorithm, new DERBitString(value)})
              .getEncoded());
    } catch (IOException | GeneralSecurityException e) {
      throw new IllegalStateException(e);
    }
  }

  private ASN1EncodableVector parts(AlgorithmIdentifier algorithm) {
    ASN1EncodableVector parts = new ASN1EncodableVector();
    if (version > 1) {
      parts.add(new DERTaggedObject(true, 0, new ASN1Integer(version - 1L)));
    }
    parts.add(new ASN1Integer(serial));
    parts.add(algorithm);
    parts.add(issuer.name());
    parts.add(new DERSequence(new ASN1Encodable[] {notBefore, notAfter}));
    parts.add(subject.name());
    parts.add(key);
    if (uniqueId) {
      parts.add(new DERTaggedObject(false, 2, new DERBitString(new byte[] {1})));
    }
    if (!extensions.isEmpty()) {
      parts.add(
          new DERTaggedObject(true, 3, new DERSequence(extensions.toArray(ASN1Encodable[]::new))));
    }
    return parts;
  }
}
