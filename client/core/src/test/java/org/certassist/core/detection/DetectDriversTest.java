package org.certassist.core.detection;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.certassist.core.driver.DriverSource;
import org.certassist.core.driver.PickedDriver;
import org.certassist.core.driver.PickedDrivers;
import org.certassist.core.driver.Product;
import org.certassist.core.driver.Products;
import org.certassist.core.driver.RegisteredModule;
import org.certassist.core.driver.RegisteredModule.Spoken;
import org.certassist.core.driver.RegisteredModules;
import org.certassist.core.driver.UsbDevice;
import org.certassist.core.driver.UsbDevice.Role;
import org.certassist.core.driver.UsbId;
import org.certassist.core.key.DriverReport;
import org.certassist.core.key.DriverState;
import org.certassist.core.testing.PickedInMemory;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.EnumSource.Mode;

/// What stands between a plugged key and its use, for every state of its drivers.
class DetectDriversTest {
  private static final UsbId KEY = new UsbId(0x096E, 0x0309);
  private static final UsbId SHARED_KEY = new UsbId(0x096E, 0x0807);
  private static final UsbId SKF_KEY = new UsbId(0x1D99, 0x0001);
  private static final UsbId NAMELESS_KEY = new UsbId(0x1780, 0x0010);
  private static final Products PRODUCTS =
      new Products(
          List.of(
              product("epass", KEY, List.of("one", "two"), List.of("FTGM.dll")),
              new Product(
                  "shared",
                  "shared",
                  List.of("own"),
                  List.of(SHARED_KEY),
                  List.of(),
                  List.of(),
                  List.of(),
                  List.of(DriverSource.CA),
                  List.of("many"),
                  Product.NO_NUMBER),
              product("huashen", SKF_KEY, List.of(), List.of("SKF_APP.dll")),
              product("onkey", NAMELESS_KEY, List.of(), List.of())));

  private static Product product(String id, UsbId usb, List<String> drivers, List<String> skf) {
    return new Product(id, id, drivers, List.of(usb), List.of(), skf, List.of());
  }

  private static DriverReport report(String id, DriverState state) {
    return new DriverReport(id, id, Optional.of(Path.of("/usr/lib/" + id)), state, "");
  }

  private static List<PluggedKey> detected(UsbDevice device, DriverReport... reports) {
    return detected(PickedDrivers.NONE, device, reports);
  }

  private static List<PluggedKey> detected(
      PickedDrivers picked, UsbDevice device, DriverReport... reports) {
    return new DetectDrivers(PRODUCTS, () -> List.of(device), RegisteredModules.NONE, picked)
        .detect(Arrays.asList(reports))
        .plugged();
  }

  /// A library that was tested with such a key.
  private static PickedDrivers picked(UsbId device) throws IOException {
    PickedInMemory picked = new PickedInMemory();
    picked.remember(
        Path.of("/opt/own.so"),
        List.of(new PickedDriver.Key("maker", "model", "1", Optional.of(device))));
    return picked;
  }

  private static UsbDevice key(UsbId id, Role... roles) {
    return new UsbDevice(id, "a key", Set.of(roles));
  }

  /// OpenSC serves many makes of cards: that it shows none says nothing of an ePass2003.
  @ParameterizedTest
  @CsvSource({
    "NOT_INSTALLED, NO_TOKEN, NOT_INSTALLED, own",
    "NOT_INSTALLED, BUSY, NOT_INSTALLED, own",
    "NOT_INSTALLED, READY, READY, many",
    "NO_TOKEN, NO_TOKEN, NOT_SEEN, own",
  })
  void aDriverForManyMakesDecidesOnlyWhereItShowsAKey(
      DriverState own, DriverState many, KeyVerdict verdict, String by) {
    PluggedKey found =
        detected(key(SHARED_KEY, Role.SMART_CARD), report("own", own), report("many", many))
            .getFirst();
    assertThat(found.verdict()).isEqualTo(verdict);
    assertThat(found.driver().map(DriverReport::id)).contains(by);
  }

  @ParameterizedTest
  @CsvSource({
    "READY, NOT_INSTALLED, READY, one",
    "NOT_INSTALLED, READY, READY, two",
    "CRASHED, READY, READY, two",
    "NO_TOKEN, NOT_INSTALLED, NOT_SEEN, one",
    "NOT_INSTALLED, NO_TOKEN, NOT_SEEN, two",
    "NO_TOKEN, WRONG_WORD_SIZE, DRIVER_IN_TROUBLE, two",
    "NOT_INSTALLED, NOT_INSTALLED, NOT_INSTALLED, one",
  })
  void aKeysDriversDecide(DriverState one, DriverState two, KeyVerdict verdict, String by) {
    PluggedKey found =
        detected(key(KEY, Role.HID), report("one", one), report("two", two)).getFirst();
    assertThat(found.verdict()).isEqualTo(verdict);
    assertThat(found.driver()).map(DriverReport::id).contains(by);
    assertThat(found.product()).map(Product::id).contains("epass");
  }

  @ParameterizedTest
  @EnumSource(
      names = {"READY", "NO_TOKEN", "NOT_INSTALLED"},
      mode = Mode.EXCLUDE)
  void everyOtherStateIsTrouble(DriverState state) {
    assertThat(detected(key(KEY, Role.HID), report("one", state)).getFirst().verdict())
        .isEqualTo(KeyVerdict.DRIVER_IN_TROUBLE);
  }

  @Test
  void driversOfOtherProductsDoNotCount() {
    assertThat(
            detected(
                    key(KEY, Role.HID),
                    report("other", DriverState.READY),
                    report("one", DriverState.NOT_INSTALLED))
                .getFirst()
                .verdict())
        .isEqualTo(KeyVerdict.NOT_INSTALLED);
  }

  @Test
  void aKeyThatShowsItsInstallerOnlyIsSeenAsACdRom() {
    DriverReport driver = report("one", DriverState.NO_TOKEN);
    assertThat(detected(key(KEY, Role.STORAGE), driver).getFirst().verdict())
        .isEqualTo(KeyVerdict.AS_CD_ROM);
    assertThat(detected(key(KEY, Role.STORAGE, Role.HID), driver).getFirst().verdict())
        .isEqualTo(KeyVerdict.NOT_SEEN);
    assertThat(
            detected(key(KEY, Role.STORAGE), report("one", DriverState.READY)).getFirst().verdict())
        .isEqualTo(KeyVerdict.READY);
  }

  @Test
  void aKeyWithoutAPkcs11DriverSaysSo() {
    assertThat(detected(key(SKF_KEY, Role.HID)).getFirst().verdict())
        .isEqualTo(KeyVerdict.SKF_ONLY);
    assertThat(detected(key(NAMELESS_KEY, Role.HID)).getFirst().verdict())
        .isEqualTo(KeyVerdict.NO_DRIVER_KNOWN);
  }

  @Test
  void anUnknownCardIsNamedAndAMouseIsNot() {
    UsbId unknown = new UsbId(0x1234, 0x0001);
    PluggedKey card = detected(key(unknown, Role.SMART_CARD)).getFirst();
    assertThat(card.verdict()).isEqualTo(KeyVerdict.UNKNOWN_DEVICE);
    assertThat(card.product()).isEmpty();
    assertThat(detected(key(unknown, Role.HID))).isEmpty();
    assertThat(detected(key(unknown, Role.STORAGE))).isEmpty();
  }

  @ParameterizedTest
  @CsvSource({
    "READY, READY",
    "NO_TOKEN, NOT_SEEN",
    "CRASHED, DRIVER_IN_TROUBLE",
    "DRIVER_GONE, DRIVER_IN_TROUBLE",
    "SUSPICIOUS, DRIVER_IN_TROUBLE"
  })
  void aPickedDriverServesTheKeyThatItWasTestedWith(DriverState state, KeyVerdict verdict)
      throws IOException {
    UsbId unknown = new UsbId(0x1234, 0x0001);
    for (UsbId id : List.of(SKF_KEY, NAMELESS_KEY, unknown)) {
      PluggedKey found =
          detected(picked(id), key(id, Role.SMART_CARD), report("picked-1", state)).getFirst();
      assertThat(found.verdict()).isEqualTo(verdict);
      assertThat(found.driver()).map(DriverReport::id).contains("picked-1");
    }
  }

  @Test
  void aPickedDriverCountsBeforeThoseOfTheCatalogueAndOnlyForItsKey() throws IOException {
    DriverReport own = report("picked-1", DriverState.READY);
    DriverReport known = report("one", DriverState.READY);
    assertThat(detected(picked(KEY), key(KEY, Role.HID), known, own).getFirst().driver())
        .contains(own);
    assertThat(detected(picked(SKF_KEY), key(KEY, Role.HID), known, own).getFirst().driver())
        .contains(known);
  }

  private static DriverOverview overview(UsbDevice device, RegisteredModule... entered) {
    return new DetectDrivers(
            PRODUCTS, () -> List.of(device), () -> Arrays.asList(entered), PickedDrivers.NONE)
        .detect(List.of());
  }

  @Test
  void aDeviceThatAnInstallerNamesIsAKey() {
    UsbId unknown = new UsbId(0x22FB, 0x1099);
    RegisteredModule skf =
        new RegisteredModule("C:\\BJCA\\a.dll", Spoken.SKF, "BJCA", List.of(unknown));
    RegisteredModule csp =
        new RegisteredModule("C:\\BJCA\\b.dll", Spoken.CSP, "BJCA", List.of(unknown));
    assertThat(overview(key(unknown, Role.HID), skf).plugged())
        .extracting(PluggedKey::verdict)
        .containsExactly(KeyVerdict.SKF_ONLY);
    assertThat(overview(key(unknown, Role.HID), csp).plugged())
        .extracting(PluggedKey::verdict)
        .containsExactly(KeyVerdict.UNKNOWN_DEVICE);
    assertThat(overview(key(NAMELESS_KEY, Role.HID), skf).plugged())
        .extracting(PluggedKey::verdict)
        .containsExactly(KeyVerdict.NO_DRIVER_KNOWN);
  }

  @ParameterizedTest
  @CsvSource({
    "C:\\某某CA\\p11.dll, PKCS11, true",
    "C:\\某某CA\\p11.dll, SKF, false",
    "p11.dll, PKCS11, false",
    "\\\\server\\share\\p11.dll, PKCS11, false",
    "\\\\?\\C:\\p11.dll, PKCS11, false",
    "C:p11.dll, PKCS11, false",
    "C:\\a.dll:stream, PKCS11, false",
    "/usr/lib/p11.so, PKCS11, false"
  })
  void aLibraryThatAnInstallerEnteredCanBeTested(String path, Spoken spoken, boolean offered) {
    UsbDevice device = key(SKF_KEY, Role.HID);
    RegisteredModule entered = new RegisteredModule(path, spoken, "NETCA", List.of(SKF_KEY));
    DriverOverview overview = overview(device, entered);
    assertThat(overview.untried(overview.plugged().getFirst()))
        .isEqualTo(offered ? Optional.of(entered) : Optional.empty());
  }

  @Test
  void nothingIsOfferedForAKeyThatIsServedOrForAnotherOne() {
    RegisteredModule entered =
        new RegisteredModule("C:\\p11.dll", Spoken.PKCS11, "NETCA", List.of(KEY));
    DetectDrivers detection =
        new DetectDrivers(
            PRODUCTS,
            () -> List.of(key(KEY, Role.HID), key(SKF_KEY, Role.HID)),
            () -> List.of(entered),
            PickedDrivers.NONE);
    DriverOverview served = detection.detect(List.of(report("one", DriverState.READY)));
    assertThat(served.plugged()).allMatch(each -> served.untried(each).isEmpty());
    DriverOverview missing = detection.detect(List.of(report("one", DriverState.NOT_INSTALLED)));
    assertThat(missing.untried(missing.plugged().getFirst())).contains(entered);
  }
}
