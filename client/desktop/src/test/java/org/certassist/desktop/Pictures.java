package org.certassist.desktop;

import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.image.BufferedImage;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;
import java.util.function.BooleanSupplier;
import javafx.application.Platform;
import javafx.embed.swing.SwingFXUtils;
import javafx.scene.image.WritableImage;
import javafx.stage.Stage;
import javafx.stage.Window;
import javax.imageio.ImageIO;
import org.certassist.core.archive.History;
import org.certassist.core.certificate.CertificateStatus;
import org.certassist.core.certificate.StatusCode;
import org.certassist.core.declaration.CellValue;
import org.certassist.core.key.Pin;
import org.certassist.core.key.PinState;
import org.certassist.core.portal.RowAnswers;
import org.certassist.core.portal.RowAnswers.RowAnswer;
import org.certassist.core.profile.Profile;
import org.certassist.desktop.check.CheckState;
import org.certassist.desktop.fx.Background;
import org.certassist.desktop.fx.FileDialogs;
import org.certassist.desktop.fx.Look;
import org.certassist.desktop.key.KeyState;
import org.certassist.desktop.office.Office;
import org.certassist.desktop.office.PaperKeys;
import org.certassist.desktop.office.Samples;
import org.certassist.desktop.send.SendState;
import org.certassist.desktop.send.Withdrawal;
import org.certassist.texts.Language;

/// Draws the main states of the window into PNG files, to be looked at.
///
/// `java -Dglass.platform=Headless -Dprism.order=sw -cp … org.certassist.desktop.Pictures FOLDER
/// [NAME…]`
public final class Pictures {
  private static final int WIDTH = 1280;
  private static final int HEIGHT = 800;
  private static final RowAnswers ANSWERS =
      new RowAnswers(
          10, 2, List.of(new RowAnswer(6, "未获取到人员基本信息"), new RowAnswer(11, "该人员为灵活就业参保人员")));

  private final Path folder;
  private final List<String> only;
  private final Path evidence;

  private Pictures(Path folder, List<String> only, Path evidence) {
    this.folder = folder;
    this.only = only;
    this.evidence = evidence;
  }

  /// One window on the screen.
  record Shown(MainWindow window, Stage stage, Office office) {}

  public static void main(String[] args) throws Exception {
    CountDownLatch started = new CountDownLatch(1);
    Platform.startup(started::countDown);
    started.await();
    Platform.setImplicitExit(false);
    Path folder = Files.createDirectories(Path.of(args[0]));
    Pictures pictures =
        new Pictures(
            folder,
            List.of(args).subList(1, args.length),
            Files.createTempDirectory("certassist-pictures"));
    onWindow(() -> {
      Look.install();
      return true;
    });
    for (Language language : Language.values()) {
      pictures.all(language);
      new KeyPictures(pictures, pictures.evidence, language).all();
      new PlacePictures(pictures, pictures.evidence, language).all();
      new ListPictures(pictures, pictures.evidence, language).all();
      new EditingPictures(pictures, pictures.evidence, language).all();
      new CertificatePictures(pictures, pictures.evidence, language).all();
      new KeyFilePictures(pictures, pictures.evidence, language).all();
      new DriverPictures(pictures, pictures.evidence, language).all();
      new DoctorPictures(pictures, pictures.evidence, language).all();
    }
    Platform.exit();
  }

  private void all(Language language) throws Exception {
    take("no-key", language, new Office(evidence), shown -> {});
    take(
        "unusable",
        language,
        new Office(evidence).withKey(PinState.OK),
        shown -> {
          onWindow(() -> open(shown, "letter.docx"));
          until(() -> shown.window().models().check.state().get() instanceof CheckState.Unusable);
        });
    CountDownLatch unread = new CountDownLatch(1);
    Office slow = new Office(evidence).withKey(PinState.OK);
    slow.workbooks.put("good.xlsx", Samples.good(34_000)).holding(unread);
    take(
        "reading",
        language,
        slow,
        shown -> {
          onWindow(() -> {
            shown.window().models().check.open(Path.of("good.xlsx"));
            return true;
          });
          Thread.sleep(500);
        });
    unread.countDown();
    Office several = new Office(evidence).withKey(PinState.OK);
    several.workbooks.several("入职.xlsx", List.of("甲厂参保导入", "乙厂参保导入"), Samples.good(3));
    take(
        "which-template",
        language,
        several,
        shown -> {
          onWindow(() -> open(shown, "入职.xlsx"));
          until(() -> shown.window().models().check.state().get() instanceof CheckState.Unusable);
        });
    take(
        "findings",
        language,
        new Office(evidence).withKey(PinState.OK),
        shown -> openFile(shown, "faulty.xlsx"));
    take(
        "checked",
        language,
        new Office(evidence).withKey(PinState.OK),
        shown -> openFile(shown, "good.xlsx"));
    take("sign", language, new Office(evidence).withKey(PinState.OK), Pictures::ask);
    take(
        "wrong-pin",
        language,
        new Office(evidence).withKey(PinState.WRONG_TRIED),
        shown -> {
          ask(shown);
          sign(shown, "000000");
          until(() -> shown.window().models().send.state().get() instanceof SendState.Asking);
        });
    take(
        "locked",
        language,
        new Office(evidence).withKey(PinState.LAST_TRY),
        shown -> {
          ask(shown);
          onWindow(() -> {
            shown.window().models().send.sign(Pin.of("1".toCharArray()), true, false);
            return true;
          });
          until(() -> shown.window().models().send.state().get() instanceof SendState.Asking);
        });
    CountDownLatch hold = new CountDownLatch(1);
    Office held = new Office(evidence).withKey(PinState.OK);
    held.portal.holding(hold).answering(ANSWERS);
    take(
        "progress",
        language,
        held,
        shown -> {
          ask(shown);
          sign(shown, PaperKeys.PIN);
          Thread.sleep(500);
        });
    hold.countDown();
    Office answered = new Office(evidence).withKey(PinState.OK);
    answered.portal.answering(ANSWERS);
    take("results", language, answered, Pictures::sent);
    Office history = new Office(evidence).withKey(PinState.OK);
    history.portal.answering(ANSWERS);
    take(
        "outbox",
        language,
        history,
        shown -> {
          sent(shown);
          onWindow(() -> {
            shown.window().models().place.set(Place.OUTBOX);
            return true;
          });
          Thread.sleep(300);
        });
    Office unreached = new Office(evidence).withKey(PinState.OK);
    unreached.portal.unreachable();
    take(
        "not-sent",
        language,
        unreached,
        shown -> {
          ask(shown);
          sign(shown, PaperKeys.PIN);
          until(() -> shown.window().models().send.state().get() instanceof SendState.NotSent);
        });
    take(
        "in-the-way",
        language,
        waiting(),
        shown -> {
          keep(shown);
          openFile(shown, "corrected.xlsx");
          begin(shown);
          until(() -> shown.window().models().send.state().get() instanceof SendState.NotPrepared);
        });
    take(
        "withdraw",
        language,
        waiting(),
        shown -> {
          keep(shown);
          onWindow(() -> {
            shown.window().models().place.set(Place.OUTBOX);
            return true;
          });
          History kept = shown.office().archive.all().getFirst();
          Platform.runLater(() ->
              new FileDialogs(shown.stage())
                  .confirm(
                      Withdrawal.question(kept, Samples.practice(), shown.window().words().get())));
          Thread.sleep(500);
        });
    take(
        "unreadable",
        language,
        waiting(),
        shown -> {
          keep(shown);
          shown.office().archive.damage(shown.office().archive.all().getFirst().id());
          openFile(shown, "corrected.xlsx");
          begin(shown);
          until(() -> shown.window().models().send.state().get() instanceof SendState.NotPrepared);
        });
    take(
        "outbox-stopped",
        language,
        waiting(),
        shown -> {
          keep(shown);
          onWindow(() -> {
            shown.window().models().send.beginOutbox();
            return true;
          });
          until(() -> shown.window().models().send.state().get() instanceof SendState.Asking);
          shown.office().portal.reachableAgain().holding(new CountDownLatch(1));
          sign(shown, PaperKeys.PIN);
          Thread.sleep(500);
          onWindow(() -> {
            shown.window().models().send.cancel();
            return true;
          });
          until(
              () -> shown.window().models().send.state().get() instanceof SendState.OutboxStopped);
        });
    Office two =
        new Office(evidence)
            .withKey(PinState.OK)
            .withKey(
                "11aa22bb33cc44dd",
                "吴江劳务派遣有限公司",
                Samples.OTHER_CODE,
                PinState.WRONG_TRIED,
                new CertificateStatus(StatusCode.EXPIRED, "expired"));
    take(
        "two-keys",
        language,
        two,
        shown -> {
          onWindow(() -> {
            var looked = (KeyState.Looked) shown.window().models().keys.state().get();
            shown.window().models().keys.choose(looked.overview().choices().get(1));
            return true;
          });
          openFile(shown, "good.xlsx");
        },
        Samples.practice(),
        Samples.jiangsu());
    take(
        "small",
        language,
        new Office(evidence).withKey(PinState.OK),
        shown -> {
          onWindow(() -> {
            shown.stage().setWidth(MainWindow.MIN_WIDTH);
            shown.stage().setHeight(MainWindow.MIN_HEIGHT);
            return true;
          });
          openFile(shown, "faulty.xlsx");
        },
        Samples.jiangsu(),
        Samples.practice());
    take("lease-open", language, keptOpen(), Pictures::sentAndKeptOpen);
    take(
        "lease-asked",
        language,
        keptOpen(),
        shown -> {
          sentAndKeptOpen(shown);
          onWindow(() -> {
            shown.window().models().send.dismiss();
            return open(shown, "corrected.xlsx");
          });
          until(() -> shown.window().models().check.state().get() instanceof CheckState.Checked);
          begin(shown);
          until(() -> shown.window().models().send.state().get() instanceof SendState.Asking);
        });
    take(
        "upload",
        language,
        new Office(evidence).withKey(PinState.OK),
        shown -> openFile(shown, "good.xlsx"),
        Samples.jiangsu());
    take(
        "unsigned",
        language,
        new Office(evidence).withKey(PinState.LOCKED),
        shown -> openFile(shown, "good.xlsx"),
        Samples.unsigned());
  }

  private static boolean open(Shown shown, String name) {
    shown.window().models().check.open(Path.of("/home/li/桌面", name));
    return true;
  }

  static void openFile(Shown shown, String name) throws Exception {
    onWindow(() -> open(shown, name));
    until(() -> shown.window().models().check.state().get() instanceof CheckState.Checked);
  }

  private static void ask(Shown shown) throws Exception {
    openFile(shown, "good.xlsx");
    onWindow(() -> {
      shown.window().models().send.begin();
      return true;
    });
    until(() -> shown.window().models().send.state().get() instanceof SendState.Asking);
  }

  /// An office in which a portal is not reached, so that what is sent waits.
  private Office waiting() {
    Office office = new Office(evidence).withKey(PinState.OK);
    office.workbooks.put(
        "corrected.xlsx",
        Samples.with(Samples.good(12), 6, "contributionBase", new CellValue.Text("6000.00")));
    office.portal.unreachable();
    return office;
  }

  private static void keep(Shown shown) throws Exception {
    ask(shown);
    sign(shown, PaperKeys.PIN);
    until(() -> shown.window().models().send.state().get() instanceof SendState.NotSent);
    onWindow(() -> {
      shown.window().models().send.dismiss();
      return true;
    });
  }

  private Office keptOpen() {
    Office office = new Office(evidence).withKey(PinState.OK);
    office.workbooks.put("corrected.xlsx", Samples.only(3));
    office.portal.answering(ANSWERS);
    return office;
  }

  private static void sentAndKeptOpen(Shown shown) throws Exception {
    ask(shown);
    onWindow(() -> {
      shown.window().models().send.sign(Pin.of(PaperKeys.PIN.toCharArray()), false, true);
      return true;
    });
    until(() -> shown.window().models().send.state().get() instanceof SendState.Ended);
    Thread.sleep(300);
  }

  private static void begin(Shown shown) throws Exception {
    onWindow(() -> {
      shown.window().models().send.begin();
      return true;
    });
  }

  private static void sign(Shown shown, String pin) throws Exception {
    onWindow(() -> {
      shown.window().models().send.sign(Pin.of(pin.toCharArray()), false, false);
      return true;
    });
  }

  private static void sent(Shown shown) throws Exception {
    ask(shown);
    sign(shown, PaperKeys.PIN);
    until(() -> shown.window().models().send.state().get() instanceof SendState.Ended);
  }

  /// What is done before a picture.
  interface Scenario {
    void play(Shown shown) throws Exception;
  }

  void take(String name, Language language, Office office, Scenario scenario, Profile... profiles)
      throws Exception {
    String file = name + "-" + language.word() + ".png";
    if (!only.isEmpty() && !only.contains(name)) {
      return;
    }
    Profile[] used = profiles.length == 0 ? new Profile[] {Samples.practice()} : profiles;
    Shown shown =
        onWindow(() -> {
          Stage stage = new Stage();
          stage.setX(0);
          stage.setY(0);
          MainWindow window =
              new MainWindow(
                  stage,
                  office.services(used),
                  language,
                  Background.ofJavaFx(),
                  new FileDialogs(stage),
                  office.time);
          window.show();
          return new Shown(window, stage, office);
        });
    until(() -> shown.window().models().keys.state().get() instanceof KeyState.Looked);
    scenario.play(shown);
    until(() -> !(shown.window().models().keys.state().get() instanceof KeyState.Looking));
    Thread.sleep(700);
    write(folder.resolve(file));
    onWindow(() -> {
      shown.window().models().send.dismiss();
      shown.window().models().pins.dismiss();
      shown.window().models().handIn.dismiss();
      shown.stage().hide();
      return true;
    });
  }

  /// Every window as it is drawn, one over the other; no screen is needed, and none that is too
  /// small cuts anything off.
  private static void write(Path file) throws Exception {
    BufferedImage image = new BufferedImage(WIDTH, HEIGHT, BufferedImage.TYPE_INT_RGB);
    onWindow(() -> {
      Graphics2D canvas = image.createGraphics();
      canvas.setColor(Color.LIGHT_GRAY);
      canvas.fillRect(0, 0, WIDTH, HEIGHT);
      for (Window window : Window.getWindows()) {
        WritableImage drawn = window.getScene().snapshot(null);
        canvas.drawImage(
            SwingFXUtils.fromFXImage(drawn, null), (int) window.getX(), (int) window.getY(), null);
      }
      canvas.dispose();
      return image;
    });
    if (!ImageIO.write(image, "png", file.toFile())) {
      throw new IOException("no PNG writer");
    }
    System.out.println(file);
  }

  static <T> T onWindow(java.util.concurrent.Callable<T> act)
      throws InterruptedException, ExecutionException {
    FutureTask<T> task = new FutureTask<>(act);
    Platform.runLater(task);
    return task.get();
  }

  static void until(BooleanSupplier condition) throws Exception {
    for (int i = 0; i < 200; i++) {
      if (onWindow(condition::getAsBoolean)) {
        return;
      }
      Thread.sleep(50);
    }
    throw new IllegalStateException("waited in vain");
  }
}
