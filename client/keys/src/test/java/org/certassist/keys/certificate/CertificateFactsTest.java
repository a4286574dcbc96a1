package org.certassist.keys.certificate;

import static org.assertj.core.api.Assertions.assertThat;
import static org.certassist.keys.certificate.TestCa.certificate;
import static org.certassist.keys.certificate.TestCa.party;
import static org.junit.jupiter.params.provider.Arguments.arguments;

import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.List;
import java.util.stream.Stream;
import org.bouncycastle.asn1.ASN1Encodable;
import org.bouncycastle.asn1.ASN1ObjectIdentifier;
import org.bouncycastle.asn1.DERBMPString;
import org.bouncycastle.asn1.DERIA5String;
import org.bouncycastle.asn1.DEROctetString;
import org.bouncycastle.asn1.DERPrintableString;
import org.bouncycastle.asn1.DERSequence;
import org.bouncycastle.asn1.DERT61String;
import org.bouncycastle.asn1.DERTaggedObject;
import org.bouncycastle.asn1.DERUTF8String;
import org.bouncycastle.asn1.x500.X500Name;
import org.bouncycastle.asn1.x500.X500NameBuilder;
import org.bouncycastle.asn1.x500.style.BCStyle;
import org.bouncycastle.asn1.x509.KeyUsage;
import org.certassist.core.certificate.CertificateFacts;
import org.certassist.core.certificate.CertificateUsage;
import org.certassist.core.certificate.EncodedCertificate;
import org.certassist.core.certificate.Holder;
import org.certassist.core.certificate.HolderFact;
import org.certassist.core.certificate.HolderField;
import org.certassist.datafiles.HolderRulesFile;
import org.certassist.keys.certificate.TestCa.Draft;
import org.certassist.keys.certificate.TestCa.Party;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

class CertificateFactsTest {
  private static final String CODE = "91350100M000100Y43";
  private static final String WRONG_CHECK = "91350100M000100Y44";
  private static final String ALL_DIGITS_CODE = creditCode("91320509718543925");
  private static final String IDENTITY_NUMBER = "11010519491231002X";
  private static final Charset GBK = Charset.forName("GBK");
  private static final Party CA = party("Issuing CA");

  private final X509Certificates certificates =
      new X509Certificates(new HolderRulesFile().builtIn());

  private static X500Name name(Object... typesAndValues) {
    X500NameBuilder builder = new X500NameBuilder();
    for (int i = 0; i < typesAndValues.length; i += 2) {
      ASN1ObjectIdentifier type =
          typesAndValues[i] instanceof String oid
              ? new ASN1ObjectIdentifier(oid)
              : (ASN1ObjectIdentifier) typesAndValues[i];
      if (typesAndValues[i + 1] instanceof ASN1Encodable value) {
        builder.addRDN(type, value);
      } else {
        builder.addRDN(type, (String) typesAndValues[i + 1]);
      }
    }
    return builder.build();
  }

  private static Draft named(Object... typesAndValues) {
    Party unit = party("unit");
    return certificate(new Party(name(typesAndValues), unit.algorithm(), unit.keys()), CA);
  }

  private CertificateFacts facts(Draft draft) {
    return certificates.read(draft.make()).orElseThrow();
  }

  @Test
  void everyFactIsRead() {
    EncodedCertificate certificate =
        named(
                BCStyle.C, "CN",
                BCStyle.O, "苏州测试有限公司",
                BCStyle.OU, CODE,
                BCStyle.CN, "张三, 经办")
            .extension("1.2.156.10260.4.1.2", new DERPrintableString("3205091234"))
            .make();

    CertificateFacts facts = certificates.read(certificate).orElseThrow();

    assertThat(facts)
        .isEqualTo(
            new CertificateFacts(
                certificate,
                "CN=张三\\, 经办,OU=" + CODE + ",O=苏州测试有限公司,C=CN",
                new Holder(
                    List.of(
                        new HolderFact(HolderField.ORGANIZATION, "苏州测试有限公司", "subject O"),
                        new HolderFact(HolderField.CREDIT_CODE, CODE, "subject OU"),
                        new HolderFact(
                            HolderField.SOCIAL_INSURANCE_NUMBER,
                            "3205091234",
                            "extension 1.2.156.10260.4.1.2"),
                        new HolderFact(HolderField.HANDLER, "张三", "subject CN"),
                        new HolderFact(HolderField.CA, "测试证书机构", "issuer O"))),
                "CN=Issuing CA,O=测试证书机构,C=CN",
                facts.serialNumber(),
                TestCa.START,
                TestCa.END,
                "EC P-256",
                CertificateUsage.SIGNING));
    assertThat(facts.serialNumber()).matches("[0-9a-f]+");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "1.2.156.10260.4.4",
        "1.2.86.11.7.7550243.1",
        "1.2.156.10260.4.1.3",
        "1.2.156.10260.4.1.4",
        "1.2.156.10260.4.1.5",
        "1.2.86.11.7.3",
        "1.2.86.11.7.4",
        "1.2.86.11.7.5",
        "1.2.156.99999.42"
      })
  void theCreditCodeIsFoundUnderEveryIdentifierAsExtensionAndInTheSubject(String oid) {
    assertThat(facts(named(BCStyle.CN, "x").extension(oid, new DERUTF8String(CODE))).creditCode())
        .contains(CODE);
    assertThat(facts(named(BCStyle.CN, "x", oid, new DERUTF8String(CODE))).creditCode())
        .contains(CODE);
  }

  @ParameterizedTest
  @ValueSource(strings = {"1.2.156.10260.4.1.2", "1.2.86.11.7.2", "1.2.156.11.7.2"})
  void theSocialInsuranceNumberIsFoundUnderEveryIdentifier(String oid) {
    Draft draft = named(BCStyle.CN, "x").extension(oid, new DERPrintableString(" 3205091234 "));

    assertThat(facts(draft).socialInsuranceNumber()).contains("3205091234");
  }

  static Stream<Arguments> encodings() throws Exception {
    DERPrintableString plain = new DERPrintableString(CODE);
    byte[] bare = CODE.getBytes(StandardCharsets.US_ASCII);
    return Stream.of(
            plain,
            new DERUTF8String(CODE),
            new DERIA5String(CODE),
            new DERBMPString(CODE),
            new DERTaggedObject(true, 0, plain),
            new DERTaggedObject(false, 0, plain),
            new DEROctetString(plain),
            new DEROctetString(new DEROctetString(bare)),
            new DERSequence(new DERTaggedObject(false, 1, plain)),
            new DERUTF8String("统一社会信用代码：９１３５０１００Ｍ０００１００Ｙ４３"),
            new DERPrintableString(CODE.toLowerCase(java.util.Locale.ROOT)))
        .map(value -> {
          try {
            return arguments(value.getClass().getSimpleName(), value.getEncoded());
          } catch (java.io.IOException e) {
            throw new IllegalStateException(e);
          }
        });
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("encodings")
  void theCreditCodeIsReadHoweverItIsEncoded(String encoding, byte[] value) {
    Draft draft = named(BCStyle.CN, "x").extension("1.2.156.10260.4.4", value);

    assertThat(facts(draft).creditCode()).as(encoding).contains(CODE);
  }

  @Test
  void theCreditCodeIsReadFromBareBytes() {
    byte[] bare = CODE.getBytes(StandardCharsets.US_ASCII);

    assertThat(facts(named(BCStyle.CN, "x").extension("1.2.156.10260.4.4", bare)).creditCode())
        .contains(CODE);
  }

  @ParameterizedTest
  @CsvSource(
      textBlock =
          """
          # subject value,                    found
          91350100M000100Y43,                 91350100M000100Y43
          测试有限公司91350100M000100Y43,     91350100M000100Y43
          SF@91350100M000100Y43@01,           91350100M000100Y43
          A91350100M000100Y43,
          91350100M000100Y431,
          91350100M000100Y44,
          11010519491231002X,
          测试有限公司,
          """)
  void inTheSubjectOnlyATokenThatPassesTheCheckIsACreditCode(String value, String found) {
    for (ASN1ObjectIdentifier type :
        List.of(BCStyle.O, BCStyle.OU, BCStyle.CN, BCStyle.SERIALNUMBER)) {
      assertThat(facts(named(BCStyle.L, "苏州", type, new DERUTF8String(value))).creditCode())
          .isEqualTo(java.util.Optional.ofNullable(found));
    }
  }

  @Test
  void aCreditCodeOfDigitsOnlyIsNoIdentityNumber() {
    assertThat(facts(named(BCStyle.OU, ALL_DIGITS_CODE)).creditCode()).contains(ALL_DIGITS_CODE);
  }

  @Test
  void anIdentityNumberThatHappensToPassTheCreditCodeCheckIsLeftAlone() {
    // found by search: both checks hold
    String both = identityNumberPassingBoth();

    assertThat(CreditCode.passes(both)).isTrue();
    assertThat(facts(named(BCStyle.SERIALNUMBER, both)).creditCode()).isEmpty();
  }

  @Test
  void theFieldMeantForTheCodeIsShownAsItStandsEvenWithAWrongCheckCharacter() {
    Draft dedicated =
        named(BCStyle.CN, "x").extension("1.2.156.10260.4.4", new DERUTF8String(WRONG_CHECK));
    Draft registration =
        named(BCStyle.CN, "x")
            .extension("1.2.156.10260.4.1.3", new DERUTF8String("320500000012345"));

    assertThat(facts(dedicated).creditCode()).contains(WRONG_CHECK);
    assertThat(facts(registration).creditCode()).isEmpty();
  }

  @Test
  void theFirstRuleWinsAndTheOthersAreShownEachWithItsOrigin() {
    EncodedCertificate certificate =
        named(BCStyle.OU, ALL_DIGITS_CODE)
            .extension("1.2.156.10260.4.4", new DERUTF8String(CODE))
            .make();

    assertThat(certificates.read(certificate).orElseThrow().holder().all(HolderField.CREDIT_CODE))
        .containsExactly(
            new HolderFact(HolderField.CREDIT_CODE, CODE, "extension 1.2.156.10260.4.4"),
            new HolderFact(HolderField.CREDIT_CODE, ALL_DIGITS_CODE, "subject OU"));
  }

  static Stream<Arguments> names() {
    String unit = "苏州测试有限公司";
    return Stream.of(
        arguments("UTF8String", new DERUTF8String(unit)),
        arguments("BMPString", new DERBMPString(unit)),
        arguments("T61String of GBK bytes", new DERT61String(unit.getBytes(GBK))));
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("names")
  void chineseNamesAreReadWhateverTheirEncoding(String encoding, ASN1Encodable value) {
    CertificateFacts facts = facts(named(BCStyle.CN, "x", BCStyle.O, value));

    assertThat(facts.organization()).as(encoding).contains("苏州测试有限公司");
    assertThat(facts.subject()).isEqualTo("O=苏州测试有限公司,CN=x");
  }

  @Test
  void withoutOrganizationTheCommonNameStandsIn() {
    assertThat(facts(named(BCStyle.CN, "苏州测试有限公司")).organization()).contains("苏州测试有限公司");
    assertThat(facts(named(BCStyle.L, "苏州")).organization()).isEmpty();
  }

  static Stream<Arguments> usages() {
    return Stream.of(
        arguments(KeyUsage.digitalSignature, CertificateUsage.SIGNING),
        arguments(KeyUsage.nonRepudiation, CertificateUsage.SIGNING),
        arguments(KeyUsage.keyEncipherment, CertificateUsage.ENCRYPTION),
        arguments(KeyUsage.dataEncipherment | KeyUsage.keyAgreement, CertificateUsage.ENCRYPTION),
        arguments(KeyUsage.digitalSignature | KeyUsage.keyAgreement, CertificateUsage.BOTH),
        arguments(KeyUsage.keyCertSign, CertificateUsage.ENCRYPTION));
  }

  @ParameterizedTest
  @MethodSource("usages")
  void theKeyUsageSaysWhatForAndItsAbsenceBoth(int bits, CertificateUsage expected) {
    assertThat(facts(named(BCStyle.CN, "x").usage(bits)).usage()).isEqualTo(expected);
    assertThat(facts(named(BCStyle.CN, "x").withoutExtensions()).usage())
        .isEqualTo(CertificateUsage.BOTH);
  }

  @ParameterizedTest
  @CsvSource({
    "RSA 2048, RSA 2048",
    "RSA 1024, RSA 1024",
    "EC secp256r1, EC P-256",
    "EC secp384r1, EC P-384",
    "EC brainpoolP256r1, EC brainpoolP256r1",
    "EC sm2p256v1, SM2",
    "Ed25519, Ed25519"
  })
  void theAlgorithmIsNamed(String made, String expected) {
    assertThat(facts(certificate(party("unit", made), CA)).algorithm()).isEqualTo(expected);
  }

  @Test
  void aFileGivesEveryCertificateInIt() {
    EncodedCertificate one = named(BCStyle.CN, "one").make();
    EncodedCertificate two = named(BCStyle.CN, "two").make();
    String pem =
        "Bag Attributes\r\n  localKeyID: 01\r\n"
            + one.pem().replace("\n", "\r\n")
            + "junk -----BEGIN CERTIFICATE-----\nnot base64!\n"
            + "-----BEGIN PRIVATE KEY-----\nAAAA\n-----END PRIVATE KEY-----\n"
            + two.pem()
            + one.pem()
            + "-----BEGIN CERTIFICATE-----\nMIIB\n-----END CERTIFICATE-----\n";
    byte[] both = java.util.Arrays.copyOf(one.der(), one.der().length + two.der().length);
    System.arraycopy(two.der(), 0, both, one.der().length, two.der().length);

    assertThat(certificates.parse(pem.getBytes(StandardCharsets.UTF_8))).containsExactly(one, two);
    assertThat(certificates.parse(one.der())).containsExactly(one);
    assertThat(certificates.parse(both)).containsExactly(one, two);
    assertThat(certificates.parse(Base64.getEncoder().encode(one.der()))).containsExactly(one);
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "x", "0", "MIIB", "-----BEGIN CERTIFICATE-----", "你好"})
  void aFileWithoutCertificateGivesNone(String file) {
    assertThat(certificates.parse(file.getBytes(StandardCharsets.UTF_8))).isEmpty();
    assertThat(certificates.read(new EncodedCertificate(file.getBytes(StandardCharsets.UTF_8))))
        .isEmpty();
  }

  private static String creditCode(String seventeen) {
    return "0123456789ABCDEFGHJKLMNPQRTUWXY"
        .chars()
        .mapToObj(check -> seventeen + (char) check)
        .filter(CreditCode::passes)
        .findFirst()
        .orElseThrow();
  }

  private static String identityNumberPassingBoth() {
    int[] weights = {7, 9, 10, 5, 8, 4, 2, 1, 6, 3, 7, 9, 10, 5, 8, 4, 2};
    for (int sequence = 0; sequence < 1000; sequence++) {
      String seventeen = "11010519491231%03d".formatted(sequence);
      int sum = 0;
      for (int i = 0; i < weights.length; i++) {
        sum += weights[i] * (seventeen.charAt(i) - '0');
      }
      String number = seventeen + "10X98765432".charAt(sum % 11);
      if (CreditCode.passes(number)) {
        return number;
      }
    }
    throw new IllegalStateException("none; " + IDENTITY_NUMBER);
  }
}
