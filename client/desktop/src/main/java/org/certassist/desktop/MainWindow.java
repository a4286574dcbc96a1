package org.certassist.desktop;

import java.time.Clock;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.SimpleObjectProperty;
import javafx.beans.value.ObservableValue;
import javafx.scene.Scene;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyCodeCombination;
import javafx.scene.layout.BorderPane;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;
import javafx.stage.Stage;
import org.certassist.core.filing.FilingOutlook;
import org.certassist.core.time.ShanghaiTime;
import org.certassist.desktop.carry.HandInDialog;
import org.certassist.desktop.check.CheckState;
import org.certassist.desktop.fx.Asking;
import org.certassist.desktop.fx.Background;
import org.certassist.desktop.fx.FileDialogs;
import org.certassist.desktop.fx.Look;
import org.certassist.desktop.fx.Words;
import org.certassist.desktop.key.KeyPane;
import org.certassist.desktop.lease.LeasePane;
import org.certassist.desktop.pin.PinDialog;
import org.certassist.desktop.send.SendState;
import org.certassist.desktop.send.SignDialog;
import org.certassist.texts.Language;

/// The main window: what stands in it, and how it opens and closes.
public final class MainWindow {
  public static final double MIN_WIDTH = 1024;
  public static final double MIN_HEIGHT = 680;
  private static final double WIDTH = 1280;
  private static final double HEIGHT = 800;

  private final Stage stage;
  private final DesktopServices services;
  private final ObjectProperty<Words> words;
  private final ViewModels models;
  private final Asking asking;
  private final ShanghaiTime time;

  /// She wants to leave as soon as the sending has ended.
  private boolean leaving;

  public MainWindow(
      Stage stage, DesktopServices services, Language language, Background background) {
    this(
        stage,
        services,
        language,
        background,
        new FileDialogs(stage),
        new ShanghaiTime(Clock.systemUTC()));
  }

  /// @param asking asks for files; tests answer by themselves
  /// @param time for what is shown only: days left, a closed filing window
  MainWindow(
      Stage stage,
      DesktopServices services,
      Language language,
      Background background,
      Asking asking,
      ShanghaiTime time) {
    this.stage = stage;
    this.services = services;
    this.asking = asking;
    this.time = time;
    this.words = new SimpleObjectProperty<>(Words.in(services.texts().apply(language)));
    this.models = new ViewModels(services, time, background);
  }

  /// Puts the window on the screen and looks for keys.
  public void show() {
    Scene scene = new Scene(root(), WIDTH, HEIGHT);
    Look.dress(scene);
    scene.getAccelerators().put(new KeyCodeCombination(KeyCode.F5), models.keys::look);
    stage.setMinWidth(MIN_WIDTH);
    stage.setMinHeight(MIN_HEIGHT);
    stage.setScene(scene);
    stage.getIcons().setAll(Look.sign());
    words.subscribe(now -> stage.setTitle(now.get("product.title")));
    SignDialog dialog =
        new SignDialog(
            stage,
            models.send,
            models.profile,
            time,
            services.practice().map(PracticeHints::pinFile),
            words);
    PinDialog pinDialog =
        new PinDialog(
            stage,
            models.pins,
            models.profile,
            services.practice().map(PracticeHints::pinFile),
            words);
    HandInDialog handInDialog = new HandInDialog(stage, models.handIn, models.profile, words);
    Runnable closeDialogs =
        () -> {
          dialog.close();
          pinDialog.close();
          handInDialog.close();
        };
    stage.setOnCloseRequest(closing -> {
      closing.consume();
      close(closeDialogs);
    });
    models
        .check
        .state()
        .subscribe(state -> {
          if (state instanceof CheckState.Checked) {
            models.check.fileOnDisk().ifPresent(asking::beside);
          }
        });
    models.begin();
    models.watchWhile(
        stage.showingProperty().flatMap(is -> stage.iconifiedProperty().map(away -> is && !away)));
    stage.show();
  }

  ObjectProperty<Words> words() {
    return words;
  }

  ViewModels models() {
    return models;
  }

  /// It stays open while something is written, so that she sees what became of it; what is being
  /// sent is stopped first, so that its end is written down; what could not be kept is asked about.
  private void close(Runnable closeDialogs) {
    if (models.isWriting()) {
      return;
    }
    if (models.send.state().get() instanceof SendState.Sending) {
      models.send.cancel();
      leaveWhenSent(closeDialogs);
    } else if (models.check.isBehind()) {
      models.check.keepNow(trouble -> {
        if (trouble.isEmpty() || asking.confirm(closeWithoutKeeping())) {
          leave(closeDialogs);
        }
      });
    } else {
      leave(closeDialogs);
    }
  }

  private void leaveWhenSent(Runnable closeDialogs) {
    if (!leaving) {
      leaving = true;
      models
          .send
          .state()
          .subscribe(state -> {
            if (!(state instanceof SendState.Sending) && leaving) {
              leaving = false;
              close(closeDialogs);
            }
          });
    }
  }

  private void leave(Runnable closeDialogs) {
    closeDialogs.run();
    stage.hide();
  }

  private Asking.Question closeWithoutKeeping() {
    Words now = words.get();
    return new Asking.Question(
        now.get("drafts.closeTitle"),
        now.get("drafts.closeWhat"),
        now.get("drafts.closeAct"),
        now.get("drafts.closeLeave"));
  }

  private BorderPane root() {
    BorderPane root = new BorderPane();
    root.getStyleClass().add("main-window");
    Header header =
        new Header(
            words,
            services.profiles(),
            models.profile,
            models.place,
            models.send.state().map(SendState.Sending.class::isInstance),
            time,
            language -> words.set(Words.in(services.texts().apply(language))));
    root.setTop(new VBox(header, new Banner(models.profile, words)));
    ObservableValue<Boolean> sending = models.send.state().map(SendState.Sending.class::isInstance);
    KeyPane keyPane =
        new KeyPane(
            models.keys,
            models.keyFiles,
            asking,
            models.pins::begin,
            models.door(),
            () -> models.place.set(Place.DRIVERS),
            sending,
            () -> FilingOutlook.of(models.profile.get().calendar(), time.now()),
            words);
    VBox.setVgrow(keyPane, Priority.ALWAYS);
    root.setLeft(new VBox(new LeasePane(models.lease, words), keyPane));
    root.setCenter(new WorkArea(models, asking, time, words));
    return root;
  }
}
