package org.certassist.keys.revocation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.certassist.keys.certificate.TestCa.NOW;
import static org.certassist.keys.certificate.TestCa.certificate;
import static org.certassist.keys.certificate.TestCa.party;
import static org.certassist.keys.certificate.TestCa.root;
import static org.certassist.keys.revocation.CrlTest.words;
import static org.certassist.keys.revocation.Statements.MADE;
import static org.certassist.keys.revocation.Statements.REVOKED_AT;
import static org.certassist.keys.revocation.Statements.answer;
import static org.certassist.keys.revocation.Statements.list;
import static org.certassist.keys.revocation.Statements.listAt;
import static org.certassist.keys.revocation.Statements.refusal;
import static org.certassist.keys.revocation.Statements.serverAt;
import static org.junit.jupiter.params.provider.Arguments.arguments;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.Date;
import java.util.List;
import java.util.stream.Stream;
import org.bouncycastle.asn1.DERNull;
import org.bouncycastle.asn1.x509.ExtendedKeyUsage;
import org.bouncycastle.asn1.x509.KeyPurposeId;
import org.bouncycastle.asn1.x509.KeyUsage;
import org.bouncycastle.cert.ocsp.RevokedStatus;
import org.bouncycastle.cert.ocsp.UnknownStatus;
import org.certassist.core.certificate.EncodedCertificate;
import org.certassist.core.certificate.Revocation;
import org.certassist.core.certificate.RevocationPolicy;
import org.certassist.core.certificate.RevocationReason;
import org.certassist.core.certificate.RevocationSource;
import org.certassist.core.certificate.Revocations.Question;
import org.certassist.keys.certificate.TestCa.Draft;
import org.certassist.keys.certificate.TestCa.Party;
import org.certassist.keys.revocation.Statements.AnswerDraft;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/// What a server's answer means for a certificate.
@Timeout(120)
class OcspTest {
  private static final String SERVER = "http://ocsp.test.cn/";
  private static final String LIST = "http://crl.test.cn/issuing.crl";
  private static final Party ROOT = party("Root");
  private static final Party ISSUING = party("Issuing CA");
  private static final Party STRANGER = party("Stranger");
  private static final Party RESPONDER = party("Responder");
  private static final EncodedCertificate ROOT_CERTIFICATE = root(ROOT);
  private static final EncodedCertificate ISSUING_CERTIFICATE =
      certificate(ISSUING, ROOT).ca(0).make();
  private static final EncodedCertificate UNIT =
      certificate(party("苏州测试有限公司"), ISSUING)
          .extension("1.3.6.1.5.5.7.1.1", serverAt(SERVER))
          .make();
  private static final EncodedCertificate OTHER_UNIT = certificate(party("别的公司"), ISSUING).make();
  private static final RevokedStatus REVOKED = new RevokedStatus(Date.from(REVOKED_AT), 1);
  private static final String NO_CHECK = "1.3.6.1.5.5.7.48.1.5";

  private final PaperPublications publications = new PaperPublications();
  private EncodedCertificate asked = UNIT;
  private EncodedCertificate issuer = ISSUING_CERTIFICATE;

  private Revocation ask() throws InterruptedException {
    return new X509Revocations(publications)
        .ask(
            new Question(
                List.of(asked, issuer, ROOT_CERTIFICATE),
                List.of(),
                List.of(),
                RevocationPolicy.USUAL,
                NOW,
                NOW))
        .asked()
        .getFirst()
        .result();
  }

  private static AnswerDraft good() {
    return answer(UNIT, ISSUING_CERTIFICATE, ISSUING);
  }

  static Stream<Arguments> answers() {
    return Stream.of(
        arguments("good", good()),
        arguments("good", good().byKey()),
        arguments("good", good().withoutNonce()),
        arguments("good", good().made(MADE, null)),
        arguments("good", good().digest("2.16.840.1.101.3.4.2.1")),
        arguments("good", good().digest("1.2.156.10197.1.401")),
        arguments("revoked keyCompromise", good().says(REVOKED)),
        // of two words about one certificate the newer counts
        arguments("revoked keyCompromise", good().saysToo(REVOKED, MADE.plusSeconds(60))),
        arguments("good", good().saysToo(REVOKED, MADE.minusSeconds(60))),
        arguments("revoked keyCompromise", good().says(REVOKED).withoutNonce()),
        arguments("revoked unspecified", good().says(new RevokedStatus(Date.from(REVOKED_AT)))),
        arguments(
            "revoked certificateHold", good().says(new RevokedStatus(Date.from(Instant.EPOCH), 6))),
        arguments("unknownToCa", good().says(new UnknownStatus())),
        arguments("otherQuestion", good().nonce(Statements.random())),
        arguments("otherQuestion", good().says(REVOKED).nonce(Statements.random())),
        arguments("otherCertificates", answer(OTHER_UNIT, ISSUING_CERTIFICATE, ISSUING)),
        arguments("otherCertificates", answer(UNIT, ROOT_CERTIFICATE, ISSUING)),
        arguments("wrongSigner", answer(UNIT, ISSUING_CERTIFICATE, ROOT)),
        arguments(
            "wrongSigner",
            answer(
                UNIT,
                ISSUING_CERTIFICATE,
                new Party(ISSUING.name(), ISSUING.algorithm(), STRANGER.keys()))),
        arguments("wrongSigner", good().signedWith("SHA1withECDSA")),
        arguments("unknownExtension", good().critical("1.2.156.99999.1")),
        arguments(
            "tooOld",
            good().withoutNonce().made(MADE, NOW.minus(Duration.ofMinutes(5)).minusSeconds(1))),
        arguments("good", good().made(MADE, NOW.minus(Duration.ofMinutes(5)))),
        arguments("tooOld", good().withoutNonce().made(NOW.minus(Duration.ofHours(25)), null)),
        arguments("notYetValid", good().made(NOW.plus(Duration.ofMinutes(6)), null)));
  }

  @ParameterizedTest
  @MethodSource("answers")
  void anAnswerSaysWhatItMaySay(String expected, AnswerDraft draft) throws Exception {
    publications.server(SERVER, draft::to);

    assertThat(words(ask())).isEqualTo(expected);
  }

  private static Draft responder() {
    return certificate(RESPONDER, ISSUING)
        .extension("2.5.29.37", new ExtendedKeyUsage(KeyPurposeId.id_kp_OCSPSigning))
        .extension(NO_CHECK, DERNull.INSTANCE);
  }

  static Stream<Arguments> responders() {
    return Stream.of(
        arguments("revoked keyCompromise", responder()),
        arguments(
            "wrongSigner", certificate(RESPONDER, ISSUING).extension(NO_CHECK, DERNull.INSTANCE)),
        arguments(
            "wrongSigner",
            certificate(RESPONDER, ISSUING)
                .extension("2.5.29.37", new ExtendedKeyUsage(KeyPurposeId.anyExtendedKeyUsage))),
        arguments("wrongSigner", responder().usage(KeyUsage.keyEncipherment)),
        arguments("wrongSigner", responder().until(NOW.minusSeconds(1))),
        arguments("wrongSigner", responder().from(NOW.plusSeconds(1))),
        arguments(
            "wrongSigner",
            certificate(RESPONDER, ROOT)
                .extension("2.5.29.37", new ExtendedKeyUsage(KeyPurposeId.id_kp_OCSPSigning))),
        arguments(
            "wrongSigner",
            certificate(RESPONDER, STRANGER)
                .extension("2.5.29.37", new ExtendedKeyUsage(KeyPurposeId.id_kp_OCSPSigning))));
  }

  @ParameterizedTest
  @MethodSource("responders")
  void aServerMayAnswerWhereTheCaItselfCertifiedItForThat(String expected, Draft draft)
      throws Exception {
    EncodedCertificate responder = draft.make();
    publications.server(
        SERVER,
        question ->
            answer(UNIT, ISSUING_CERTIFICATE, RESPONDER)
                .says(REVOKED)
                .sends(responder)
                .to(question));

    assertThat(words(ask())).isEqualTo(expected);
  }

  @Test
  void aServerThatIsNotExemptIsAskedAboutItself() throws Exception {
    EncodedCertificate responder =
        certificate(RESPONDER, ISSUING)
            .extension("2.5.29.37", new ExtendedKeyUsage(KeyPurposeId.id_kp_OCSPSigning))
            .extension("2.5.29.31", listAt(LIST))
            .make();
    publications.server(
        SERVER,
        question -> answer(UNIT, ISSUING_CERTIFICATE, RESPONDER).sends(responder).to(question));

    assertThat(words(ask())).isEqualTo("signerNotChecked");

    publications.list(LIST, list(ISSUING).make());
    assertThat(words(ask())).isEqualTo("good");

    publications.kept.clear();
    publications.list(LIST, list(ISSUING).revokes(responder).make());
    assertThat(words(ask())).isEqualTo("wrongSigner");
  }

  @Test
  void anAnswerSignedWithSm2Counts() throws Exception {
    Party sm2 = party("SM2 CA", "EC sm2p256v1");
    issuer = certificate(sm2, ROOT).ca(0).make();
    asked = certificate(party("甲"), sm2).extension("1.3.6.1.5.5.7.1.1", serverAt(SERVER)).make();
    publications.server(SERVER, question -> answer(asked, issuer, sm2).says(REVOKED).to(question));

    assertThat(words(ask())).isEqualTo("revoked keyCompromise");
  }

  @Test
  void anAnswerToAnEarlierQuestionIsNoAnswer() throws Exception {
    byte[][] first = new byte[1][];
    publications.server(
        SERVER,
        question -> {
          if (first[0] == null) {
            first[0] = good().to(question);
          }
          return first[0];
        });

    assertThat(words(ask())).isEqualTo("good");
    assertThat(words(ask())).isEqualTo("otherQuestion");
  }

  static Stream<Arguments> refusals() {
    return Stream.of(
        arguments("tryLater", refusal(3)),
        arguments("answerRefused", refusal(1)),
        arguments("answerRefused", refusal(2)),
        arguments("answerRefused", refusal(5)),
        arguments("answerRefused", refusal(6)),
        arguments("malformed", refusal(0)),
        arguments("malformed", new byte[0]),
        arguments("malformed", UNIT.der()),
        arguments("malformed", "<html>404</html>".getBytes(StandardCharsets.US_ASCII)));
  }

  @ParameterizedTest
  @MethodSource("refusals")
  void aServerThatDoesNotAnswerSaysWhy(String expected, byte[] bytes) throws Exception {
    publications.server(SERVER, _ -> bytes);

    assertThat(words(ask())).isEqualTo(expected);
  }

  @ParameterizedTest
  @ValueSource(booleans = {true, false})
  void theListIsAskedWhereTheServerDoesNotAnswer(boolean there) throws Exception {
    asked =
        certificate(party("甲"), ISSUING)
            .extension("1.3.6.1.5.5.7.1.1", serverAt(SERVER))
            .extension("2.5.29.31", listAt(LIST))
            .make();
    if (there) {
      publications.server(
          SERVER, question -> answer(asked, issuer, ISSUING).says(REVOKED).to(question));
    }
    publications.list(LIST, list(ISSUING).revokes(asked, 4).make());

    Revocation found = ask();

    assertThat(found)
        .isEqualTo(
            there
                ? new Revocation.Revoked(
                    RevocationSource.OCSP, REVOKED_AT, RevocationReason.KEY_COMPROMISE)
                : new Revocation.Revoked(
                    RevocationSource.LIST, REVOKED_AT, RevocationReason.SUPERSEDED));
    assertThat(publications.asked.contains("list " + LIST)).isEqualTo(!there);
  }

  @Test
  void noChangedByteMakesAGoodAnswerOrAnError() throws Exception {
    for (int i = 0; i < 400; i++) {
      int at = i;
      publications.server(
          SERVER,
          question -> {
            byte[] changed = good().says(REVOKED).to(question);
            changed[at % changed.length] ^= (byte) (1 << at % 8);
            return changed;
          });

      assertThat(words(ask())).as("byte " + i).isNotEqualTo("good");
    }
  }
}
