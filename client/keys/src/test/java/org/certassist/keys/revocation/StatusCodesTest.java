package org.certassist.keys.revocation;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.certassist.keys.certificate.TestCa.BC;
import static org.certassist.keys.certificate.TestCa.NOW;
import static org.certassist.keys.certificate.TestCa.certificate;
import static org.certassist.keys.certificate.TestCa.party;
import static org.certassist.keys.certificate.TestCa.root;
import static org.certassist.keys.revocation.Statements.REVOKED_AT;
import static org.certassist.keys.revocation.Statements.answer;
import static org.certassist.keys.revocation.Statements.list;
import static org.certassist.keys.revocation.Statements.listAt;
import static org.certassist.keys.revocation.Statements.serverAt;

import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Date;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.bouncycastle.asn1.DERNull;
import org.bouncycastle.asn1.x509.CRLReason;
import org.bouncycastle.asn1.x509.ExtendedKeyUsage;
import org.bouncycastle.asn1.x509.KeyPurposeId;
import org.bouncycastle.asn1.x509.KeyUsage;
import org.bouncycastle.cert.ocsp.RevokedStatus;
import org.bouncycastle.cms.CMSProcessableByteArray;
import org.bouncycastle.cms.CMSSignedDataGenerator;
import org.bouncycastle.cms.jcajce.JcaSignerInfoGeneratorBuilder;
import org.bouncycastle.operator.jcajce.JcaContentSignerBuilder;
import org.bouncycastle.operator.jcajce.JcaDigestCalculatorProviderBuilder;
import org.bouncycastle.util.CollectionStore;
import org.certassist.core.certificate.CertificateCheck;
import org.certassist.core.certificate.CertificateStatus;
import org.certassist.core.certificate.EncodedCertificate;
import org.certassist.core.certificate.Material;
import org.certassist.core.certificate.RevocationPolicy;
import org.certassist.core.certificate.StatusCode;
import org.certassist.core.signature.Packing;
import org.certassist.core.signature.Sm2Form;
import org.certassist.keys.certificate.PagePart;
import org.certassist.keys.certificate.TestCa.Draft;
import org.certassist.keys.certificate.TestCa.Party;
import org.certassist.keys.certificate.X509Certificates;
import org.certassist.keys.cms.CmsSignatures;
import org.certassist.keys.cms.SoftwareSession;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/// How each status code is reached, by certificates of many kinds; the fourth part of
/// docs/faults.md is written from it.
@Timeout(120)
class StatusCodesTest {
  private static final String AT = "http://crl.test.cn/issuing.crl";
  private static final String ROOT_AT = "http://crl.test.cn/root.crl";
  private static final String SM2_AT = "http://crl.test.cn/sm2.crl";
  private static final String SERVER = "http://ocsp.test.cn/";
  private static final String PLACES = "2.5.29.31";
  private static final byte[] CONTENT = "一张申报单".getBytes(UTF_8);

  private static final Party ROOT = party("Root");
  private static final Party ISSUING = party("Issuing CA");
  private static final Party TAKEN_BACK = party("Issuing CA, taken back");
  private static final Party SM2_CA = party("SM2 CA", "EC sm2p256v1");
  private static final Party UNIT = party("苏州测试有限公司");
  private static final Party SM2_UNIT = party("苏州国密有限公司", "EC sm2p256v1");
  private static final EncodedCertificate ANCHOR = root(ROOT);
  private static final EncodedCertificate ISSUING_CERTIFICATE =
      certificate(ISSUING, ROOT).ca(0).make();
  private static final EncodedCertificate SM2_CA_CERTIFICATE =
      certificate(SM2_CA, ROOT).ca(0).make();
  private static final EncodedCertificate TAKEN_BACK_CERTIFICATE =
      certificate(TAKEN_BACK, ROOT).ca(0).extension(PLACES, listAt(ROOT_AT)).make();

  private static final String TITLE = "\n# How each status code is reached\n";
  private static final String INTRODUCTION =
      """

      Certificates and signatures of many kinds, and what they get before the portal is asked. 800 is the word on a signature, never on a certificate: the certificates of those rows are good by themselves, so `certificate` says 0 of them and `verify` says 800; a key that makes such a signature is stopped by `driver.wrongSignature` before anything leaves this PC. `StatusCodesTest` makes them, checks them and writes this part; nothing in it is typed by hand.

      | code | what is shown | reason |
      |---|---|---|
      """;

  private final PaperPublications publications = new PaperPublications();
  private final List<Row> rows = new ArrayList<>();

  /// One that was checked.
  private record Row(StatusCode code, String title, String reason) {
    String text() {
      return "| %d | %s | `%s` |\n".formatted(code.number(), title, reason);
    }
  }

  private static Draft unit(String algorithm) {
    return certificate(party("苏州测试有限公司", algorithm), ISSUING);
  }

  private void add(String title, CertificateStatus status) {
    rows.add(new Row(status.code(), title, status.reason()));
  }

  private void shown(String title, Draft draft) throws InterruptedException {
    shown(title, draft.make(), ISSUING_CERTIFICATE, SM2_CA_CERTIFICATE);
  }

  private void shown(String title, EncodedCertificate one, EncodedCertificate... others)
      throws InterruptedException {
    shown(title, one, new Material(List.of(others), List.of(ANCHOR)));
  }

  private void shown(String title, EncodedCertificate one, Material material)
      throws InterruptedException {
    add(
        title,
        new CertificateCheck(new X509Certificates(), new X509Revocations(publications))
            .check(
                one,
                material,
                NOW,
                new CertificateCheck.Asking(RevocationPolicy.USUAL, List.of(), NOW))
            .report()
            .status());
  }

  private void good() throws InterruptedException {
    shown("RSA 2048", unit("RSA 2048"));
    shown("RSA 3072", unit("RSA 3072"));
    shown("EC P-256", unit("EC secp256r1"));
    shown("EC P-384", unit("EC secp384r1"));
    shown("SM2, by an SM2 CA", certificate(SM2_UNIT, SM2_CA));
    shown("without extensions", unit("EC secp256r1").withoutExtensions());
    shown("for content commitment only", unit("RSA 2048").usage(KeyUsage.nonRepudiation));
    shown("in its last second", unit("RSA 2048").until(NOW));
  }

  private void notValid() throws InterruptedException {
    shown("begins in a second", unit("RSA 2048").from(NOW.plusSeconds(1)));
    shown(
        "SM2, begins in a year",
        certificate(SM2_UNIT, SM2_CA).from(NOW.plus(Duration.ofDays(365))));
    shown("the encryption certificate of a pair", unit("RSA 2048").usage(KeyUsage.keyEncipherment));
    shown(
        "SM2, the encryption certificate of a pair",
        certificate(SM2_UNIT, SM2_CA).usage(KeyUsage.keyAgreement | KeyUsage.dataEncipherment));
    shown(
        "a web server's",
        unit("RSA 2048")
            .extension("2.5.29.37", new ExtendedKeyUsage(KeyPurposeId.id_kp_serverAuth)));
    shown("RSA 1024", unit("RSA 1024"));
    shown("a curve of 192 bits", unit("EC secp192r1"));
    byte[] whole = unit("RSA 2048").make().der();
    shown("cut off in the middle", new EncodedCertificate(Arrays.copyOf(whole, whole.length / 2)));
  }

  private void expired() throws InterruptedException {
    shown("RSA, ended a second ago", unit("RSA 2048").until(NOW.minusSeconds(1)));
    shown("EC, ended yesterday", unit("EC secp256r1").until(NOW.minus(Duration.ofDays(1))));
    shown(
        "SM2, ended yesterday", certificate(SM2_UNIT, SM2_CA).until(NOW.minus(Duration.ofDays(1))));
    shown(
        "ended, its CA is not known",
        certificate(UNIT, party("Nobody")).until(NOW.minus(Duration.ofDays(35))));
    shown(
        "ended, no anchor at hand",
        unit("RSA 2048").until(NOW.minusSeconds(1)).make(),
        new Material(List.of(), List.of()));
    EncodedCertificate both =
        unit("EC secp256r1").until(NOW.minusSeconds(1)).extension(PLACES, listAt(AT)).make();
    publications.list(AT, list(ISSUING).revokes(both).make());
    shown("ended, and revoked before", both, ISSUING_CERTIFICATE);
  }

  private void brokenChain() throws InterruptedException {
    shown("by a CA that is not known", certificate(UNIT, party("Nobody")));
    shown("by itself", certificate(UNIT, UNIT));
    shown("the CA's certificate is missing", unit("RSA 2048").make());
    shown(
        "another key under the CA's name",
        certificate(UNIT, new Party(ISSUING.name(), ISSUING.algorithm(), UNIT.keys())));
    shown("signed with SHA-1", unit("RSA 2048").signedWith("SHA1withECDSA"));
    shown(
        "the CA has ended",
        unit("RSA 2048").make(),
        certificate(ISSUING, ROOT).ca(0).until(NOW.minusSeconds(1)).make());
    shown(
        "SM2, the CA is a unit",
        certificate(SM2_UNIT, SM2_CA).make(),
        certificate(SM2_CA, ROOT).make());
    shown(
        "an unknown critical extension",
        unit("RSA 2048").extension("1.2.156.99999.1", DERNull.INSTANCE).critical());
    shown(
        "no anchor at hand",
        unit("RSA 2048").make(),
        new Material(List.of(ISSUING_CERTIFICATE), List.of()));
  }

  private void revoked() throws InterruptedException {
    EncodedCertificate rsa = unit("RSA 2048").extension(PLACES, listAt(AT)).make();
    EncodedCertificate held = unit("EC secp384r1").extension(PLACES, listAt(AT)).make();
    publications.list(
        AT, list(ISSUING).revokes(rsa).revokes(held, CRLReason.certificateHold).make());
    shown("RSA, on the CA's list", rsa, ISSUING_CERTIFICATE);
    shown("EC, suspended by the CA's list", held, ISSUING_CERTIFICATE);
    EncodedCertificate sm2 = certificate(SM2_UNIT, SM2_CA).extension(PLACES, listAt(SM2_AT)).make();
    publications.list(SM2_AT, list(SM2_CA).revokes(sm2).make());
    shown("SM2, on a list signed with SM2", sm2, SM2_CA_CERTIFICATE);
    publications.list(ROOT_AT, list(ROOT).revokes(TAKEN_BACK_CERTIFICATE, 2).make());
    shown(
        "its CA is on the root's list",
        certificate(UNIT, TAKEN_BACK).make(),
        TAKEN_BACK_CERTIFICATE);
    EncodedCertificate asked =
        unit("EC secp256r1").extension("1.3.6.1.5.5.7.1.1", serverAt(SERVER)).make();
    publications.server(
        SERVER,
        question ->
            answer(asked, ISSUING_CERTIFICATE, ISSUING)
                .says(new RevokedStatus(Date.from(REVOKED_AT), CRLReason.superseded))
                .to(question));
    shown("the CA's server says so", asked, ISSUING_CERTIFICATE);
  }

  private void wrongSignatures() throws Exception {
    byte[] other = "另一张申报单".getBytes(UTF_8);
    signature("RSA, over another declaration", unit("RSA 2048").make(), other, ours("RSA 2048"));
    signature(
        "SM2, over another declaration", unit("EC sm2p256v1").make(), other, ours("EC sm2p256v1"));
    byte[] flipped = ours("EC secp256r1");
    flipped[flipped.length - 3] ^= 1;
    signature(
        "EC P-256, one bit of the value changed", unit("EC secp256r1").make(), CONTENT, flipped);
    signature(
        "EC P-384, made by the other key of a pair",
        unit("EC secp384r1").make(),
        CONTENT,
        byAnotherKey("EC secp384r1", "SHA384withECDSA"));
    signature(
        "RSA 3072, made by a key that has since been replaced",
        unit("RSA 3072").make(),
        CONTENT,
        byAnotherKey("RSA 3072", "SHA256withRSA"));
    signature(
        "EC P-521, cut off in the middle",
        unit("EC secp521r1").make(),
        CONTENT,
        Arrays.copyOf(ours("EC secp521r1"), 300));
  }

  private static byte[] ours(String algorithm) throws Exception {
    return new CmsSignatures()
        .sign(
            CONTENT,
            new SoftwareSession(
                unit(algorithm).make(), party("苏州测试有限公司", algorithm).keys().getPrivate()),
            new Packing(List.of(ISSUING_CERTIFICATE), NOW, Sm2Form.CMS))
        .cms();
  }

  /// The unit's certificate beside the signature of a key that is not its own.
  private static byte[] byAnotherKey(String algorithm, String signing) throws Exception {
    CMSSignedDataGenerator generator = new CMSSignedDataGenerator();
    var holder = Statements.holder(unit(algorithm).make());
    generator.addSignerInfoGenerator(
        new JcaSignerInfoGeneratorBuilder(
                new JcaDigestCalculatorProviderBuilder().setProvider(BC).build())
            .build(
                new JcaContentSignerBuilder(signing)
                    .setProvider(BC)
                    .build(party("another key", algorithm).keys().getPrivate()),
                holder));
    generator.addCertificates(
        new CollectionStore<>(List.of(holder, Statements.holder(ISSUING_CERTIFICATE))));
    return generator.generate(new CMSProcessableByteArray(CONTENT), false).getEncoded();
  }

  private void signature(String title, EncodedCertificate signer, byte[] content, byte[] cms) {
    assertThat(
            new X509Certificates()
                .check(signer, List.of(ISSUING_CERTIFICATE), List.of(ANCHOR), NOW)
                .isGood())
        .as(title + ": the certificate is good")
        .isTrue();
    add(title, new CmsSignatures().verify(content, cms, List.of(ANCHOR), NOW).status());
  }

  @Test
  void everyCodeIsReachedByFiveAndThePageSaysHow() throws Exception {
    good();
    wrongSignatures();
    notValid();
    expired();
    brokenChain();
    revoked();

    Map<StatusCode, Long> ways =
        rows.stream().collect(Collectors.groupingBy(Row::code, Collectors.counting()));
    assertThat(ways).containsOnlyKeys(StatusCode.values());
    assertThat(ways.values()).allMatch(count -> count >= 5);
    assertThat(rows.stream().map(Row::code).distinct())
        .as("each stands with its own")
        .containsExactly(StatusCode.values());
    assertThat(rows.stream().map(Row::code)).isSorted();
    new PagePart(TITLE)
        .holds(TITLE + INTRODUCTION + rows.stream().map(Row::text).collect(Collectors.joining()));
  }
}
