package org.certassist.core.detection;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.certassist.core.driver.PickedDriver;
import org.certassist.core.driver.Product;
import org.certassist.core.driver.Products;
import org.certassist.core.driver.RegisteredModules;
import org.certassist.core.driver.UsbDevice;
import org.certassist.core.driver.UsbDevice.Role;
import org.certassist.core.driver.UsbId;
import org.certassist.core.key.Driver;
import org.certassist.core.key.DriverReport;
import org.certassist.core.key.DriverState;
import org.certassist.core.key.Inventory;
import org.certassist.core.key.PinState;
import org.certassist.core.key.TokenKey;
import org.certassist.core.key.TokenPin;
import org.certassist.core.testing.PickedInMemory;
import org.certassist.core.testing.ScriptedBridge;
import org.junit.jupiter.api.Test;

/// What becomes of a library that the user names.
class TryDriverTest {
  private static final Path FILE = Path.of("/opt/vendor/libkey.so");
  private static final UsbDevice KNOWN =
      new UsbDevice(new UsbId(0x1D99, 0x0001), "known", Set.of(Role.HID));
  private static final UsbDevice CARD =
      new UsbDevice(new UsbId(0x1234, 0x0001), "card", Set.of(Role.SMART_CARD));
  private static final UsbDevice MOUSE =
      new UsbDevice(new UsbId(0x046D, 0xC077), "mouse", Set.of(Role.HID));

  private final ScriptedBridge bridge = new ScriptedBridge();
  private final PickedInMemory picked = new PickedInMemory();

  private TryDriver with(UsbDevice... plugged) {
    Product known =
        new Product(
            "known", "known", List.of(), List.of(KNOWN.id()), List.of(), List.of(), List.of());
    return new TryDriver(
        bridge,
        new DetectDrivers(
            new Products(List.of(known)),
            () -> Arrays.asList(plugged),
            RegisteredModules.NONE,
            picked),
        picked,
        file ->
            new Driver(
                Driver.NAMED, "libkey.so", Driver.Interface.PKCS11, List.of(file), Map.of()));
  }

  private void shows(DriverState state, String... serials) {
    bridge.shows(
        new Inventory(
            List.of(new DriverReport(Driver.NAMED, "libkey.so", Optional.of(FILE), state, "")),
            Stream.of(serials).map(TryDriverTest::key).toList()));
  }

  private static TokenKey key(String serial) {
    return new TokenKey(
        FILE,
        Driver.NAMED,
        "maker",
        "model",
        serial,
        "label",
        TokenPin.usual(PinState.OK),
        List.of(),
        List.of());
  }

  @Test
  void theFileIsTriedWholeAndNothingIsRememberedByThat() throws Exception {
    shows(DriverState.READY, "1");
    TriedDriver tried = with(CARD).test(Path.of("../x/../libkey.so"));
    Path whole = Path.of("../libkey.so").toAbsolutePath().normalize();
    assertThat(tried.file()).isEqualTo(whole);
    assertThat(bridge.tried()).flatExtracting(Driver::paths).containsExactly(whole);
    assertThat(picked.all()).isEmpty();
  }

  @Test
  void aKeyBelongsToTheOnlyDeviceThatCanBeIt() throws Exception {
    shows(DriverState.READY, "1");
    assertThat(with(CARD, MOUSE).test(FILE).device()).contains(CARD);
    assertThat(with(KNOWN, MOUSE).test(FILE).device()).contains(KNOWN);
    assertThat(with(MOUSE).test(FILE).device()).isEmpty();
  }

  @Test
  void whereTwoDevicesOrTwoKeysAreThereNobodyGuesses() throws Exception {
    shows(DriverState.READY, "1");
    assertThat(with(CARD, KNOWN).test(FILE).device()).isEmpty();
    shows(DriverState.READY, "1", "2");
    assertThat(with(CARD).test(FILE).device()).isEmpty();
    shows(DriverState.NO_TOKEN);
    assertThat(with(CARD).test(FILE).device()).isEmpty();
  }

  @Test
  void aLibraryIsRememberedWithTheKeysThatItShows() throws Exception {
    shows(DriverState.READY, "1");
    TryDriver tryDriver = with(CARD);
    PickedDriver kept = tryDriver.remember(tryDriver.test(FILE));
    assertThat(kept)
        .isEqualTo(
            new PickedDriver(
                "picked-1",
                FILE,
                List.of(new PickedDriver.Key("maker", "model", "1", Optional.of(CARD.id())))));
    assertThat(picked.all()).containsExactly(kept);
  }

  @Test
  void aLibraryThatShowsNoKeyIsNotRemembered() throws Exception {
    shows(DriverState.NO_TOKEN);
    TryDriver tryDriver = with(CARD);
    TriedDriver tried = tryDriver.test(FILE);
    assertThatIllegalArgumentException().isThrownBy(() -> tryDriver.remember(tried));
    assertThat(picked.all()).isEmpty();
  }

  @Test
  void aLibraryIsUsedAgainByItsFile() {
    with().useAgain(FILE);
    assertThat(bridge.usedAgain()).flatExtracting(Driver::paths).containsExactly(FILE);
  }

  @Test
  void whatALaterTestSawOfAKeyCounts() {
    PickedDriver.Key alone = new PickedDriver.Key("maker", "model", "1", Optional.empty());
    PickedDriver.Key other = new PickedDriver.Key("maker", "model", "2", Optional.empty());
    PickedDriver.Key found = new PickedDriver.Key("maker", "model", "1", Optional.of(CARD.id()));
    PickedDriver before = new PickedDriver("picked-1", FILE, List.of(alone, other));
    assertThat(before.testedWith(List.of(found)).keys()).containsExactly(found, other);
    assertThat(before.isFor(CARD.id())).isFalse();
    assertThat(before.testedWith(List.of(found)).isFor(CARD.id())).isTrue();
  }
}
