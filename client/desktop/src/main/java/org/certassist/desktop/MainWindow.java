package org.certassist.desktop;

import java.time.Clock;
import java.time.ZoneId;
import java.util.Optional;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.SimpleObjectProperty;
import javafx.beans.value.ObservableValue;
import javafx.scene.Node;
import javafx.scene.Scene;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyCodeCombination;
import javafx.scene.layout.BorderPane;
import javafx.scene.layout.Priority;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;
import javafx.stage.Stage;
import javafx.stage.WindowEvent;
import org.certassist.core.archive.History;
import org.certassist.core.key.PinCare;
import org.certassist.core.profile.Profile;
import org.certassist.core.results.KeepResults;
import org.certassist.core.rules.Verdict;
import org.certassist.core.time.ShanghaiTime;
import org.certassist.desktop.calendar.CalendarPane;
import org.certassist.desktop.carry.CarryState;
import org.certassist.desktop.carry.CarryViewModel;
import org.certassist.desktop.carry.HandInDialog;
import org.certassist.desktop.carry.HandInViewModel;
import org.certassist.desktop.carry.MadePane;
import org.certassist.desktop.carry.SheetsAsChecked;
import org.certassist.desktop.check.CheckPane;
import org.certassist.desktop.check.CheckState;
import org.certassist.desktop.check.CheckViewModel;
import org.certassist.desktop.fx.Asking;
import org.certassist.desktop.fx.Background;
import org.certassist.desktop.fx.FileDialogs;
import org.certassist.desktop.fx.Look;
import org.certassist.desktop.fx.Words;
import org.certassist.desktop.key.KeyPane;
import org.certassist.desktop.key.KeyViewModel;
import org.certassist.desktop.lease.LeasePane;
import org.certassist.desktop.lease.LeaseViewModel;
import org.certassist.desktop.outbox.OutboxPane;
import org.certassist.desktop.outbox.OutboxViewModel;
import org.certassist.desktop.outbox.OutboxViewModel.Listing;
import org.certassist.desktop.pin.PinDialog;
import org.certassist.desktop.pin.PinViewModel;
import org.certassist.desktop.pin.PinWork;
import org.certassist.desktop.reconcile.ElsewhereViewModel;
import org.certassist.desktop.reconcile.ReconcilePlace;
import org.certassist.desktop.reconcile.ReconcileViewModel;
import org.certassist.desktop.results.ResultsPane;
import org.certassist.desktop.results.ResultsState;
import org.certassist.desktop.results.ResultsViewModel;
import org.certassist.desktop.send.Evidence;
import org.certassist.desktop.send.MainActBar;
import org.certassist.desktop.send.SendPane;
import org.certassist.desktop.send.SendState;
import org.certassist.desktop.send.SendViewModel;
import org.certassist.desktop.send.SignDialog;
import org.certassist.texts.Language;

/// The main window: view models made once, views that follow them, nothing decided here.
public final class MainWindow {
  public static final double MIN_WIDTH = 1024;
  public static final double MIN_HEIGHT = 680;
  private static final double WIDTH = 1280;
  private static final double HEIGHT = 800;

  private final Stage stage;
  private final DesktopServices services;
  private final ObjectProperty<Words> words;
  private final ObjectProperty<Profile> profile;
  private final ObjectProperty<Place> place = new SimpleObjectProperty<>(Place.FILING);
  private final KeyViewModel keys;
  private final CheckViewModel check;
  private final SendViewModel send;
  private final CarryViewModel carry;
  private final HandInViewModel handIn;
  private final OutboxViewModel outbox;
  private final ResultsViewModel results;
  private final ReconcileViewModel reconcile;
  private final ElsewhereViewModel elsewhere;
  private final LeaseViewModel lease;
  private final PinViewModel pins;
  private final Evidence evidence;
  private final Asking asking;
  private final ShanghaiTime time;

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
    this.profile = new SimpleObjectProperty<>(services.profiles().getFirst());
    this.keys = new KeyViewModel(services.keys(), profile, background);
    this.check =
        new CheckViewModel(
            services.check(),
            services.workbooks(),
            services.drafts(),
            services.practice().map(PracticeHints::sample),
            profile,
            background);
    this.send = new SendViewModel(services, profile, check.state(), keys.state(), background);
    this.carry =
        new CarryViewModel(
            services,
            profile,
            check.state(),
            new SheetsAsChecked(check, services.workbooks()),
            time,
            background);
    this.handIn = new HandInViewModel(services.handIn(), time, background, this::handedIn);
    this.outbox = new OutboxViewModel(services.archive(), services.withdraw(), background);
    this.results =
        new ResultsViewModel(
            services.listings(),
            new KeepResults(services.archive()),
            services.refused(),
            this::resultsKept,
            background);
    this.reconcile =
        new ReconcileViewModel(services.listings(), services.archive(), profile, time, background);
    this.elsewhere = new ElsewhereViewModel(services.elsewhere(), profile, background);
    this.lease = new LeaseViewModel(services.keeper(), background);
    this.pins =
        new PinViewModel(new PinCare(services.bridge()), services.keeper(), keys::look, background);
    this.evidence = new Evidence(services, background);
  }

  /// Puts the window on the screen and looks for keys.
  public void show() {
    Scene scene = new Scene(root(), WIDTH, HEIGHT);
    Look.dress(scene);
    scene.getAccelerators().put(new KeyCodeCombination(KeyCode.F5), keys::look);
    stage.setMinWidth(MIN_WIDTH);
    stage.setMinHeight(MIN_HEIGHT);
    stage.setScene(scene);
    stage.getIcons().setAll(Look.sign());
    words.subscribe(now -> stage.setTitle(now.get("product.title")));
    SignDialog dialog =
        new SignDialog(
            stage, send, profile, time, services.practice().map(PracticeHints::pinFile), words);
    PinDialog pinDialog =
        new PinDialog(stage, pins, profile, services.practice().map(PracticeHints::pinFile), words);
    HandInDialog handInDialog = new HandInDialog(stage, handIn, profile, words);
    stage.setOnCloseRequest(closing -> close(closing, dialog, pinDialog, handInDialog));
    profile.addListener((_, _, _) -> {
      check.close();
      carry.dismiss();
      keys.look();
      reconcile.restart();
      visit(place.get());
    });
    place.subscribe(this::visit);
    send.state().subscribe(this::follow);
    check
        .state()
        .subscribe(state -> {
          if (state instanceof CheckState.Checked checked) {
            check.fileOnDisk().ifPresent(asking::beside);
            unitInHand(checked);
          } else {
            forgetRefusal();
            carry.dismiss();
          }
        });
    carry.state().subscribe(this::follow);
    keys.look();
    outbox.load();
    stage.show();
  }

  ObjectProperty<Words> words() {
    return words;
  }

  KeyViewModel keys() {
    return keys;
  }

  CheckViewModel check() {
    return check;
  }

  SendViewModel send() {
    return send;
  }

  CarryViewModel carry() {
    return carry;
  }

  HandInViewModel handIn() {
    return handIn;
  }

  OutboxViewModel outbox() {
    return outbox;
  }

  PinViewModel pins() {
    return pins;
  }

  ResultsViewModel results() {
    return results;
  }

  ReconcileViewModel reconcile() {
    return reconcile;
  }

  ObjectProperty<Place> place() {
    return place;
  }

  /// Closing while something is sent stops that first, so that its end is written down; a PIN that
  /// is being set is waited for.
  private void close(
      WindowEvent closing, SignDialog dialog, PinDialog pinDialog, HandInDialog handInDialog) {
    if (pins.state().get() instanceof PinWork.Working) {
      closing.consume();
    } else if (send.state().get() instanceof SendState.Sending) {
      closing.consume();
      send.cancel();
      send.state()
          .subscribe(state -> {
            if (!(state instanceof SendState.Sending)) {
              stage.hide();
            }
          });
    } else if (check.isBehind()) {
      closing.consume();
      check.keepNow(trouble -> {
        if (trouble.isEmpty() || asking.confirm(closeWithoutKeeping())) {
          dialog.close();
          pinDialog.close();
          stage.hide();
        }
      });
    } else {
      dialog.close();
      pinDialog.close();
      handInDialog.close();
    }
  }

  private Asking.Question closeWithoutKeeping() {
    Words now = words.get();
    return new Asking.Question(
        now.get("drafts.closeTitle"),
        now.get("drafts.closeWhat"),
        now.get("drafts.closeAct"),
        now.get("drafts.closeLeave"));
  }

  /// The charge is held against what is filed by now.
  private void visit(Place now) {
    if (now == Place.RECONCILE) {
      reconcile.look();
      elsewhere.look();
    }
  }

  private void resultsKept(History history) {
    if (outbox.shown().get().isPresent()) {
      outbox.shown().set(Optional.of(history));
    }
    outbox.load();
  }

  /// Whatever was tried may have changed the key's PIN state and the outbox.
  private void follow(SendState state) {
    lease.watch();
    kept(state).ifPresent(check::filed);
    switch (state) {
      case SendState.Ended _,
          SendState.NotSent _,
          SendState.OutboxStopped _,
          SendState.OutboxSent _,
          SendState.Cancelled _ -> {
        keys.look();
        outbox.load();
      }
      case SendState.Asking asking -> {
        outbox.load();
        if (asking.trouble().isPresent()) {
          keys.look();
        }
      }
      case SendState.Sending _ -> place.set(Place.FILING);
      case SendState.Idle _, SendState.Preparing _, SendState.NotPrepared _ -> {}
    }
  }

  private void follow(CarryState state) {
    if (state instanceof CarryState.Made) {
      outbox.load();
    }
  }

  private void handedIn(History history) {
    carry.renew(history);
    outbox.renew(history);
    check.filed(history);
    forgetRefusal();
  }

  /// What was refused for the file before, or for what is out of the way now, is not said any more.
  private void forgetRefusal() {
    if (send.state().get() instanceof SendState.NotPrepared) {
      send.dismiss();
    }
    if (carry.state().get() instanceof CarryState.Refused) {
      carry.dismiss();
    }
  }

  private void showEarlier(History history) {
    evidence.forget();
    outbox.shown().set(Optional.of(history));
    place.set(Place.OUTBOX);
  }

  /// What is in the archive of a declaration just sent.
  private static Optional<History> kept(SendState state) {
    return switch (state) {
      case SendState.Ended(History history, boolean _) -> Optional.of(history);
      case SendState.NotSent(var _, Optional<History> history) -> history;
      case SendState.Idle _,
          SendState.Preparing _,
          SendState.NotPrepared _,
          SendState.Asking _,
          SendState.Sending _,
          SendState.Cancelled _,
          SendState.OutboxStopped _,
          SendState.OutboxSent _ ->
          Optional.empty();
    };
  }

  /// Somebody who files for several units chose a key for each.
  private void unitInHand(CheckState.Checked checked) {
    if (checked.verdict() instanceof Verdict.Passed passed) {
      keys.filesFor(passed.declaration().content().unit().creditCode());
    }
  }

  private BorderPane root() {
    BorderPane root = new BorderPane();
    root.getStyleClass().add("main-window");
    Header header =
        new Header(
            words,
            services.profiles(),
            profile,
            place,
            send.state().map(SendState.Sending.class::isInstance),
            time,
            language -> words.set(Words.in(services.texts().apply(language))));
    root.setTop(new VBox(header, new Banner(profile, words)));
    ObservableValue<Boolean> sending = send.state().map(SendState.Sending.class::isInstance);
    KeyPane keyPane = new KeyPane(keys, pins::begin, sending, time, words);
    VBox.setVgrow(keyPane, Priority.ALWAYS);
    root.setLeft(new VBox(new LeasePane(lease, words), keyPane));
    root.setCenter(work());
    return root;
  }

  private Node work() {
    CheckPane checkPane = new CheckPane(check, asking, words);
    VBox.setVgrow(checkPane, Priority.ALWAYS);
    VBox filing =
        new VBox(
            12,
            checkPane,
            new MainActBar(
                send,
                carry,
                handIn,
                check,
                keys.state(),
                profile,
                asking,
                time,
                this::showEarlier,
                words));
    SendPane sending = new SendPane(send, evidence, profile, words, this::anew, asking);
    OutboxPane outboxPane =
        new OutboxPane(
            outbox,
            send,
            carry,
            handIn,
            evidence,
            results::open,
            asking,
            keys.state(),
            profile,
            words);
    ResultsPane resultsPane =
        new ResultsPane(results, outbox.listing().map(Listing::histories), profile, asking, words);
    ReconcilePlace reconcilePlace =
        new ReconcilePlace(reconcile, elsewhere, profile, asking, words);
    MadePane made = new MadePane(carry, handIn, profile, words, this::anew);
    CalendarPane calendar =
        new CalendarPane(
            profile, keys.state(), outbox.listing(), time, ZoneId.systemDefault(), words);
    shownWhen(filing, Work.CHECKING);
    shownWhen(sending, Work.SENDING);
    shownWhen(made, Work.MADE);
    ObservableValue<Boolean> taking =
        results.state().map(state -> !(state instanceof ResultsState.Closed));
    outboxPane
        .visibleProperty()
        .bind(place.isEqualTo(Place.OUTBOX).flatMap(is -> taking.map(now -> is && !now)));
    resultsPane
        .visibleProperty()
        .bind(place.isEqualTo(Place.OUTBOX).flatMap(is -> taking.map(now -> is && now)));
    reconcilePlace.visibleProperty().bind(place.isEqualTo(Place.RECONCILE));
    calendar.visibleProperty().bind(place.isEqualTo(Place.CALENDAR));
    StackPane work =
        new StackPane(filing, sending, made, outboxPane, resultsPane, reconcilePlace, calendar);
    work.getStyleClass().add("work");
    return work;
  }

  /// What the place of filing shows.
  private enum Work {
    CHECKING,
    SENDING,
    MADE
  }

  private void shownWhen(Node node, Work work) {
    ObservableValue<Work> now =
        send.state().flatMap(state -> carry.state().map(carried -> work(state, carried)));
    node.visibleProperty()
        .bind(place.flatMap(where -> now.map(is -> where == Place.FILING && is == work)));
  }

  private static Work work(SendState sending, CarryState carried) {
    if (isSending(sending)) {
      return Work.SENDING;
    }
    return carried instanceof CarryState.Made ? Work.MADE : Work.CHECKING;
  }

  private static boolean isSending(SendState state) {
    return switch (state) {
      case SendState.Sending _,
          SendState.Ended _,
          SendState.NotSent _,
          SendState.Cancelled _,
          SendState.OutboxStopped _,
          SendState.OutboxSent _ ->
          true;
      case SendState.Idle _, SendState.Preparing _, SendState.NotPrepared _, SendState.Asking _ ->
          false;
    };
  }

  private void anew() {
    evidence.forget();
    check.close();
    send.dismiss();
    carry.dismiss();
  }
}
