package org.certassist.keys.revocation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.certassist.keys.certificate.TestCa.NOW;
import static org.certassist.keys.certificate.TestCa.certificate;
import static org.certassist.keys.certificate.TestCa.party;
import static org.certassist.keys.certificate.TestCa.root;
import static org.certassist.keys.revocation.Statements.MADE;
import static org.certassist.keys.revocation.Statements.REVOKED_AT;
import static org.certassist.keys.revocation.Statements.answer;
import static org.certassist.keys.revocation.Statements.list;
import static org.certassist.keys.revocation.Statements.listAt;
import static org.certassist.keys.revocation.Statements.refusal;
import static org.certassist.keys.revocation.Statements.serverAt;
import static org.junit.jupiter.params.provider.Arguments.arguments;

import java.nio.charset.StandardCharsets;
import java.util.Date;
import java.util.List;
import java.util.stream.Stream;
import org.bouncycastle.asn1.x509.ExtendedKeyUsage;
import org.bouncycastle.asn1.x509.KeyPurposeId;
import org.bouncycastle.cert.ocsp.CertificateStatus;
import org.bouncycastle.cert.ocsp.RevokedStatus;
import org.certassist.core.certificate.EncodedCertificate;
import org.certassist.core.certificate.Revocation;
import org.certassist.core.certificate.RevocationPolicy;
import org.certassist.core.certificate.RevocationReason;
import org.certassist.core.certificate.RevocationSource;
import org.certassist.core.certificate.Revocations.Question;
import org.certassist.keys.certificate.TestCa.Party;
import org.certassist.keys.revocation.Statements.AnswerDraft;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/// How servers are asked; what their answers mean is in [RevocationCasesTest].
@Timeout(120)
class OcspTest {
  private static final String SERVER = "http://ocsp.test.cn/";
  private static final String LIST = "http://crl.test.cn/issuing.crl";
  private static final Party ROOT = party("Root");
  private static final Party ISSUING = party("Issuing CA");
  private static final Party RESPONDER = party("Responder");
  private static final EncodedCertificate ROOT_CERTIFICATE = root(ROOT);
  private static final EncodedCertificate ISSUING_CERTIFICATE =
      certificate(ISSUING, ROOT).ca(0).make();
  private static final EncodedCertificate UNIT =
      certificate(party("苏州测试有限公司"), ISSUING)
          .extension("1.3.6.1.5.5.7.1.1", serverAt(SERVER))
          .make();
  private static final RevokedStatus REVOKED = new RevokedStatus(Date.from(REVOKED_AT), 1);

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

    assertThat(Duty.words(ask())).isEqualTo("signerNotChecked");

    publications.list(LIST, list(ISSUING).make());
    assertThat(Duty.words(ask())).isEqualTo("good");

    publications.kept.clear();
    publications.list(LIST, list(ISSUING).revokes(responder).make());
    assertThat(Duty.words(ask())).isEqualTo("wrongSigner");
  }

  @Test
  void anAnswerSignedWithSm2Counts() throws Exception {
    Party sm2 = party("SM2 CA", "EC sm2p256v1");
    issuer = certificate(sm2, ROOT).ca(0).make();
    asked = certificate(party("甲"), sm2).extension("1.3.6.1.5.5.7.1.1", serverAt(SERVER)).make();
    publications.server(SERVER, question -> answer(asked, issuer, sm2).says(REVOKED).to(question));

    assertThat(Duty.words(ask())).isEqualTo("revoked keyCompromise");
  }

  @Test
  void ofHundredsOfWordsAboutOneCertificateTheNewestCounts() throws Exception {
    AnswerDraft many = good().says(REVOKED);
    for (int i = 1; i <= 700; i++) {
      many.saysToo(CertificateStatus.GOOD, MADE.minusSeconds(i));
    }
    publications.server(SERVER, many::to);

    assertThat(Duty.words(ask())).isEqualTo("revoked keyCompromise");
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

    assertThat(Duty.words(ask())).isEqualTo("good");
    assertThat(Duty.words(ask())).isEqualTo("otherQuestion");
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

    assertThat(Duty.words(ask())).isEqualTo(expected);
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

      assertThat(Duty.words(ask())).as("byte " + i).isNotEqualTo("good");
    }
  }
}
