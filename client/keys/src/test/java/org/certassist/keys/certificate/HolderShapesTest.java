package org.certassist.keys.certificate;

import static org.assertj.core.api.Assertions.assertThat;
import static org.certassist.core.certificate.HolderField.CA;
import static org.certassist.core.certificate.HolderField.CREDIT_CODE;
import static org.certassist.core.certificate.HolderField.HANDLER;
import static org.certassist.core.certificate.HolderField.IDENTITY_NUMBER;
import static org.certassist.core.certificate.HolderField.ORGANIZATION;
import static org.certassist.core.certificate.HolderField.SOCIAL_INSURANCE_NUMBER;
import static org.certassist.core.certificate.HolderField.UNIT_NUMBER;
import static org.certassist.keys.certificate.TestCa.certificate;
import static org.certassist.keys.certificate.TestCa.party;

import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.bouncycastle.asn1.ASN1Encodable;
import org.bouncycastle.asn1.ASN1ObjectIdentifier;
import org.bouncycastle.asn1.DERBMPString;
import org.bouncycastle.asn1.DERGeneralString;
import org.bouncycastle.asn1.DERIA5String;
import org.bouncycastle.asn1.DERNull;
import org.bouncycastle.asn1.DEROctetString;
import org.bouncycastle.asn1.DERPrintableString;
import org.bouncycastle.asn1.DERSequence;
import org.bouncycastle.asn1.DERSet;
import org.bouncycastle.asn1.DERT61String;
import org.bouncycastle.asn1.DERTaggedObject;
import org.bouncycastle.asn1.DERUTF8String;
import org.bouncycastle.asn1.DERUniversalString;
import org.bouncycastle.asn1.DERVisibleString;
import org.bouncycastle.asn1.x500.X500NameBuilder;
import org.bouncycastle.asn1.x500.style.BCStyle;
import org.bouncycastle.asn1.x509.KeyUsage;
import org.certassist.core.certificate.CertificateFacts;
import org.certassist.core.certificate.CertificateUsage;
import org.certassist.core.certificate.Holder;
import org.certassist.core.certificate.HolderFact;
import org.certassist.core.certificate.HolderField;
import org.certassist.datafiles.HolderRulesFile;
import org.certassist.keys.certificate.TestCa.Draft;
import org.certassist.keys.certificate.TestCa.Party;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/// Certificates in the shapes that CAs give them, read by the rules as they are shipped.
class HolderShapesTest {
  private static final String UNIT = "苏州练习制造有限公司";
  private static final String CODE = "91350100M000100Y43";
  private static final String OTHER_CODE = "91320509MA1MXXXX26";
  private static final String PERSON = "11010519491231002X";
  private static final Charset GBK = Charset.forName("GBK");

  private static final String GM_CODE = "1.2.156.10260.4.4";
  private static final String GM_ORGANISATION = "1.2.156.10260.4.1.4";
  private static final String GM_REGISTRATION = "1.2.156.10260.4.1.3";
  private static final String GM_INSURANCE = "1.2.156.10260.4.1.2";
  private static final String GM_IDENTITY = "1.2.156.10260.4.1.1";

  private final X509Certificates certificates =
      new X509Certificates(new HolderRulesFile().builtIn());

  /// A certificate and what is to be found in it: `value <- origin` of the field, all of them.
  record Shape(String name, Draft draft, HolderField field, List<String> found) {
    @Override
    public String toString() {
      return name;
    }
  }

  private static Shape shape(String name, Draft draft, HolderField field, String... found) {
    return new Shape(name, draft, field, List.of(found));
  }

  private static Party named(String algorithm, Object... parts) {
    X500NameBuilder name = new X500NameBuilder();
    for (int i = 0; i < parts.length; i += 2) {
      ASN1ObjectIdentifier type =
          parts[i] instanceof String oid
              ? new ASN1ObjectIdentifier(oid)
              : (ASN1ObjectIdentifier) parts[i];
      ASN1Encodable value =
          parts[i + 1] instanceof ASN1Encodable encoded
              ? encoded
              : new DERUTF8String((String) parts[i + 1]);
      name.addRDN(type, value);
    }
    Party keys = party("shapes", algorithm);
    return new Party(name.build(), keys.algorithm(), keys.keys());
  }

  private static Draft unit(Object... parts) {
    return certificate(named("EC secp256r1", parts), party("Issuing CA"));
  }

  private static Draft issued(String issuer, Object... parts) {
    return certificate(
        named("EC secp256r1", parts), named("EC secp256r1", BCStyle.C, "CN", BCStyle.O, issuer));
  }

  private static Draft plain() {
    return unit(BCStyle.L, "苏州");
  }

  private static byte[] ascii(String text) {
    return text.getBytes(StandardCharsets.US_ASCII);
  }

  private static String in(String where) {
    return CODE + " <- " + where;
  }

  static Stream<Shape> names() {
    String o = UNIT + " <- subject O";
    return Stream.of(
        shape("unit in O, UTF-8", unit(BCStyle.O, UNIT), ORGANIZATION, o),
        shape("unit in O, BMP", unit(BCStyle.O, new DERBMPString(UNIT)), ORGANIZATION, o),
        shape(
            "unit in O, T61 of GBK bytes",
            unit(BCStyle.O, new DERT61String(UNIT.getBytes(GBK))),
            ORGANIZATION,
            o),
        shape(
            "unit in O, T61 of UTF-8 bytes",
            unit(BCStyle.O, new DERT61String(UNIT.getBytes(StandardCharsets.UTF_8))),
            ORGANIZATION,
            o),
        shape(
            "unit in O, BMP of GBK bytes",
            unit(
                BCStyle.O,
                new DERBMPString(new String(UNIT.getBytes(GBK), StandardCharsets.UTF_16BE))),
            ORGANIZATION,
            o),
        shape(
            "unit in O, Universal",
            unit(BCStyle.O, new DERUniversalString(UNIT.getBytes(Charset.forName("UTF-32BE")))),
            ORGANIZATION,
            o),
        shape(
            "unit in O, General of GBK bytes",
            unit(
                BCStyle.O,
                new DERGeneralString(new String(UNIT.getBytes(GBK), StandardCharsets.ISO_8859_1))),
            ORGANIZATION,
            o),
        shape("unit in O with spaces", unit(BCStyle.O, "  " + UNIT + " "), ORGANIZATION, o),
        shape("unit in CN alone", unit(BCStyle.CN, UNIT), ORGANIZATION, UNIT + " <- subject CN"),
        shape("O before CN", unit(BCStyle.CN, "张三", BCStyle.O, UNIT), ORGANIZATION, o),
        shape("no unit", plain(), ORGANIZATION));
  }

  static Stream<Shape> creditCodesInTheSubject() {
    return Stream.of(
        shape("code in O", unit(BCStyle.O, UNIT + CODE), CREDIT_CODE, in("subject O")),
        shape("code in OU", unit(BCStyle.OU, CODE), CREDIT_CODE, in("subject OU")),
        shape("code in CN", unit(BCStyle.CN, UNIT + "@" + CODE), CREDIT_CODE, in("subject CN")),
        shape(
            "code in serialNumber",
            unit(BCStyle.SERIALNUMBER, CODE),
            CREDIT_CODE,
            in("subject serialNumber")),
        shape(
            "code under its identifier in the subject",
            unit(GM_CODE, CODE),
            CREDIT_CODE,
            in("subject " + GM_CODE)),
        shape(
            "code under the organisation code in the subject",
            unit(GM_ORGANISATION, CODE),
            CREDIT_CODE,
            in("subject " + GM_ORGANISATION)),
        shape(
            "full-width digits",
            unit(BCStyle.OU, "９１３５０１００Ｍ０００１００Ｙ４３"),
            CREDIT_CODE,
            in("subject OU")),
        shape("lower case", unit(BCStyle.OU, "91350100m000100y43"), CREDIT_CODE, in("subject OU")),
        shape(
            "named in front", unit(BCStyle.OU, "统一社会信用代码:" + CODE), CREDIT_CODE, in("subject OU")),
        shape(
            "twice the same is once",
            unit(BCStyle.OU, CODE, BCStyle.SERIALNUMBER, CODE),
            CREDIT_CODE,
            in("subject OU")),
        shape("an identity number is no code", unit(BCStyle.OU, PERSON), CREDIT_CODE),
        shape(
            "an old registration number is no code",
            unit(BCStyle.OU, "320500000012345"),
            CREDIT_CODE),
        shape("missing", unit(BCStyle.O, UNIT), CREDIT_CODE));
  }

  static Stream<Shape> creditCodesInExtensions() throws Exception {
    DERPrintableString code = new DERPrintableString(CODE);
    String origin = in("extension " + GM_CODE);
    Map<String, byte[]> encodings =
        Map.ofEntries(
            Map.entry("printable", code.getEncoded()),
            Map.entry("UTF-8", new DERUTF8String(CODE).getEncoded()),
            Map.entry("visible", new DERVisibleString(CODE).getEncoded()),
            Map.entry("IA5", new DERIA5String(CODE).getEncoded()),
            Map.entry("in octets", new DEROctetString(code).getEncoded()),
            Map.entry("in octets twice", new DEROctetString(new DEROctetString(code)).getEncoded()),
            Map.entry("bare in octets", new DEROctetString(ascii(CODE)).getEncoded()),
            Map.entry("tagged, explicit", new DERTaggedObject(true, 0, code).getEncoded()),
            Map.entry("tagged, implicit", new DERTaggedObject(false, 0, code).getEncoded()),
            Map.entry("in a sequence", new DERSequence(code).getEncoded()),
            Map.entry("in a set", new DERSet(code).getEncoded()),
            Map.entry(
                "tagged in a sequence",
                new DERSequence(new DERTaggedObject(false, 2, code)).getEncoded()),
            Map.entry("bare bytes", ascii(CODE)));
    return Stream.concat(
        encodings.entrySet().stream()
            .map(encoding ->
                shape(
                    "code, " + encoding.getKey(),
                    plain().extension(GM_CODE, encoding.getValue()),
                    CREDIT_CODE,
                    origin)),
        Stream.of(
            shape(
                "GDCA's own field",
                plain().extension("1.2.86.11.7.7550243.1", code),
                CREDIT_CODE,
                in("extension 1.2.86.11.7.7550243.1")),
            shape(
                "in the organisation code's field",
                plain().extension(GM_ORGANISATION, code),
                CREDIT_CODE,
                in("extension " + GM_ORGANISATION)),
            shape(
                "in the registration's field",
                plain().extension(GM_REGISTRATION, code),
                CREDIT_CODE,
                in("extension " + GM_REGISTRATION)),
            shape(
                "a nine-character organisation code is no credit code",
                plain().extension(GM_ORGANISATION, new DERPrintableString("M000100Y4")),
                CREDIT_CODE),
            shape(
                "a wrong check character in the code's own field is shown",
                plain().extension(GM_CODE, new DERPrintableString("91350100M000100Y44")),
                CREDIT_CODE,
                "91350100M000100Y44 <- extension " + GM_CODE),
            shape(
                "several: the code's own field counts, the others are shown",
                unit(BCStyle.OU, OTHER_CODE).extension(GM_CODE, code),
                CREDIT_CODE,
                in("extension " + GM_CODE),
                OTHER_CODE + " <- subject OU"),
            shape(
                "a stranger's extension counts last",
                plain().extension("1.2.156.99999.1", code),
                CREDIT_CODE,
                in("extension 1.2.156.99999.1")),
            shape(
                "and not at all beside the subject, since it may be the CA's own",
                unit(BCStyle.OU, OTHER_CODE).extension("1.2.156.99999.1", code),
                CREDIT_CODE,
                OTHER_CODE + " <- subject OU"),
            shape("nothing in it", plain().extension(GM_CODE, DERNull.INSTANCE), CREDIT_CODE)));
  }

  static Stream<Shape> otherFields() {
    DERPrintableString number = new DERPrintableString("3205091234");
    DERPrintableString person = new DERPrintableString(PERSON);
    return Stream.of(
        shape(
            "social-insurance number",
            plain().extension(GM_INSURANCE, number),
            SOCIAL_INSURANCE_NUMBER,
            "3205091234 <- extension " + GM_INSURANCE),
        shape(
            "social-insurance number in an older field",
            plain().extension("1.2.86.11.7.2", number),
            SOCIAL_INSURANCE_NUMBER,
            "3205091234 <- extension 1.2.86.11.7.2"),
        shape(
            "social-insurance number in the subject",
            unit("1.2.156.11.7.2", number),
            SOCIAL_INSURANCE_NUMBER,
            "3205091234 <- subject 1.2.156.11.7.2"),
        shape(
            "the registration's field is no social-insurance number",
            plain().extension(GM_REGISTRATION, number),
            SOCIAL_INSURANCE_NUMBER),
        shape(
            "unit number in OU", unit(BCStyle.OU, "0123456"), UNIT_NUMBER, "0123456 <- subject OU"),
        shape(
            "unit number in OU, named",
            unit(BCStyle.OU, "单位编号：０１２３４５６"),
            UNIT_NUMBER,
            "0123456 <- subject OU"),
        shape("a credit code is no unit number", unit(BCStyle.OU, CODE), UNIT_NUMBER),
        shape("a department is no unit number", unit(BCStyle.OU, "人事部"), UNIT_NUMBER),
        shape(
            "handler in CN", unit(BCStyle.O, UNIT, BCStyle.CN, "张三"), HANDLER, "张三 <- subject CN"),
        shape(
            "handler with a dot", unit(BCStyle.CN, "阿依古丽·买买提"), HANDLER, "阿依古丽·买买提 <- subject CN"),
        shape("a company is no handler", unit(BCStyle.CN, UNIT), HANDLER),
        shape("a bureau is no handler", unit(BCStyle.CN, "人社局"), HANDLER),
        shape(
            "identity number, tagged as GM/T 0015 has it",
            plain().extension(GM_IDENTITY, new DERTaggedObject(false, 0, person)),
            IDENTITY_NUMBER,
            PERSON + " <- extension " + GM_IDENTITY),
        shape(
            "a passport in its own field",
            plain().extension("1.2.156.10260.4.1.1.2", new DERPrintableString("E12345678")),
            IDENTITY_NUMBER,
            "E12345678 <- extension 1.2.156.10260.4.1.1.2"),
        shape(
            "a unit's code in the identity field is nobody's number",
            plain().extension(GM_IDENTITY, new DERPrintableString(CODE)),
            IDENTITY_NUMBER),
        shape(
            "identity number behind a name",
            unit(BCStyle.CN, "张三" + PERSON),
            IDENTITY_NUMBER,
            PERSON + " <- subject CN"),
        shape(
            "BJCA: SF in front",
            issued("BJCA", BCStyle.CN, "张三")
                .extension("2.16.840.1.113732.2", new DERPrintableString("SF" + PERSON)),
            IDENTITY_NUMBER,
            PERSON + " <- extension 2.16.840.1.113732.2"));
  }

  static Stream<Shape> authorities() {
    return Stream.of(
        shape("苏州CA", issued("苏州市数字证书认证中心有限责任公司", BCStyle.CN, "x"), CA, "苏州CA <- issuer"),
        shape("BJCA", issued("BJCA", BCStyle.CN, "x"), CA, "BJCA <- issuer"),
        shape("BJCA in small letters", issued("bjca", BCStyle.CN, "x"), CA, "BJCA <- issuer"),
        shape(
            "NETCA", issued("NETCA Certificate Authority", BCStyle.CN, "x"), CA, "NETCA <- issuer"),
        shape("深圳CA, which is not BJCA", issued("SZCA", BCStyle.CN, "x"), CA, "深圳CA <- issuer"),
        shape("end of a word", issued("XBJCA", BCStyle.CN, "x"), CA, "XBJCA <- issuer O"),
        shape("start of a word", issued("BJCAX", BCStyle.CN, "x"), CA, "BJCAX <- issuer O"),
        shape("any other", plain(), CA, "测试证书机构 <- issuer O"));
  }

  private void isRead(Shape shape) {
    Holder holder = certificates.read(shape.draft().make()).orElseThrow().holder();

    assertThat(holder.all(shape.field()))
        .extracting(fact -> fact.value() + " <- " + fact.origin())
        .containsExactlyElementsOf(shape.found());
    assertThat(holder.fact(shape.field()))
        .isEqualTo(holder.all(shape.field()).stream().findFirst());
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("names")
  void aNameIsReadWhateverItsEncoding(Shape shape) {
    isRead(shape);
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("creditCodesInTheSubject")
  void aCreditCodeIsFoundInTheSubject(Shape shape) {
    isRead(shape);
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("creditCodesInExtensions")
  void aCreditCodeIsFoundInAnExtension(Shape shape) {
    isRead(shape);
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("otherFields")
  void theOtherFieldsAreFound(Shape shape) {
    isRead(shape);
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("authorities")
  void aCaIsCalledWhatPeopleCallIt(Shape shape) {
    isRead(shape);
  }

  @Test
  void aCasOwnRulesComeBeforeEverybodys() {
    Draft shenzhen =
        issued("SZCA", BCStyle.OU, OTHER_CODE)
            .extension("2.16.156.112548", new DERPrintableString(CODE));
    Draft bjca =
        issued("BJCA", BCStyle.OU, OTHER_CODE)
            .extension("2.16.156.112548", new DERPrintableString(CODE));

    assertThat(certificates.read(shenzhen.make()).orElseThrow().creditCode()).contains(CODE);
    assertThat(certificates.read(bjca.make()).orElseThrow().creditCode()).contains(OTHER_CODE);
  }

  @Test
  void aPairOfSm2CertificatesNamesTheSameHolder() {
    Party unit = named("EC sm2p256v1", BCStyle.O, UNIT, BCStyle.OU, CODE);
    Party ca = party("SM2 CA", "EC sm2p256v1");
    CertificateFacts signing = certificates.read(certificate(unit, ca).make()).orElseThrow();
    CertificateFacts encryption =
        certificates
            .read(
                certificate(unit, ca)
                    .usage(KeyUsage.keyEncipherment | KeyUsage.dataEncipherment)
                    .make())
            .orElseThrow();

    assertThat(signing.algorithm()).isEqualTo("SM2");
    assertThat(signing.usage()).isEqualTo(CertificateUsage.SIGNING);
    assertThat(encryption.usage()).isEqualTo(CertificateUsage.ENCRYPTION);
    assertThat(signing.holder()).isEqualTo(encryption.holder());
    assertThat(signing.creditCode()).contains(CODE);
  }

  @Test
  void aHugeValueIsCut() {
    CertificateFacts facts =
        certificates.read(unit(BCStyle.O, "甲".repeat(80_000)).make()).orElseThrow();

    assertThat(facts.organization()).contains("甲".repeat(200) + "…");
    assertThat(facts.subject()).isEqualTo("O=" + "甲".repeat(500) + "…");
  }

  @Test
  void whatCannotBeSeenOrTurnsTheWritingIsMarked() {
    CertificateFacts facts =
        certificates.read(unit(BCStyle.O, "苏州\u202Eyek\u0007\u2028公司\u200B").make()).orElseThrow();

    assertThat(facts.organization()).contains("苏州\uFFFDyek\uFFFD\uFFFD公司\uFFFD");
    assertThat(facts.subject()).isEqualTo("O=苏州\\E2\\80\\AEyek\\07\\E2\\80\\A8公司\\E2\\80\\8B");
  }

  @Test
  void aThousandTextsAreBounded() {
    ASN1Encodable[] many = new ASN1Encodable[1000];
    java.util.Arrays.fill(many, new DERPrintableString("x"));
    many[999] = new DERPrintableString(CODE);
    Draft draft = plain().extension(GM_CODE, new DERSequence(many));

    assertThat(certificates.read(draft.make()).orElseThrow().creditCode()).isEmpty();
  }

  @Test
  void anIdentityNumberIsMaskedWhereverItStands() {
    CertificateFacts facts =
        certificates
            .read(
                unit(BCStyle.CN, "张三１１０１０５１９４９１２３１００２ｘ", BCStyle.SERIALNUMBER, PERSON)
                    .extension(GM_IDENTITY, new DERPrintableString(PERSON))
                    .make())
            .orElseThrow();
    CertificateFacts masked = facts.masked(_ -> "#");

    assertThat(masked.subject()).isEqualTo("serialNumber=#,CN=张三#");
    assertThat(
            masked.holder().facts().stream()
                .collect(Collectors.groupingBy(HolderFact::field, Collectors.counting())))
        .containsEntry(IDENTITY_NUMBER, 1L);
    assertThat(masked.holder().value(IDENTITY_NUMBER)).contains("#");
    assertThat(masked.organization()).contains("张三#");
    assertThat(facts.subject()).contains(PERSON);
  }
}
