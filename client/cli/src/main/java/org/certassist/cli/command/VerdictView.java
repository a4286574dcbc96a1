package org.certassist.cli.command;

import java.util.List;
import java.util.Optional;
import org.certassist.cli.json.CertificateJson;
import org.certassist.cli.json.RevocationJson;
import org.certassist.cli.json.VerifyJson;
import org.certassist.cli.terminal.Session;
import org.certassist.core.certificate.CertificateFacts;
import org.certassist.core.certificate.CertificateStatus;
import org.certassist.core.certificate.EncodedCertificate;
import org.certassist.core.certificate.Revocation;
import org.certassist.core.signature.FileVerdict;
import org.certassist.core.signature.Integrity;
import org.certassist.core.signature.SignerVerdict;
import org.certassist.core.signature.TimeStamp;
import org.certassist.core.time.ShanghaiTime;
import org.certassist.texts.FaultText;
import org.certassist.texts.Mask;
import org.jspecify.annotations.Nullable;

/// A signature file's verdict on the terminal and as JSON.
final class VerdictView {
  private final Session session;
  private final FileVerdict verdict;

  VerdictView(Session session, FileVerdict verdict) {
    this.session = session;
    this.verdict = verdict;
  }

  void print() {
    session.say(headline());
    if (verdict.signers().isEmpty()) {
      advise(verdict.status());
    }
    for (SignerVerdict signer : verdict.signers()) {
      facts(signer.signer())
          .ifPresent(facts ->
              session.say(
                  "cli.verify.signer",
                  facts.title(),
                  facts.creditCode().orElse("–"),
                  signer.signingTime().map(ShanghaiTime::text).orElse("–")));
      if (verdict.signers().size() > 1) {
        session.say("cli.verify.one." + word(signer));
      }
      Revocation revocation = signer.revocation().overall();
      if (!signer.isValid()) {
        advise(signer.status());
      }
      if (signer.integrity() == Integrity.INTACT) {
        session.say("cli.verify.revocation", session.texts().revocation(revocation));
      }
      signer.timeStamps().forEach(this::print);
    }
  }

  private String headline() {
    return switch (verdict.integrity()) {
      case INTACT -> verdict.isValid() ? "cli.verify.valid" : "cli.verify.untrusted";
      case BROKEN -> "cli.verify.broken";
      case CANNOT_TELL -> "cli.verify.cannotTell";
    };
  }

  private static String word(SignerVerdict signer) {
    return signer.integrity() == Integrity.INTACT && !signer.isValid()
        ? "untrusted"
        : signer.integrity().word();
  }

  private void print(TimeStamp stamp) {
    session.say(
        stamp.isTrusted() ? "cli.verify.stamp" : "cli.verify.stampUntrusted",
        stamp.time().map(ShanghaiTime::text).orElse("–"),
        facts(stamp.authority()).map(CertificateFacts::subject).orElse("–"),
        session.texts().certificateStatus(stamp.status()));
  }

  /// What to do now is told to whoever signed, and that is seldom whoever verifies.
  private void advise(CertificateStatus status) {
    FaultText advice = session.texts().certificateAdvice(status);
    session.say("cli.verify.advice", advice.what(), advice.meaning());
    session.say("cli.verify.next", advice.next());
  }

  VerifyJson json() {
    Optional<SignerVerdict> decisive = verdict.decisive();
    return new VerifyJson(
        verdict.isValid(),
        decisive.map(this::certificate).orElse(null),
        decisive.flatMap(SignerVerdict::signingTime).map(ShanghaiTime::text).orElse(null),
        verdict.status().code().number(),
        verdict.status().reason(),
        verdict.integrity().word(),
        verdict.attached(),
        verdict.signers().stream().map(this::json).toList());
  }

  private VerifyJson.SignerJson json(SignerVerdict signer) {
    List<VerifyJson.TimeStampJson> stamps =
        signer.timeStamps().stream()
            .map(stamp ->
                new VerifyJson.TimeStampJson(
                    stamp.isTrusted(),
                    stamp.integrity().word(),
                    stamp.status().reason(),
                    stamp.time().map(ShanghaiTime::text).orElse(null),
                    facts(stamp.authority()).map(CertificateFacts::subject).orElse(null)))
            .toList();
    return new VerifyJson.SignerJson(
        signer.isValid(),
        signer.integrity().word(),
        signer.status().code().number(),
        signer.status().reason(),
        certificate(signer),
        signer.signingTime().map(ShanghaiTime::text).orElse(null),
        stamps);
  }

  private @Nullable CertificateJson certificate(SignerVerdict signer) {
    return facts(signer.signer())
        .map(facts ->
            CertificateJson.of(
                facts,
                signer.status(),
                RevocationJson.of(signer.revocation().overall(), signer.revocation().checkedAt())))
        .orElse(null);
  }

  private Optional<CertificateFacts> facts(Optional<EncodedCertificate> certificate) {
    return certificate.flatMap(session.wiring().certificates()::read).map(Mask::of);
  }
}
