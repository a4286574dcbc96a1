package org.certassist.keys.certificate;

import static org.assertj.core.api.Assertions.assertThat;
import static org.certassist.keys.certificate.TestCa.END;
import static org.certassist.keys.certificate.TestCa.NOW;
import static org.certassist.keys.certificate.TestCa.START;
import static org.certassist.keys.certificate.TestCa.certificate;
import static org.certassist.keys.certificate.TestCa.party;
import static org.certassist.keys.certificate.TestCa.root;
import static org.junit.jupiter.params.provider.Arguments.arguments;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import org.bouncycastle.asn1.ASN1Encoding;
import org.bouncycastle.asn1.ASN1InputStream;
import org.bouncycastle.asn1.BERSequence;
import org.bouncycastle.asn1.DERNull;
import org.bouncycastle.asn1.x509.KeyUsage;
import org.certassist.core.certificate.CertificateStatus;
import org.certassist.core.certificate.EncodedCertificate;
import org.certassist.keys.certificate.TestCa.Draft;
import org.certassist.keys.certificate.TestCa.Party;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

@Timeout(60)
class CertificateCheckTest {
  private static final Instant BEFORE = START.minus(Duration.ofDays(400));
  private static final Instant EARLIER = START.minus(Duration.ofDays(30));

  private static final Party ROOT = party("Root");
  private static final Party OTHER_ROOT = party("Other root");
  private static final Party ISSUING = party("Issuing CA");
  private static final Party MIDDLE = party("Middle CA");
  private static final Party UNIT = party("苏州测试有限公司");

  private static final EncodedCertificate ROOT_CERTIFICATE = root(ROOT);
  private static final EncodedCertificate ISSUING_CERTIFICATE =
      certificate(ISSUING, ROOT).ca(0).make();

  private final X509Certificates certificates = new X509Certificates();

  private static Draft unit() {
    return certificate(UNIT, ISSUING);
  }

  static Stream<Arguments> unitCertificates() {
    String someOid = "1.2.156.99999.1";
    return Stream.of(
        arguments("0 ok", unit()),
        arguments("0 ok", unit().usage(KeyUsage.nonRepudiation)),
        arguments("0 ok", unit().usage(KeyUsage.digitalSignature | KeyUsage.keyEncipherment)),
        arguments("0 ok", unit().withoutExtensions()),
        arguments("0 ok", unit().extension(someOid, DERNull.INSTANCE)),
        arguments("0 ok", unit().from(NOW).until(NOW)),
        arguments("0 ok", certificate(party("unit", "RSA 2048"), ISSUING)),
        arguments("0 ok", certificate(party("unit", "EC secp384r1"), ISSUING)),
        arguments("0 ok", certificate(party("unit", "EC sm2p256v1"), ISSUING)),
        arguments("0 ok", certificate(party("unit", "Ed25519"), ISSUING)),
        arguments("809 notYetValid", unit().from(NOW.plusSeconds(1))),
        arguments("809 notYetValid", unit().from(NOW.plusSeconds(1)).until(EARLIER)),
        arguments("809 encryptionOnly", unit().usage(KeyUsage.keyEncipherment)),
        arguments(
            "809 encryptionOnly", unit().usage(KeyUsage.keyAgreement | KeyUsage.dataEncipherment)),
        arguments("809 encryptionOnly", unit().usage(KeyUsage.keyCertSign)),
        arguments("809 weakKey", certificate(party("unit", "RSA 1024"), ISSUING)),
        arguments("809 weakKey", certificate(party("unit", "EC secp192r1"), ISSUING)),
        arguments("810 expired", unit().from(EARLIER).until(NOW.minusSeconds(1))),
        arguments("820 unknownIssuer", certificate(UNIT, party("Nobody"))),
        arguments("820 unknownIssuer", certificate(UNIT, UNIT)),
        arguments("820 unknownCritical", unit().extension(someOid, DERNull.INSTANCE).critical()),
        arguments("820 weakSignature", unit().signedWith("SHA1withECDSA")),
        arguments(
            "820 badSignature",
            certificate(UNIT, new Party(ISSUING.name(), ISSUING.algorithm(), UNIT.keys()))));
  }

  @ParameterizedTest
  @MethodSource("unitCertificates")
  void aUnitCertificateGetsItsCode(String expected, Draft draft) {
    assertThat(
            words(
                certificates.check(
                    draft.make(), List.of(ISSUING_CERTIFICATE), List.of(ROOT_CERTIFICATE), NOW)))
        .isEqualTo(expected);
  }

  static Stream<Arguments> chains() {
    EncodedCertificate middle = certificate(MIDDLE, ROOT).ca().make();
    Draft belowMiddle = certificate(ISSUING, MIDDLE);
    return Stream.of(
        arguments("0 ok", List.of(middle, belowMiddle.ca().make())),
        arguments("0 ok", List.of(belowMiddle.ca().make(), middle, middle)),
        arguments(
            "0 ok", List.of(certificate(MIDDLE, ROOT).ca(1).make(), belowMiddle.ca(0).make())),
        arguments(
            "0 ok",
            List.of(certificate(MIDDLE, OTHER_ROOT).ca().make(), middle, belowMiddle.ca().make())),
        arguments("820 unknownIssuer", List.of()),
        arguments("820 unknownIssuer", List.of(belowMiddle.ca().make())),
        arguments(
            "820 unknownIssuer",
            List.of(certificate(ISSUING, OTHER_ROOT).ca().make(), root(OTHER_ROOT))),
        arguments("820 notACa", List.of(certificate(ISSUING, ROOT).make())),
        arguments("820 notACa", List.of(certificate(ISSUING, ROOT).withoutExtensions().make())),
        arguments(
            "820 notACa", List.of(certificate(ISSUING, ROOT).ca().usage(KeyUsage.cRLSign).make())),
        arguments(
            "820 pathTooLong",
            List.of(certificate(MIDDLE, ROOT).ca(0).make(), belowMiddle.ca().make())),
        arguments(
            "820 issuerExpired",
            List.of(certificate(ISSUING, ROOT).ca().until(NOW.minusSeconds(1)).make())),
        arguments(
            "820 issuerNotYetValid",
            List.of(certificate(ISSUING, ROOT).ca().from(NOW.plusSeconds(1)).make())),
        arguments(
            "820 irregular",
            List.of(
                certificate(ISSUING, ROOT)
                    .ca()
                    .extension("2.5.29.30", DERNull.INSTANCE) // name constraints that are none
                    .critical()
                    .make())),
        arguments(
            "820 badSignature",
            List.of(
                certificate(ISSUING, new Party(ROOT.name(), ROOT.algorithm(), UNIT.keys()))
                    .ca()
                    .make())),
        arguments(
            "820 weakSignature",
            List.of(certificate(ISSUING, ROOT).ca().signedWith("SHA1withECDSA").make())));
  }

  @ParameterizedTest
  @MethodSource("chains")
  void aChainHoldsOnlyWhereEveryLinkDoes(String expected, List<EncodedCertificate> others) {
    assertThat(words(certificates.check(unit().make(), others, List.of(ROOT_CERTIFICATE), NOW)))
        .isEqualTo(expected);
  }

  @Test
  void aWeakIssuingKeyBreaksTheChain() {
    Party weak = party("Weak CA", "RSA 1024");

    assertThat(
            words(
                certificates.check(
                    certificate(UNIT, weak).make(),
                    List.of(certificate(weak, ROOT).ca().make()),
                    List.of(ROOT_CERTIFICATE),
                    NOW)))
        .isEqualTo("820 issuerWeakKey");
  }

  static Stream<Arguments> anchors() {
    return Stream.of(
        arguments("0 ok", List.of(root(OTHER_ROOT), ROOT_CERTIFICATE)),
        arguments("0 ok", List.of(ISSUING_CERTIFICATE)),
        arguments("820 noTrustGiven", List.of()),
        arguments("820 unknownIssuer", List.of(root(OTHER_ROOT))),
        arguments("820 unknownIssuer", List.of(new EncodedCertificate(new byte[] {1}))),
        arguments("820 notACa", List.of(certificate(ROOT, ROOT).make())),
        arguments(
            "820 issuerExpired",
            List.of(certificate(ROOT, ROOT).ca().from(BEFORE).until(EARLIER).make())),
        arguments(
            "820 badSignature",
            List.of(root(new Party(ROOT.name(), ROOT.algorithm(), UNIT.keys())))));
  }

  @ParameterizedTest
  @MethodSource("anchors")
  void trustComesFromTheAnchorsGiven(String expected, List<EncodedCertificate> trust) {
    assertThat(words(certificates.check(unit().make(), List.of(ISSUING_CERTIFICATE), trust, NOW)))
        .isEqualTo(expected);
  }

  /// However long another way is that leads nowhere.
  @Test
  void theReasonIsThatOfTheWayThatReachedAnAnchor() {
    Party a = party("A");
    Party b = party("B");
    Party c = party("C");
    List<EncodedCertificate> others =
        List.of(
            certificate(MIDDLE, ROOT).ca(0).make(),
            certificate(ISSUING, MIDDLE).ca().make(),
            certificate(ISSUING, a).ca().make(),
            certificate(a, b).ca().make(),
            certificate(b, c).ca().make(),
            certificate(c, party("Nobody")).ca().make());

    for (List<EncodedCertificate> each : List.of(others, others.reversed())) {
      assertThat(words(certificates.check(unit().make(), each, List.of(ROOT_CERTIFICATE), NOW)))
          .isEqualTo("820 pathTooLong");
    }
  }

  @Test
  void anExpiredCertificateIsCalledExpiredEvenWithoutItsChain() {
    assertThat(words(certificates.check(unit().make(), List.of(), List.of(), END.plusSeconds(1))))
        .isEqualTo("810 expired");
  }

  static Stream<byte[]> noCertificates() throws Exception {
    byte[] good = unit().make().der();
    byte[] cut = Arrays.copyOf(good, good.length / 2);
    byte[] longer = Arrays.copyOf(good, good.length + 1);
    byte[] pointOffCurve = good.clone();
    byte[] key = UNIT.keys().getPublic().getEncoded();
    pointOffCurve[indexOf(good, key) + key.length - 1] ^= 1;
    try (ASN1InputStream objects = new ASN1InputStream(good)) {
      byte[] indefinite =
          new BERSequence(
                  org.bouncycastle.asn1.ASN1Sequence.getInstance(objects.readObject()).toArray())
              .getEncoded(ASN1Encoding.BER);
      return Stream.of(
          new byte[0], new byte[] {0x30}, cut, longer, pointOffCurve, indefinite, nested(50_000));
    }
  }

  @ParameterizedTest
  @MethodSource("noCertificates")
  void bytesThatAreNoSoundCertificateAreMalformed(byte[] bytes) {
    assertThat(
            words(
                certificates.check(
                    new EncodedCertificate(bytes),
                    List.of(ISSUING_CERTIFICATE),
                    List.of(ROOT_CERTIFICATE),
                    NOW)))
        .isEqualTo("809 malformed");
  }

  @Test
  void aLoopOfCasEnds() {
    Party other = party("Loop CA");
    List<EncodedCertificate> loop = new ArrayList<>();
    for (int i = 0; i < 20; i++) {
      loop.add(certificate(ISSUING, other).ca().make());
      loop.add(certificate(other, ISSUING).ca().make());
    }

    assertThat(words(certificates.check(unit().make(), loop, List.of(ROOT_CERTIFICATE), NOW)))
        .startsWith("820 ");
    assertThat(certificates.chain(unit().make(), loop)).hasSizeLessThanOrEqualTo(8);
  }

  @Test
  void theChainIsTheIssuingCasUpwardsWithoutTheRoot() {
    EncodedCertificate middle = certificate(MIDDLE, ROOT).ca().make();
    EncodedCertificate issuing = certificate(ISSUING, MIDDLE).ca().make();
    EncodedCertificate sameNameOtherKey =
        certificate(new Party(ISSUING.name(), ISSUING.algorithm(), UNIT.keys()), MIDDLE)
            .ca()
            .make();

    assertThat(
            certificates.chain(
                unit().make(), List.of(ROOT_CERTIFICATE, sameNameOtherKey, middle, issuing)))
        .containsExactly(issuing, middle);
    assertThat(certificates.chain(unit().make(), List.of(ROOT_CERTIFICATE))).isEmpty();
  }

  private static String words(CertificateStatus status) {
    return status.code().number() + " " + status.reason();
  }

  private static int indexOf(byte[] in, byte[] part) {
    for (int i = 0; i <= in.length - part.length; i++) {
      if (Arrays.equals(in, i, i + part.length, part, 0, part.length)) {
        return i;
      }
    }
    throw new IllegalArgumentException("not in it");
  }

  /// Sequences in sequences, of indefinite length, that never end.
  private static byte[] nested(int depth) {
    byte[] bytes = new byte[depth * 2];
    for (int i = 0; i < depth; i++) {
      bytes[2 * i] = 0x30;
      bytes[2 * i + 1] = (byte) 0x80;
    }
    return bytes;
  }
}
