package org.certassist.desktop;

import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.function.Supplier;
import org.certassist.core.certificate.CertificateFacts;
import org.certassist.core.certificate.CertificateStatus;
import org.certassist.core.certificate.CertificateUsage;
import org.certassist.core.certificate.Holder;
import org.certassist.core.certificate.HolderFact;
import org.certassist.core.certificate.HolderField;
import org.certassist.core.certificate.StatusCode;
import org.certassist.core.key.Pin;
import org.certassist.core.key.PinState;
import org.certassist.core.key.TokenPin;
import org.certassist.core.portal.RowAnswers;
import org.certassist.desktop.Pictures.Shown;
import org.certassist.desktop.key.KeyFileWork;
import org.certassist.desktop.key.KeyState;
import org.certassist.desktop.office.Office;
import org.certassist.desktop.office.PaperKeys;
import org.certassist.desktop.office.Samples;
import org.certassist.desktop.send.SendState;
import org.certassist.texts.Language;

/// The pictures of keys in files, and of the right company's key among several.
final class KeyFilePictures {
  private static final Path FILE = Path.of("/home/li/证书/苏州练习电子有限公司2026年度社保单位证书.p12");
  private static final String PASSWORD = "correct horse";
  private static final CertificateStatus GOOD = CertificateStatus.GOOD;

  private final Pictures pictures;
  private final Path evidence;
  private final Language language;

  KeyFilePictures(Pictures pictures, Path evidence, Language language) {
    this.pictures = pictures;
    this.evidence = evidence;
    this.language = language;
  }

  /// What is done in the window before the picture is taken.
  private interface Scenario {
    void play(Shown shown) throws Exception;
  }

  void all() throws Exception {
    files();
    signing();
    companies();
  }

  private void files() throws Exception {
    both("key-file-none", () -> new Office(evidence), shown -> {});
    both("key-file-asked", this::office, this::take);
    both(
        "key-file-wrong",
        this::office,
        shown -> {
          take(shown);
          unlock(shown, "other");
        });
    both(
        "key-file-odd",
        this::office,
        shown -> {
          take(shown);
          unlock(shown, PASSWORD + " ");
        });
    both("key-file-ready", this::office, this::checked);
    both(
        "key-file-unusable",
        this::office,
        shown -> {
          act(() -> shown.window().models().keyFiles.open(Path.of("/home/li/photo.pfx")));
          until(shown, KeyFileWork.Unusable.class);
        });
    both("key-file-gone", this::gone, shown -> {});
    both(
        "key-file-taken-away",
        this::office,
        shown -> {
          open(shown);
          shown.office().keys.files.takeAway(FILE);
          look(shown);
        });
    both(
        "key-file-beside-keys",
        () -> office().withKey(PinState.OK),
        shown -> {
          take(shown);
          unlock(shown, PASSWORD);
          look(shown);
        });
    both(
        "key-file-certificates",
        this::office,
        shown -> {
          open(shown);
          act(() -> shown.window().models().place.set(Place.CERTIFICATES));
          Thread.sleep(300);
        });
  }

  private void signing() throws Exception {
    pictures.take("key-file-sign", language, office(), this::ask);
    pictures.take(
        "key-file-sign-wrong",
        language,
        office(),
        shown -> {
          ask(shown);
          act(() -> shown.window().models().send.sign(pin("other"), false, false));
          Pictures.until(() ->
              shown.window().models().send.state().get() instanceof SendState.Asking asking
                  && asking.trouble().isPresent());
        });
    Office kept = office();
    kept.portal.answering(new RowAnswers(12, 0, List.of()));
    kept.workbooks.put("more.xlsx", Samples.only(14));
    pictures.take(
        "key-file-kept-open",
        language,
        kept,
        shown -> {
          ask(shown);
          act(() -> shown.window().models().send.sign(pin(PASSWORD), false, true));
          Pictures.until(
              () -> shown.window().models().send.state().get() instanceof SendState.Ended);
          act(() -> shown.window().models().send.dismiss());
          Pictures.openFile(shown, "more.xlsx");
          begin(shown);
        });
  }

  private void companies() throws Exception {
    both("keys-of-the-unit", this::agency, shown -> Pictures.openFile(shown, "good.xlsx"));
    both(
        "keys-other-unit",
        () -> new Office(evidence).withKey("2", "另一单位", Samples.OTHER_CODE, PinState.OK, GOOD),
        shown -> Pictures.openFile(shown, "good.xlsx"));
    pictures.take(
        "sign-unit-not-told",
        language,
        unnamed(),
        shown -> {
          Pictures.openFile(shown, "good.xlsx");
          begin(shown);
        });
    both("outbox-other-unit", this::waiting, this::another);
    both(
        "certificate-failed",
        () -> new Office(evidence).withKey(PinState.OK),
        shown -> {
          shown.office().certificates.fail();
          act(() -> {
            shown.window().models().place.set(Place.CERTIFICATES);
            shown.window().models().certificates.choose(PaperKeys.certificate(Office.SERIAL));
          });
          Thread.sleep(300);
        });
  }

  private Office waiting() {
    Office office = new Office(evidence).withKey(PinState.OK);
    office.portal.unreachable();
    return office;
  }

  /// One waits, and another unit's key takes the place of ours.
  private void another(Shown shown) throws Exception {
    Pictures.openFile(shown, "good.xlsx");
    begin(shown);
    act(() -> shown.window().models().send.sign(pin(PaperKeys.PIN), false, false));
    Pictures.until(() -> shown.window().models().send.state().get() instanceof SendState.NotSent);
    shown.office().keys.pull(Office.SERIAL);
    var _ = shown.office().withKey("2", "吴江劳务派遣有限公司", Samples.OTHER_CODE, PinState.OK, GOOD);
    act(() -> {
      shown.window().models().send.dismiss();
      shown.window().models().check.close();
    });
    look(shown);
    act(() -> {
      shown.window().models().place.set(Place.OUTBOX);
      shown.window().models().send.beginOutbox();
    });
    Pictures.until(
        () -> shown.window().models().send.state().get() instanceof SendState.OutboxNotBegun);
  }

  private Office gone() {
    Office office = new Office(evidence);
    var _ = office.keys.files.remembering(FILE);
    return office;
  }

  private Office office() {
    return new Office(evidence).withKeyFile(FILE, PASSWORD);
  }

  /// Somebody who files for several companies.
  private Office agency() {
    return new Office(evidence)
        .withKey("11aa22bb33cc44dd", "吴江劳务派遣有限公司", Samples.OTHER_CODE, PinState.OK, GOOD)
        .withKey(
            "77aa22bb33cc44ee",
            "汾湖练习包装材料有限公司",
            "91320509MA1QQQQQ0A",
            PinState.WRONG_TRIED,
            new CertificateStatus(StatusCode.EXPIRED, "expired"))
        .withKey(Office.SERIAL, Office.SERIAL, Samples.UNIT, TokenPin.usual(PinState.OK));
  }

  private Office unnamed() {
    Office office = new Office(evidence);
    var _ = office.keys.plugIn("2", PinState.OK);
    var _ =
        office.certificates.put(
            new CertificateFacts(
                PaperKeys.certificate("2"),
                "CN=赵敏,C=CN",
                new Holder(List.of(new HolderFact(HolderField.HANDLER, "赵敏", "subject CN"))),
                "CN=certassist practice issuing CA",
                "1",
                Instant.parse("2025-12-01T00:00:00Z"),
                Instant.parse("2027-12-01T00:00:00Z"),
                "RSA 2048",
                CertificateUsage.SIGNING),
            GOOD);
    return office;
  }

  private void both(String name, Supplier<Office> office, Scenario scenario) throws Exception {
    pictures.take(name, language, office.get(), scenario::play);
    pictures.take(
        name + "-small",
        language,
        office.get(),
        shown -> {
          act(() -> {
            shown.stage().setWidth(MainWindow.MIN_WIDTH);
            shown.stage().setHeight(MainWindow.MIN_HEIGHT);
          });
          scenario.play(shown);
        });
  }

  private void take(Shown shown) throws Exception {
    act(() -> shown.window().models().keyFiles.open(FILE));
    until(shown, KeyFileWork.Asking.class);
    Thread.sleep(300);
  }

  private static void unlock(Shown shown, String password) throws Exception {
    act(() -> shown.window().models().keyFiles.unlock(pin(password)));
    Pictures.until(
        () -> !(shown.window().models().keyFiles.work().get() instanceof KeyFileWork.Opening));
    Thread.sleep(300);
  }

  private void open(Shown shown) throws Exception {
    take(shown);
    unlock(shown, PASSWORD);
    Pictures.until(() -> shown.window().models().keys.state().get().key().isPresent());
  }

  private void checked(Shown shown) throws Exception {
    open(shown);
    Pictures.openFile(shown, "good.xlsx");
  }

  private void ask(Shown shown) throws Exception {
    checked(shown);
    begin(shown);
  }

  private static void begin(Shown shown) throws Exception {
    act(() -> shown.window().models().send.begin());
    Pictures.until(() -> shown.window().models().send.state().get() instanceof SendState.Asking);
  }

  private static void look(Shown shown) throws Exception {
    act(() -> shown.window().models().keys.look());
    Pictures.until(() -> shown.window().models().keys.state().get() instanceof KeyState.Looked);
  }

  private static void until(Shown shown, Class<? extends KeyFileWork> wanted) throws Exception {
    Pictures.until(() -> wanted.isInstance(shown.window().models().keyFiles.work().get()));
  }

  private static void act(Runnable what) throws Exception {
    Pictures.onWindow(() -> {
      what.run();
      return true;
    });
  }

  private static Pin pin(String text) {
    return Pin.of(text.toCharArray());
  }
}
