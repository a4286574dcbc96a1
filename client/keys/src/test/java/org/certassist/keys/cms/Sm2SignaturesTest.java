package org.certassist.keys.cms;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.certassist.keys.certificate.TestCa.BC;
import static org.certassist.keys.certificate.TestCa.NOW;
import static org.certassist.keys.certificate.TestCa.certificate;
import static org.certassist.keys.certificate.TestCa.party;
import static org.certassist.keys.certificate.TestCa.root;

import java.math.BigInteger;
import java.security.GeneralSecurityException;
import java.security.Signature;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import org.bouncycastle.asn1.ASN1Encodable;
import org.bouncycastle.asn1.ASN1Encoding;
import org.bouncycastle.asn1.ASN1Integer;
import org.bouncycastle.asn1.ASN1ObjectIdentifier;
import org.bouncycastle.asn1.ASN1OctetString;
import org.bouncycastle.asn1.ASN1Primitive;
import org.bouncycastle.asn1.ASN1Sequence;
import org.bouncycastle.asn1.ASN1Set;
import org.bouncycastle.asn1.DERNull;
import org.bouncycastle.asn1.DEROctetString;
import org.bouncycastle.asn1.DERSequence;
import org.bouncycastle.asn1.DERSet;
import org.bouncycastle.asn1.cms.AttributeTable;
import org.bouncycastle.asn1.cms.CMSAttributes;
import org.bouncycastle.asn1.cms.ContentInfo;
import org.bouncycastle.asn1.cms.SignedData;
import org.bouncycastle.asn1.cms.SignerInfo;
import org.bouncycastle.asn1.gm.GMNamedCurves;
import org.bouncycastle.asn1.x509.AlgorithmIdentifier;
import org.bouncycastle.cert.X509CertificateHolder;
import org.bouncycastle.cms.CMSProcessableByteArray;
import org.bouncycastle.cms.CMSSignedData;
import org.bouncycastle.cms.SignerInformation;
import org.bouncycastle.cms.jcajce.JcaSimpleSignerInfoVerifierBuilder;
import org.bouncycastle.jcajce.spec.SM2ParameterSpec;
import org.certassist.core.certificate.EncodedCertificate;
import org.certassist.core.signature.Packing;
import org.certassist.core.signature.Sm2Form;
import org.certassist.keys.certificate.TestCa.Party;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

@Timeout(120)
class Sm2SignaturesTest {
  private static final byte[] CONTENT = "{\"unit\":\"苏州测试有限公司\"}".getBytes(UTF_8);
  private static final Party ROOT = party("SM2 root", "EC sm2p256v1");
  private static final Party ISSUING = party("SM2 CA", "EC sm2p256v1");
  private static final Party UNIT = party("SM2 unit", "EC sm2p256v1");
  private static final EncodedCertificate SIGNER = certificate(UNIT, ISSUING).make();
  private static final List<EncodedCertificate> TRUST = List.of(root(ROOT));
  private static final List<EncodedCertificate> CHAIN =
      List.of(certificate(ISSUING, ROOT).ca(0).make());
  private static final BigInteger N = GMNamedCurves.getByName("sm2p256v1").getN();

  private final CmsSignatures signatures = new CmsSignatures();
  private final SoftwareSession session = new SoftwareSession(SIGNER, UNIT.keys().getPrivate());

  private byte[] cms(Sm2Form form) throws Exception {
    return signatures.sign(CONTENT, session, new Packing(CHAIN, NOW, form)).cms();
  }

  private String verdict(byte[] content, byte[] cms) {
    var status = signatures.verify(content, cms, TRUST, NOW).status();
    return status.code().number() + " " + status.reason();
  }

  @ParameterizedTest
  @CsvSource({
    "CMS, 1.2.840.113549.1.7.2, 1.2.840.113549.1.7.1, 1.2.156.10197.1.501",
    "GMT_0010, 1.2.156.10197.6.1.4.2.2, 1.2.156.10197.6.1.4.2.1, 1.2.156.10197.1.301.1"
  })
  void eachFormHasItsOwnIdentifiersAndVerifies(
      Sm2Form form, String signedData, String data, String signature) throws Exception {
    byte[] cms = cms(form);

    ContentInfo outer = ContentInfo.getInstance(ASN1Primitive.fromByteArray(cms));
    SignedData inner = SignedData.getInstance(outer.getContent());
    SignerInfo info = SignerInfo.getInstance(inner.getSignerInfos().getObjectAt(0));
    ASN1Encodable type =
        new AttributeTable(info.getAuthenticatedAttributes())
            .get(CMSAttributes.contentType)
            .getAttributeValues()[0];
    assertThat(
            List.of(
                outer.getContentType().getId(),
                inner.getVersion().toString(),
                inner.getEncapContentInfo().getContentType().getId(),
                info.getVersion().toString(),
                info.getDigestAlgorithm().getAlgorithm().getId(),
                info.getDigestEncryptionAlgorithm().getAlgorithm().getId(),
                type.toString()))
        .containsExactly(signedData, "1", data, "1", "1.2.156.10197.1.401", signature, data);
    assertThat(outer.getEncoded(ASN1Encoding.DER)).isEqualTo(cms);
    assertThat(verdict(CONTENT, cms)).isEqualTo("0 ok");
    assertThat(verdict("other".getBytes(UTF_8), cms)).isEqualTo("800 contentMismatch");
  }

  @Test
  void bouncyCastleTakesTheCmsForm() throws Exception {
    SignerInformation signer =
        new CMSSignedData(new CMSProcessableByteArray(CONTENT), cms(Sm2Form.CMS))
            .getSignerInfos()
            .iterator()
            .next();

    assertThat(
            signer.verify(
                new JcaSimpleSignerInfoVerifierBuilder()
                    .setProvider(BC)
                    .build(new X509CertificateHolder(SIGNER.der()))))
        .isTrue();
  }

  @ParameterizedTest
  @EnumSource(Sm2Form.class)
  void noFlippedByteIsAccepted(Sm2Form form) throws Exception {
    byte[] cms = cms(form);
    Random random = new Random(20261128);
    List<Integer> accepted = new ArrayList<>();
    for (int round = 0; round < 200; round++) {
      byte[] flipped = cms.clone();
      int place = random.nextInt(flipped.length);
      flipped[place] ^= (byte) (1 + random.nextInt(255));
      if (signatures.verify(CONTENT, flipped, TRUST, NOW).isValid()) {
        accepted.add(place);
      }
    }
    assertThat(accepted).isEmpty();
  }

  /// The head and the signer's entry, bit by bit: versions and identifiers that nothing covers.
  @ParameterizedTest
  @EnumSource(Sm2Form.class)
  void noFlippedBitOutsideTheCertificatesIsAccepted(Sm2Form form) throws Exception {
    byte[] cms = cms(form);
    List<String> accepted = new ArrayList<>();
    for (int place = 0; place < cms.length; place++) {
      if (place > 90 && place < cms.length - 420) {
        continue;
      }
      for (int bit = 0; bit < 8; bit++) {
        byte[] flipped = cms.clone();
        flipped[place] ^= (byte) (1 << bit);
        if (signatures.verify(CONTENT, flipped, TRUST, NOW).isValid()) {
          accepted.add(place + "/" + bit);
        }
      }
    }
    assertThat(accepted).isEmpty();
  }

  @ParameterizedTest
  @CsvSource({
    "CMS, 1.2.156.10197.1.501, true",
    "CMS, 1.2.156.10197.1.301.1, false",
    "CMS, 1.2.156.10197.1.301.1, true",
    "GMT_0010, 1.2.156.10197.1.501, false",
    "GMT_0010, 1.2.156.10197.1.501, true",
    "GMT_0010, 1.2.156.10197.1.301.1, true"
  })
  void bothIdentifiersAreReadInBothFormsWithAndWithoutNull(
      Sm2Form form, String signature, boolean withNull) throws Exception {
    ASN1ObjectIdentifier id = new ASN1ObjectIdentifier(signature);
    AlgorithmIdentifier algorithm =
        withNull ? new AlgorithmIdentifier(id, DERNull.INSTANCE) : new AlgorithmIdentifier(id);

    byte[] changed = changed(cms(form), 4, algorithm);

    assertThat(verdict(CONTENT, changed)).isEqualTo("0 ok");
    assertThat(verdict(CONTENT, changed(changed, 5, raw(value(changed))))).isEqualTo("0 ok");
  }

  /// GM/T 0010 calls both versions 1; RFC 5652 would call the outer one 3.
  @Test
  void theGmtFormOfAnotherVersionIsMalformedToTheStrictReader() throws Exception {
    ContentInfo outer = ContentInfo.getInstance(ASN1Primitive.fromByteArray(cms(Sm2Form.GMT_0010)));
    ASN1Encodable[] parts = ASN1Sequence.getInstance(outer.getContent()).toArray();
    parts[0] = new ASN1Integer(3);
    byte[] third =
        new ContentInfo(outer.getContentType(), new DERSequence(parts)).getEncoded("DER");

    assertThat(verdict(CONTENT, third)).isEqualTo("800 malformed");
  }

  @ParameterizedTest
  @ValueSource(strings = {"0 s", "r 0", "n s", "r n", "r+n s", "r s+n", "-r s", "r s+1"})
  void valuesOutsideTheRangeAreRefusedAsDerAndRaw(String numbers) throws Exception {
    byte[] cms = cms(Sm2Form.CMS);
    BigInteger[] own = numbers(value(cms));
    String[] wanted = numbers.split(" ", -1);
    BigInteger r = number(wanted[0], own);
    BigInteger s = number(wanted[1], own);
    byte[] der = der(r, s);

    assertThat(verdict(CONTENT, changed(cms, 5, new DEROctetString(der))))
        .isEqualTo("800 signatureMismatch");
    if (r.bitLength() <= 256 && s.bitLength() <= 256 && r.signum() >= 0) {
      assertThat(verdict(CONTENT, changed(cms, 5, raw(der)))).isEqualTo("800 signatureMismatch");
    }
  }

  private static BigInteger number(String word, BigInteger[] own) {
    return switch (word) {
      case "r" -> own[0];
      case "s" -> own[1];
      case "0" -> BigInteger.ZERO;
      case "n" -> N;
      case "r+n" -> own[0].add(N);
      case "s+n" -> own[1].add(N);
      case "-r" -> own[0].negate();
      case "s+1" -> own[1].add(BigInteger.ONE);
      default -> throw new IllegalArgumentException(word);
    };
  }

  @Test
  void aValueOfAnotherLengthOrThatIsNotDerIsRefused() throws Exception {
    byte[] cms = cms(Sm2Form.CMS);
    byte[] der = value(cms);
    byte[] raw = raw(der).getOctets();
    byte[] padded = new byte[der.length + 1]; // r with a zero byte too many
    System.arraycopy(der, 0, padded, 0, 4);
    System.arraycopy(der, 4, padded, 5, der.length - 4);
    padded[1]++;
    padded[3]++;
    byte[] longLength = new byte[der.length + 1]; // 30 81 len
    longLength[0] = 0x30;
    longLength[1] = (byte) 0x81;
    System.arraycopy(der, 1, longLength, 2, der.length - 1);

    for (byte[] value :
        List.of(
            new byte[0],
            new byte[64],
            Arrays.copyOf(raw, 63),
            Arrays.copyOf(raw, 65),
            Arrays.copyOf(der, der.length - 1),
            Arrays.copyOf(der, der.length + 1),
            padded,
            longLength)) {
      assertThat(verdict(CONTENT, changed(cms, 5, new DEROctetString(value))))
          .as("%d bytes", value.length)
          .isEqualTo("800 signatureMismatch");
    }
  }

  @Test
  void aSignatureWithAnotherUserIdDoesNotVerify() throws Exception {
    byte[] cms = cms(Sm2Form.CMS);
    byte[] attributes = session.given.getFirst();

    assertThat(
            verdict(
                CONTENT,
                changed(cms, 5, new DEROctetString(signed(attributes, "1234567812345678")))))
        .isEqualTo("0 ok");
    assertThat(verdict(CONTENT, changed(cms, 5, new DEROctetString(signed(attributes, "other")))))
        .isEqualTo("800 signatureMismatch");
  }

  private static byte[] signed(byte[] data, String userId) throws GeneralSecurityException {
    Signature signature = Signature.getInstance("SM3withSM2", BC);
    signature.setParameter(new SM2ParameterSpec(userId.getBytes(UTF_8)));
    signature.initSign(UNIT.keys().getPrivate());
    signature.update(data);
    return signature.sign();
  }

  /// Another field of the only signer; 4 is the signature algorithm, 5 the value.
  private static byte[] changed(byte[] cms, int field, ASN1Encodable value) throws Exception {
    ContentInfo outer = ContentInfo.getInstance(ASN1Primitive.fromByteArray(cms));
    ASN1Encodable[] data = ASN1Sequence.getInstance(outer.getContent()).toArray();
    ASN1Set signers = (ASN1Set) data[data.length - 1];
    ASN1Encodable[] signer = ASN1Sequence.getInstance(signers.getObjectAt(0)).toArray();
    signer[field] = value;
    data[data.length - 1] = new DERSet(new DERSequence(signer));
    return new ContentInfo(outer.getContentType(), new DERSequence(data)).getEncoded("DER");
  }

  private static byte[] value(byte[] cms) throws Exception {
    ContentInfo outer = ContentInfo.getInstance(ASN1Primitive.fromByteArray(cms));
    SignedData data = SignedData.getInstance(outer.getContent());
    return SignerInfo.getInstance(data.getSignerInfos().getObjectAt(0))
        .getEncryptedDigest()
        .getOctets();
  }

  private static BigInteger[] numbers(byte[] der) {
    ASN1Sequence pair = ASN1Sequence.getInstance(der);
    return new BigInteger[] {
      ASN1Integer.getInstance(pair.getObjectAt(0)).getValue(),
      ASN1Integer.getInstance(pair.getObjectAt(1)).getValue()
    };
  }

  private static byte[] der(BigInteger r, BigInteger s) throws Exception {
    return new DERSequence(new ASN1Integer[] {new ASN1Integer(r), new ASN1Integer(s)})
        .getEncoded("DER");
  }

  private static ASN1OctetString raw(byte[] value) {
    if (value.length == 64) {
      return new DEROctetString(value);
    }
    BigInteger[] pair = numbers(value);
    byte[] raw = new byte[64];
    for (int i = 0; i < 2; i++) {
      byte[] bytes = pair[i].toByteArray();
      int length = Math.min(32, bytes.length);
      System.arraycopy(bytes, bytes.length - length, raw, 32 * (i + 1) - length, length);
    }
    return new DEROctetString(raw);
  }
}
