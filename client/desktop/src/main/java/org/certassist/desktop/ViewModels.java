package org.certassist.desktop;

import java.util.EnumSet;
import java.util.Optional;
import java.util.Set;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.SimpleObjectProperty;
import javafx.beans.value.ObservableValue;
import org.certassist.core.archive.History;
import org.certassist.core.certificate.EncodedCertificate;
import org.certassist.core.detection.PlugWatch;
import org.certassist.core.filing.KeyOverview.Choice;
import org.certassist.core.filing.SeenKey;
import org.certassist.core.filing.SendOutbox;
import org.certassist.core.key.PinCare;
import org.certassist.core.key.PinState;
import org.certassist.core.key.PinTask;
import org.certassist.core.profile.Profile;
import org.certassist.core.repair.Lead;
import org.certassist.core.results.KeepResults;
import org.certassist.core.rules.Verdict;
import org.certassist.core.time.ShanghaiTime;
import org.certassist.desktop.carry.CarryState;
import org.certassist.desktop.carry.CarryViewModel;
import org.certassist.desktop.carry.FillState;
import org.certassist.desktop.carry.FillViewModel;
import org.certassist.desktop.carry.HandInState;
import org.certassist.desktop.carry.HandInViewModel;
import org.certassist.desktop.carry.SheetsAsChecked;
import org.certassist.desktop.certificate.CertificatesViewModel;
import org.certassist.desktop.check.CheckState;
import org.certassist.desktop.check.CheckViewModel;
import org.certassist.desktop.doctor.BundleViewModel;
import org.certassist.desktop.doctor.CheckupViewModel;
import org.certassist.desktop.doctor.ExplainViewModel;
import org.certassist.desktop.doctor.HelpViewModel;
import org.certassist.desktop.doctor.LogViewModel;
import org.certassist.desktop.driver.DriversViewModel;
import org.certassist.desktop.fx.Background;
import org.certassist.desktop.key.CertificateDoor;
import org.certassist.desktop.key.KeyFilesViewModel;
import org.certassist.desktop.key.KeyState;
import org.certassist.desktop.key.KeyViewModel;
import org.certassist.desktop.lease.LeaseViewModel;
import org.certassist.desktop.outbox.OutboxViewModel;
import org.certassist.desktop.pin.PinViewModel;
import org.certassist.desktop.pin.PinWork;
import org.certassist.desktop.reconcile.ElsewhereViewModel;
import org.certassist.desktop.reconcile.ReconcileViewModel;
import org.certassist.desktop.results.ResultsViewModel;
import org.certassist.desktop.send.Evidence;
import org.certassist.desktop.send.SendState;
import org.certassist.desktop.send.SendViewModel;

/// The window's view models, made once, and what each hears of the others.
final class ViewModels {
  /// Those that the check-up leads from to the key's PIN.
  private static final Set<PinState> PIN_TROUBLES =
      EnumSet.of(PinState.LOCKED, PinState.MUST_CHANGE);

  final ObjectProperty<Profile> profile;
  final ObjectProperty<Place> place = new SimpleObjectProperty<>(Place.FILING);
  final KeyViewModel keys;
  final KeyFilesViewModel keyFiles;
  final CheckViewModel check;
  final SendViewModel send;
  final CarryViewModel carry;
  final FillViewModel fill;
  final HandInViewModel handIn;
  final OutboxViewModel outbox;
  final ResultsViewModel results;
  final ReconcileViewModel reconcile;
  final ElsewhereViewModel elsewhere;
  final LeaseViewModel lease;
  final PinViewModel pins;
  final CertificatesViewModel certificates;
  final DriversViewModel drivers;
  final CheckupViewModel checkup;
  final ExplainViewModel explain;
  final HelpViewModel help;
  final BundleViewModel bundles;
  final LogViewModel log;
  final Evidence evidence;

  ViewModels(DesktopServices services, ShanghaiTime time, Background background) {
    this.profile = new SimpleObjectProperty<>(services.profiles().getFirst());
    this.keys =
        new KeyViewModel(
            services.keys(),
            new PlugWatch(services.bridge(), services.devices(), PlugWatch.Rest.real()),
            profile,
            background);
    this.keyFiles = new KeyFilesViewModel(services.keyFiles(), services.keeper(), keys, background);
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
    this.fill = new FillViewModel(services.fill(), check.state(), check::open, background);
    this.handIn = new HandInViewModel(services.handIn(), time, background, this::stands);
    this.outbox =
        new OutboxViewModel(services.archive(), services.withdraw(), this::stands, background);
    this.results =
        new ResultsViewModel(
            services.listings(),
            new KeepResults(services.archive()),
            services.refused(),
            this::stands,
            background);
    this.reconcile =
        new ReconcileViewModel(services.listings(), services.archive(), profile, time, background);
    this.elsewhere = new ElsewhereViewModel(services.elsewhere(), profile, background);
    this.lease = new LeaseViewModel(services.keeper(), background);
    this.pins =
        new PinViewModel(new PinCare(services.bridge()), services.keeper(), keys::look, background);
    this.certificates =
        new CertificatesViewModel(
            services.inspect(),
            services.exportCertificate(),
            services.opener(),
            keyFiles::open,
            profile,
            background);
    this.drivers = new DriversViewModel(services.drivers(), keys, background);
    this.checkup = new CheckupViewModel(services.doctor(), this::lead, time, background);
    this.explain = new ExplainViewModel(services.doctor().explain(), background);
    this.help = new HelpViewModel(services.doctor(), checkup);
    this.bundles = new BundleViewModel(services.doctor().help(), checkup, background);
    this.log = new LogViewModel(services.doctor().help().log(), background);
    this.evidence = new Evidence(services, background);
  }

  /// From now on they follow one another; keys are looked for and the outbox is read.
  void begin() {
    profile.addListener((_, _, _) -> {
      check.close();
      carry.dismiss();
      keys.look();
      reconcile.restart();
      certificates.judgeAnew();
      visit(place.get());
    });
    place.subscribe(this::visit);
    keys.state().subscribe(certificates::follow);
    keys.state().subscribe(this::follow);
    keys.state().subscribe(drivers::follow);
    keys.changes().subscribe(drivers::socketsChanged);
    send.state().subscribe(this::follow);
    check.state().subscribe(this::follow);
    carry.state().subscribe(this::follow);
    keys.look();
    outbox.load();
    if (drivers.isInstalling()) {
      place.set(Place.DRIVERS);
    }
  }

  /// Whether something is being written that must not be cut off.
  boolean isWriting() {
    return pins.state().get() instanceof PinWork.Working
        || carry.state().get() instanceof CarryState.Making
        || fill.state().get() instanceof FillState.Filling
        || handIn.state().get() instanceof HandInState.Recording;
  }

  private void follow(CheckState state) {
    if (!(state instanceof CheckState.InHand)) {
      keys.filesForNobody();
    }
    if (state instanceof CheckState.Checked checked) {
      unitInHand(checked);
    } else {
      forgetRefusal();
      carry.dismiss();
    }
  }

  /// The charge is held against what is filed by now.
  private void visit(Place now) {
    if (now == Place.RECONCILE) {
      reconcile.look();
      elsewhere.look();
    }
    if (now == Place.DOCTOR) {
      checkup.visit();
    }
  }

  /// Where something is put right step by step.
  private void lead(Lead lead) {
    switch (lead) {
      case INSTALL_DRIVER, DRIVERS -> place.set(Place.DRIVERS);
      case KEY -> mendPin();
      case CERTIFICATES -> place.set(Place.CERTIFICATES);
    }
  }

  /// Whatever was tried may have changed the key's PIN state and the outbox.
  private void follow(SendState state) {
    lease.watch();
    kept(state);
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
      case SendState.OutboxNotBegun _ -> place.set(Place.OUTBOX);
      case SendState.Idle _, SendState.Preparing _, SendState.NotPrepared _ -> {}
    }
  }

  private void follow(KeyState state) {
    if (state instanceof KeyState.Looked looked) {
      lease.seen(
          looked.overview().drivers(),
          looked.overview().keys().stream().map(SeenKey::token).toList());
    }
  }

  /// Looks for what is plugged in and pulled out while the window is seen and no key is at work.
  void watchWhile(ObservableValue<Boolean> seen) {
    ObservableValue<Boolean> atWork =
        send.state()
            .flatMap(sending ->
                pins.state()
                    .map(work ->
                        sending instanceof SendState.Sending || work instanceof PinWork.Working));
    keys.watchWhile(seen.flatMap(is -> atWork.map(busy -> is && !busy)));
  }

  private void follow(CarryState state) {
    if (state instanceof CarryState.Made made) {
      check.filed(made.history());
      outbox.load();
    }
  }

  /// A declaration was handed in, answered or withdrawn: every screen says so.
  private void stands(History history) {
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

  void showEarlier(History history) {
    evidence.forget();
    outbox.shown().set(Optional.of(history));
    place.set(Place.OUTBOX);
  }

  /// The way from a key's certificate to everything about it.
  CertificateDoor door() {
    return new CertificateDoor() {
      @Override
      public void details(EncodedCertificate certificate) {
        place.set(Place.CERTIFICATES);
        certificates.choose(certificate);
      }

      @Override
      public void guide(EncodedCertificate certificate) {
        place.set(Place.CERTIFICATES);
        certificates.guide(certificate);
      }
    };
  }

  /// Asks for what the PIN needs that the check-up complains of: a change, or its unblocking.
  private void mendPin() {
    if (keys.state().get() instanceof KeyState.Looked looked) {
      looked.overview().choices().stream()
          .filter(choice -> PIN_TROUBLES.contains(state(choice)))
          .findFirst()
          .ifPresent(choice -> pins.begin(PinTask.offeredFor(state(choice)).getFirst(), choice));
    }
  }

  private static PinState state(Choice choice) {
    return choice.key().token().pin().state();
  }

  /// What is in the archive of a declaration just sent.
  private void kept(SendState state) {
    switch (state) {
      case SendState.Ended(History history, boolean _) -> check.filed(history);
      case SendState.NotSent(var _, Optional<History> history) -> history.ifPresent(check::filed);
      case SendState.OutboxStopped(var now, var _) -> now.forEach(this::kept);
      case SendState.OutboxSent(var taken) -> taken.forEach(this::kept);
      case SendState.Idle _,
          SendState.Preparing _,
          SendState.NotPrepared _,
          SendState.OutboxNotBegun _,
          SendState.Asking _,
          SendState.Sending _,
          SendState.Cancelled _ -> {}
    }
  }

  private void kept(SendOutbox.Taken one) {
    check.filed(one.id(), one.after());
  }

  /// Somebody who files for several units has a key for each.
  private void unitInHand(CheckState.Checked checked) {
    if (checked.verdict() instanceof Verdict.Passed passed) {
      keys.filesFor(passed.declaration().content().unit());
    }
  }

  /// Back to an empty hand, after something was filed.
  void anew() {
    evidence.forget();
    check.close();
    send.dismiss();
    carry.dismiss();
  }
}
