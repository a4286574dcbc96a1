package org.certassist.core.signature;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.certassist.core.certificate.CertificateCheck;
import org.certassist.core.certificate.CertificateCheck.Asking;
import org.certassist.core.certificate.NotCheckedReason;
import org.certassist.core.certificate.Revocation;
import org.certassist.core.certificate.RevocationReport;
import org.certassist.core.signature.SignedFiles.Question;

/// Asks the CAs of a signature file's signers whether they took a certificate back.
///
/// The time of interest is the question's: the time of signing is what the signer says of himself,
/// and whoever stole a key would say what suits him.
public final class SignerRevocations {
  /// For all signers together; the one that is asked about when it is over takes its own time.
  private static final Duration PATIENCE = Duration.ofSeconds(30);

  private final CertificateCheck check;

  public SignerRevocations(CertificateCheck check) {
    this.check = check;
  }

  /// The verdict with what the CAs say of every signer that holds otherwise.
  public FileVerdict ask(FileVerdict verdict, Question question, Asking asking)
      throws InterruptedException {
    long end = System.nanoTime() + PATIENCE.toNanos();
    List<SignerVerdict> signers = new ArrayList<>();
    for (SignerVerdict signer : verdict.signers()) {
      signers.add(signer.isValid() ? asked(signer, question, asking, end) : signer);
    }
    return new FileVerdict(verdict.unread(), verdict.inside(), signers);
  }

  private SignerVerdict asked(SignerVerdict signer, Question question, Asking asking, long end)
      throws InterruptedException {
    return signer.with(
        System.nanoTime() < end
            ? check.ask(signer.report(), question.others(), question.at(), asking)
            : new CertificateCheck.Checked(signer.report(), timeUp(signer, asking)));
  }

  private static RevocationReport timeUp(SignerVerdict signer, Asking asking) {
    return new RevocationReport(
        asking.now(),
        signer.signer().stream()
            .map(certificate ->
                new RevocationReport.Asked(
                    certificate, new Revocation.NotChecked(NotCheckedReason.TIME_UP)))
            .toList());
  }
}
