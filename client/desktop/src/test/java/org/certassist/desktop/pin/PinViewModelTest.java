package org.certassist.desktop.pin;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import org.certassist.core.filing.KeyOverview.Choice;
import org.certassist.core.key.KeyFault;
import org.certassist.core.key.Pin;
import org.certassist.core.key.PinState;
import org.certassist.core.key.PinTask;
import org.certassist.core.key.PinVerdict;
import org.certassist.core.key.PinWeakness;
import org.certassist.core.key.TokenPin;
import org.certassist.core.key.TypedPin;
import org.certassist.desktop.Desk;
import org.certassist.desktop.key.KeyState;
import org.certassist.desktop.office.Office;
import org.certassist.desktop.office.PaperKeys;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/// Work on a PIN without a window: what is tried, how often, and what stands there afterwards.
@Timeout(60)
class PinViewModelTest {
  private static final String NEW_PIN = "a864208";

  @TempDir Path folder;

  @SuppressWarnings("NullAway.Init")
  private Office office;

  @SuppressWarnings("NullAway.Init")
  private Desk desk;

  private void at(PinState state) {
    at(TokenPin.usual(state));
  }

  private void at(TokenPin pin) {
    office = new Office(folder).withKey(pin);
    desk = new Desk(office);
  }

  @AfterEach
  void close() {
    desk.close();
  }

  private Choice key() {
    return desk.keys.state().get().key().orElseThrow();
  }

  private static Pin pin(String text) {
    return Pin.of(text.toCharArray());
  }

  private void verifies(String typed, boolean lastTryConfirmed) {
    submits(PinTask.VERIFY, TypedPins.only(pin(typed)), lastTryConfirmed);
  }

  private void sets(PinTask task, String first, String fresh, String again) {
    submits(task, new TypedPins(pin(first), pin(fresh), pin(again)), false);
  }

  private void submits(PinTask task, TypedPins typed, boolean lastTryConfirmed) {
    desk.does(() -> {
      desk.pins.begin(task, key());
      desk.pins.submit(typed, lastTryConfirmed);
    });
    desk.until(desk.pins.state(), work -> !(work instanceof PinWork.Working));
    desk.until(desk.keys.state(), KeyState.Looked.class);
  }

  private PinWork.Asking askedAgain() {
    return (PinWork.Asking) desk.pins.state().get();
  }

  @Test
  void aRightPinIsTriedOnceAndSaidSo() {
    at(PinState.WRONG_TRIED);
    verifies(PaperKeys.PIN, false);

    assertThat(desk.pins.state().get())
        .isInstanceOfSatisfying(
            PinWork.Done.class, done -> assertThat(done.verdict()).isEqualTo(PinVerdict.GOOD));
    assertThat(office.keys.tries()).isEqualTo(1);
    assertThat(key().key().token().pin().state()).as("looked at anew").isEqualTo(PinState.OK);
  }

  @Test
  void aWellKnownOneIsWarnedOf() {
    at(PinState.OK);
    office.keys.taking("123456");
    verifies("123456", false);

    assertThat(desk.pins.state().get())
        .isInstanceOfSatisfying(
            PinWork.Done.class,
            done -> assertThat(done.verdict()).isEqualTo(PinVerdict.KNOWN_INITIAL));
  }

  @Test
  void afterAWrongPinTheSameIsAskedWithTheFreshState() {
    at(PinState.WRONG_TRIED);
    verifies("000000", false);

    assertThat(askedAgain().trouble()).contains(new KeyFault.PinWrong(PinState.LAST_TRY));
    assertThat(askedAgain().tried()).isEqualTo(PinState.LAST_TRY);
    assertThat(office.keys.tries()).isEqualTo(1);
  }

  @Test
  void theLastTryIsNotUsedUnconfirmed() {
    at(PinState.LAST_TRY);
    verifies(PaperKeys.PIN, false);

    assertThat(askedAgain().trouble()).contains(new KeyFault.PinLastTry());
    assertThat(office.keys.tries()).isZero();
  }

  @Test
  void aKeyThatIsLockedNowTakesNoMorePins() {
    at(PinState.LAST_TRY);
    verifies("000000", true);
    assertThat(askedAgain().isLocked()).isTrue();

    desk.does(() -> desk.pins.submit(TypedPins.only(pin(PaperKeys.PIN)), true));

    assertThat(askedAgain().isLocked()).isTrue();
    assertThat(office.keys.tries()).isEqualTo(1);
  }

  @Test
  void aPinIsChangedAndTheOldOneIsVoid() {
    at(PinState.MUST_CHANGE);
    sets(PinTask.CHANGE, PaperKeys.PIN, NEW_PIN, NEW_PIN);
    assertThat(desk.pins.state().get()).isInstanceOf(PinWork.Done.class);

    verifies(PaperKeys.PIN, false);
    assertThat(askedAgain().trouble()).contains(new KeyFault.PinWrong(PinState.WRONG_TRIED));
    verifies(NEW_PIN, false);
    assertThat(desk.pins.state().get()).isInstanceOf(PinWork.Done.class);
  }

  @Test
  void nothingIsTriedWithANewPinThatWillNotDo() {
    at(PinState.OK);
    sets(PinTask.CHANGE, PaperKeys.PIN, "123456", "123456");
    assertThat(askedAgain().trouble()).contains(new KeyFault.NewPinWeak(PinWeakness.KNOWN_INITIAL));

    sets(PinTask.CHANGE, PaperKeys.PIN, NEW_PIN, NEW_PIN + "9");
    assertThat(askedAgain().trouble()).contains(new KeyFault.NewPinMistyped());
    assertThat(office.keys.tries()).isZero();
  }

  @Test
  void aLockedKeyIsUnblockedByTheAdministrator() {
    at(PinState.LOCKED);
    sets(PinTask.UNBLOCK, PaperKeys.ADMINISTRATORS, NEW_PIN, NEW_PIN);

    assertThat(desk.pins.state().get()).isInstanceOf(PinWork.Done.class);
    assertThat(key().key().token().pin().state()).isEqualTo(PinState.OK);
  }

  @Test
  void aWrongAdministratorsPinLeavesTheUsersStateAlone() {
    at(new TokenPin(PinState.LOCKED, PinState.LAST_TRY, false, 6, 16));
    sets(PinTask.UNBLOCK, "00000000", NEW_PIN, NEW_PIN);

    assertThat(askedAgain().trouble())
        .contains(new KeyFault.AdministratorPinWrong(PinState.LOCKED));
    assertThat(askedAgain().pin())
        .isEqualTo(new TokenPin(PinState.LOCKED, PinState.LOCKED, false, 6, 16));
    assertThat(askedAgain().isLocked()).isTrue();
  }

  @Test
  void whereTheDriverCannotDoItThereIsNothingToTypeAgain() {
    at(PinState.LOCKED);
    office.keys.failing(new KeyFault.NotSupported("C_InitPIN"));
    sets(PinTask.UNBLOCK, PaperKeys.ADMINISTRATORS, NEW_PIN, NEW_PIN);

    PinWork.Failed failed = (PinWork.Failed) desk.pins.state().get();
    assertThat(failed.fault()).isEqualTo(new KeyFault.NotSupported("C_InitPIN"));
    assertThat(failed.isUnsure()).isFalse();
  }

  @ParameterizedTest
  @EnumSource
  void whatBreaksWhileAPinIsBeingSetLeavesItOpenWhichOneIsInForce(PinTask task) {
    at(task == PinTask.UNBLOCK ? PinState.LOCKED : PinState.OK);
    office.keys.failing(
        task == PinTask.VERIFY
            ? new KeyFault.DriverCrashed("driver.so")
            : new KeyFault.PinChangeUnknown("driver.so", "driver.crashed"));
    sets(
        task,
        PaperKeys.PIN,
        task == PinTask.VERIFY ? "" : NEW_PIN,
        task == PinTask.VERIFY ? "" : NEW_PIN);

    PinWork.Failed failed = (PinWork.Failed) desk.pins.state().get();
    assertThat(failed.isUnsure()).isEqualTo(task != PinTask.VERIFY);
    assertThat(failed.remedy())
        .isEqualTo(
            switch (task) {
              case CHANGE, VERIFY -> Optional.of(PinTask.VERIFY);
              case UNBLOCK -> Optional.empty();
            });
  }

  @Test
  void whatTheDriverDoesIsWaitedFor() {
    at(PinState.OK);
    CountDownLatch hold = new CountDownLatch(1);
    office.keys.holding(hold);
    desk.does(() -> {
      desk.pins.begin(PinTask.VERIFY, key());
      desk.pins.submit(TypedPins.only(pin(PaperKeys.PIN)), false);
      desk.pins.dismiss();
      desk.pins.begin(PinTask.CHANGE, key());
    });
    assertThat(desk.pins.state().get()).isInstanceOf(PinWork.Working.class);

    hold.countDown();

    desk.until(desk.pins.state(), PinWork.Done.class);
  }

  @Test
  void aKeyThatLiesOpenIsLetGoFirst() throws Exception {
    at(PinState.OK);
    try (Pin typed = pin(PaperKeys.PIN)) {
      office
          .keeper
          .keepingOpen(new TypedPin(office.keys, key().signingKey(), typed, false))
          .open()
          .close();
    }
    assertThat(office.keeper.open()).isPresent();

    sets(PinTask.CHANGE, PaperKeys.PIN, NEW_PIN, NEW_PIN);

    assertThat(desk.pins.state().get()).isInstanceOf(PinWork.Done.class);
    assertThat(office.keeper.open()).isEmpty();
  }

  @Test
  void aPinThatNobodyAskedForIsWipedUnsent() {
    at(PinState.OK);
    Pin stray = pin(PaperKeys.PIN);
    desk.does(() -> desk.pins.submit(TypedPins.only(stray), false));

    org.assertj.core.api.Assertions.assertThatIllegalStateException().isThrownBy(stray::copy);
    assertThat(office.keys.tries()).isZero();
  }
}
