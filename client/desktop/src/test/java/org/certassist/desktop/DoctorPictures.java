package org.certassist.desktop;

import java.nio.file.Path;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import javafx.scene.control.TextField;
import javafx.scene.control.TextInputControl;
import org.certassist.core.certificate.CertificateStatus;
import org.certassist.core.certificate.StatusCode;
import org.certassist.core.diagnosis.Cause;
import org.certassist.core.diagnosis.CheckId;
import org.certassist.core.key.DriverState;
import org.certassist.core.key.PinState;
import org.certassist.desktop.Pictures.Shown;
import org.certassist.desktop.doctor.BundleState;
import org.certassist.desktop.doctor.BundleViewModel;
import org.certassist.desktop.doctor.CheckupState;
import org.certassist.desktop.doctor.RepairState;
import org.certassist.desktop.office.Office;
import org.certassist.desktop.office.PaperPc;
import org.certassist.desktop.office.Samples;
import org.certassist.texts.Language;

/// The pictures of the check-up, of messages explained and of help by phone.
final class DoctorPictures {
  private static final Path BUNDLE = Path.of("/home/li/桌面/certassist-help.zip");

  private final Pictures pictures;
  private final Path evidence;
  private final Language language;

  DoctorPictures(Pictures pictures, Path evidence, Language language) {
    this.pictures = pictures;
    this.evidence = evidence;
    this.language = language;
  }

  void all() throws Exception {
    take("doctor-healthy", office().withKey(PinState.OK), _ -> {});
    Office slow = office().withKey(PinState.OK);
    CountDownLatch answer = new CountDownLatch(1);
    slow.checkup.answers = answer;
    takeLooking("doctor-looking", slow);
    answer.countDown();
    take("doctor-expired", expired(), _ -> {});
    take("doctor-expired-small", expired(), DoctorPictures::shrink);
    take("doctor-missing", missing(), _ -> {});
    take("doctor-intercepted", intercepted(), _ -> {});
    take(
        "doctor-other",
        intercepted(),
        shown -> {
          act(() -> shown.window().models().checkup.choose(CheckId.CATALOGUE));
        });
    Office mended = office().withKey(PinState.OK);
    mended.checkup.catalogueRefused = true;
    take("doctor-repaired", mended, DoctorPictures::repair);
    take("doctor-explain", office(), shown -> explain(shown, "该人员为公司法人，不允许停保，状态码：823"));
    take(
        "doctor-explain-small",
        office(),
        shown -> {
          shrink(shown);
          explain(shown, "823");
        });
    take("doctor-explain-nothing", office(), shown -> explain(shown, "今天天气很好"));
    take("doctor-help", expired(), shown -> part(shown, "help"));
    take("doctor-help-read", expired(), shown -> read(shown));
    take("doctor-bundle", expired(), shown -> bundle(shown));
    take(
        "doctor-bundle-small",
        expired(),
        shown -> {
          shrink(shown);
          bundle(shown);
        });
    take("doctor-bundle-saved", expired(), shown -> saved(shown));
    take("doctor-log", expired(), shown -> part(shown, "log"));
    take(
        "doctor-log-small",
        expired(),
        shown -> {
          shrink(shown);
          part(shown, "log");
        });
    take("doctor-help-misheard", expired(), shown -> misheard(shown));
  }

  private void take(String name, Office office, Pictures.Scenario scenario) throws Exception {
    pictures.take(
        name,
        language,
        office,
        shown -> {
          visit(shown);
          looked(shown);
          scenario.play(shown);
        },
        Samples.jiangsu());
  }

  private void takeLooking(String name, Office office) throws Exception {
    pictures.take(
        name,
        language,
        office,
        shown -> {
          visit(shown);
          Pictures.until(() ->
              shown.window().models().checkup.state().get()
                      instanceof CheckupState.Looking(var found)
                  && found.size() > 8);
        },
        Samples.jiangsu());
  }

  private Office office() {
    return new Office(evidence);
  }

  private Office expired() {
    Office office =
        office()
            .withKey(
                Office.SERIAL,
                Samples.UNIT,
                Samples.CREDIT_CODE,
                PinState.WRONG_TRIED,
                new CertificateStatus(StatusCode.EXPIRED, "expired"));
    office.checkup.font = false;
    return office;
  }

  private Office missing() {
    Office office = office();
    office.pc.plugIn(PaperPc.EPASS, "ePass3000GM");
    office.keys.reporting("epass", "飞天 ePass3000GM", DriverState.NOT_INSTALLED);
    return office;
  }

  private Office intercepted() {
    Office office = office().withKey(PinState.OK);
    office.checkup.trouble = Optional.of(Cause.TLS_INTERCEPTED);
    office.checkup.catalogueRefused = true;
    return office;
  }

  private static void visit(Shown shown) throws Exception {
    act(() -> shown.window().models().place.set(Place.DOCTOR));
  }

  private static void looked(Shown shown) throws Exception {
    Pictures.until(
        () -> shown.window().models().checkup.state().get() instanceof CheckupState.Looked);
  }

  private static void repair(Shown shown) throws Exception {
    act(() ->
        shown
            .window()
            .models()
            .checkup
            .action(Cause.CATALOGUE_REFUSED)
            .ifPresent(shown.window().models().checkup::act));
    Pictures.until(() ->
        shown.window().models().checkup.repair().get() instanceof RepairState.Done
            && shown.window().models().checkup.undoable().get().isPresent());
    looked(shown);
  }

  private static void part(Shown shown, String part) throws Exception {
    act(() -> ((javafx.scene.control.ToggleButton) node(shown, "#doctor-" + part)).fire());
  }

  private static void explain(Shown shown, String text) throws Exception {
    part(shown, "explain");
    act(() -> ((TextInputControl) node(shown, "#explain-text")).setText(text));
    act(() -> shown.window().models().explain.ask(text));
    Pictures.until(() -> shown.window().models().explain.answers().get().isPresent());
  }

  private static void read(Shown shown) throws Exception {
    part(shown, "help");
    act(() -> {
      String digits =
          shown.window().models().help.examined().getValue().orElseThrow().phone().digits();
      ((TextField) node(shown, "#help-code")).setText(digits);
      shown.window().models().help.read(digits);
    });
  }

  private static void misheard(Shown shown) throws Exception {
    part(shown, "help");
    act(() -> shown.window().models().help.read("1234 5678 9012 34"));
  }

  private static void bundle(Shown shown) throws Exception {
    part(shown, "help");
    act(() -> shown.window().models().bundles.make());
    Pictures.until(
        () -> shown.window().models().bundles.state().get() instanceof BundleState.Shown);
  }

  private static void saved(Shown shown) throws Exception {
    bundle(shown);
    act(() -> shown.window().models().bundles.save(BUNDLE));
    Pictures.until(
        () -> shown.window().models().bundles.state().get() instanceof BundleState.Saved);
    act(() -> shown.window().models().bundles.open(BUNDLE));
    Pictures.until(() ->
        shown.window().models().bundles.opened().get() instanceof BundleViewModel.Opened.Read);
  }

  private static javafx.scene.Node node(Shown shown, String id) {
    return shown.stage().getScene().lookup(id);
  }

  private static void shrink(Shown shown) throws Exception {
    act(() -> {
      shown.stage().setWidth(MainWindow.MIN_WIDTH);
      shown.stage().setHeight(MainWindow.MIN_HEIGHT);
    });
  }

  private static void act(Runnable act) throws Exception {
    Pictures.onWindow(() -> {
      act.run();
      return true;
    });
  }
}
