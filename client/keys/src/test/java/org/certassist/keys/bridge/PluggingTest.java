package org.certassist.keys.bridge;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.Collectors;
import org.certassist.bridge.simulator.SimulatedFault;
import org.certassist.bridge.simulator.Simulator;
import org.certassist.core.key.Driver;
import org.certassist.core.key.DriverState;
import org.certassist.core.key.Inventory;
import org.certassist.core.key.KeySession;
import org.certassist.core.key.SignatureAlgorithm;
import org.certassist.core.key.SigningKey;
import org.certassist.core.key.TokenKey;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/// What the client does, and leaves alone, between two looks at the keys.
@Timeout(120)
class PluggingTest {
  private static final long CKR_DEVICE_ERROR = 0x30;
  private static final String TOKEN = "key";

  @TempDir Path folder;
  private SimulatedKey key;

  @BeforeEach
  void aKey() throws Exception {
    key = SimulatedKey.in(folder.resolve("key"));
  }

  private static DriverState state(Inventory inventory) {
    return inventory.drivers().getFirst().state();
  }

  /// The hosts that live now.
  private static Set<Long> hosts() {
    return ProcessHandle.current()
        .children()
        .filter(ProcessHandle::isAlive)
        .map(ProcessHandle::pid)
        .collect(Collectors.toSet());
  }

  @Test
  void nothingHasChangedBeforeAnybodyAskedForKeys() throws Exception {
    try (BridgeKeys keys = key.keys()) {
      Set<Long> before = hosts();

      assertThat(keys.hasChanged()).isFalse();
      assertThat(before).as("no new host").containsAll(hosts());
    }
  }

  @Test
  void aLookReadsNoCertificateAndOpensNoSession() throws Exception {
    try (BridgeKeys keys = key.keys()) {
      var _ = keys.inventory();
      long sessions = key.simulator().calls("C_OpenSession");

      for (int i = 0; i < 5; i++) {
        assertThat(keys.hasChanged()).isFalse();
      }
      assertThat(key.simulator().calls("C_OpenSession")).isEqualTo(sessions);
      assertThat(key.simulator().calls("C_Initialize")).isEqualTo(2);
    }
  }

  @Test
  void aKeyThatComesBackGetsAFreshHost() throws Exception {
    try (BridgeKeys keys = key.keys()) {
      var _ = keys.inventory();
      key.simulator().pull(TOKEN);
      assertThat(keys.hasChanged()).isTrue();
      var _ = keys.inventoryAfresh(false);
      Set<Long> before = hosts();
      key.simulator().plug(TOKEN, 1);
      assertThat(keys.hasChanged()).isTrue();
      assertThat(keys.inventoryAfresh(false).keys()).hasSize(1);

      assertThat(hosts()).doesNotContainAnyElementsOf(before);
    }
  }

  @Test
  void aDriverThatShowsWhatItShowedIsAskedOnlyWithAllOthers() throws Exception {
    try (BridgeKeys keys = key.keys()) {
      Inventory first = keys.inventory();
      Set<Long> before = hosts();

      assertThat(keys.inventoryAfresh(false)).isEqualTo(first);
      assertThat(hosts()).isEqualTo(before);
      assertThat(keys.inventoryAfresh(true)).isEqualTo(first);
      assertThat(hosts()).doesNotContainAnyElementsOf(before);
    }
  }

  @Test
  void anOpenKeyKeepsItsHost() throws Exception {
    try (BridgeKeys keys = key.keys();
        var pin = SoftHsm.pin(Simulator.PIN)) {
      TokenKey token = TestToken.only(keys.inventory());
      try (KeySession session = keys.open(new SigningKey(token, key.rsa()), pin, false)) {
        assertThat(keys.inventoryAfresh(true).keys()).hasSize(1);

        assertThat(session.sign(SignatureAlgorithm.SHA256_WITH_RSA, new byte[] {1}).value())
            .isNotEmpty();
      }
    }
  }

  @Test
  void oneThatHungIsNotAskedAgainUntilSomebodyAsksForIt() throws Exception {
    Deadlines impatient =
        new Deadlines(
            TestHost.patient().start(),
            TestHost.patient().open(),
            TestHost.patient().login(),
            TestHost.patient().sign(),
            Duration.ofSeconds(4));
    try (BridgeKeys keys =
        new BridgeKeys(
            TestHost.launch(), impatient, TestHost.freshMemory(), List.of(key.driver()))) {
      key.simulator().always("C_GetTokenInfo", SimulatedFault.hang());
      assertThat(state(keys.inventory())).isEqualTo(DriverState.HUNG);
      key.simulator().heal();

      assertThat(keys.hasChanged()).isFalse();
      assertThat(state(keys.inventoryAfresh(true))).isEqualTo(DriverState.HUNG);
      assertThat(state(keys.inventory())).isEqualTo(DriverState.READY);
    }
  }

  @Test
  void oneThatCrashesAtALookIsReportedAndAskedNoMore() throws Exception {
    try (BridgeKeys keys = key.keys()) {
      var _ = keys.inventory();
      key.simulator().always("C_GetSlotList", SimulatedFault.crash());
      assertThat(keys.hasChanged()).isTrue();

      assertThat(state(keys.inventoryAfresh(false))).isEqualTo(DriverState.CRASHED);
      long asked = key.simulator().calls("C_GetSlotList");
      assertThat(keys.hasChanged()).isFalse();
      assertThat(key.simulator().calls("C_GetSlotList")).isEqualTo(asked);
    }
  }

  /// On Linux the socket tells it first, and the driver would tell it again.
  @Test
  void whatTheSocketsHaveToldIsNoChangeAtTheNextLook() throws Exception {
    try (BridgeKeys keys = key.keys()) {
      var _ = keys.inventory();
      assertThat(keys.hasChanged()).isFalse();
      key.simulator().pull(TOKEN);
      assertThat(keys.inventoryAfresh(true).keys()).isEmpty();
      assertThat(keys.hasChanged()).isFalse();
      key.simulator().plug(TOKEN, 1);
      assertThat(keys.inventoryAfresh(true).keys()).hasSize(1);
      assertThat(keys.hasChanged()).isFalse();
    }
  }

  @Test
  void oneThatFailsAtLooksAloneIsLookedAtNoMore() throws Exception {
    try (BridgeKeys keys = key.keys()) {
      var _ = keys.inventory();
      key.simulator().fault("C_GetSlotList", 1, SimulatedFault.crash());
      assertThat(keys.hasChanged()).isTrue();
      assertThat(state(keys.inventoryAfresh(false))).isEqualTo(DriverState.READY);
      long asked = key.simulator().calls("C_GetSlotList");

      assertThat(keys.hasChanged()).isFalse();
      assertThat(key.simulator().calls("C_GetSlotList")).as("until she looks").isEqualTo(asked);
      assertThat(state(keys.inventory())).isEqualTo(DriverState.READY);
      key.simulator().pull(TOKEN);
      assertThat(keys.hasChanged()).isTrue();
    }
  }

  @Test
  void aDriverThatIsUninstalledIsNoticed() throws Exception {
    Path file = Files.copy(Simulator.module(), folder.resolve("driver.so"));
    Driver driver =
        new Driver(
            "gone", "gone", Driver.Interface.PKCS11, List.of(file), key.simulator().variables());
    try (BridgeKeys keys =
        new BridgeKeys(
            TestHost.launch(), TestHost.patient(), TestHost.freshMemory(), List.of(driver))) {
      assertThat(state(keys.inventory())).isEqualTo(DriverState.READY);
      Files.delete(file);

      assertThat(keys.hasChanged()).isTrue();
      assertThat(state(keys.inventoryAfresh(false))).isEqualTo(DriverState.NOT_INSTALLED);
      assertThat(keys.hasChanged()).isFalse();
    }
  }

  /// A button pressed on the key may take a minute; a look at the keys has ten seconds.
  @Test
  void aListWaitsForTheSignatureThatIsBeingMade() throws Exception {
    Deadlines impatient =
        new Deadlines(
            TestHost.patient().start(),
            TestHost.patient().open(),
            TestHost.patient().login(),
            TestHost.patient().sign(),
            Duration.ofMillis(500));
    try (BridgeKeys keys =
            new BridgeKeys(
                TestHost.launch(), impatient, TestHost.freshMemory(), List.of(key.driver()));
        var pin = SoftHsm.pin(Simulator.PIN);
        KeySession session =
            keys.open(new SigningKey(TestToken.only(keys.inventory()), key.rsa()), pin, false);
        ExecutorService other = Executors.newSingleThreadExecutor()) {
      long signed = key.simulator().calls("C_SignInit");
      key.always("C_Sign", SimulatedFault.slow(2000));
      Future<byte[]> signature =
          other.submit(
              () -> session.sign(SignatureAlgorithm.SHA256_WITH_RSA, new byte[] {1}).value());
      while (key.simulator().calls("C_SignInit") == signed) {
        Thread.sleep(10);
      }

      assertThat(state(keys.inventory())).isEqualTo(DriverState.READY);
      assertThat(signature.get()).isNotEmpty();
    }
  }

  @Test
  void aTokenThatCannotBeReadIsOneChangeAndNotOneAtEveryLook() throws Exception {
    try (BridgeKeys keys = key.keys()) {
      var _ = keys.inventory();
      key.simulator().always("C_GetTokenInfo", SimulatedFault.returns(CKR_DEVICE_ERROR));
      assertThat(keys.hasChanged()).isTrue();
      key.simulator().heal();
      key.simulator().fault("C_GetTokenInfo", 2, SimulatedFault.returns(CKR_DEVICE_ERROR));

      assertThat(state(keys.inventoryAfresh(false))).isEqualTo(DriverState.READY);
      assertThat(keys.hasChanged()).as("nameless as before").isFalse();
      assertThat(keys.hasChanged()).as("as it is listed").isFalse();
    }
  }

  @Test
  void aDriverThatTwoEntriesNameIsLoadedOnce() throws Exception {
    Path link = Files.createSymbolicLink(folder.resolve("link.so"), Simulator.module());
    Driver other =
        new Driver(
            "other", "other", Driver.Interface.PKCS11, List.of(link), key.simulator().variables());
    long before = key.simulator().calls("C_Initialize");
    try (BridgeKeys keys =
        new BridgeKeys(
            TestHost.launch(),
            TestHost.patient(),
            TestHost.freshMemory(),
            List.of(key.driver(), other))) {
      assertThat(keys.inventory().keys()).hasSize(1);
      assertThat(key.simulator().calls("C_Initialize")).isEqualTo(before + 1);
      assertThat(keys.inventoryAfresh(true).keys()).hasSize(1);
    }
    assertThat(key.simulator().calls("C_Initialize")).isEqualTo(before + 2);
  }

  @Test
  void aDriverThatIsInstalledMeanwhileIsNoticed() throws Exception {
    Path file = folder.resolve("driver.so");
    Driver later =
        new Driver(
            "later", "later", Driver.Interface.PKCS11, List.of(file), key.simulator().variables());
    try (BridgeKeys keys =
        new BridgeKeys(
            TestHost.launch(), TestHost.patient(), TestHost.freshMemory(), List.of(later))) {
      assertThat(state(keys.inventory())).isEqualTo(DriverState.NOT_INSTALLED);
      assertThat(keys.hasChanged()).isFalse();
      Files.copy(Simulator.module(), file);

      assertThat(keys.hasChanged()).isTrue();
      assertThat(state(keys.inventoryAfresh(false))).isEqualTo(DriverState.READY);
    }
  }
}
