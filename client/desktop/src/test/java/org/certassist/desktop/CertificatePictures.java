package org.certassist.desktop;

import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import javafx.scene.control.Button;
import org.certassist.core.certificate.CertificateStatus;
import org.certassist.core.certificate.NotCheckedReason;
import org.certassist.core.certificate.Revocation;
import org.certassist.core.certificate.RevocationReason;
import org.certassist.core.certificate.RevocationReport;
import org.certassist.core.certificate.RevocationSource;
import org.certassist.core.certificate.StatusCode;
import org.certassist.core.filing.UpgradeGuide.Colour;
import org.certassist.desktop.Pictures.Scenario;
import org.certassist.desktop.Pictures.Shown;
import org.certassist.desktop.certificate.CertificateView;
import org.certassist.desktop.certificate.CertificatesViewModel;
import org.certassist.desktop.certificate.FileReading;
import org.certassist.desktop.office.CertificateSamples;
import org.certassist.desktop.office.Office;
import org.certassist.desktop.office.Samples;
import org.certassist.texts.Language;

/// The pictures of the place of the certificates, each in the usual and in the smallest size.
final class CertificatePictures {
  private static final Instant SOON = Instant.parse("2026-12-20T01:00:00Z");
  private static final Instant PAST = Instant.parse("2026-11-02T01:00:00Z");
  private static final Instant REVOKED_AT = Instant.parse("2026-11-20T01:30:00Z");

  private final Pictures pictures;
  private final Path folder;
  private final Language language;

  CertificatePictures(Pictures pictures, Path folder, Language language) {
    this.pictures = pictures;
    this.folder = folder;
    this.language = language;
  }

  void all() throws Exception {
    Files.writeString(folder.resolve("单位证书.p7b"), "signing\nca\nroot\n", StandardCharsets.UTF_8);
    Files.writeString(folder.resolve("letter.txt"), "nothing\n", StandardCharsets.UTF_8);
    both("certificates-none", new Office(folder), shown -> {});
    both("certificates-good", good(), this::looked);
    both("certificates-good-below", good(), shown -> scrolled(shown, 1));
    both(
        "certificates-expired",
        with("SM2", PAST, new CertificateStatus(StatusCode.EXPIRED, "expired")),
        shown -> scrolled(shown, 0));
    both(
        "certificates-revoked",
        told(
            new Revocation.Revoked(
                RevocationSource.LIST, REVOKED_AT, RevocationReason.KEY_COMPROMISE)),
        shown -> scrolled(shown, 1));
    both(
        "certificates-not-reached",
        told(new Revocation.NotChecked(NotCheckedReason.NOT_REACHED)),
        shown -> scrolled(shown, 1));
    both(
        "certificates-not-revoked",
        told(new Revocation.Good(RevocationSource.OCSP, REVOKED_AT, Optional.empty())),
        shown -> scrolled(shown, 1));
    both("certificates-file", good(), shown -> opened(shown, "单位证书.p7b"));
    both("certificates-file-unusable", good(), shown -> opened(shown, "letter.txt"));
    both(
        "certificates-companion",
        good(),
        shown -> {
          looked(shown);
          act(() -> model(shown).choose(CertificateSamples.ENCRYPTION));
          looked(shown);
        });
    pictures.take(
        "certificates-mistake",
        language,
        good(),
        shown -> {
          act(() -> shown.window().models().place.set(Place.CERTIFICATES));
          looked(shown);
          shown.office().certificates.fail();
          act(() -> model(shown).choose(CertificateSamples.ENCRYPTION));
          Pictures.until(() -> model(shown).view().get() instanceof CertificateView.Failed);
        },
        Samples.jiangsu());
    both(
        "certificates-key",
        soon("SM2"),
        shown -> act(() -> shown.window().models().place.set(Place.FILING)));
    both("certificates-guide-renewal", soon("SM2"), this::guide);
    both("certificates-guide-colour", soon("RSA 2048"), this::guide);
    both("certificates-guide-blue", soon("RSA 2048"), shown -> colour(shown, Colour.BLUE));
    both("certificates-guide-silver", soon("RSA 2048"), shown -> colour(shown, Colour.SILVER));
  }

  private Office good() {
    return CertificateSamples.withPair(new Office(folder));
  }

  /// What the CAs say is there before the picture is taken.
  private Office told(Revocation revocation) {
    Office office = good();
    office.revocations =
        question ->
            new RevocationReport(
                question.now(),
                List.of(new RevocationReport.Asked(question.path().getFirst(), revocation)));
    return office;
  }

  private Office soon(String algorithm) {
    return CertificateSamples.withPair(new Office(folder), algorithm, SOON, Optional.empty());
  }

  private Office with(String algorithm, Instant end, CertificateStatus fault) {
    return CertificateSamples.withPair(new Office(folder), algorithm, end, Optional.of(fault));
  }

  private void both(String name, Office office, Scenario scenario) throws Exception {
    Scenario there =
        shown -> {
          act(() -> shown.window().models().place.set(Place.CERTIFICATES));
          scenario.play(shown);
        };
    pictures.take(name, language, office, there, Samples.jiangsu());
    pictures.take(
        name + "-small",
        language,
        office,
        shown -> {
          act(() -> {
            shown.stage().setWidth(MainWindow.MIN_WIDTH);
            shown.stage().setHeight(MainWindow.MIN_HEIGHT);
          });
          there.play(shown);
        },
        Samples.jiangsu(),
        Samples.hohhot());
  }

  private static CertificatesViewModel model(Shown shown) {
    return shown.window().models().certificates;
  }

  private void looked(Shown shown) throws Exception {
    Pictures.until(() -> model(shown).view().get() instanceof CertificateView.Details);
  }

  private void scrolled(Shown shown, double where) throws Exception {
    looked(shown);
    Thread.sleep(300);
    act(() ->
        ((javafx.scene.control.ScrollPane)
                shown.stage().getScene().lookup("#certificates > .scroll-pane"))
            .setVvalue(where));
  }

  private void opened(Shown shown, String name) throws Exception {
    looked(shown);
    act(() -> model(shown).open(folder.resolve(name)));
    Pictures.until(() -> !(model(shown).reading().get() instanceof FileReading.Reading));
    looked(shown);
  }

  private void guide(Shown shown) throws Exception {
    looked(shown);
    Thread.sleep(200);
    act(() -> ((Button) shown.stage().getScene().lookup("#certificate-guide")).fire());
  }

  private void colour(Shown shown, Colour colour) throws Exception {
    guide(shown);
    act(() -> model(shown).keyIs(Optional.of(colour)));
  }

  private static void act(Runnable act) throws Exception {
    Pictures.onWindow(() -> {
      act.run();
      return true;
    });
  }
}
