package org.certassist.core.certificate;

import java.time.Instant;
import java.util.List;
import java.util.Optional;

/// Judges a certificate by its chain, and where that holds by what its CAs say of revocation.
public final class CertificateCheck {
  private final Certificates certificates;
  private final Revocations revocations;

  public CertificateCheck(Certificates certificates, Revocations revocations) {
    this.certificates = certificates;
    this.revocations = revocations;
  }

  /// How revocation is asked about.
  ///
  /// @param lists lists that the user named
  /// @param now by which lists and answers are fresh or old
  public record Asking(RevocationPolicy policy, List<byte[]> lists, Instant now) {
    public Asking {
      lists = List.copyOf(lists);
    }
  }

  /// Chain and revocation; only a revocation changes the status, a failed check never does.
  public record Checked(CertificateReport report, RevocationReport revocation) {}

  /// @param at the time of interest
  public Checked check(EncodedCertificate certificate, Material material, Instant at, Asking asking)
      throws InterruptedException {
    return ask(certificates.examine(certificate, material, at), material.others(), at, asking);
  }

  /// The same for one whose chain was looked at already.
  ///
  /// @param others certificates at hand, among which the signer of a list may be
  public Checked ask(
      CertificateReport report, List<EncodedCertificate> others, Instant at, Asking asking)
      throws InterruptedException {
    if (!report.status().isGood()) {
      return new Checked(report, RevocationReport.notAsked(asking.now()));
    }
    RevocationReport revocation =
        revocations.ask(
            new Revocations.Question(
                report.chain(), others, asking.lists(), asking.policy(), at, asking.now()));
    Optional<EncodedCertificate> revoked =
        revocation.asked().stream()
            .filter(asked -> asked.result() instanceof Revocation.Revoked)
            .map(RevocationReport.Asked::certificate)
            .findFirst();
    return new Checked(
        revoked.isPresent()
            ? new CertificateReport(
                new CertificateStatus(StatusCode.REVOKED, "revoked"), report.chain(), revoked)
            : report,
        revocation);
  }
}
