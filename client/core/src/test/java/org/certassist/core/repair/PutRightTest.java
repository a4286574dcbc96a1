package org.certassist.core.repair;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.lang.reflect.Proxy;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.certassist.core.detection.DriverOverview;
import org.certassist.core.detection.PluggedKey;
import org.certassist.core.diagnosis.Cause;
import org.certassist.core.diagnosis.Pc;
import org.certassist.core.diagnosis.Pc.KeyFacts;
import org.certassist.core.driver.PickedDriver;
import org.certassist.core.driver.PickedDrivers;
import org.certassist.core.filing.KeyOverview;
import org.certassist.core.filing.SeenKey;
import org.certassist.core.key.DriverReport;
import org.certassist.core.key.DriverState;
import org.certassist.core.key.KeyBridge;
import org.certassist.core.time.ClockReading;
import org.certassist.core.time.ShanghaiTime;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/// Repairs that are done, cut off and taken back, with remedies on paper.
class PutRightTest {
  private static final Path GONE = Path.of("/opt/gone.so");
  private static final Path GONE_LATER = Path.of("/opt/gone-later.so");
  private static final Path THERE = Path.of("/opt/there.so");

  private final List<String> done = new ArrayList<>();
  private final MemoryJournal journal = new MemoryJournal();
  private Optional<RepairFault> trouble = Optional.empty();

  @Test
  void whatWasBeforeIsWrittenDownBeforeAnythingIsTouched() throws Exception {
    PutRight repairs =
        repairs(
            new Paper("before") {
              @Override
              public void apply(List<String> before) {
                assertThat(journal.kept).extracting(DoneRepair::before).containsExactly(before);
                done.add("applied");
              }
            });

    repairs.put(PcRepair.SET_ASIDE_CATALOGUE, pc());

    assertThat(done).containsExactly("applied");
  }

  @Test
  void theLastOneIsTakenBackFirst() throws Exception {
    PutRight repairs = repairs(new Paper("before"));
    repairs.put(PcRepair.SET_ASIDE_CATALOGUE, pc());
    repairs.put(PcRepair.MAKE_HOME_WRITABLE, pc());

    assertThat(repairs.undo()).isEqualTo(PcRepair.MAKE_HOME_WRITABLE);
    assertThat(repairs.last())
        .get()
        .extracting(DoneRepair::repair)
        .isEqualTo(PcRepair.SET_ASIDE_CATALOGUE);
    assertThat(repairs.undo()).isEqualTo(PcRepair.SET_ASIDE_CATALOGUE);
    assertThatThrownBy(repairs::undo).hasMessageContaining("repair.nothingToUndo");
    assertThat(done).containsExactly("apply", "apply", "undo", "undo");
  }

  @Test
  void oneThatFailsLeavesNothingToTakeBack() {
    trouble = Optional.of(RepairFault.of("repair.refused"));
    PutRight repairs = repairs(new Paper("before"));

    assertThatThrownBy(() -> repairs.put(PcRepair.START_CARD_SERVICE, pc()))
        .isInstanceOf(RepairException.class)
        .hasMessageContaining("repair.refused");

    assertThat(journal.kept).isEmpty();
  }

  @Test
  void oneThatIsNotTakenBackCanBeTriedAgain() throws Exception {
    PutRight repairs = repairs(new Paper("before"));
    repairs.put(PcRepair.SET_ASIDE_CATALOGUE, pc());
    trouble = Optional.of(RepairFault.of("repair.notUndone", "file", "disk-denied"));

    assertThatThrownBy(repairs::undo).hasMessageContaining("repair.notUndone");

    assertThat(repairs.last()).isPresent();
  }

  @Test
  void whereNothingCanBeWrittenDownNothingIsDone() {
    journal.full = true;
    PutRight repairs = repairs(new Paper("before"));

    assertThatThrownBy(() -> repairs.put(PcRepair.SET_ASIDE_CATALOGUE, pc()))
        .hasMessageContaining("repair.journal")
        .hasMessageContaining("disk-full");

    assertThat(done).isEmpty();
  }

  @Test
  void theFolderOfTheJournalIsMadeWritableBeforeTheJournalIsWritten() throws Exception {
    journal.full = true;
    PutRight repairs = repairs(new Unlocking());

    repairs.put(PcRepair.MAKE_HOME_WRITABLE, pc());
    assertThat(journal.kept).extracting(DoneRepair::before).containsExactly(List.of("locked"));

    repairs.undo();
    assertThat(done).containsExactly("apply", "undo");
    assertThat(journal.full).isTrue();
    assertThat(journal.kept).isEmpty();
  }

  @Test
  void aFolderWhoseJournalIsNotWrittenEvenThenIsAsItWas() {
    journal.full = true;
    PutRight repairs = repairs(new Paper("before"));

    assertThatThrownBy(() -> repairs.put(PcRepair.MAKE_HOME_WRITABLE, pc()))
        .hasMessageContaining("repair.journal");

    assertThat(done).containsExactly("apply", "undo");
  }

  @Test
  void aFolderThatStaysWritableCanBeTakenBackLater() throws Exception {
    PutRight repairs = repairs(new Paper("before"));
    repairs.put(PcRepair.MAKE_HOME_WRITABLE, pc());
    trouble = Optional.of(RepairFault.of("repair.notUndone", "home", "disk-denied"));

    assertThatThrownBy(repairs::undo).hasMessageContaining("repair.notUndone");

    assertThat(journal.kept).hasSize(1);
  }

  @Test
  void whatIsPastUndoDoesNotHoldUpTheOlderOnes() throws Exception {
    for (PcRepair repair : List.of(PcRepair.SET_ASIDE_CATALOGUE, PcRepair.MAKE_HOME_WRITABLE)) {
      trouble = Optional.empty();
      PutRight repairs = repairs(new Paper("before"));
      repairs.put(PcRepair.SET_ASIDE_KNOWLEDGE, pc());
      repairs.put(repair, pc());
      trouble = Optional.of(RepairFault.of("repair.pastUndo", "file"));

      assertThatThrownBy(repairs::undo).hasMessageContaining("repair.pastUndo");

      trouble = Optional.empty();
      assertThat(repairs.undo()).isEqualTo(PcRepair.SET_ASIDE_KNOWLEDGE);
    }
  }

  @Test
  void aDamagedJournalHoldsUpOnlyWhatIsWrittenDown() throws Exception {
    journal.damaged = true;
    PutRight repairs = repairs(new Paper("before"));

    repairs.put(PcRepair.USE_DRIVERS_AGAIN, pc());
    assertThatThrownBy(() -> repairs.put(PcRepair.SET_ASIDE_CATALOGUE, pc()))
        .hasMessageContaining("repair.journal");

    assertThat(done).containsExactly("apply");
  }

  @Test
  void whatIsInOrderIsLeftAlone() {
    assertThatThrownBy(() -> repairs(new Paper()).put(PcRepair.SET_ASIDE_CATALOGUE, pc()))
        .hasMessageContaining("repair.nothingToDo");
    assertThat(done).isEmpty();
  }

  @Test
  void onlyTheLatestTwentyCanBeTakenBack() throws Exception {
    PutRight repairs = repairs(new Paper("before"));
    for (int i = 0; i < 5; i++) {
      repairs.put(PcRepair.SET_ASIDE_KNOWLEDGE, pc());
    }
    for (int i = 0; i < 20; i++) {
      repairs.put(PcRepair.SET_ASIDE_CATALOGUE, pc());
    }

    assertThat(journal.kept)
        .hasSize(20)
        .extracting(DoneRepair::repair)
        .containsOnly(PcRepair.SET_ASIDE_CATALOGUE);
  }

  @Test
  void driversThatAreCalledAgainAreNotTakenBack() throws Exception {
    PutRight repairs = repairs(new Paper("before"));
    repairs.put(PcRepair.USE_DRIVERS_AGAIN, pc());

    assertThat(done).containsExactly("apply");
    assertThat(repairs.last()).isEmpty();
  }

  @Test
  void onlyWhatThisSystemHasIsOffered() {
    PutRight some =
        new PutRight(
            Map.of(PcRepair.SET_ASIDE_CATALOGUE, new Paper("before")),
            new Pages(SystemPage.DATE_AND_TIME),
            journal,
            time());

    assertThat(some.actionAbout(Cause.CATALOGUE_REFUSED))
        .contains(new Action.Repairs(PcRepair.SET_ASIDE_CATALOGUE));
    assertThat(some.actionAbout(Cause.CARD_SERVICE_STOPPED)).isEmpty();
    assertThat(some.actionAbout(Cause.CLOCK_OFF))
        .contains(new Action.Opens(SystemPage.DATE_AND_TIME));
    assertThat(some.actionAbout(Cause.PROXY_LOGIN)).isEmpty();
    assertThat(some.actionAbout(Cause.DRIVER_NOT_INSTALLED))
        .contains(new Action.LeadsTo(Lead.INSTALL_DRIVER));
    assertThat(some.actionAbout(Cause.CERTIFICATE_REVOKED)).isEmpty();
  }

  @Test
  void everyRepairIsAboutSomeCause() {
    PutRight all = repairs(new Paper("before"));

    assertThat(
            Arrays.stream(Cause.values())
                .flatMap(cause -> all.actionAbout(cause).stream())
                .filter(Action.Repairs.class::isInstance)
                .map(action -> ((Action.Repairs) action).repair())
                .distinct())
        .containsExactlyInAnyOrder(PcRepair.values());
  }

  @Test
  void onlyPickedLibrariesThatAreGoneAreForgotten() throws Exception {
    MemoryPicked picked = new MemoryPicked();
    picked.remember(GONE, List.of());
    picked.remember(THERE, List.of());
    ForgetGoneDrivers remedy = new ForgetGoneDrivers(picked);

    List<String> before =
        remedy.before(
            pc(
                report("picked-1", GONE, DriverState.DRIVER_GONE),
                report("named", Path.of("/opt/named.so"), DriverState.DRIVER_GONE),
                report("picked-2", THERE, DriverState.READY)));
    remedy.apply(before);
    assertThat(picked.all()).extracting(PickedDriver::file).containsExactly(THERE);

    remedy.undo(before);
    assertThat(picked.all()).extracting(PickedDriver::file).containsExactly(GONE, THERE);
  }

  @Test
  void goneLibrariesComeBackInTheirOrder() throws Exception {
    MemoryPicked picked = new MemoryPicked();
    picked.remember(GONE, List.of());
    picked.remember(GONE_LATER, List.of());
    ForgetGoneDrivers remedy = new ForgetGoneDrivers(picked);

    List<String> before = remedy.before(bothGone());
    remedy.apply(before);
    remedy.undo(before);

    assertThat(picked.all()).extracting(PickedDriver::file).containsExactly(GONE_LATER, GONE);
  }

  @Test
  void whereASecondLibraryIsNotForgottenTheFirstIsBack() throws Exception {
    MemoryPicked picked = new MemoryPicked();
    PickedDriver stays = picked.remember(GONE, List.of());
    picked.remember(
        GONE_LATER, List.of(new PickedDriver.Key("maker", "model", "number", Optional.empty())));
    ForgetGoneDrivers remedy = new ForgetGoneDrivers(picked);
    List<String> before = remedy.before(bothGone());
    picked.stays = stays.id();

    assertThatThrownBy(() -> remedy.apply(before))
        .hasMessageContaining("repair.notDone")
        .hasMessageContaining(GONE.toString());

    assertThat(picked.all()).extracting(PickedDriver::file).containsExactly(GONE_LATER, GONE);
    assertThat(picked.all().getFirst().keys()).hasSize(1);
  }

  @ParameterizedTest
  @ValueSource(strings = {"driver.so", "/opt/one\ntwo.so", "/opt/\u0000.so", ""})
  void whatIsNoPlaceOfALibraryIsPastUndo(String written) {
    MemoryPicked picked = new MemoryPicked();

    assertThatThrownBy(() -> new ForgetGoneDrivers(picked).undo(List.of(written)))
        .hasMessageContaining("repair.pastUndo");

    assertThat(picked.all()).isEmpty();
  }

  @Test
  void whereAThirdLibraryIsNotForgottenTheOthersAreBackInTheirOrder() throws Exception {
    MemoryPicked picked = new MemoryPicked();
    picked.stays = picked.remember(GONE, List.of()).id();
    picked.remember(THERE, List.of());
    picked.remember(GONE_LATER, List.of());

    assertThatThrownBy(() ->
            new ForgetGoneDrivers(picked)
                .apply(Stream.of(GONE, THERE, GONE_LATER).map(Path::toString).toList()))
        .hasMessageContaining("repair.notDone");

    assertThat(picked.all())
        .extracting(PickedDriver::file)
        .containsExactly(GONE_LATER, THERE, GONE);
  }

  @Test
  void onlyDriversThatCrashedTooOftenAreCalledAgain() throws Exception {
    List<String> called = new ArrayList<>();
    KeyBridge bridge =
        (KeyBridge)
            Proxy.newProxyInstance(
                KeyBridge.class.getClassLoader(),
                new Class<?>[] {KeyBridge.class},
                (_, method, arguments) -> called.add(method.getName() + " " + arguments[0]));
    UseDriversAgain remedy = new UseDriversAgain(bridge);

    List<String> before =
        remedy.before(
            pc(
                report("crashing", GONE, DriverState.QUARANTINED),
                report("ready", THERE, DriverState.READY)));
    remedy.apply(before);

    assertThat(before).containsExactly("crashing");
    assertThat(called).containsExactly("useAgain crashing");
  }

  private static Pc bothGone() {
    return pc(
        report("picked-1", GONE, DriverState.DRIVER_GONE),
        report("picked-2", GONE_LATER, DriverState.DRIVER_GONE));
  }

  private PutRight repairs(Remedy remedy) {
    Map<PcRepair, Remedy> all = new EnumMap<>(PcRepair.class);
    for (PcRepair repair : PcRepair.values()) {
      all.put(repair, remedy);
    }
    return new PutRight(all, new Pages(), journal, time());
  }

  private static ShanghaiTime time() {
    return new ShanghaiTime(Clock.fixed(Instant.parse("2026-11-29T01:00:00Z"), ShanghaiTime.ZONE));
  }

  private static DriverReport report(String id, Path file, DriverState state) {
    return new DriverReport(id, id, Optional.of(file), state, "");
  }

  private static Pc pc(DriverReport... drivers) {
    KeyFacts facts =
        new KeyFacts(
            new DriverOverview(List.<PluggedKey>of(), List.of(drivers), List.of()),
            new KeyOverview(
                List.of(drivers), List.<SeenKey>of(), ClockReading.ofThisPc(Instant.EPOCH)));
    return (Pc)
        Proxy.newProxyInstance(
            Pc.class.getClassLoader(), new Class<?>[] {Pc.class}, (_, _, _) -> facts);
  }

  private class Paper implements Remedy {
    private final List<String> before;

    Paper(String... before) {
      this.before = List.of(before);
    }

    @Override
    public List<String> before(Pc pc) {
      return before;
    }

    @Override
    public void apply(List<String> before) throws RepairException {
      act("apply");
    }

    @Override
    public void undo(List<String> before) throws RepairException {
      act("undo");
    }

    private void act(String name) throws RepairException {
      if (trouble.isPresent()) {
        throw new RepairException(trouble.get());
      }
      done.add(name);
    }
  }

  /// Without it nothing can be written into the journal.
  private final class Unlocking extends Paper {
    Unlocking() {
      super("locked");
    }

    @Override
    public void apply(List<String> before) throws RepairException {
      super.apply(before);
      journal.full = false;
    }

    @Override
    public void undo(List<String> before) throws RepairException {
      super.undo(before);
      journal.full = true;
    }
  }

  private record Pages(SystemPage... there) implements SystemPages {
    @Override
    public boolean has(SystemPage page) {
      return List.of(there).contains(page);
    }

    @Override
    public void open(SystemPage page) {}
  }

  private static final class MemoryJournal implements RepairJournal {
    private List<DoneRepair> kept = List.of();
    private boolean full;
    private boolean damaged;

    @Override
    public List<DoneRepair> all() throws IOException {
      if (damaged) {
        throw new IOException("damaged");
      }
      return kept;
    }

    @Override
    public void write(List<DoneRepair> repairs) throws IOException {
      if (full) {
        throw new IOException("No space left on device");
      }
      kept = List.copyOf(repairs);
    }
  }

  private static final class MemoryPicked implements PickedDrivers {
    private final List<PickedDriver> all = new ArrayList<>();
    private int number;
    private String stays = "";

    @Override
    public List<PickedDriver> all() {
      return List.copyOf(all);
    }

    @Override
    public PickedDriver remember(Path file, List<PickedDriver.Key> keys) {
      number++;
      PickedDriver driver = new PickedDriver(PickedDriver.id(number), file, keys);
      all.addFirst(driver);
      return driver;
    }

    @Override
    public boolean forget(String id) throws IOException {
      if (id.equals(stays)) {
        throw new IOException("No space left on device");
      }
      return all.removeIf(driver -> driver.id().equals(id));
    }
  }
}
