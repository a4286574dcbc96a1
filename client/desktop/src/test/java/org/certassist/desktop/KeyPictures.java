package org.certassist.desktop;

import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.concurrent.CountDownLatch;
import javafx.scene.Node;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.stage.Window;
import org.certassist.core.certificate.CertificateStatus;
import org.certassist.core.certificate.StatusCode;
import org.certassist.core.driver.Doubt;
import org.certassist.core.filing.KeyOverview.Choice;
import org.certassist.core.key.DriverState;
import org.certassist.core.key.KeyFault;
import org.certassist.core.key.Pin;
import org.certassist.core.key.PinState;
import org.certassist.core.key.PinTask;
import org.certassist.core.key.TokenPin;
import org.certassist.core.time.ClockReading;
import org.certassist.desktop.Pictures.Shown;
import org.certassist.desktop.key.KeyState;
import org.certassist.desktop.office.Office;
import org.certassist.desktop.office.PaperKeys;
import org.certassist.desktop.office.Samples;
import org.certassist.desktop.pin.TypedPins;
import org.certassist.texts.Language;

/// The pictures of the key: its states, its PIN's dialog, several keys, drivers in trouble.
final class KeyPictures {
  private static final String LONG = "江苏长三角一体化示范区汾湖高新技术产业开发区练习精密电子元器件制造股份有限公司吴江分公司";

  private final Pictures pictures;
  private final Path evidence;
  private final Language language;

  KeyPictures(Pictures pictures, Path evidence, Language language) {
    this.pictures = pictures;
    this.evidence = evidence;
    this.language = language;
  }

  void all() throws Exception {
    for (PinState state : PinState.values()) {
      pictures.take(
          "key-" + state.word(), language, new Office(evidence).withKey(state), shown -> {});
    }
    pictures.take("key-pad", language, office(pad(PinState.OK)), shown -> {});
    small();
    dialogs();
    ends();
    severalKeys();
    pictures.take("drivers", language, driversInTrouble(), shown -> {});
    pictures.take("drivers-in-doubt", language, driversInDoubt(), shown -> {});
    pictures.take("clock-off", language, clockOff(), shown -> {});
    pictures.take("small-clock-off", language, clockOff(), KeyPictures::shrink);
  }

  private void small() throws Exception {
    pictures.take(
        "small-locked",
        language,
        new Office(evidence)
            .withKey(Office.SERIAL, Office.SERIAL, LONG, TokenPin.usual(PinState.LOCKED)),
        KeyPictures::shrink);
    pictures.take(
        "small-keys",
        language,
        new Office(evidence)
            .withKey(Office.SERIAL, Office.SERIAL, LONG, TokenPin.usual(PinState.OK))
            .withKey("2", "twin", LONG, TokenPin.usual(PinState.OK)),
        KeyPictures::shrink);
    pictures.take(
        "small-change",
        language,
        new Office(evidence)
            .withKey(Office.SERIAL, Office.SERIAL, LONG, TokenPin.usual(PinState.LAST_TRY)),
        shown -> {
          shrink(shown);
          begin(shown, PinTask.CHANGE);
          type("new-pin", "13579");
        },
        Samples.jiangsu());
  }

  private void dialogs() throws Exception {
    pictures.take(
        "pin-verify",
        language,
        office(TokenPin.usual(PinState.OK)),
        shown -> begin(shown, PinTask.VERIFY),
        Samples.jiangsu());
    pictures.take(
        "pin-change",
        language,
        office(TokenPin.usual(PinState.MUST_CHANGE)),
        shown -> begin(shown, PinTask.CHANGE));
    pictures.take(
        "pin-weak",
        language,
        office(new TokenPin(PinState.OK, PinState.OK, false, 6, 16)),
        shown -> {
          begin(shown, PinTask.CHANGE);
          type("pin-in-force", PaperKeys.PIN);
          type("new-pin", "123456");
        });
    pictures.take(
        "pin-good",
        language,
        office(new TokenPin(PinState.OK, PinState.OK, false, 6, 16)),
        shown -> {
          begin(shown, PinTask.CHANGE);
          type("pin-in-force", PaperKeys.PIN);
          type("new-pin", "a864208");
          type("new-pin-again", "a864208");
        });
    pictures.take(
        "pin-unblock",
        language,
        office(new TokenPin(PinState.LOCKED, PinState.WRONG_TRIED, false, 6, 16)),
        shown -> begin(shown, PinTask.UNBLOCK));
    pictures.take(
        "pin-administrator-locked",
        language,
        office(new TokenPin(PinState.LOCKED, PinState.LOCKED, false, 6, 16)),
        shown -> begin(shown, PinTask.UNBLOCK));
    pictures.take(
        "pin-pad", language, office(pad(PinState.OK)), shown -> begin(shown, PinTask.CHANGE));
  }

  private void ends() throws Exception {
    CountDownLatch hold = new CountDownLatch(1);
    Office held = office(TokenPin.usual(PinState.OK));
    held.keys.holding(hold);
    pictures.take("pin-working", language, held, shown -> verify(shown, PaperKeys.PIN));
    hold.countDown();
    pictures.take(
        "pin-wrong-again",
        language,
        office(TokenPin.usual(PinState.OK)),
        shown -> verify(shown, "000000"),
        Samples.jiangsu());
    pictures.take(
        "pin-wrong-last-try",
        language,
        office(TokenPin.usual(PinState.WRONG_TRIED)),
        shown -> change(shown, "000000"));
    pictures.take(
        "pin-locked-now",
        language,
        office(TokenPin.usual(PinState.LAST_TRY)),
        shown -> verify(shown, "000000"));
    pictures.take(
        "pin-changed",
        language,
        office(TokenPin.usual(PinState.OK)),
        shown -> change(shown, PaperKeys.PIN));
    Office known = office(TokenPin.usual(PinState.OK));
    known.keys.taking("123456");
    pictures.take("pin-known", language, known, shown -> verify(shown, "123456"));
    Office crashed = office(TokenPin.usual(PinState.OK));
    crashed.keys.failing(
        new KeyFault.PinChangeUnknown("/usr/lib/softhsm/libsofthsm2.so", "driver.crashed"));
    pictures.take("pin-unsure", language, crashed, shown -> change(shown, PaperKeys.PIN));
    Office busy = office(TokenPin.usual(PinState.OK));
    busy.keys.failing(new KeyFault.Busy(Office.SERIAL));
    pictures.take("pin-busy", language, busy, shown -> verify(shown, PaperKeys.PIN));
  }

  private void severalKeys() throws Exception {
    pictures.take("keys-choose", language, three(), shown -> {});
    pictures.take(
        "keys-chosen",
        language,
        three(),
        shown -> {
          Pictures.onWindow(() -> {
            var looked = (KeyState.Looked) shown.window().models().keys.state().get();
            shown.window().models().keys.choose(looked.overview().choices().get(1));
            return true;
          });
          Thread.sleep(300);
        });
    pictures.take("key-gone", language, office(TokenPin.usual(PinState.OK)), KeyPictures::pull);
    pictures.take(
        "key-other",
        language,
        office(TokenPin.usual(PinState.OK)),
        shown -> {
          shown
              .office()
              .withKey(
                  "11aa22bb33cc44dd",
                  "吴江劳务派遣有限公司",
                  Samples.OTHER_CODE,
                  PinState.OK,
                  CertificateStatus.GOOD);
          pull(shown);
        });
  }

  private Office three() {
    return office(TokenPin.usual(PinState.OK))
        .withKey(Office.SERIAL, "renewed", Samples.UNIT, TokenPin.usual(PinState.OK))
        .withKey(
            "11aa22bb33cc44dd",
            "吴江劳务派遣有限公司",
            Samples.OTHER_CODE,
            PinState.WRONG_TRIED,
            new CertificateStatus(StatusCode.EXPIRED, "expired"));
  }

  private Office driversInTrouble() {
    Office office = new Office(evidence);
    office
        .keys
        .reporting("gm3000", "龙脉 mToken GM3000", DriverState.QUARANTINED)
        .reporting("epass", "飞天 ePass3000GM", DriverState.CRASHED)
        .reporting("haitai", "海泰 HaiKey", DriverState.HUNG)
        .reporting("opensc", "OpenSC", DriverState.BUSY);
    return office;
  }

  private Office driversInDoubt() {
    Office office = new Office(evidence);
    office
        .keys
        .doubting("gm3000", "龙脉 mToken GM3000", Doubt.REPLACED)
        .doubting("epass", "飞天 ePass3000GM", Doubt.OTHERS_MAY_WRITE)
        .reporting("haitai", "海泰 HaiKey", DriverState.WRONG_WORD_SIZE);
    return office;
  }

  private Office clockOff() {
    Office office = office(TokenPin.usual(PinState.OK));
    Instant here = office.time.instant();
    office.clock = () -> ClockReading.against(here.minus(Duration.ofDays(1)), here);
    return office;
  }

  private Office office(TokenPin pin) {
    return new Office(evidence).withKey(pin);
  }

  private static TokenPin pad(PinState state) {
    return new TokenPin(state, PinState.OK, true, 6, 16);
  }

  private static void pull(Shown shown) throws Exception {
    shown.office().keys.pull(Office.SERIAL);
    Pictures.onWindow(() -> {
      shown.window().models().keys.look();
      return true;
    });
    Pictures.until(() -> shown.window().models().keys.state().get() instanceof KeyState.Looked);
  }

  private static void shrink(Shown shown) throws Exception {
    Pictures.onWindow(() -> {
      shown.stage().setWidth(MainWindow.MIN_WIDTH);
      shown.stage().setHeight(MainWindow.MIN_HEIGHT);
      return true;
    });
  }

  private static Choice key(Shown shown) {
    return shown.window().models().keys.state().get().key().orElseThrow();
  }

  private static void begin(Shown shown, PinTask task) throws Exception {
    Pictures.onWindow(() -> {
      shown.window().models().pins.begin(task, key(shown));
      return true;
    });
  }

  private static void verify(Shown shown, String typed) throws Exception {
    begin(shown, PinTask.VERIFY);
    submit(shown, TypedPins.only(pin(typed)));
  }

  private static void change(Shown shown, String present) throws Exception {
    begin(shown, PinTask.CHANGE);
    submit(shown, new TypedPins(pin(present), pin("a864208"), pin("a864208")));
  }

  private static void submit(Shown shown, TypedPins typed) throws Exception {
    Pictures.onWindow(() -> {
      shown.window().models().pins.submit(typed, true);
      return true;
    });
    Thread.sleep(500);
  }

  private static Pin pin(String text) {
    return Pin.of(text.toCharArray());
  }

  private static void type(String id, String text) throws Exception {
    Pictures.onWindow(() -> {
      Node field =
          Window.getWindows().stream()
              .map(window -> window.getScene().lookup("#" + id))
              .filter(java.util.Objects::nonNull)
              .findFirst()
              .orElseThrow();
      field.requestFocus();
      for (int i = 0; i < text.length(); i++) {
        field.fireEvent(
            new KeyEvent(
                KeyEvent.KEY_TYPED,
                text.substring(i, i + 1),
                "",
                KeyCode.UNDEFINED,
                false,
                false,
                false,
                false));
      }
      return field;
    });
  }
}
