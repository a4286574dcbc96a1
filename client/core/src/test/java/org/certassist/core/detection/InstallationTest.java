package org.certassist.core.detection;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Optional;
import java.util.Set;
import org.certassist.core.detection.Installation.Route;
import org.certassist.core.detection.Installation.Sight;
import org.certassist.core.detection.Installation.Step;
import org.certassist.core.driver.UsbDevice;
import org.certassist.core.driver.UsbId;
import org.certassist.core.key.DriverReport;
import org.certassist.core.key.DriverState;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/// What is ticked off by what is seen, and what by her word.
class InstallationTest {
  private static final Optional<String> BEFORE = Optional.of("first-run");
  private static final Optional<String> AFTER = Optional.of("second-run");
  private static final Sight PLUGGED = new Sight(true, false, false, BEFORE);
  private static final Sight PULLED = new Sight(false, false, false, BEFORE);
  private static final Sight INSTALLED = new Sight(false, true, false, BEFORE);
  private static final Sight RESTARTED = new Sight(false, true, false, AFTER);
  private static final Sight NOT_SEEN = new Sight(true, true, false, AFTER);
  private static final Sight READY = new Sight(true, true, true, AFTER);

  private static Installation firstTime(Sight sight) {
    return Installation.begin("epass", Route.FIRST_TIME, sight);
  }

  @Test
  void everyStepButTheFirstIsSeen() {
    Installation begun = firstTime(PLUGGED);
    assertThat(begun.step()).contains(Step.CLOSE_TOOLS);
    Installation closed = begun.said(BEFORE).seen(PLUGGED);
    assertThat(closed.step()).contains(Step.PULL_OUT);
    Installation pulled = closed.seen(PULLED);
    assertThat(pulled.step()).contains(Step.INSTALL);
    Installation installed = pulled.seen(INSTALLED);
    assertThat(installed.step()).contains(Step.RESTART);
    Installation restarted = installed.seen(RESTARTED);
    assertThat(restarted.step()).contains(Step.PLUG_IN);
    Installation pluggedIn = restarted.seen(NOT_SEEN);
    assertThat(pluggedIn.step()).contains(Step.CHECK);
    assertThat(pluggedIn.isOver()).isFalse();
    assertThat(pluggedIn.seen(READY).isOver()).isTrue();
  }

  @Test
  void thatAKeyIsOutWhichWasNeverSeenIsHerWord() {
    Installation closed = firstTime(PULLED).said(BEFORE).seen(PULLED);
    assertThat(closed.step()).contains(Step.PULL_OUT);
    assertThat(closed.seen(PULLED).step()).contains(Step.PULL_OUT);
    assertThat(closed.said(BEFORE).seen(PULLED).step()).contains(Step.INSTALL);
    assertThat(closed.seen(PLUGGED).seen(PULLED).step()).contains(Step.INSTALL);
  }

  @Test
  void aRestartThatTheInstallerMadeByItselfIsSeen() {
    Installation installing = firstTime(PLUGGED).said(BEFORE).seen(PULLED);
    assertThat(installing.step()).contains(Step.INSTALL);
    assertThat(installing.seen(RESTARTED).step()).contains(Step.PLUG_IN);
  }

  @Test
  void aRestartBeforeTheInstallerRanDoesNotCount() {
    Installation installing = firstTime(PLUGGED).said(BEFORE).seen(PULLED);
    Installation nextDay = installing.seen(new Sight(false, false, false, AFTER));
    assertThat(nextDay.step()).contains(Step.INSTALL);
    assertThat(nextDay.seen(RESTARTED).step()).contains(Step.RESTART);
  }

  @Test
  void aDriverThatIsThereWasInstalledWhateverWasSaid() {
    assertThat(firstTime(PLUGGED).seen(INSTALLED).step()).contains(Step.RESTART);
  }

  @Test
  void aDriverThatWasThereBeforeIsInstalledByHerWord() {
    Installation begun =
        Installation.begin("epass", Route.AGAIN, new Sight(true, true, false, BEFORE));
    Installation installing = begun.said(BEFORE).seen(INSTALLED);
    assertThat(installing.step()).contains(Step.INSTALL);
    assertThat(installing.said(BEFORE).seen(INSTALLED).step()).contains(Step.RESTART);
    assertThat(installing.said(AFTER).seen(RESTARTED).step())
        .as("the restart came before the installer")
        .contains(Step.RESTART);
  }

  @Test
  void whereTheSystemDoesNotTellARestartIsHerWord() {
    Sight untold = new Sight(false, true, false, Optional.empty());
    Installation restarting = firstTime(PULLED).seen(untold);
    assertThat(restarting.step()).contains(Step.RESTART);
    assertThat(restarting.seen(untold).step()).contains(Step.RESTART);
    assertThat(restarting.said(Optional.empty()).step()).contains(Step.PLUG_IN);
  }

  @Test
  void theInstallerOnTheKeyRunsBeforeTheKeyIsPulledOut() {
    Installation begun = Installation.begin("gm3000", Route.FROM_KEY, PLUGGED);
    assertThat(begun.said(BEFORE).step()).contains(Step.INSTALL_FROM_KEY);
    assertThat(begun.seen(new Sight(true, true, false, BEFORE)).step()).contains(Step.PULL_OUT);
  }

  @Test
  void thatTheKeyWorksIsNotHersToSay() {
    Installation checking = firstTime(PULLED).seen(RESTARTED).said(AFTER).said(AFTER);
    assertThat(checking.step()).contains(Step.CHECK);
    assertThat(checking.said(AFTER)).isEqualTo(checking);
  }

  @Test
  void aKeyThatWorksEndsItAtAnyStep() {
    Installation over = firstTime(PLUGGED).seen(READY);
    assertThat(over.isOver()).isTrue();
    assertThat(over.step()).isEmpty();
    assertThat(over.said(AFTER)).isEqualTo(over);
  }

  @Test
  void thereIsNoStepBeyondTheLast() {
    assertThatThrownBy(() -> new Installation("epass", Route.AGAIN, 7, BEFORE, false))
        .isInstanceOf(IllegalArgumentException.class);
  }

  @ParameterizedTest
  @CsvSource({
    "NOT_INSTALLED, NOT_INSTALLED, false, FIRST_TIME",
    "NOT_SEEN, NO_TOKEN, true, AGAIN",
    "AS_CD_ROM, NOT_INSTALLED, false, FROM_KEY",
    "AS_CD_ROM, NO_TOKEN, true, FROM_KEY_AGAIN",
    "DRIVER_IN_TROUBLE, WRONG_WORD_SIZE, true, AGAIN",
    "DRIVER_IN_TROUBLE, BUSY, true,",
    "DRIVER_IN_TROUBLE, HUNG, true,",
    "READY, READY, true,",
    "SKF_ONLY, NOT_INSTALLED, false,",
    "NO_DRIVER_KNOWN, NOT_INSTALLED, false,",
    "UNKNOWN_DEVICE, NOT_INSTALLED, false,",
  })
  void anInstallationIsARemedyForSome(
      KeyVerdict verdict,
      DriverState state,
      boolean there,
      @org.jspecify.annotations.Nullable Route route) {
    PluggedKey key =
        new PluggedKey(
            new UsbDevice(new UsbId(0x096E, 0x0309), "a key", Set.of()),
            Optional.empty(),
            verdict,
            Optional.of(new DriverReport("epass", "ePass", Optional.empty(), state, "")));
    assertThat(Route.of(key, there)).isEqualTo(Optional.ofNullable(route));
  }
}
