package org.certassist.keys.revocation;

import static org.certassist.keys.certificate.TestCa.NOW;
import static org.certassist.keys.certificate.TestCa.certificate;
import static org.certassist.keys.certificate.TestCa.party;
import static org.certassist.keys.certificate.TestCa.root;
import static org.certassist.keys.revocation.Duty.GOOD;
import static org.certassist.keys.revocation.Duty.REVOKED;
import static org.certassist.keys.revocation.Duty.UNKNOWN;
import static org.certassist.keys.revocation.Statements.MADE;
import static org.certassist.keys.revocation.Statements.REVOKED_AT;
import static org.certassist.keys.revocation.Statements.answer;
import static org.certassist.keys.revocation.Statements.refusal;
import static org.certassist.keys.revocation.Statements.serverAt;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Date;
import java.util.List;
import java.util.function.UnaryOperator;
import org.bouncycastle.asn1.DERNull;
import org.bouncycastle.asn1.x509.ExtendedKeyUsage;
import org.bouncycastle.asn1.x509.KeyPurposeId;
import org.bouncycastle.asn1.x509.KeyUsage;
import org.bouncycastle.cert.ocsp.RevokedStatus;
import org.bouncycastle.cert.ocsp.UnknownStatus;
import org.certassist.core.certificate.EncodedCertificate;
import org.certassist.keys.certificate.TestCa.Draft;
import org.certassist.keys.certificate.TestCa.Party;
import org.certassist.keys.revocation.AnswerCase.SentTo;
import org.certassist.keys.revocation.Statements.AnswerDraft;

/// The table of servers' answers that a careful validator must tell apart.
final class AnswerCases {
  static final String SERVER = "http://ocsp.test.cn/";

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
  private static final RevokedStatus REVOKED_WORD = new RevokedStatus(Date.from(REVOKED_AT), 1);
  private static final String NO_CHECK = "1.3.6.1.5.5.7.48.1.5";

  private final List<AnswerCase> cases = new ArrayList<>();

  private AnswerCases() {}

  static List<AnswerCase> all() {
    AnswerCases made = new AnswerCases();
    made.words();
    made.questions();
    made.signers();
    made.times();
    made.refusals();
    return List.copyOf(made.cases);
  }

  private void add(Duty duty, String expected, String title, AnswerDraft draft) {
    add(duty, expected, title, draft::to, SentTo.ALL);
  }

  private void add(
      Duty duty, String expected, String title, UnaryOperator<byte[]> server, SentTo sentTo) {
    cases.add(
        new AnswerCase(
            title,
            duty,
            expected,
            List.of(UNIT, ISSUING_CERTIFICATE, ROOT_CERTIFICATE),
            server,
            sentTo));
  }

  private static AnswerDraft good() {
    return answer(UNIT, ISSUING_CERTIFICATE, ISSUING);
  }

  private void words() {
    add(GOOD, "good", "good", good());
    add(GOOD, "good", "good, the signer named by his key", good().byKey());
    add(
        GOOD,
        "good",
        "good, the certificate named by SHA-256",
        good().digest("2.16.840.1.101.3.4.2.1"));
    add(GOOD, "good", "good, the certificate named by SM3", good().digest("1.2.156.10197.1.401"));
    add(REVOKED, "revoked keyCompromise", "revoked", good().says(REVOKED_WORD));
    add(
        REVOKED,
        "revoked unspecified",
        "revoked, no reason told",
        good().says(new RevokedStatus(Date.from(REVOKED_AT))));
    add(
        REVOKED,
        "revoked certificateHold",
        "suspended since 1970, as for a certificate never issued",
        good().says(new RevokedStatus(Date.from(Instant.EPOCH), 6)));
    add(UNKNOWN, "unknownToCa", "unknown to the CA", good().says(new UnknownStatus()));
    add(
        REVOKED,
        "revoked keyCompromise",
        "good, and in a newer word revoked",
        good().saysToo(REVOKED_WORD, MADE.plusSeconds(60)));
    add(
        GOOD,
        "good",
        "good, and in an older word revoked",
        good().saysToo(REVOKED_WORD, MADE.minusSeconds(60)));
    add(
        UNKNOWN,
        "unknownExtension",
        "an unknown critical extension",
        good().critical("1.2.156.99999.1"));
  }

  private void questions() {
    add(GOOD, "good", "no random number", good().withoutNonce());
    add(
        UNKNOWN,
        "otherQuestion",
        "another question's random number",
        good().nonce(Statements.random())::to,
        SentTo.US);
    add(
        UNKNOWN,
        "otherQuestion",
        "another question's random number: revoked",
        good().says(REVOKED_WORD).nonce(Statements.random())::to,
        SentTo.US);
    add(
        UNKNOWN,
        "otherCertificates",
        "about another certificate",
        answer(OTHER_UNIT, ISSUING_CERTIFICATE, ISSUING));
    add(
        UNKNOWN,
        "otherCertificates",
        "about that number of another CA",
        answer(UNIT, ROOT_CERTIFICATE, ISSUING));
  }

  private static Draft responder() {
    return certificate(RESPONDER, ISSUING)
        .extension("2.5.29.37", new ExtendedKeyUsage(KeyPurposeId.id_kp_OCSPSigning))
        .extension(NO_CHECK, DERNull.INSTANCE);
  }

  private void signers() {
    add(UNKNOWN, "wrongSigner", "signed by the root", answer(UNIT, ISSUING_CERTIFICATE, ROOT));
    add(
        UNKNOWN,
        "wrongSigner",
        "the CA's name, another's signature",
        answer(
            UNIT,
            ISSUING_CERTIFICATE,
            new Party(ISSUING.name(), ISSUING.algorithm(), STRANGER.keys())));
    add(UNKNOWN, "wrongSigner", "signed with SHA-1", good().signedWith("SHA1withECDSA"));
    ExtendedKeyUsage forAnswers = new ExtendedKeyUsage(KeyPurposeId.id_kp_OCSPSigning);
    by(REVOKED, "revoked keyCompromise", "certified for it by the CA", responder());
    by(
        UNKNOWN,
        "wrongSigner",
        "certified by the CA, not for this",
        certificate(RESPONDER, ISSUING).extension(NO_CHECK, DERNull.INSTANCE));
    by(
        UNKNOWN,
        "wrongSigner",
        "certified by the CA for anything",
        certificate(RESPONDER, ISSUING)
            .extension("2.5.29.37", new ExtendedKeyUsage(KeyPurposeId.anyExtendedKeyUsage)));
    by(
        UNKNOWN,
        "wrongSigner",
        "certified for it, with a key that may not sign",
        responder().usage(KeyUsage.keyEncipherment));
    by(
        UNKNOWN,
        "wrongSigner",
        "certified for it, with an unknown critical extension",
        responder().extension("1.2.156.99999.1", DERNull.INSTANCE).critical());
    by(UNKNOWN, "wrongSigner", "certified for it, expired", responder().until(NOW.minusSeconds(1)));
    by(
        UNKNOWN,
        "wrongSigner",
        "certified for it, not yet valid",
        responder().from(NOW.plusSeconds(1)));
    by(
        UNKNOWN,
        "wrongSigner",
        "certified for it by the root",
        certificate(RESPONDER, ROOT).extension("2.5.29.37", forAnswers));
    by(
        UNKNOWN,
        "wrongSigner",
        "certified for it by a stranger",
        certificate(RESPONDER, STRANGER).extension("2.5.29.37", forAnswers));
  }

  private void by(Duty duty, String expected, String title, Draft responder) {
    add(
        duty,
        expected,
        "another signs: revoked; " + title,
        answer(UNIT, ISSUING_CERTIFICATE, RESPONDER).says(REVOKED_WORD).sends(responder.make()));
  }

  private void times() {
    Duration tolerance = Duration.ofMinutes(5);
    add(
        UNKNOWN,
        "tooOld",
        "the next answer was due five minutes and a second ago",
        good().withoutNonce().made(MADE, NOW.minus(tolerance).minusSeconds(1)));
    add(
        GOOD,
        "good",
        "the next answer was due five minutes ago",
        good().made(MADE, NOW.minus(tolerance)));
    add(GOOD, "good", "no next answer named", good().made(MADE, null));
    add(
        UNKNOWN,
        "tooOld",
        "no next answer named, 25 hours old",
        good().withoutNonce().made(NOW.minus(Duration.ofHours(25)), null));
    add(GOOD, "good", "made in five minutes' time", good().made(NOW.plus(tolerance), null));
    add(
        UNKNOWN,
        "notYetValid",
        "made in five minutes' and a second's time",
        good().made(NOW.plus(tolerance).plusSeconds(1), null));
  }

  private void refusals() {
    add(UNKNOWN, "tryLater", "come back later", _ -> refusal(3), SentTo.ALL);
    add(UNKNOWN, "answerRefused", "no such questions", _ -> refusal(1), SentTo.ALL);
    add(UNKNOWN, "answerRefused", "not authorised", _ -> refusal(6), SentTo.ALL);
    add(UNKNOWN, "malformed", "successful, without an answer", _ -> refusal(0), SentTo.ALL);
    add(UNKNOWN, "malformed", "a certificate instead", _ -> UNIT.der(), SentTo.ALL);
  }
}
