package org.certassist.keys.certificate;

import static org.certassist.keys.certificate.Handmade.ca;
import static org.certassist.keys.certificate.Handmade.unit;
import static org.certassist.keys.certificate.TestCa.party;

import java.math.BigInteger;
import org.bouncycastle.asn1.DERNull;
import org.bouncycastle.asn1.pkcs.PKCSObjectIdentifiers;
import org.bouncycastle.asn1.pkcs.RSAPublicKey;
import org.bouncycastle.asn1.x509.AlgorithmIdentifier;
import org.bouncycastle.asn1.x509.Extension;
import org.bouncycastle.asn1.x509.KeyUsage;
import org.bouncycastle.asn1.x509.SubjectPublicKeyInfo;
import org.bouncycastle.asn1.x9.ECNamedCurveTable;
import org.bouncycastle.asn1.x9.X9ObjectIdentifiers;
import org.certassist.keys.certificate.TestCa.Party;

/// Private extensions (PKITS 4.16), and what that suite does not ask: keys and form.
final class FormCases extends PathCaseTable {
  @Override
  void fill() {
    privateExtensions();
    keys();
    form();
  }

  private void privateExtensions() {
    String section = "4.16";
    add(
        section,
        "0 ok",
        "unknown, not critical",
        unit(UNIT, CA).extension(PRIVATE, false, DERNull.INSTANCE),
        ca(CA, ROOT));
    add(
        section,
        "820 unknownCritical",
        "unknown and critical",
        unit(UNIT, CA).extension(PRIVATE, true, DERNull.INSTANCE),
        ca(CA, ROOT));
    add(
        section,
        "820 unknownCritical",
        "unknown and critical, in the CA",
        unit(UNIT, CA),
        ca(CA, ROOT).extension(PRIVATE, true, DERNull.INSTANCE));
    addBelow(
        ca(ROOT, ROOT).extension(PRIVATE, true, DERNull.INSTANCE).make(),
        section,
        "820 unknownCritical",
        "unknown and critical, in the anchor",
        unit(UNIT, CA),
        ca(CA, ROOT));
  }

  private static SubjectPublicKeyInfo rsa(BigInteger modulus, BigInteger exponent) {
    try {
      return new SubjectPublicKeyInfo(
          new AlgorithmIdentifier(PKCSObjectIdentifiers.rsaEncryption, DERNull.INSTANCE),
          new RSAPublicKey(modulus, exponent));
    } catch (java.io.IOException e) {
      throw new IllegalStateException(e);
    }
  }

  private void keys() {
    String section = "more";
    Party small = party("RSA small", "RSA 1024");
    Party shortCurve = party("EC small", "EC secp192r1");
    BigInteger modulus =
        ((java.security.interfaces.RSAPublicKey) RSA_CA.keys().getPublic()).getModulus();
    add(section, "809 weakKey", "RSA 1024", unit(small, CA), ca(CA, ROOT));
    add(section, "809 weakKey", "a curve of 192 bits", unit(shortCurve, CA), ca(CA, ROOT));
    add(section, "820 issuerWeakKey", "RSA 1024 in the CA", unit(UNIT, small), ca(small, ROOT));
    add(
        section,
        "820 issuerWeakKey",
        "a curve of 192 bits in the CA",
        unit(UNIT, shortCurve),
        ca(shortCurve, ROOT));
    addBelow(
        ca(small, small).make(),
        section,
        "820 issuerWeakKey",
        "RSA 1024 in the anchor",
        unit(UNIT, small));
    add(
        section,
        "809 weakKey",
        "RSA exponent 1",
        unit(UNIT, CA).key(rsa(modulus, BigInteger.ONE)),
        ca(CA, ROOT));
    add(
        section,
        "809 weakKey",
        "RSA exponent of 2,000 bits",
        unit(UNIT, CA).key(rsa(modulus, BigInteger.ONE.shiftLeft(2000).setBit(0))),
        ca(CA, ROOT));
    add(
        section,
        "809 weakKey",
        "RSA of 16,384 bits",
        unit(UNIT, CA)
            .key(rsa(BigInteger.ONE.shiftLeft(16383).setBit(0), BigInteger.valueOf(65537))),
        ca(CA, ROOT));
    add(
        section,
        "809 weakKey",
        "a curve given by its numbers",
        unit(UNIT, CA)
            .key(
                new SubjectPublicKeyInfo(
                    new AlgorithmIdentifier(
                        X9ObjectIdentifiers.id_ecPublicKey,
                        ECNamedCurveTable.getByName("secp256r1")),
                    SubjectPublicKeyInfo.getInstance(UNIT.keys().getPublic().getEncoded())
                        .getPublicKeyData()
                        .getBytes())),
        ca(CA, ROOT));
    add(
        section,
        "809 malformed",
        "a point that is not on the curve",
        unit(UNIT, CA)
            .key(
                new SubjectPublicKeyInfo(
                    SubjectPublicKeyInfo.getInstance(UNIT.keys().getPublic().getEncoded())
                        .getAlgorithm(),
                    new byte[65])),
        ca(CA, ROOT));
  }

  private void form() {
    String section = "more";
    add(
        section,
        "0 ok",
        "serial number below zero",
        unit(UNIT, CA).serial(BigInteger.valueOf(-5)),
        ca(CA, ROOT));
    add(
        section,
        "0 ok",
        "serial number of 20 bytes",
        unit(UNIT, CA).serial(BigInteger.ONE.shiftLeft(158)),
        ca(CA, ROOT));
    add(
        section,
        "809 irregular",
        "serial number of 21 bytes",
        unit(UNIT, CA).serial(BigInteger.ONE.shiftLeft(159)),
        ca(CA, ROOT));
    add(
        section,
        "809 malformed",
        "unique identifier in version 1",
        unit(UNIT, CA).bare(1).withUniqueId(),
        ca(CA, ROOT));
    add(
        section,
        "0 ok",
        "unique identifier in version 3",
        unit(UNIT, CA).withUniqueId(),
        ca(CA, ROOT));
    add(
        section,
        "809 malformed",
        "the same extension twice",
        unit(UNIT, CA).another(Extension.keyUsage, true, new KeyUsage(KeyUsage.digitalSignature)),
        ca(CA, ROOT));
    add(
        section,
        "809 irregular",
        "alternative names that are none",
        unit(UNIT, CA).extension(Extension.subjectAlternativeName, new byte[] {0x30, 5, 1}),
        ca(CA, ROOT));
    add(
        section,
        "820 irregular",
        "name constraints that are none, in the CA",
        unit(UNIT, CA),
        ca(CA, ROOT).extension(Extension.nameConstraints, true, DERNull.INSTANCE));
    add(
        section,
        "820 irregular",
        "serial number of 21 bytes in the CA",
        unit(UNIT, CA),
        ca(CA, ROOT).serial(BigInteger.ONE.shiftLeft(159)));
  }
}
