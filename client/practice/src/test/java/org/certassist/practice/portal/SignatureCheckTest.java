package org.certassist.practice.portal;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.security.SecureRandom;
import java.util.List;
import java.util.Map;
import java.util.function.UnaryOperator;
import org.bouncycastle.asn1.ASN1Encoding;
import org.bouncycastle.asn1.cms.AttributeTable;
import org.bouncycastle.asn1.cms.CMSAttributes;
import org.bouncycastle.asn1.pkcs.PKCSObjectIdentifiers;
import org.bouncycastle.cert.X509CertificateHolder;
import org.certassist.practice.ca.CertificateVariant;
import org.certassist.practice.ca.PracticeCa;
import org.certassist.practice.people.PracticeUnit;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/// Each status code, by the certificate or the signature that deserves it, at login and at
/// submission.
@Timeout(120)
class SignatureCheckTest {
  @TempDir static Path home;
  static PracticePortal portal;
  static PracticeCa ca;
  static PortalClient client;
  static TestKey good;
  static String token;

  @BeforeAll
  static void startPortal() throws Exception {
    portal = PracticePortal.start(home, 0, PracticePortalTest.QUICK);
    ca = PracticeCa.open(home.resolve("practice"), PracticePortalTest.QUICK.clock());
    client = PortalClient.of(portal);
    good = TestKey.issue(ca, PracticeUnit.PRACTICE, CertificateVariant.GOOD, "RSA");
    token = client.token(good);
  }

  @AfterAll
  static void stopPortal() throws Exception {
    client.close();
    portal.close();
  }

  @ParameterizedTest
  @CsvSource({
    "good,           RSA, 0,   ''",
    "good,           EC,  0,   ''",
    "good,           SM2, 0,   ''",
    "expired,        RSA, 810, expired",
    "expired,        EC,  810, expired",
    "expired,        SM2, 810, expired",
    "notYetValid,    RSA, 809, not-yet-valid",
    "notYetValid,    EC,  809, not-yet-valid",
    "notYetValid,    SM2, 809, not-yet-valid",
    "encryptionOnly, RSA, 809, encryption-only",
    "encryptionOnly, EC,  809, encryption-only",
    "encryptionOnly, SM2, 809, encryption-only",
    "foreign,        RSA, 820, chain",
    "foreign,        EC,  820, chain",
    "foreign,        SM2, 820, chain",
    "revoked,        RSA, 823, revoked",
    "revoked,        EC,  823, revoked",
    "revoked,        SM2, 823, revoked",
    "unbound,        RSA, ca-unbound, ''",
    "noCreditCode,   EC,  unit-unknown, ''",
  })
  void eachCertificateGetsItsCodeAtLoginAndAtSubmission(
      String variant, String type, String code, String reason) throws Exception {
    TestKey key =
        TestKey.issue(
            ca, PracticeUnit.PRACTICE, CertificateVariant.of(variant).orElseThrow(), type);
    String id = Documents.id();
    byte[] document = Json.canonical(Documents.enrolment(id, 1));

    PortalClient.Reply login = client.logIn(key);
    PortalClient.Reply submission = client.submit(token, id, document, key.sign(document));

    boolean fine = code.equals("0");
    assertThat(login.status()).isEqualTo(fine ? 200 : 401);
    assertThat(submission.status()).isEqualTo(fine ? 202 : reason.isEmpty() ? 401 : 422);
    if (!fine) {
      assertThat(login.code()).isEqualTo(code);
      assertThat(submission.code()).isEqualTo(code);
      assertThat(login.reason()).isEqualTo(reason);
      assertThat(submission.reason()).isEqualTo(reason);
    }
    if (!reason.isEmpty()) {
      assertThat(login.json().path("code").isInt()).isTrue();
      assertThat(login.json().path("detail").asString()).isEqualTo("CA验签结果失败，状态码：" + code);
    }
  }

  @Test
  void aCertificateRevokedAfterLoginIsRefusedAtSubmission() throws Exception {
    TestKey lost = TestKey.issue(ca, PracticeUnit.PRACTICE, CertificateVariant.GOOD, "EC");
    String session = client.token(lost);
    ca.revoke(lost.certificate());
    String id = Documents.id();
    byte[] document = Json.canonical(Documents.enrolment(id, 1));

    assertThat(client.submit(session, id, document, lost.sign(document)).code()).isEqualTo("823");
  }

  @Test
  void aFlippedByteInTheDocumentIs800() {
    String id = Documents.id();
    byte[] document = Json.canonical(Documents.enrolment(id, 1));
    byte[] cms = good.sign(document);
    for (int at : new int[] {0, document.length / 2, document.length - 1}) {
      byte[] changed = document.clone();
      changed[at] ^= 1;
      PortalClient.Reply reply = client.submit(token, id, changed, cms);
      assertThat(reply.status()).isEqualTo(422);
      assertThat(reply.code()).isEqualTo("800");
      assertThat(reply.reason()).isEqualTo("message-digest");
    }
  }

  @Test
  void aFlippedByteInTheSignatureIsNeverGood() {
    byte[] signed = client.challenge(client.nonce());
    byte[] cms = good.sign(signed);
    long seed = new SecureRandom().nextLong();
    var random = new java.util.Random(seed);
    for (int round = 0; round < 60; round++) {
      byte[] changed = cms.clone();
      changed[random.nextInt(changed.length)] ^= (byte) (1 << random.nextInt(8));
      byte[] fresh = client.challenge(client.nonce());
      assertThat(client.logIn(fresh, changed).status()).as("seed %s", seed).isEqualTo(401);
    }
  }

  @Test
  void theLastByteOfTheSignatureValueIsMinded() throws Exception {
    String id = Documents.id();
    byte[] document = Json.canonical(Documents.enrolment(id, 1));
    byte[] cms = good.sign(document);
    cms[cms.length - 1] ^= 1;

    PortalClient.Reply reply = client.submit(token, id, document, cms);
    assertThat(reply.code()).isEqualTo("800");
    assertThat(reply.reason()).isEqualTo("signature-mismatch");
  }

  @Test
  void everyMistakeInTheFormIs800() throws Exception {
    TestKey.Way usual = good.usual();
    X509CertificateHolder stranger =
        TestKey.issue(ca, PracticeUnit.OTHER, CertificateVariant.GOOD, "EC").certificate();
    Map<String, TestKey.Way> mistakes =
        Map.of(
            "not-der",
                new TestKey.Way(
                    "SHA256withRSA", false, ASN1Encoding.BER, usual.certificates(), same()),
            "content-encapsulated",
                new TestKey.Way(
                    "SHA256withRSA", true, ASN1Encoding.DER, usual.certificates(), same()),
            "algorithm",
                new TestKey.Way(
                    "SHA512withRSA", false, ASN1Encoding.DER, usual.certificates(), same()),
            "signer-certificate-missing",
                new TestKey.Way("SHA256withRSA", false, ASN1Encoding.DER, good.chain(), same()),
            "root-included",
                new TestKey.Way(
                    "SHA256withRSA",
                    false,
                    ASN1Encoding.DER,
                    List.of(good.certificate(), ca.issuingCa(), ca.root()),
                    same()),
            "signing-time", without(usual, CMSAttributes.signingTime),
            "signing-certificate-v2",
                without(usual, PKCSObjectIdentifiers.id_aa_signingCertificateV2),
            "content-type", without(usual, CMSAttributes.contentType),
            "message-digest", without(usual, CMSAttributes.messageDigest));
    mistakes.forEach((reason, way) -> {
      byte[] signed = client.challenge(client.nonce());
      PortalClient.Reply reply = client.logIn(signed, good.sign(signed, way));
      assertThat(reply.code()).as(reason).isEqualTo("800");
      assertThat(reply.reason()).isEqualTo(reason);
    });
    byte[] signed = client.challenge(client.nonce());
    TestKey.Way wrongReference =
        new TestKey.Way(
            usual.algorithm(),
            false,
            usual.encoding(),
            usual.certificates(),
            table ->
                table
                    .remove(PKCSObjectIdentifiers.id_aa_signingCertificateV2)
                    .add(
                        PKCSObjectIdentifiers.id_aa_signingCertificateV2,
                        TestKey.reference(stranger)));
    assertThat(client.logIn(signed, good.sign(signed, wrongReference)).reason())
        .isEqualTo("signing-certificate-v2");
  }

  @Test
  void withoutTheIssuingCaTheChainIsBroken() {
    TestKey.Way usual = good.usual();
    byte[] signed = client.challenge(client.nonce());
    TestKey.Way bare =
        new TestKey.Way(
            usual.algorithm(), false, usual.encoding(), List.of(good.certificate()), same());

    assertThat(client.logIn(signed, good.sign(signed, bare)).code()).isEqualTo("820");
  }

  @ParameterizedTest
  @CsvSource({"''", "nonsense", "0"})
  void bytesThatAreNoCmsAre800(String bytes) {
    byte[] signed = client.challenge(client.nonce());

    PortalClient.Reply reply = client.logIn(signed, bytes.getBytes(UTF_8));
    assertThat(reply.code()).isEqualTo("800");
    assertThat(reply.reason()).isEqualTo("cms-malformed");
  }

  private static UnaryOperator<AttributeTable> same() {
    return UnaryOperator.identity();
  }

  private static TestKey.Way without(
      TestKey.Way way, org.bouncycastle.asn1.ASN1ObjectIdentifier attribute) {
    return new TestKey.Way(
        way.algorithm(),
        way.encapsulated(),
        way.encoding(),
        way.certificates(),
        table -> table.remove(attribute));
  }
}
