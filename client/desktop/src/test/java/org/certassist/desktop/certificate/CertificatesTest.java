package org.certassist.desktop.certificate;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import org.certassist.core.certificate.CertificateFault;
import org.certassist.core.certificate.CertificateStatus;
import org.certassist.core.certificate.EncodedCertificate;
import org.certassist.core.certificate.Revocation;
import org.certassist.core.certificate.RevocationReason;
import org.certassist.core.certificate.RevocationReport;
import org.certassist.core.certificate.RevocationSource;
import org.certassist.core.certificate.StatusCode;
import org.certassist.core.filing.ExportCertificate.Form;
import org.certassist.core.filing.SeenCertificate;
import org.certassist.core.filing.UpgradeGuide.Colour;
import org.certassist.core.filing.UpgradeGuide.Need;
import org.certassist.core.key.PinState;
import org.certassist.desktop.Desk;
import org.certassist.desktop.certificate.CertificateGroup.Standing;
import org.certassist.desktop.certificate.CertificateView.AskingColour;
import org.certassist.desktop.certificate.CertificateView.Details;
import org.certassist.desktop.certificate.CertificateView.Guiding;
import org.certassist.desktop.fx.Saved;
import org.certassist.desktop.fx.WindowFault;
import org.certassist.desktop.office.CertificateSamples;
import org.certassist.desktop.office.Office;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/// Certificates of keys and files, as they come, are looked at, exported and renewed.
@Timeout(60)
class CertificatesTest {
  private static final Instant SOON = Instant.parse("2026-12-20T01:00:00Z");

  @TempDir Path folder;

  private Office pair() {
    return CertificateSamples.withPair(new Office(folder));
  }

  private Path file(String name, String content) throws Exception {
    return Files.writeString(folder.resolve(name), content, StandardCharsets.UTF_8);
  }

  private static Details looks(Desk desk, EncodedCertificate certificate) {
    desk.does(() -> desk.certificates.choose(certificate));
    desk.until(
        desk.certificates.view(),
        view ->
            view instanceof Details details
                && details.certificate().seen().certificate().equals(certificate));
    return (Details) desk.certificates.view().get();
  }

  private static void opens(Desk desk, Path file) {
    desk.does(() -> desk.certificates.open(file));
    desk.until(desk.certificates.reading(), reading -> !(reading instanceof FileReading.Reading));
  }

  @Test
  void aPairIsOneLineAndItsSigningCertificateIsLookedAtFirst() {
    try (Desk desk = new Desk(pair())) {
      Details first = desk.until(desk.certificates.view(), Details.class);
      assertThat(first.certificate().seen().certificate()).isEqualTo(CertificateSamples.SIGNING);
      assertThat(first.standing()).isEqualTo(Standing.OWN);
      assertThat(desk.certificates.groups().get().getFirst().pairs())
          .singleElement()
          .satisfies(pair ->
              assertThat(pair.encryption().map(SeenCertificate::certificate))
                  .contains(CertificateSamples.ENCRYPTION));

      assertThat(looks(desk, CertificateSamples.ENCRYPTION).standing())
          .isEqualTo(Standing.COMPANION);
    }
  }

  @Test
  void theOneThatTheReasonIsAboutAndTheTrustedOneAreMarked() {
    Office office =
        CertificateSamples.withPair(
            new Office(folder),
            "SM2",
            SOON,
            Optional.of(new CertificateStatus(StatusCode.REVOKED, "revoked")));
    try (Desk desk = new Desk(office)) {
      Details details = looks(desk, CertificateSamples.SIGNING);
      assertThat(details.certificate().chain())
          .extracting(link -> link.mark().name())
          .containsExactly("AT_FAULT", "NONE", "ANCHOR");
    }
  }

  @Test
  void aCertificateShowsBeforeItsCasHaveSpoken() {
    Office office = pair();
    CountDownLatch spoken = new CountDownLatch(1);
    office.revocations =
        question -> {
          spoken.await();
          return new RevocationReport(
              question.now(),
              List.of(
                  new RevocationReport.Asked(
                      question.path().getFirst(),
                      new Revocation.Revoked(
                          RevocationSource.LIST,
                          question.now(),
                          RevocationReason.KEY_COMPROMISE))));
        };
    try (Desk desk = new Desk(office)) {
      assertThat(looks(desk, CertificateSamples.SIGNING).certificate().seen().status().code())
          .isEqualTo(StatusCode.GOOD);

      spoken.countDown();
      desk.until(
          desk.certificates.view(),
          view ->
              view instanceof Details details
                  && details.certificate().seen().status().code() == StatusCode.REVOKED);
    }
  }

  @Test
  void aCertificateThatCannotBeLookedAtEndsInASentenceAndAnotherLookMayGoOn() {
    Office office = pair();
    try (Desk desk = new Desk(office)) {
      looks(desk, CertificateSamples.SIGNING);
      office.certificates.fail();

      desk.does(() -> desk.certificates.choose(CertificateSamples.ENCRYPTION));

      CertificateView.Failed failed =
          desk.until(desk.certificates.view(), CertificateView.Failed.class);
      assertThat(failed.fault()).isInstanceOf(WindowFault.Mistake.class);
      assertThat(failed.entry().certificate()).isEqualTo(CertificateSamples.ENCRYPTION);
    }
  }

  @Test
  void aFileIsOpenedItsOwnCertificateShownAndItsCasKeptApart() throws Exception {
    Office office = pair();
    try (Desk desk = new Desk(office)) {
      Path file = file("unit.p7b", "ca\nsigning\nroot\n");
      opens(desk, file);

      CertificateGroup group = desk.certificates.groups().get().getLast();
      assertThat(group.source()).isEqualTo(new CertificateSource.InFile(file));
      assertThat(group.pairs()).hasSize(1);
      assertThat(group.authorities())
          .extracting(SeenCertificate::certificate)
          .containsExactly(CertificateSamples.CA, CertificateSamples.ROOT);
      desk.until(desk.certificates.view(), Details.class);
      assertThat(desk.certificates.view().get().chosen())
          .contains(new CertificateGroup.Entry(group.source().id(), CertificateSamples.SIGNING));

      opens(desk, file);
      assertThat(desk.certificates.groups().get()).as("once more is still one").hasSize(2);

      desk.does(() -> desk.certificates.putAway(group.source()));
      assertThat(desk.certificates.groups().get()).hasSize(1);
      assertThat(file).exists();
    }
  }

  @Test
  void anUnusableFileIsNamedAndNothingIsLost() throws Exception {
    try (Desk desk = new Desk(pair())) {
      CertificateView before = looks(desk, CertificateSamples.SIGNING);
      opens(desk, file("letter.txt", "nothing"));
      assertThat(desk.certificates.reading().get())
          .isEqualTo(
              new FileReading.Unusable(
                  folder.resolve("letter.txt"), new CertificateFault.NoCertificate("letter.txt")));
      assertThat(desk.certificates.view().get()).isEqualTo(before);

      Path large = folder.resolve("large.cer");
      Files.write(large, new byte[8 * 1024 * 1024 + 1]);
      opens(desk, large);
      assertThat(((FileReading.Unusable) desk.certificates.reading().get()).fault())
          .isInstanceOf(CertificateFault.FileTooLarge.class);

      opens(desk, folder.resolve("gone.cer"));
      assertThat(((FileReading.Unusable) desk.certificates.reading().get()).fault().id())
          .isEqualTo("file.unreadable");
      assertThat(desk.certificates.groups().get()).hasSize(1);
    }
  }

  @Test
  void aBundleHasTheWholeWayAndAFailedWriteLeavesWhatWasThere() throws Exception {
    try (Desk desk = new Desk(pair())) {
      looks(desk, CertificateSamples.SIGNING);
      Path out = folder.resolve("out.p7b");
      desk.does(() -> desk.certificates.export(Form.P7B, out));
      desk.until(desk.certificates.saved(), Optional::isPresent);
      assertThat(out).hasContent("signing\nca\nroot");

      Path nowhere = folder.resolve("missing").resolve("out.cer");
      desk.does(() -> desk.certificates.export(Form.CER, nowhere));
      desk.until(
          desk.certificates.saved(),
          saved -> saved.filter(Saved.NotWritten.class::isInstance).isPresent());
      assertThat(out).hasContent("signing\nca\nroot");
    }
  }

  @Test
  void anOldAlgorithmAsksForTheColourAndAGoodOneDoesNot() {
    Office old =
        CertificateSamples.withPair(new Office(folder), "RSA 2048", SOON, Optional.empty());
    try (Desk desk = new Desk(old)) {
      looks(desk, CertificateSamples.SIGNING);
      desk.does(desk.certificates::guide);
      assertThat(desk.certificates.view().get()).isInstanceOf(AskingColour.class);
      desk.does(() -> desk.certificates.keyIs(Optional.of(Colour.BLUE)));
      Guiding guiding = (Guiding) desk.certificates.view().get();
      assertThat(guiding.guide().routes())
          .extracting(route -> route.id())
          .containsExactly("blue", "counter");
      desk.does(desk.certificates::back);
      assertThat(desk.certificates.view().get()).isInstanceOf(AskingColour.class);
      desk.does(desk.certificates::back);
      desk.until(desk.certificates.view(), Details.class);
    }
    Office office = CertificateSamples.withPair(new Office(folder), "SM2", SOON, Optional.empty());
    try (Desk desk = new Desk(office)) {
      looks(desk, CertificateSamples.SIGNING);
      desk.does(desk.certificates::guide);
      assertThat(((Guiding) desk.certificates.view().get()).guide().need()).isEqualTo(Need.RENEWAL);
      desk.does(desk.certificates::back);
      desk.until(desk.certificates.view(), Details.class);
    }
  }

  @Test
  void aKeyThatIsPulledTakesItsCertificatesAlong() {
    Office office = pair();
    try (Desk desk = new Desk(office)) {
      looks(desk, CertificateSamples.SIGNING);
      office.keys.pull(Office.SERIAL);
      office.withKey(PinState.OK);
      desk.does(desk.keys::look);
      desk.until(
          desk.certificates.view(),
          view ->
              view instanceof Details details
                  && !details
                      .certificate()
                      .seen()
                      .certificate()
                      .equals(CertificateSamples.SIGNING));
      assertThat(desk.certificates.groups().get()).hasSize(1);

      office.keys.pull(Office.SERIAL);
      desk.does(desk.keys::look);
      desk.until(desk.certificates.view(), CertificateView.Nothing.class);
      assertThat(desk.certificates.groups().get()).isEmpty();
    }
  }
}
