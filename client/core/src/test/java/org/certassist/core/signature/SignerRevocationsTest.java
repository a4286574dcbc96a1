package org.certassist.core.signature;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.certassist.core.certificate.CertificateCheck;
import org.certassist.core.certificate.CertificateReport;
import org.certassist.core.certificate.CertificateStatus;
import org.certassist.core.certificate.CertificateUsage;
import org.certassist.core.certificate.EncodedCertificate;
import org.certassist.core.certificate.Revocation;
import org.certassist.core.certificate.RevocationPolicy;
import org.certassist.core.certificate.RevocationReason;
import org.certassist.core.certificate.RevocationReport;
import org.certassist.core.certificate.RevocationSource;
import org.certassist.core.certificate.Revocations;
import org.certassist.core.certificate.StatusCode;
import org.certassist.core.signature.SignedFiles.Question;
import org.certassist.core.testing.PlainCertificates;
import org.junit.jupiter.api.Test;

class SignerRevocationsTest {
  private static final Instant NOW = Instant.parse("2026-11-28T00:00:00Z");
  private static final Instant SIGNED = NOW.minus(Duration.ofDays(100));
  private static final Question QUESTION =
      new Question(Path.of("a.p7s"), Optional.empty(), List.of(), List.of(), NOW);
  private static final CertificateCheck.Asking ASKING =
      new CertificateCheck.Asking(RevocationPolicy.USUAL, List.of(), NOW);
  private static final EncodedCertificate ONE =
      PlainCertificates.certificate(CertificateUsage.SIGNING, "A", "CN=甲");
  private static final EncodedCertificate TWO =
      PlainCertificates.certificate(CertificateUsage.SIGNING, "B", "CN=乙");
  private static final Revocation REVOKED =
      new Revocation.Revoked(
          RevocationSource.OCSP, NOW.minus(Duration.ofDays(1)), RevocationReason.KEY_COMPROMISE);

  private final List<EncodedCertificate> asked = new ArrayList<>();

  private static SignerVerdict signer(
      Integrity integrity, CertificateStatus status, EncodedCertificate certificate) {
    return new SignerVerdict(
        integrity,
        new CertificateReport(status, List.of(certificate, TWO), Optional.empty()),
        RevocationReport.notAsked(NOW),
        Optional.of(certificate),
        Optional.of(SIGNED),
        List.of());
  }

  private FileVerdict ask(Revocation word, SignerVerdict... signers) throws Exception {
    Revocations revocations =
        question -> {
          asked.add(question.path().getFirst());
          return new RevocationReport(
              question.now(),
              List.of(
                  new RevocationReport.Asked(
                      question.path().getFirst(), word.asOf(question.at()))));
        };
    return new SignerRevocations(new CertificateCheck(new PlainCertificates(), revocations))
        .ask(
            new FileVerdict(CertificateStatus.GOOD, Optional.of("aa"), List.of(signers)),
            QUESTION,
            ASKING);
  }

  /// What the signer says of the time does not help: who stole a key says what suits him.
  @Test
  void aRevokedSignerIsIntactAndNotTrusted() throws Exception {
    FileVerdict verdict = ask(REVOKED, signer(Integrity.INTACT, CertificateStatus.GOOD, ONE));

    assertThat(verdict.integrity()).isEqualTo(Integrity.INTACT);
    assertThat(verdict.isValid()).isFalse();
    assertThat(verdict.status()).isEqualTo(new CertificateStatus(StatusCode.REVOKED, "revoked"));
    assertThat(verdict.signers().getFirst().revocation().overall()).isEqualTo(REVOKED);
    assertThat(verdict.inside()).contains("aa");
  }

  @Test
  void nobodyIsAskedAboutWhatDoesNotHoldAnyway() throws Exception {
    CertificateStatus expired = new CertificateStatus(StatusCode.EXPIRED, "expired");
    FileVerdict verdict =
        ask(
            REVOKED,
            signer(Integrity.INTACT, expired, ONE),
            signer(Integrity.BROKEN, new CertificateStatus(StatusCode.SIGNATURE_WRONG, "x"), ONE),
            signer(Integrity.INTACT, CertificateStatus.GOOD, TWO));

    assertThat(asked).containsExactly(TWO);
    assertThat(verdict.signers())
        .extracting(one -> one.status().reason())
        .containsExactly("expired", "x", "revoked");
  }
}
