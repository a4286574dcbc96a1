package org.certassist.desktop;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import java.util.function.Predicate;
import javafx.beans.property.ObjectProperty;
import javafx.beans.value.ObservableValue;
import org.certassist.core.key.Pin;
import org.certassist.core.profile.Profile;
import org.certassist.desktop.carry.CarryViewModel;
import org.certassist.desktop.carry.FillViewModel;
import org.certassist.desktop.carry.HandInViewModel;
import org.certassist.desktop.certificate.CertificatesViewModel;
import org.certassist.desktop.check.CheckState;
import org.certassist.desktop.check.CheckViewModel;
import org.certassist.desktop.driver.DriversViewModel;
import org.certassist.desktop.fx.Background;
import org.certassist.desktop.key.KeyFilesViewModel;
import org.certassist.desktop.key.KeyState;
import org.certassist.desktop.key.KeyViewModel;
import org.certassist.desktop.lease.LeaseViewModel;
import org.certassist.desktop.office.Office;
import org.certassist.desktop.office.PaperKeys;
import org.certassist.desktop.office.Samples;
import org.certassist.desktop.outbox.OutboxViewModel;
import org.certassist.desktop.pin.PinViewModel;
import org.certassist.desktop.reconcile.ElsewhereViewModel;
import org.certassist.desktop.reconcile.ReconcileViewModel;
import org.certassist.desktop.results.ResultsViewModel;
import org.certassist.desktop.send.SendState;
import org.certassist.desktop.send.SendViewModel;

/// The window's view models over the real use cases, following one another as they do there, but
/// without a window: one thread plays the window's.
public final class Desk implements AutoCloseable {
  private static final int PATIENCE_SECONDS = 30;

  /// Like the window's, it takes no notice of what is told after its end.
  private final ExecutorService windowThread =
      new ThreadPoolExecutor(
          1,
          1,
          0,
          TimeUnit.SECONDS,
          new LinkedBlockingQueue<>(),
          new ThreadPoolExecutor.DiscardPolicy());

  public final DesktopServices services;
  private final ObjectProperty<Place> place;
  public final KeyViewModel keys;
  public final KeyFilesViewModel keyFiles;
  public final CheckViewModel check;
  public final SendViewModel send;
  public final CarryViewModel carry;
  public final FillViewModel fill;
  public final HandInViewModel handIn;
  public final OutboxViewModel outbox;
  public final ResultsViewModel results;
  public final ReconcileViewModel reconcile;
  public final ElsewhereViewModel elsewhere;
  public final LeaseViewModel lease;
  public final PinViewModel pins;
  public final CertificatesViewModel certificates;
  public final DriversViewModel drivers;

  public Desk(Office office) {
    this(office, Samples.practice());
  }

  public Desk(Office office, Profile region) {
    this.services = office.services(region);
    ViewModels models = new ViewModels(services, office.time, new Background(windowThread));
    this.place = models.place;
    this.keys = models.keys;
    this.keyFiles = models.keyFiles;
    this.check = models.check;
    this.send = models.send;
    this.carry = models.carry;
    this.fill = models.fill;
    this.handIn = models.handIn;
    this.outbox = models.outbox;
    this.results = models.results;
    this.reconcile = models.reconcile;
    this.elsewhere = models.elsewhere;
    this.lease = models.lease;
    this.pins = models.pins;
    this.certificates = models.certificates;
    this.drivers = models.drivers;
    does(models::begin);
    until(keys.state(), KeyState.Looked.class);
  }

  /// The word of the place that is shown.
  public String place() {
    return place.get().word();
  }

  /// Does something on the window's thread.
  public void does(Runnable act) {
    try {
      windowThread.submit(act).get(PATIENCE_SECONDS, TimeUnit.SECONDS);
    } catch (Exception failed) {
      throw new AssertionError(failed);
    }
  }

  public void opens(String file) {
    does(() -> check.open(Path.of(file)));
    until(check.state(), CheckState.Checked.class);
  }

  public void signs() {
    does(() -> send.sign(Pin.of(PaperKeys.PIN.toCharArray()), false, false));
  }

  public void signsAndKeepsTheKeyOpen() {
    does(() -> send.sign(Pin.of(PaperKeys.PIN.toCharArray()), false, true));
  }

  /// Opens a file and goes as far as the question for the PIN.
  public SendState.Asking asksFor(String file) {
    opens(file);
    return asks(send::begin);
  }

  /// Goes as far as the question for the PIN, once the key was looked for.
  public SendState.Asking asks(Runnable begin) {
    until(keys.state(), KeyState.Looked.class);
    does(begin);
    return until(send.state(), SendState.Asking.class);
  }

  /// Opens, signs and sends a file to its end.
  public <T extends SendState> T files(String file, Class<T> end) {
    asksFor(file);
    signs();
    return until(send.state(), end);
  }

  /// Waits for a state of this type.
  public <S, T extends S> T until(ObservableValue<S> state, Class<T> wanted) {
    until(state, wanted::isInstance);
    return wanted.cast(state.getValue());
  }

  public <S> void until(ObservableValue<S> state, Predicate<S> wanted) {
    CountDownLatch reached = new CountDownLatch(1);
    does(() ->
        state.subscribe(now -> {
          if (wanted.test(now)) {
            reached.countDown();
          }
        }));
    try {
      assertThat(reached.await(PATIENCE_SECONDS, TimeUnit.SECONDS))
          .as("still %s", state.getValue())
          .isTrue();
    } catch (InterruptedException interrupted) {
      throw new AssertionError(interrupted);
    }
  }

  @Override
  public void close() {
    windowThread.shutdownNow();
  }
}
