package org.certassist.core.filing;

import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.certassist.core.certificate.CertificateCheck;
import org.certassist.core.certificate.CertificateCheck.Checked;
import org.certassist.core.certificate.CertificateFault;
import org.certassist.core.certificate.CertificateReport;
import org.certassist.core.certificate.Certificates;
import org.certassist.core.certificate.EncodedCertificate;
import org.certassist.core.certificate.Material;
import org.certassist.core.certificate.Revocation;
import org.certassist.core.certificate.RevocationReport;
import org.certassist.core.certificate.Revocations;
import org.certassist.core.fault.FaultException;
import org.certassist.core.filing.InspectedCertificate.Link;
import org.certassist.core.filing.InspectedCertificate.Mark;
import org.certassist.core.portal.PortalClock;
import org.certassist.core.profile.Profile;
import org.certassist.core.time.ClockReading;
import org.certassist.core.time.ShanghaiTime;

/// Looks into certificates wherever they come from: a key, or a file that somebody sent.
public final class InspectCertificates {
  /// A signed file may carry its content; no CA's file comes near it.
  private static final int LARGEST = 8 * 1024 * 1024;

  private final Certificates certificates;
  private final CertificateCheck alone;
  private final CertificateCheck asking;
  private final ShanghaiTime time;
  private final PortalClock clock;

  /// One that asks no portal for its time.
  public InspectCertificates(
      Certificates certificates, Revocations revocations, ShanghaiTime time) {
    this(certificates, revocations, time, PortalClock.ofThisPc(time));
  }

  public InspectCertificates(
      Certificates certificates, Revocations revocations, ShanghaiTime time, PortalClock clock) {
    this.certificates = certificates;
    this.alone = new CertificateCheck(certificates, Revocations.NONE);
    this.asking = new CertificateCheck(certificates, revocations);
    this.time = time;
    this.clock = clock;
  }

  /// The certificates in a file; at least one.
  ///
  /// @throws FaultException `file.unreadable`, `file.certificatesTooLarge` or `file.noCertificate`
  public List<EncodedCertificate> open(Path file) throws FaultException {
    String name = String.valueOf(file.getFileName());
    List<EncodedCertificate> found =
        certificates.parse(
            BoundedFile.read(
                file, LARGEST, () -> new CertificateFault.FileTooLarge(name, LARGEST)));
    if (found.isEmpty()) {
      throw new FaultException(new CertificateFault.NoCertificate(name));
    }
    return found;
  }

  /// Reads and judges certificates that lie together, each with the others at hand; nobody is asked
  /// about revocation.
  public List<SeenCertificate> judge(List<EncodedCertificate> together, Profile profile)
      throws InterruptedException {
    Instant now = time.instant();
    List<CertificateReport> reports =
        certificates.examineEach(together, material(together, profile), now);
    Revocation notAsked = RevocationReport.notAsked(now).overall();
    List<SeenCertificate> seen = new ArrayList<>();
    for (int i = 0; i < together.size(); i++) {
      if (Thread.interrupted()) {
        throw new InterruptedException();
      }
      EncodedCertificate one = together.get(i);
      seen.add(new SeenCertificate(one, certificates.read(one), reports.get(i).status(), notAsked));
    }
    return List.copyOf(seen);
  }

  private SeenCertificate seen(EncodedCertificate certificate, Checked checked) {
    return new SeenCertificate(
        certificate,
        certificates.read(certificate),
        checked.report().status(),
        checked.revocation().overall());
  }

  /// Everything about one certificate but what its CAs say of it, so that it shows at once.
  ///
  /// @param others those that lie with it
  public InspectedCertificate inspect(
      EncodedCertificate certificate, List<EncodedCertificate> others, Profile profile)
      throws InterruptedException {
    ClockReading here = ClockReading.ofThisPc(time.instant());
    return inspected(
        certificate, checked(alone, certificate, others, profile, here.now()), profile, here);
  }

  /// The same by the portal's time where this PC's is wrong, and with what its CAs say; dead
  /// servers may cost 15 seconds.
  public InspectedCertificate ask(
      EncodedCertificate certificate, List<EncodedCertificate> others, Profile profile)
      throws InterruptedException {
    ClockReading reading = clock.read();
    return inspected(
        certificate,
        checked(asking, certificate, others, profile, reading.now()),
        profile,
        reading);
  }

  private InspectedCertificate inspected(
      EncodedCertificate certificate, Checked checked, Profile profile, ClockReading reading) {
    return new InspectedCertificate(
        seen(certificate, checked),
        checked.report().chain().stream().map(one -> link(one, checked.report(), profile)).toList(),
        reading);
  }

  /// Whether it is a CA's.
  public boolean isAuthority(EncodedCertificate certificate) {
    return certificates.isAuthority(certificate);
  }

  private Checked checked(
      CertificateCheck judge,
      EncodedCertificate certificate,
      List<EncodedCertificate> others,
      Profile profile,
      Instant now)
      throws InterruptedException {
    return judge.check(
        certificate,
        material(others, profile),
        now,
        new CertificateCheck.Asking(profile.revocation(), List.of(), now));
  }

  private static Material material(List<EncodedCertificate> others, Profile profile) {
    return new Material(
        Stream.of(others, profile.intermediates()).flatMap(List::stream).toList(), profile.trust());
  }

  private Link link(EncodedCertificate one, CertificateReport report, Profile profile) {
    return new Link(one, certificates.read(one), mark(one, report, profile));
  }

  private static Mark mark(EncodedCertificate one, CertificateReport report, Profile profile) {
    if (report.about().filter(one::equals).isPresent()) {
      return Mark.AT_FAULT;
    }
    return profile.trust().contains(one) ? Mark.ANCHOR : Mark.NONE;
  }
}
