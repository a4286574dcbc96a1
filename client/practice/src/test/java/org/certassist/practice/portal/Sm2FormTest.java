package org.certassist.practice.portal;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.Signature;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Date;
import java.util.HexFormat;
import java.util.List;
import org.bouncycastle.asn1.ASN1Encodable;
import org.bouncycastle.asn1.ASN1Encoding;
import org.bouncycastle.asn1.ASN1Integer;
import org.bouncycastle.asn1.ASN1ObjectIdentifier;
import org.bouncycastle.asn1.DEROctetString;
import org.bouncycastle.asn1.DERSequence;
import org.bouncycastle.asn1.DERSet;
import org.bouncycastle.asn1.DERTaggedObject;
import org.bouncycastle.asn1.cms.Attribute;
import org.bouncycastle.asn1.cms.CMSAttributes;
import org.bouncycastle.asn1.cms.ContentInfo;
import org.bouncycastle.asn1.cms.IssuerAndSerialNumber;
import org.bouncycastle.asn1.cms.Time;
import org.bouncycastle.asn1.pkcs.PKCSObjectIdentifiers;
import org.bouncycastle.asn1.x509.AlgorithmIdentifier;
import org.bouncycastle.cert.X509CertificateHolder;
import org.bouncycastle.jcajce.spec.SM2ParameterSpec;
import org.bouncycastle.jce.provider.BouncyCastleProvider;
import org.certassist.practice.ca.CertificateVariant;
import org.certassist.practice.ca.PracticeCa;
import org.certassist.practice.people.PracticeUnit;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/// The two forms of an SM2 signature, made here by hand, and what is refused that is nearly one.
@Timeout(120)
class Sm2FormTest {
  private static final BouncyCastleProvider PROVIDER = new BouncyCastleProvider();
  private static final Instant NOW = Instant.parse("2026-11-22T02:00:00Z");
  private static final byte[] CONTENT = "{\"登记\":1}".getBytes(UTF_8);

  private static final String CMS = "1.2.840.113549.1.7.";
  private static final String GMT = "1.2.156.10197.6.1.4.2.";
  private static final String SM3 = "1.2.156.10197.1.401";
  private static final String WITH_SM3 = "1.2.156.10197.1.501";
  private static final String OF_THE_KEY = "1.2.156.10197.1.301.1";
  private static final String USER = "1234567812345678";

  @TempDir static Path practice;
  static PracticeCa ca;
  static TestKey sm2;
  static TestKey p256;

  @BeforeAll
  static void keys() throws Exception {
    ca = PracticeCa.open(practice, InstantSource.fixed(NOW));
    sm2 = TestKey.issue(ca, PracticeUnit.PRACTICE, CertificateVariant.GOOD, "SM2");
    p256 = TestKey.issue(ca, PracticeUnit.PRACTICE, CertificateVariant.GOOD, "EC");
  }

  @ParameterizedTest
  @CsvSource({
    // outer, content, in the attributes, signature algorithm, user id, said
    CMS + "2, " + CMS + "1, " + CMS + "1, " + WITH_SM3 + ", " + USER + ", ''",
    GMT + "2, " + GMT + "1, " + GMT + "1, " + OF_THE_KEY + ", " + USER + ", ''",
    CMS + "2, " + CMS + "1, " + CMS + "1, " + OF_THE_KEY + ", " + USER + ", algorithm",
    GMT + "2, " + GMT + "1, " + GMT + "1, " + WITH_SM3 + ", " + USER + ", algorithm",
    GMT + "2, " + CMS + "1, " + CMS + "1, " + OF_THE_KEY + ", " + USER + ", content-type",
    CMS + "2, " + GMT + "1, " + GMT + "1, " + WITH_SM3 + ", " + USER + ", content-type",
    GMT + "2, " + GMT + "1, " + CMS + "1, " + OF_THE_KEY + ", " + USER + ", content-type",
    GMT + "3, " + GMT + "1, " + GMT + "1, " + OF_THE_KEY + ", " + USER + ", content-type",
    CMS + "2, " + CMS + "1, " + CMS + "1, " + WITH_SM3 + ", ALICE123@YAHOO.COM, signature-mismatch",
  })
  void onlyTheTwoFormsAreTaken(
      String outer, String content, String signed, String algorithm, String user, String said)
      throws Exception {
    byte[] cms = sign(sm2, outer, content, signed, algorithm, user);

    assertThat(check(cms))
        .isEqualTo(
            said.isEmpty()
                ? new SignatureCheck.Signed(sm2.certificate())
                : new SignatureCheck.Failure(800, said));
  }

  /// The arithmetic works on any curve; the certificate says what the key is for.
  @Test
  void aKeyOnAnotherCurveIsNoSm2Key() throws Exception {
    assertThat(check(sign(p256, CMS + "2", CMS + "1", CMS + "1", WITH_SM3, USER)))
        .isEqualTo(new SignatureCheck.Failure(800, "algorithm"));
    TestKey.Way ecdsa = sm2.usual().with("SHA256withECDSA");
    assertThat(check(sm2.sign(CONTENT, ecdsa)))
        .isEqualTo(new SignatureCheck.Failure(800, "algorithm"));
  }

  @Test
  void theUsualCaIsNoIssuerOfAnSm2Certificate() throws Exception {
    TestKey stray = new TestKey(sm2.key(), sm2.certificate(), List.of(ca.issuingCa()));
    assertThat(check(stray.sign(CONTENT))).isEqualTo(new SignatureCheck.Failure(820, "chain"));
  }

  @ParameterizedTest
  @CsvSource({CMS + "," + WITH_SM3, GMT + "," + OF_THE_KEY})
  void noFlippedBitIsEverGood(String types, String algorithm) throws Exception {
    byte[] cms = sign(sm2, types + "2", types + "1", types + "1", algorithm, USER);
    SignatureCheck portal = new SignatureCheck(ca);
    for (int at = 0; at < cms.length; at++) {
      byte[] changed = cms.clone();
      changed[at] ^= (byte) (1 << (at % 8));
      assertThat(portal.check(CONTENT, changed, NOW))
          .as("byte %s of %s", at, HexFormat.of().formatHex(cms))
          .isInstanceOf(SignatureCheck.Failure.class);
    }
  }

  private static SignatureCheck.Verdict check(byte[] cms) throws Exception {
    return new SignatureCheck(ca).check(CONTENT, cms, NOW);
  }

  private static byte[] sign(
      TestKey by, String outer, String content, String signed, String algorithm, String user)
      throws Exception {
    X509CertificateHolder own = by.certificate();
    byte[] digest = MessageDigest.getInstance("SM3", PROVIDER).digest(CONTENT);
    DERSet attributes =
        new DERSet(
            new ASN1Encodable[] {
              attribute(CMSAttributes.contentType, new ASN1ObjectIdentifier(signed)),
              attribute(CMSAttributes.messageDigest, new DEROctetString(digest)),
              attribute(CMSAttributes.signingTime, new Time(Date.from(NOW))),
              attribute(PKCSObjectIdentifiers.id_aa_signingCertificateV2, TestKey.reference(own))
            });
    Signature signature = Signature.getInstance("SM3withSM2", PROVIDER);
    signature.setParameter(new SM2ParameterSpec(user.getBytes(UTF_8)));
    signature.initSign(by.key());
    signature.update(attributes.getEncoded(ASN1Encoding.DER));
    ASN1Encodable[] signer = {
      new ASN1Integer(1),
      new IssuerAndSerialNumber(own.toASN1Structure()),
      new AlgorithmIdentifier(new ASN1ObjectIdentifier(SM3)),
      new DERTaggedObject(false, 0, attributes),
      new AlgorithmIdentifier(new ASN1ObjectIdentifier(algorithm)),
      new DEROctetString(signature.sign())
    };
    DERSet certificates =
        new DERSet(
            new ASN1Encodable[] {own.toASN1Structure(), by.chain().getFirst().toASN1Structure()});
    ASN1Encodable[] data = {
      new ASN1Integer(1),
      new DERSet(new AlgorithmIdentifier(new ASN1ObjectIdentifier(SM3))),
      new DERSequence(new ASN1ObjectIdentifier(content)),
      new DERTaggedObject(false, 0, certificates),
      new DERSet(new DERSequence(signer))
    };
    return new ContentInfo(new ASN1ObjectIdentifier(outer), new DERSequence(data))
        .getEncoded(ASN1Encoding.DER);
  }

  private static Attribute attribute(ASN1ObjectIdentifier type, ASN1Encodable value) {
    return new Attribute(type, new DERSet(value));
  }
}
