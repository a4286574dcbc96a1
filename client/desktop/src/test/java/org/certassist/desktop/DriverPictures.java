package org.certassist.desktop;

import java.nio.file.Path;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import org.certassist.core.detection.Installation;
import org.certassist.core.detection.Installation.Route;
import org.certassist.core.detection.Installation.Step;
import org.certassist.core.driver.Doubt;
import org.certassist.core.driver.RegisteredModule.Spoken;
import org.certassist.core.driver.UsbDevice.Role;
import org.certassist.core.installer.InstallerFault;
import org.certassist.core.key.DriverState;
import org.certassist.core.key.PinState;
import org.certassist.desktop.Pictures.Shown;
import org.certassist.desktop.driver.DriversState.Seen;
import org.certassist.desktop.driver.Picking;
import org.certassist.desktop.driver.TrialOfDriver;
import org.certassist.desktop.office.Office;
import org.certassist.desktop.office.PaperPc;
import org.certassist.desktop.office.Samples;
import org.certassist.texts.Language;

/// The pictures of the place of the drivers.
final class DriverPictures {
  private static final Path LIBRARY = Path.of("/opt/netca/lib/libnetca_p11.so.2");

  private final Pictures pictures;
  private final Path evidence;
  private final Language language;

  DriverPictures(Pictures pictures, Path evidence, Language language) {
    this.pictures = pictures;
    this.evidence = evidence;
    this.language = language;
  }

  void all() throws Exception {
    Office nothing = office();
    nothing.keys.reporting("epass", "飞天 ePass3000GM", DriverState.NOT_INSTALLED);
    nothing.keys.reporting("gm3000", "龙脉 mToken GM3000", DriverState.NOT_INSTALLED);
    take("drivers-nothing", nothing, _ -> {});
    take("drivers-nothing-small", nothing, DriverPictures::shrink);
    take("drivers-ready", ready(), DriverPictures::tests);
    take("drivers-missing", missing(), _ -> {});
    take("drivers-steps", missing(), DriverPictures::install);
    take(
        "drivers-steps-small",
        missing(),
        shown -> {
          install(shown);
          shrink(shown);
        });
    installers();
    Office twice = ready();
    twice.pc.plugIn(PaperPc.EPASS, "ePass3000GM", Role.HID).plugIn(PaperPc.HUASHEN, "", Role.HID);
    twice.keys.reporting("epass", "飞天 ePass3000GM", DriverState.CRASHED);
    twice.keys.doubting("haitai", "海泰 HaiKey", Doubt.REPLACED);
    take("drivers-trouble", twice, _ -> {});
    take("drivers-trouble-small", twice, DriverPictures::shrink);
    Office narrow = office();
    narrow.pc.plugIn(PaperPc.EPASS, "ePass3000GM", Role.HID);
    narrow.keys.reporting("epass", "飞天 ePass3000GM", DriverState.WRONG_WORD_SIZE);
    take("drivers-word-size", narrow, _ -> {});
    take("drivers-picked", unknown(), shown -> pick(shown));
    take(
        "drivers-picked-small",
        unknown(),
        shown -> {
          pick(shown);
          shrink(shown);
        });
    Office useless = unknown();
    useless.keys.trying(LIBRARY, DriverState.REFUSED);
    take("drivers-picked-refused", useless, DriverPictures::pick);
    Office asCdRom = office();
    asCdRom.pc.plugIn(PaperPc.GM3000, "mToken CD", Role.STORAGE);
    asCdRom.keys.reporting("gm3000", "龙脉 mToken GM3000", DriverState.NOT_INSTALLED);
    take("drivers-cdrom", asCdRom, _ -> {});
    take("drivers-resumed", resumed(), _ -> {});
    Office blind = resumed();
    blind.pc.plugIn(PaperPc.EPASS, "ePass3000GM", Role.HID);
    take("drivers-check", blind, _ -> {});
    Office over = resumed();
    over.pc.plugIn(PaperPc.EPASS, "ePass3000GM", Role.HID);
    over.keys.reporting("epass", "飞天 ePass3000GM", DriverState.READY);
    take("drivers-over", over.withKey(PinState.OK), _ -> {});
    pictures.take("drivers-practice", language, office(), DriverPictures::visit);
  }

  /// The maker's installer at its step.
  private void installers() throws Exception {
    Office offered = missing();
    offered.pc.installer.named();
    take("drivers-installer", offered, DriverPictures::install);
    Office noted = missing();
    noted
        .pc
        .installer
        .named()
        .notInFolder()
        .failing(InstallerFault.of("unreached", "driver.ca.example", "timeout"));
    take(
        "drivers-installer-trouble",
        noted,
        shown -> {
          install(shown);
          runInstaller(shown);
        });
    Office slow = missing();
    slow.pc.installer.named().slow(new CountDownLatch(1));
    take(
        "drivers-installer-fetching-small",
        slow,
        shown -> {
          install(shown);
          runInstaller(shown);
          shrink(shown);
        });
    Office lasting = missing();
    lasting.pc.installer.named().lasting(new CountDownLatch(1));
    take(
        "drivers-installer-running",
        lasting,
        shown -> {
          install(shown);
          runInstaller(shown);
        });
    Office handed = missing();
    handed.pc.installer.named().handingOn();
    take(
        "drivers-installer-handed",
        handed,
        shown -> {
          install(shown);
          runInstaller(shown);
        });
  }

  private static void runInstaller(Shown shown) throws Exception {
    Pictures.onWindow(() -> {
      shown.window().models().drivers.installer().run();
      return true;
    });
    Thread.sleep(400);
  }

  private void take(String name, Office office, Pictures.Scenario scenario) throws Exception {
    pictures.take(
        name,
        language,
        office,
        shown -> {
          visit(shown);
          scenario.play(shown);
        },
        Samples.jiangsu(),
        Samples.practice());
  }

  private Office office() {
    return new Office(evidence);
  }

  private Office missing() {
    Office office = office();
    office.pc.plugIn(PaperPc.EPASS, "ePass3000GM", Role.HID);
    office.keys.reporting("epass", "飞天 ePass3000GM", DriverState.NOT_INSTALLED);
    office.keys.reporting("gm3000", "龙脉 mToken GM3000", DriverState.NOT_INSTALLED);
    return office;
  }

  private Office ready() {
    Office office = office().withKey(PinState.OK);
    office
        .pc
        .plugIn(PaperPc.GM3000, "mToken GM3000", Role.HID)
        .registering("C:\\Windows\\System32\\gm3000_pkcs11.dll", Spoken.PKCS11, "NETCA")
        .registering(
            "C:\\Windows\\System32\\mtoken_gm3000.dll",
            Spoken.SKF,
            "ZJCA CSP v1.0 for Longmai gm3000");
    office.keys.reporting("gm3000", "龙脉 mToken GM3000", DriverState.READY);
    return office;
  }

  private Office unknown() {
    Office office = office();
    office.pc.plugIn(PaperPc.UNKNOWN, "NETCA Smart Card", Role.SMART_CARD);
    office.keys.trying(LIBRARY, DriverState.READY, "5a90c3e21b7d");
    return office;
  }

  /// The driver was installed; then the PC was started anew.
  private Office resumed() {
    Office office = office();
    office
        .pc
        .installing(new Installation("epass", Route.FIRST_TIME, 3, Optional.of("monday"), true))
        .restart();
    office.keys.reporting("epass", "飞天 ePass3000GM", DriverState.NO_TOKEN);
    return office;
  }

  private static void visit(Shown shown) throws Exception {
    Pictures.onWindow(() -> {
      shown.window().models().place.set(Place.DRIVERS);
      return true;
    });
    Pictures.until(() -> shown.window().models().drivers.state().get() instanceof Seen);
  }

  private static void tests(Shown shown) throws Exception {
    Pictures.onWindow(() -> {
      shown.window().models().drivers.test("softhsm2");
      return true;
    });
    Pictures.until(() ->
        shown.window().models().drivers.test().get().orElse(null)
            instanceof TrialOfDriver.Answered);
  }

  private static void install(Shown shown) throws Exception {
    Pictures.onWindow(() -> {
      shown.window().models().drivers.install(PaperPc.product("epass"));
      return true;
    });
    Pictures.until(() -> installing(shown));
    Pictures.onWindow(() -> {
      shown.window().models().drivers.stepDone(Step.CLOSE_TOOLS);
      return true;
    });
    Thread.sleep(200);
    shown.office().pc.pull(PaperPc.EPASS);
    Pictures.onWindow(() -> {
      shown.window().models().keys.look();
      return true;
    });
    Thread.sleep(300);
  }

  private static boolean installing(Shown shown) {
    return shown.window().models().drivers.state().get() instanceof Seen seen
        && seen.installing().isPresent();
  }

  private static void pick(Shown shown) throws Exception {
    Pictures.onWindow(() -> {
      shown.window().models().drivers.pick(LIBRARY);
      return true;
    });
    Pictures.until(() -> shown.window().models().drivers.picking().get() instanceof Picking.Tested);
  }

  private static void shrink(Shown shown) throws Exception {
    Pictures.onWindow(() -> {
      shown.stage().setWidth(MainWindow.MIN_WIDTH);
      shown.stage().setHeight(MainWindow.MIN_HEIGHT);
      return true;
    });
    Thread.sleep(200);
  }
}
