package org.certassist.keys.certificate;

import static org.assertj.core.api.Assertions.assertThat;
import static org.certassist.keys.certificate.Handmade.ca;
import static org.certassist.keys.certificate.Handmade.unit;
import static org.certassist.keys.certificate.TestCa.party;
import static org.junit.jupiter.api.Assertions.assertTimeoutPreemptively;
import static org.junit.jupiter.params.provider.Arguments.arguments;

import java.io.IOException;
import java.math.BigInteger;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.bouncycastle.asn1.ASN1Encodable;
import org.bouncycastle.asn1.ASN1ObjectIdentifier;
import org.bouncycastle.asn1.DERNull;
import org.bouncycastle.asn1.DERSequence;
import org.bouncycastle.asn1.pkcs.PKCSObjectIdentifiers;
import org.bouncycastle.asn1.pkcs.RSAPublicKey;
import org.bouncycastle.asn1.x500.X500NameBuilder;
import org.bouncycastle.asn1.x509.AlgorithmIdentifier;
import org.bouncycastle.asn1.x509.CertificatePolicies;
import org.bouncycastle.asn1.x509.Extension;
import org.bouncycastle.asn1.x509.GeneralName;
import org.bouncycastle.asn1.x509.GeneralNames;
import org.bouncycastle.asn1.x509.GeneralSubtree;
import org.bouncycastle.asn1.x509.NameConstraints;
import org.bouncycastle.asn1.x509.PolicyInformation;
import org.bouncycastle.asn1.x509.SubjectPublicKeyInfo;
import org.certassist.core.certificate.CertificateReport;
import org.certassist.core.certificate.CertificateStatus;
import org.certassist.core.certificate.EncodedCertificate;
import org.certassist.core.certificate.Material;
import org.certassist.keys.certificate.TestCa.Party;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/// Certificates made to keep a reader busy: each ends soon, in a code and a reason. The seconds are
/// a guard against hanging; what bounds the work is [Effort].
class HostileCertificatesTest {
  private static final Duration SOON = Duration.ofSeconds(30);
  private static final Party ROOT = party("Root");
  private static final Party CA = party("Issuing CA");
  private static final Party UNIT = party("苏州测试有限公司");
  private static final EncodedCertificate ANCHOR = ca(ROOT, ROOT).make();
  private static final ASN1ObjectIdentifier SOME = new ASN1ObjectIdentifier("1.2.156.99999.8");

  private final X509Certificates certificates = new X509Certificates();

  private String verdict(EncodedCertificate end, List<EncodedCertificate> others) {
    CertificateStatus status =
        assertTimeoutPreemptively(
            SOON,
            () ->
                certificates
                    .examine(end, new Material(others, List.of(ANCHOR)), TestCa.NOW)
                    .status());
    return status.code().number() + " " + status.reason();
  }

  /// A sequence in a sequence and so on, each with its length.
  private static byte[] nested(int depth) {
    byte[] bytes = new byte[depth * 5];
    for (int i = 0; i < depth; i++) {
      int length = bytes.length - i * 5 - 5;
      bytes[i * 5] = 0x30;
      bytes[i * 5 + 1] = (byte) 0x83;
      bytes[i * 5 + 2] = (byte) (length >> 16);
      bytes[i * 5 + 3] = (byte) (length >> 8);
      bytes[i * 5 + 4] = (byte) length;
    }
    return bytes;
  }

  static Stream<Arguments> deep() {
    byte[] deep = nested(40_000);
    return Stream.of(
        arguments("809 malformed", new EncodedCertificate(deep)),
        arguments("0 ok", unit(UNIT, CA).extension(SOME, deep).make()),
        arguments(
            "809 irregular",
            unit(UNIT, CA).extension(Extension.subjectAlternativeName, deep).make()),
        arguments(
            "809 irregular", unit(UNIT, CA).extension(Extension.nameConstraints, deep).make()),
        arguments("809 irregular", unit(UNIT, CA).extension(Extension.policyMappings, deep).make()),
        arguments("809 malformed", unit(UNIT, CA).extension(Extension.keyUsage, deep).make()));
  }

  @ParameterizedTest
  @MethodSource("deep")
  void depthDoesNotOverflowTheStack(String expected, EncodedCertificate end) {
    assertThat(verdict(end, List.of(ca(CA, ROOT).make()))).isEqualTo(expected);
    assertThat(certificates.read(end).isPresent()).isEqualTo(!expected.equals("809 malformed"));
  }

  @Test
  void aThousandExtensionsAreRead() {
    Handmade end = unit(UNIT, CA);
    Handmade issuing = ca(CA, ROOT);
    for (int i = 0; i < 1000; i++) {
      end.extension(SOME.branch(String.valueOf(i)), false, DERNull.INSTANCE);
      issuing.extension(SOME.branch(String.valueOf(i)), false, DERNull.INSTANCE);
    }

    assertThat(verdict(end.make(), List.of(issuing.make()))).isEqualTo("0 ok");
  }

  /// Each would be read again for each, which takes minutes.
  @Test
  void manyLargeOnesThatLieTogetherAreReadOnce() {
    List<EncodedCertificate> together = new ArrayList<>();
    for (int i = 0; i < 250; i++) {
      Handmade one = unit(UNIT, CA);
      for (int extension = 0; extension < 1000; extension++) {
        one.another(SOME.branch(String.valueOf(extension)), false, DERNull.INSTANCE);
      }
      together.add(one.make());
    }
    together.add(ca(CA, ROOT).make());

    List<CertificateReport> reports =
        assertTimeoutPreemptively(
            SOON,
            () ->
                certificates.examineEach(
                    together, new Material(together, List.of(ANCHOR)), TestCa.NOW));

    assertThat(reports.subList(0, 250))
        .extracting(report -> report.status().reason())
        .containsOnly("ok");
  }

  @Test
  void ofThousandsInOneFileFiveHundredAreRead() {
    List<EncodedCertificate> many = namesakes(1);
    EncodedCertificate first = many.getFirst();
    List<EncodedCertificate> all = new ArrayList<>(many);
    for (int i = 0; i < 2000; i++) {
      all.add(unsigned(first, i));
    }
    assertThat(certificates.parse(certificates.bundle(all))).hasSize(500);
    assertThat(certificates.parse(new byte[8 * 1024 * 1024 + 1])).isEmpty();
  }

  /// The same certificate with another end, so that it is another one and nobody's.
  private static EncodedCertificate unsigned(EncodedCertificate certificate, int end) {
    byte[] der = certificate.der();
    der[der.length - 1] = (byte) end;
    der[der.length - 2] = (byte) (end >> 8);
    return new EncodedCertificate(der);
  }

  @Test
  void aCertificateOfNobodyIsMalformed() {
    Party nobody = new Party(new X500NameBuilder().build(), CA.algorithm(), CA.keys());

    assertThat(verdict(unit(UNIT, nobody).make(), List.of(ca(nobody, ROOT).make())))
        .isEqualTo("809 malformed");
  }

  @Test
  void aCertificateThatIsTooLargeIsNotRead() {
    assertThat(verdict(unit(UNIT, CA).extension(SOME, new byte[300_000]).make(), List.of()))
        .isEqualTo("809 malformed");
  }

  private static List<EncodedCertificate> namesakes(int count) {
    List<EncodedCertificate> all = new ArrayList<>();
    for (int i = 0; i < count; i++) {
      Party other = new Party(CA.name(), CA.algorithm(), party("key " + i).keys());
      all.add(ca(other, ROOT).make());
    }
    return all;
  }

  @Test
  void theRightOneOfManyNamesakesIsFoundByItsKeysName() {
    List<EncodedCertificate> others = namesakes(250);
    others.add(ca(CA, ROOT).make());

    assertThat(verdict(unit(UNIT, CA).make(), others)).isEqualTo("0 ok");
    assertThat(verdict(unit(UNIT, CA).without(Extension.authorityKeyIdentifier).make(), others))
        .isEqualTo("820 tooComplex");
  }

  @Test
  void casThatAllCertifyOneAnotherAreGivenUpOn() {
    List<Party> parties =
        IntStream.range(0, 16).mapToObj(i -> party(i == 0 ? "Issuing CA" : "Web " + i)).toList();
    List<EncodedCertificate> web = new ArrayList<>();
    for (Party subject : parties) {
      for (Party issuer : parties) {
        web.add(ca(subject, issuer).make());
      }
    }

    assertThat(verdict(unit(UNIT, CA).make(), web)).isEqualTo("820 tooComplex");
  }

  @Test
  void aLoopEnds() {
    Party other = party("Loop CA");

    assertThat(verdict(unit(UNIT, CA).make(), List.of(ca(CA, other).make(), ca(other, CA).make())))
        .isEqualTo("820 unknownIssuer");
  }

  private static Handmade constrained(Handmade certificate, String tail) {
    GeneralSubtree[] subtrees =
        IntStream.range(0, 10_000)
            .mapToObj(i -> new GeneralSubtree(new GeneralName(GeneralName.dNSName, i + tail)))
            .toArray(GeneralSubtree[]::new);
    return certificate.extension(
        Extension.nameConstraints, true, new NameConstraints(subtrees, null));
  }

  @Test
  void tenThousandSubtreesAreCompared() {
    GeneralName inside = new GeneralName(GeneralName.dNSName, "www.9999.cn");
    GeneralName outside = new GeneralName(GeneralName.dNSName, "www.10000.cn");
    List<EncodedCertificate> others = List.of(constrained(ca(CA, ROOT), ".cn").make());

    assertThat(verdict(called(inside), others)).isEqualTo("0 ok");
    assertThat(verdict(called(outside), others)).isEqualTo("820 nameNotPermitted");
  }

  @Test
  void thousandsOfNamesAgainstThousandsOfSubtreesAreNot() {
    Party sub = party("Sub CA");
    GeneralName[] many =
        IntStream.range(0, 5000)
            .mapToObj(i -> new GeneralName(GeneralName.dNSName, i + ".cn"))
            .toArray(GeneralName[]::new);

    assertThat(verdict(called(many), List.of(constrained(ca(CA, ROOT), ".cn").make())))
        .isEqualTo("820 tooComplex");
    assertThat(
            verdict(
                unit(UNIT, sub).make(),
                List.of(
                    constrained(ca(sub, CA), ".cn").make(),
                    constrained(ca(CA, ROOT), ".com").make())))
        .isEqualTo("820 tooComplex");
  }

  private static EncodedCertificate called(GeneralName... names) {
    return unit(UNIT, CA)
        .extension(Extension.subjectAlternativeName, false, new GeneralNames(names))
        .make();
  }

  /// Each policy mapped to each, CA after CA: a tree of them would have 40⁷ leaves.
  @Test
  void mappedPoliciesDoNotMultiply() {
    ASN1ObjectIdentifier[] policies =
        IntStream.range(0, 40)
            .mapToObj(i -> SOME.branch(String.valueOf(i)))
            .toArray(ASN1ObjectIdentifier[]::new);
    CertificatePolicies all =
        new CertificatePolicies(
            Arrays.stream(policies).map(PolicyInformation::new).toArray(PolicyInformation[]::new));
    DERSequence mappings =
        new DERSequence(
            Arrays.stream(policies)
                .flatMap(from ->
                    Arrays.stream(policies)
                        .map(to -> new DERSequence(new ASN1Encodable[] {from, to})))
                .toArray(ASN1Encodable[]::new));
    List<EncodedCertificate> others = new ArrayList<>();
    Party issuer = ROOT;
    for (int i = 6; i >= 0; i--) {
      Party subject = i == 0 ? CA : party("Level " + i);
      others.add(
          ca(subject, issuer)
              .extension(Extension.certificatePolicies, false, all)
              .extension(Extension.policyMappings, true, mappings)
              .make());
      issuer = subject;
    }

    assertThat(
            verdict(
                unit(UNIT, CA).extension(Extension.certificatePolicies, false, all).make(), others))
        .isEqualTo("0 ok");
  }

  private static SubjectPublicKeyInfo rsa(BigInteger modulus, BigInteger exponent) {
    try {
      return new SubjectPublicKeyInfo(
          new AlgorithmIdentifier(PKCSObjectIdentifiers.rsaEncryption, DERNull.INSTANCE),
          new RSAPublicKey(modulus, exponent));
    } catch (IOException e) {
      throw new IllegalStateException(e);
    }
  }

  @Test
  void keysThatWouldTakeLongAreNotTried() {
    Party rsa = party("RSA CA", "RSA 2048");
    Random random = new Random(1);
    BigInteger modulus = new BigInteger(65_536, random).setBit(65_535).setBit(0);

    assertThat(
            verdict(
                unit(UNIT, rsa).make(),
                List.of(ca(rsa, ROOT).key(rsa(modulus, modulus.subtract(BigInteger.TWO))).make())))
        .isEqualTo("820 issuerWeakKey");
  }

  @Test
  void fewOfTheLargestKeysAreTried() {
    Party rsa = party("RSA CA", "RSA 2048");
    Random random = new Random(1);
    BigInteger exponent = BigInteger.ONE.shiftLeft(63).setBit(0);
    BigInteger small = smallPrimes();
    List<EncodedCertificate> others = new ArrayList<>();
    while (others.size() < 5) {
      BigInteger modulus = new BigInteger(8192, random).setBit(8191).setBit(0);
      if (modulus.gcd(small).equals(BigInteger.ONE)) {
        others.add(ca(rsa, ROOT).key(rsa(modulus, exponent)).make());
      }
    }

    assertThat(verdict(unit(UNIT, rsa).make(), others)).isEqualTo("820 tooComplex");
  }

  private static BigInteger smallPrimes() {
    return IntStream.range(2, 2000)
        .mapToObj(BigInteger::valueOf)
        .filter(number -> number.isProbablePrime(20))
        .reduce(BigInteger.ONE, BigInteger::multiply);
  }
}
