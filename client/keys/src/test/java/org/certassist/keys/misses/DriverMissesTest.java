package org.certassist.keys.misses;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.certassist.bridge.simulator.SimulatedFault;
import org.certassist.bridge.simulator.Simulator;
import org.certassist.core.detection.DetectDrivers;
import org.certassist.core.detection.KeyVerdict;
import org.certassist.core.detection.PluggedKey;
import org.certassist.core.driver.Doubt;
import org.certassist.core.driver.PickedDrivers;
import org.certassist.core.driver.RegisteredModules;
import org.certassist.core.key.DriverReport;
import org.certassist.core.key.DriverState;
import org.certassist.datafiles.CatalogueShelf;
import org.certassist.datafiles.DriverCatalogue;
import org.certassist.keys.certificate.PagePart;
import org.certassist.platform.usb.SysfsDevices;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/// Each way a driver can be missing or broken gets a state, a sentence and a step; a part of
/// docs/faults.md is written from it.
@Timeout(300)
class DriverMissesTest {
  private static final String TITLE = "\n# Why a key or its driver cannot be used\n";
  private static final String DRIVERS =
      """

      Each way a driver can be missing or broken. `DriverMissesTest` makes every one of them: with real libraries for Linux and Windows, looked at as the program looks at them, with libraries that it compiles, with NSS's softoken, and with the simulated driver, loaded into a real host. It writes this part; nothing in it is typed by hand. What `--json` says is the state and a reason for the helpdesk, in which `…` is the folder of the test.

      ## The driver

      | the driver | `--json` | in words | 中文 | what to do | 怎么办 |
      |---|---|---|---|---|---|
      """;
  private static final String KEYS =
      """

      ## The key

      What is plugged in comes from a hand-made tree of the kernel's (sysfs), the products from the program's own catalogue. `{driver}` is the driver's name.

      | plugged in | `--json` | in words | 中文 | what to do | 怎么办 |
      |---|---|---|---|---|---|
      """;

  /// A product with a PKCS#11 driver, as the catalogue has it.
  private static final String EPASS = "feitian-epass3000gm";

  private static final String EPASS_USB = "096e:0309";
  private static final String HID = "03";
  private static final String STORAGE = "08";
  private static final String SMART_CARD = "0b";
  private static final long CKR_GENERAL_ERROR = 0x5;
  private static final long CKR_DEVICE_ERROR = 0x30;
  private static final String NO_TOKEN = "";
  private static final int AFTER_THREE_CRASHES = 4;

  private final List<Miss> drivers = new ArrayList<>();
  private final List<Miss> keys = new ArrayList<>();
  @TempDir private Path folder;
  private int pcs;

  @BeforeEach
  void realPath() throws IOException {
    folder = folder.toRealPath();
  }

  private Pc pc(String system) throws IOException {
    return Pc.in(folder.resolve("pc" + pcs++), system, EPASS);
  }

  private void missed(String title, Pc pc, DriverState state, DriverReport report) {
    assertThat(report.state()).as(title + ": " + report).isEqualTo(state);
    drivers.add(Miss.of(title, report, pc.folder()));
  }

  private void doubted(String title, Pc pc, Doubt doubt, DriverReport report) {
    assertThat(report.doubt()).as(title + ": " + report).contains(doubt);
    missed(title, pc, DriverState.SUSPICIOUS, report);
  }

  @Test
  void everyMissHasAStateASentenceAndAStep() throws Exception {
    absentOrForeign();
    incomplete();
    suspicious();
    loadedInVain();
    unseen();
    assertThat(drivers.stream().skip(1)).as("a driver's step").allMatch(Miss::hasAStep);
    assertThat(keys).as("a key's step").allMatch(Miss::hasAStep);
    assumeTrue(isRoot(), "the page has a line more, about a file that only root gives away");
    StringBuilder part = new StringBuilder(TITLE + DRIVERS);
    drivers.forEach(miss -> part.append(miss.line()));
    part.append(KEYS);
    keys.forEach(miss -> part.append(miss.line()));
    new PagePart(TITLE).holds(part.toString());
  }

  private void absentOrForeign() throws Exception {
    Pc none = pc(Pc.LINUX);
    missed(
        "is not there: the step stands by the key that needs it",
        none,
        DriverState.NOT_INSTALLED,
        none.probe(none.drivers().resolve("libes_3000gm.so")));
    Pc gone = pc(Pc.LINUX);
    missed(
        "was named or picked by the user and is not there",
        gone,
        DriverState.DRIVER_GONE,
        gone.probeChosen(gone.drivers().resolve("libes_3000gm.so")));
    Pc narrow = pc(Pc.LINUX);
    missed(
        "is of 32 bits",
        narrow,
        DriverState.WRONG_WORD_SIZE,
        narrow.probe(narrow.sample("/org/sqlite/native/Linux/x86/libsqlitejdbc.so")));
    Pc narrowWindows = pc(Pc.WINDOWS);
    missed(
        "is of 32 bits, on Windows",
        narrowWindows,
        DriverState.WRONG_WORD_SIZE,
        narrowWindows.probe(narrowWindows.sample("/org/sqlite/native/Windows/x86/sqlitejdbc.dll")));
    Pc arm = pc(Pc.LINUX);
    missed(
        "is for another processor",
        arm,
        DriverState.WRONG_WORD_SIZE,
        arm.probe(arm.sample("/org/sqlite/native/Linux/aarch64/libsqlitejdbc.so")));
    Pc foreign = pc(Pc.LINUX);
    missed(
        "is for another system",
        foreign,
        DriverState.NOT_A_DRIVER,
        foreign.probe(foreign.sample("/org/sqlite/native/Windows/x86_64/sqlitejdbc.dll")));
  }

  private void incomplete() throws Exception {
    Pc text = pc(Pc.LINUX);
    missed(
        "is no library",
        text,
        DriverState.NOT_A_DRIVER,
        text.probe(Files.writeString(text.drivers().resolve("driver.so"), "<html>404</html>")));
    Pc cut = pc(Pc.LINUX);
    Path whole = cut.sample("/org/sqlite/native/Linux/x86_64/libsqlitejdbc.so");
    try (var file = FileChannel.open(whole, StandardOpenOption.WRITE)) {
      file.truncate(40);
    }
    missed("is cut off in the middle", cut, DriverState.NOT_A_DRIVER, cut.probe(whole));
    Pc other = pc(Pc.LINUX);
    missed(
        "is a library without the functions of PKCS#11",
        other,
        DriverState.NOT_A_DRIVER,
        other.probe(other.library("libSKF_driver.so")));
    Pc missing = pc(Pc.LINUX);
    Path base = missing.library("libvendor_base.so");
    Path needing =
        missing.library("libvendor_p11.so", "-L" + missing.drivers(), "-l:libvendor_base.so");
    Files.delete(base);
    missed(
        "needs a library that is not there",
        missing,
        DriverState.MISSING_DEPENDENCY,
        missing.probe(needing));
  }

  private void suspicious() throws Exception {
    Pc relative = pc(Pc.LINUX);
    Path absolute = relative.library("libdriver.so");
    doubted(
        "is named by a path that is not complete",
        relative,
        Doubt.RELATIVE,
        masked(relative.probe(here().relativize(absolute)), here().relativize(absolute)));
    Pc openFile = pc(Pc.LINUX);
    Path file = openFile.library("libdriver.so");
    permit(file, "rwxr-xrwx");
    doubted("may be changed by everybody", openFile, Doubt.OTHERS_MAY_WRITE, openFile.probe(file));
    Pc openFolder = pc(Pc.LINUX);
    Path inside = openFolder.library("libdriver.so");
    permit(openFolder.drivers(), "rwxrwxrwx");
    doubted(
        "lies in a folder that may be changed by everybody",
        openFolder,
        Doubt.OTHERS_MAY_WRITE,
        openFolder.probe(inside));
    Pc linked = pc(Pc.LINUX);
    Path target = linked.library("libdriver.so");
    permit(linked.drivers(), "rwxrwxrwx");
    doubted(
        "is a link into such a folder",
        linked,
        Doubt.OTHERS_MAY_WRITE,
        linked.probe(Files.createSymbolicLink(linked.folder().resolve("libdriver.so"), target)));
    if (isRoot()) {
      ofAnotherUser();
    }
    Pc replaced = pc(Pc.WINDOWS);
    Path signed = replaced.sample("/msvcp140.dll");
    replaced.files().accepted(signed);
    Files.move(replaced.sample("/vcruntime140.dll"), signed, StandardCopyOption.REPLACE_EXISTING);
    doubted(
        "is another file than last time, on Windows",
        replaced,
        Doubt.REPLACED,
        replaced.probe(signed));
    Pc unsigned = pc(Pc.WINDOWS);
    Path before = unsigned.sample("/msvcp140.dll");
    unsigned.files().accepted(before);
    Files.move(
        unsigned.sample("/org/sqlite/native/Windows/x86_64/sqlitejdbc.dll"),
        before,
        StandardCopyOption.REPLACE_EXISTING);
    doubted(
        "had a code signature last time and has none now, on Windows",
        unsigned,
        Doubt.UNSIGNED_NOW,
        unsigned.probe(before));
  }

  private static boolean isRoot() {
    return System.getProperty("user.name").equals("root");
  }

  private void ofAnotherUser() throws Exception {
    Pc given = pc(Pc.LINUX);
    Path owned = given.library("libdriver.so");
    Files.setOwner(
        owned,
        owned.getFileSystem().getUserPrincipalLookupService().lookupPrincipalByName("nobody"));
    doubted("belongs to another user", given, Doubt.FOREIGN_OWNER, given.probe(owned));
  }

  private static Path here() {
    return Path.of("").toAbsolutePath();
  }

  private static DriverReport masked(DriverReport report, Path relative) {
    return new DriverReport(
        report.id(),
        report.product(),
        report.path(),
        report.state(),
        report.doubt(),
        report.reason().replace(relative.toString(), "libdriver.so"));
  }

  private static void permit(Path place, String permissions) throws IOException {
    Files.setPosixFilePermissions(place, PosixFilePermissions.fromString(permissions));
  }

  private void loadedInVain() throws Exception {
    Pc nss = pc(Pc.LINUX);
    missed(
        "wants arguments and gets none, or others",
        nss,
        DriverState.REFUSES_ARGUMENTS,
        nss.probe(Path.of("/usr/lib/x86_64-linux-gnu/libsoftokn3.so")));
    Pc refusing = pc(Pc.LINUX);
    missed(
        "does not start",
        refusing,
        DriverState.REFUSED,
        refusing.probe(
            refusing.simulator(NO_TOKEN),
            "C_Initialize",
            SimulatedFault.returns(CKR_GENERAL_ERROR)));
    Pc held = pc(Pc.LINUX);
    Simulator taken = held.simulator(Simulator.ONE_KEY);
    assertThat(held.probe(taken).state()).isEqualTo(DriverState.READY);
    taken.pull("key");
    missed(
        "says that another program has the key",
        held,
        DriverState.BUSY,
        held.probe(taken, "C_GetSlotInfo", SimulatedFault.returns(CKR_DEVICE_ERROR)));
    Pc crashing = pc(Pc.LINUX);
    missed(
        "crashes",
        crashing,
        DriverState.CRASHED,
        crashing.probe(crashing.simulator(NO_TOKEN), "C_Initialize", SimulatedFault.crash()));
    Pc hanging = pc(Pc.LINUX);
    missed(
        "does not answer",
        hanging,
        DriverState.HUNG,
        hanging.probe(hanging.simulator(NO_TOKEN), "C_Initialize", SimulatedFault.hang()));
    Pc again = pc(Pc.LINUX);
    Simulator simulator = again.simulator(NO_TOKEN);
    simulator.always("C_Initialize", SimulatedFault.crash());
    missed(
        "crashed three times within five minutes",
        again,
        DriverState.QUARANTINED,
        again.probe(simulator, AFTER_THREE_CRASHES));
  }

  private void unseen() throws Exception {
    Pc none = pc(Pc.LINUX);
    key(
        "a key whose driver is not there",
        KeyVerdict.NOT_INSTALLED,
        plugged(Pc.LINUX, EPASS_USB, HID, none.probe(none.drivers().resolve("libes_3000gm.so"))));
    Pc crashing = pc(Pc.LINUX);
    key(
        "a key whose driver is there and does not work",
        KeyVerdict.DRIVER_IN_TROUBLE,
        plugged(
            Pc.LINUX,
            EPASS_USB,
            HID,
            crashing.probe(crashing.simulator(NO_TOKEN), "C_Initialize", SimulatedFault.crash())));
    Pc blind = pc(Pc.LINUX);
    DriverReport seesNothing = blind.probe(blind.simulator(NO_TOKEN));
    key(
        "a key that its driver does not show, though it works",
        KeyVerdict.NOT_SEEN,
        plugged(Pc.LINUX, EPASS_USB, HID, seesNothing));
    key(
        "a key that shows only its CD-ROM",
        KeyVerdict.AS_CD_ROM,
        plugged(Pc.LINUX, EPASS_USB, STORAGE, seesNothing));
    key(
        "a key with an SKF driver only (华申)",
        KeyVerdict.SKF_ONLY,
        plugged(Pc.WINDOWS, "1d99:0001", HID));
    key(
        "a key for which no driver was ever found (天地融)",
        KeyVerdict.NO_DRIVER_KNOWN,
        plugged(Pc.LINUX, "1780:0010", HID));
    key(
        "a smart-card device that is not in the catalogue",
        KeyVerdict.UNKNOWN_DEVICE,
        plugged(Pc.LINUX, "1234:5678", SMART_CARD));
  }

  private void key(String title, KeyVerdict verdict, Optional<PluggedKey> key) {
    assertThat(key.map(PluggedKey::verdict)).as(title).contains(verdict);
    keys.add(Miss.of(title, key.orElseThrow()));
  }

  /// What is said of a device, with one interface of this class, on a PC with these drivers.
  private Optional<PluggedKey> plugged(
      String system, String usb, String interfaceClass, DriverReport... reports)
      throws IOException {
    Path devices = folder.resolve("sysfs" + pcs++);
    Path device = Files.createDirectories(devices.resolve("1-1"));
    Files.writeString(device.resolve("idVendor"), usb.substring(0, 4) + "\n");
    Files.writeString(device.resolve("idProduct"), usb.substring(5) + "\n");
    Files.writeString(device.resolve("bDeviceClass"), "00\n");
    Path part = Files.createDirectories(device.resolve("1-1:1.0"));
    Files.writeString(part.resolve("bInterfaceClass"), interfaceClass + "\n");
    var catalogue =
        new CatalogueShelf(
                folder.resolve("home"),
                Optional.empty(),
                new DriverCatalogue(system, Map.of("SystemRoot", "C:\\Windows")))
            .current()
            .catalogue();
    return new DetectDrivers(
            catalogue.products(),
            new SysfsDevices(devices),
            RegisteredModules.NONE,
            PickedDrivers.NONE)
        .detect(List.of(reports)).plugged().stream().findFirst();
  }
}
