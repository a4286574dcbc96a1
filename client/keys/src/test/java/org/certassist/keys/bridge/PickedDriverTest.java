package org.certassist.keys.bridge;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicReference;
import java.util.stream.Collectors;
import org.certassist.core.driver.Doubt;
import org.certassist.core.driver.DriverFiles;
import org.certassist.core.driver.FileFinding;
import org.certassist.core.key.Driver;
import org.certassist.core.key.DriverReport;
import org.certassist.core.key.DriverState;
import org.certassist.core.key.Inventory;
import org.certassist.core.key.KeySession;
import org.certassist.core.key.SigningKey;
import org.certassist.core.key.TokenKey;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/// A library that the user names: tried out, used from then on, and not any more.
@Timeout(120)
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class PickedDriverTest {
  private static final int SECONDS_TO_END = 10;

  private final TestToken token;
  private final Path folder;

  PickedDriverTest(@TempDir Path folder) throws Exception {
    this.folder = folder;
    token = TestToken.in(folder);
  }

  private Driver driver(String id, Path file) {
    return new Driver(
        id,
        String.valueOf(file.getFileName()),
        Driver.Interface.PKCS11,
        List.of(file),
        token.softHsm().variables());
  }

  private static BridgeKeys keys(AtomicReference<List<Driver>> drivers) {
    return new BridgeKeys(
        TestHost.launch(),
        Deadlines.standard(),
        Admission.unexamined(Quarantine.inMemory(Clock.systemUTC())),
        drivers::get);
  }

  private static Set<ProcessHandle> hosts() {
    return ProcessHandle.current().children().collect(Collectors.toSet());
  }

  /// Hosts end in their own time.
  private static void assertEnded(Set<ProcessHandle> hosts) throws Exception {
    for (ProcessHandle host : hosts) {
      host.onExit().get(SECONDS_TO_END, TimeUnit.SECONDS);
    }
  }

  private static Set<ProcessHandle> hostsSince(Set<ProcessHandle> before) {
    return hosts().stream().filter(host -> !before.contains(host)).collect(Collectors.toSet());
  }

  @Test
  void aLibraryIsTriedInAHostOfItsOwnThatEndsThen() throws Exception {
    try (BridgeKeys keys = keys(new AtomicReference<>(List.of()))) {
      Set<ProcessHandle> before = hosts();
      Inventory seen = keys.tryOut(driver(Driver.NAMED, SoftHsm.MODULE));
      assertThat(seen.drivers())
          .containsExactly(
              new DriverReport(
                  Driver.NAMED,
                  "libsofthsm2.so",
                  Optional.of(SoftHsm.MODULE),
                  DriverState.READY,
                  ""));
      assertThat(seen.keys()).extracting(TokenKey::serial).containsExactly(token.serial());
      assertEnded(hostsSince(before));
      assertThat(keys.inventory()).isEqualTo(new Inventory(List.of(), List.of()));
    }
  }

  @Test
  void oneOfTheDriversIsTriedByItsId() throws Exception {
    try (BridgeKeys keys = keys(new AtomicReference<>(List.of(driver("known", SoftHsm.MODULE))))) {
      Inventory seen = keys.tryOut("known");
      assertThat(seen.drivers()).extracting(DriverReport::id).containsExactly("known");
      assertThat(seen.keys()).extracting(TokenKey::serial).containsExactly(token.serial());
      assertThat(keys.tryOut("gone")).isEqualTo(new Inventory(List.of(), List.of()));
    }
  }

  @Test
  void aFileThatIsNoLibraryIsTriedInVain() throws Exception {
    Path text = Files.writeString(folder.resolve("notes.txt"), "no library");
    try (BridgeKeys keys = keys(new AtomicReference<>(List.of()))) {
      Inventory seen = keys.tryOut(driver(Driver.NAMED, text));
      assertThat(seen.drivers()).extracting(DriverReport::state).containsOnly(DriverState.REFUSED);
      assertThat(seen.keys()).isEmpty();
    }
  }

  @Test
  void aFileThatIsGoneIsNewsOnlyWhereTheUserChoseIt() throws Exception {
    Path gone = folder.resolve("gone.so");
    Driver picked = driver("picked-1", gone);
    AtomicReference<List<Driver>> drivers =
        new AtomicReference<>(List.of(picked, driver("catalogue", gone)));
    try (BridgeKeys keys = keys(drivers)) {
      assertThat(keys.inventory().drivers())
          .containsExactly(
              new DriverReport(
                  "picked-1", "gone.so", Optional.of(gone), DriverState.DRIVER_GONE, ""),
              new DriverReport(
                  "catalogue", "gone.so", Optional.empty(), DriverState.NOT_INSTALLED, ""));
      assertThat(keys.tryOut(picked).drivers())
          .extracting(DriverReport::state)
          .containsExactly(DriverState.DRIVER_GONE);
    }
  }

  @Test
  void aLibraryThatIsPickedMeanwhileIsUsedAtOnceAndOneThatIsForgottenIsNotKeptLoaded()
      throws Exception {
    AtomicReference<List<Driver>> drivers = new AtomicReference<>(List.of());
    try (BridgeKeys keys = keys(drivers)) {
      Set<ProcessHandle> before = hosts();
      assertThat(keys.inventory().keys()).isEmpty();
      drivers.set(List.of(driver("picked-1", SoftHsm.MODULE)));
      TokenKey key = TestToken.only(keys.inventory());
      assertThat(key.driver()).isEqualTo("picked-1");
      try (var pin = SoftHsm.pin(SoftHsm.PIN);
          KeySession session = keys.open(new SigningKey(key, token.rsa()), pin, false)) {
        assertThat(session.key().token()).isEqualTo(key);
      }
      assertThat(keys.inventory().keys()).hasSize(1);
      Set<ProcessHandle> loaded = hostsSince(before);
      assertThat(loaded).isNotEmpty();
      drivers.set(List.of());
      assertThat(keys.inventory().keys()).isEmpty();
      assertEnded(loaded);
    }
  }

  @Test
  void aFileThatComesBackIsNoticed() throws Exception {
    Path file = folder.resolve("libback.so");
    try (BridgeKeys keys = keys(new AtomicReference<>(List.of(driver("picked-1", file))))) {
      assertThat(keys.inventory().keys()).isEmpty();
      assertThat(keys.hasChanged()).isFalse();
      Files.copy(SoftHsm.MODULE, file);
      assertThat(keys.hasChanged()).isTrue();
      assertThat(TestToken.only(keys.inventoryAfresh(false)).driver()).isEqualTo("picked-1");
    }
  }

  @Test
  void ofTwoDriversAtOneKeyTheFirstCounts() throws Exception {
    Path copy = Files.copy(SoftHsm.MODULE, folder.resolve("libcopy.so"));
    Driver picked = driver("picked-1", copy);
    Driver known = driver("softhsm2", SoftHsm.MODULE);
    try (BridgeKeys keys = keys(new AtomicReference<>(List.of(picked, known)))) {
      assertThat(TestToken.only(keys.inventory()).driver()).isEqualTo("picked-1");
    }
  }

  @Test
  void aBareTokenBehindOneFileIsListedOnce() throws Exception {
    SoftHsm bare = SoftHsm.in(Files.createDirectory(folder.resolve("bare")));
    try (var workshop = new TokenWorkshop(TestHost.launch(), TestHost.patient(), bare.driver());
        var pin = SoftHsm.pin(SoftHsm.PIN);
        var soPin = SoftHsm.pin(TestToken.ADMINISTRATORS)) {
      workshop.initToken("bare", soPin, pin);
    }
    Driver known = bare.driver();
    Driver picked =
        new Driver("picked-1", known.product(), known.kind(), known.paths(), known.variables());
    try (BridgeKeys keys = keys(new AtomicReference<>(List.of(picked, known)))) {
      assertThat(TestToken.only(keys.inventory()).driver()).isEqualTo("picked-1");
    }
  }

  @Test
  void aFileInDoubtIsTriedAfterAYes() throws Exception {
    AtomicReference<Optional<Path>> settled = new AtomicReference<>(Optional.empty());
    DriverFiles doubting =
        new DriverFiles() {
          @Override
          public FileFinding examine(Path module) {
            return settled.get().filter(module::equals).isPresent()
                ? new FileFinding.Sound(module)
                : new FileFinding.Doubtful(Doubt.REPLACED, module);
          }

          @Override
          public List<String> missing(Path module) {
            return List.of();
          }

          @Override
          public FileFinding loaded(Path real, Path named) {
            return new FileFinding.Sound(real);
          }

          @Override
          public void accepted(Path module) {
            settled.set(Optional.of(module));
          }
        };
    Driver driver = driver(Driver.NAMED, SoftHsm.MODULE);
    try (BridgeKeys keys =
        new BridgeKeys(
            TestHost.launch(),
            Deadlines.standard(),
            new Admission(doubting, Quarantine.inMemory(Clock.systemUTC())),
            List.of())) {
      assertThat(keys.tryOut(driver).drivers())
          .allMatch(DriverReport::waitsForConsent)
          .extracting(DriverReport::state)
          .containsExactly(DriverState.SUSPICIOUS);
      keys.useAgain(driver);
      assertThat(keys.tryOut(driver).drivers())
          .extracting(DriverReport::state)
          .containsExactly(DriverState.READY);
    }
  }
}
