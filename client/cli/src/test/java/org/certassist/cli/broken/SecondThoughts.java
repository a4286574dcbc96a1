package org.certassist.cli.broken;

import static org.certassist.cli.broken.Broken.harmless;
import static org.certassist.cli.broken.Broken.one;
import static org.certassist.cli.broken.Broken.two;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import mockwebserver3.MockResponse;
import okio.Buffer;
import org.certassist.bridge.simulator.SimulatedFault;
import org.certassist.bridge.simulator.Simulator;
import org.certassist.cli.broken.Issuer.Issued;
import org.certassist.cli.wiring.Wiring;
import org.certassist.core.diagnosis.Cause;
import org.certassist.core.driver.UsbId;
import org.certassist.practice.people.PracticeUnit;

/// PCs that were thought of when the others were right: two faults at once, and strange things that
/// harm nobody.
final class SecondThoughts {
  private static final Duration SOON = Duration.ofSeconds(4);

  /// The usual patience, and what the start of a driver's process takes where all is slow.
  private static final Duration LATE = Duration.ofMillis(10_500);

  private SecondThoughts() {}

  static List<Broken> all() {
    return List.of(
        two(
            "the PIN is locked, and the certificate has expired",
            Cause.PIN_LOCKED,
            Cause.CERTIFICATE_EXPIRED,
            pc -> {
              pc.key(ended(pc));
              pc.mistypePin(3);
            }),
        two(
            "the driver hangs, and the portal is out of service",
            Cause.DRIVER_HUNG,
            Cause.PORTAL_DOWN,
            pc -> {
              pc.waitForDrivers(SOON);
              BrokenDrivers.failing("C_Initialize", SimulatedFault.hang()).breakDown(pc);
              pc.portal(MadePortal.answering(503, "text/html", MadePc.NOW));
            }),
        two(
            "the driver hangs on a slow PC, and the portal says nothing",
            Cause.DRIVER_HUNG,
            Cause.PORTAL_UNREACHABLE,
            pc -> {
              pc.waitForDrivers(LATE);
              BrokenDrivers.failing("C_Initialize", SimulatedFault.hang()).breakDown(pc);
              BrokenLines.answers(pc, Peer.silent());
            }),
        one(
            "the disk is full, and the archive on it is another's",
            Cause.DISK_FULL,
            pc -> {
              BrokenStores.onDisk(pc, "8m");
              pc.write("archive.db", "no archive");
            }),
        two(
            "one try of the PIN is left, and the portal is out of service",
            Cause.PORTAL_DOWN,
            Cause.PIN_LAST_TRY,
            pc -> {
              pc.mistypePin(2);
              pc.portal(MadePortal.answering(503, "text/html", MadePc.NOW));
            }),
        one(
            "no key is plugged in, and the assistant shows none",
            Cause.KEY_NOT_PLUGGED,
            pc -> {
              pc.unplug();
              pc.simulator("");
              BrokenLines.assistant(pc, "");
            }),
        one(
            "the clock is a month behind, so that a good certificate seems not valid yet",
            Cause.CLOCK_OFF,
            pc -> {
              pc.key(pc.issuer().draft().from(MadePc.NOW.minus(Duration.ofDays(7))).issue());
              pc.clockIsAhead(Duration.ofDays(-30));
            }),
        one(
            "a driver that was picked is gone; another one shows the key",
            Cause.SECOND_DRIVER_IN_TROUBLE,
            pc -> pc.pick(pc.fresh("gone.so"), UsbId.of(MadePc.EPASS))),
        one(
            "a second key was never given a PIN",
            Cause.PIN_NOT_SET,
            pc -> further(pc, "so-pin = " + Simulator.SO_PIN)),
        one(
            "the CA's list is a fortnight old, and the region signs nothing without one",
            Cause.REVOCATION_NOT_CHECKED,
            pc -> list(pc, MadePc.NOW.minus(Duration.ofDays(14)))),
        one(
            "a guest network wants a login (511)",
            Cause.PORTAL_NOT_THERE,
            pc -> pc.portal(MadePortal.answering(511, "text/html", MadePc.NOW))),
        one(
            "the list of picked drivers was overwritten",
            Cause.DRIVER_NOT_INSTALLED,
            pc -> pc.write("picked-drivers.txt", "\u0000\u0001 no list")),
        one(
            "a virus scanner took a file of the program",
            Cause.PROGRAM_FILE_MISSING,
            SecondThoughts::robbed),
        one(
            "the knowledge file in the data folder was altered",
            Cause.KNOWLEDGE_REFUSED,
            pc -> pc.write("knowledge.json", "{}")),
        one(
            "a policy of Chrome's keeps pages from programs of this PC",
            Cause.BROWSER_LOCAL_NETWORK,
            pc -> {
              pc.profile().put("page", "https://rs.example.cn/hall");
              pc.system(
                  "etc/opt/chrome/policies/managed/company.json",
                  "{\"LocalNetworkAccessBlockedForUrls\": [\"*\"]}");
            }),
        one(
            "Chromium was told to keep the page from programs of this PC",
            Cause.BROWSER_PAGE_BLOCKED,
            pc -> {
              pc.profile().put("page", "https://rs.example.cn/hall");
              chromiumBlocks(pc, "https://[*.]example.cn:443,*");
            }),
        harmless("nothing is wrong", pc -> {}),
        harmless(
            "Chromium was told to keep another page from programs of this PC",
            pc -> {
              pc.profile().put("page", "https://rs.example.cn/hall");
              chromiumBlocks(pc, "https://shop.example:443,*");
            }),
        harmless(
            "the certificate has expired, and its successor is on the same key",
            pc -> pc.key(ended(pc), pc.issuer().good())),
        harmless("a key that works, by remote desktop", pc -> pc.session("XRDP_SESSION")),
        harmless(
            "a key that works, in a virtual machine",
            pc -> pc.system("sys/class/dmi/id/sys_vendor", "QEMU\n")),
        harmless(
            "a key that works without the smart-card service",
            pc -> Trees.delete(pc.system().resolve("run"))),
        harmless(
            "a card reader that is built in, beside a key that works",
            pc -> pc.plug("1234:5678", MadePc.SMART_CARD)),
        harmless(
            "two drivers show one key",
            pc -> {
              Issued issued = pc.issuer().good();
              pc.key(issued);
              BrokenDrivers.pickedToo(pc, pc.key(issued).copiedModule());
            }),
        harmless(
            "a mouse and a memory stick beside the key",
            pc -> {
              pc.plug("046D:C077", MadePc.HID);
              pc.plug("0781:5567", MadePc.STORAGE);
            }),
        harmless(
            "a key with a label in GBK",
            pc -> pc.token("pin = 135790\nlabel = hex:c1b7cfb0", pc.issuer().good())),
        harmless(
            "a driver that prints on its process's output",
            BrokenDrivers.failing("C_GetSlotList", SimulatedFault.say("hello"))),
        harmless(
            "a slow driver", BrokenDrivers.failing("C_GetTokenInfo", SimulatedFault.slow(500))),
        harmless(
            "a drivers' memory of nonsense",
            pc -> {
              pc.write("known-drivers.txt", "\u0000 nonsense");
              pc.write("driver-crashes.txt", "nonsense");
            }),
        harmless(
            "another region's profile that cannot be used",
            pc -> {
              Files.createDirectories(pc.home().resolve("profiles"));
              pc.write("profiles/other.json", "{");
            }),
        harmless("a portal that does not tell the time", pc -> pc.portal(MadePortal.withoutTime())),
        harmless(
            "a proxy for everything, of which a portal on this PC has no need",
            pc -> BrokenLines.throughProxy(pc, Peer.freePort())),
        harmless(
            "the library was named for the run (`--module`), and the key's usual driver is not"
                + " installed",
            pc -> {
              Path library = pc.key(pc.issuer().good()).copiedModule();
              pc.named(library);
            }),
        harmless("the clock is four minutes ahead", pc -> pc.clockIsAhead(Duration.ofMinutes(4))),
        harmless(
            "an assistant shows the same key",
            pc -> BrokenLines.assistant(pc, PracticeUnit.PRACTICE.name() + "||3F2A/K0001&&&")),
        harmless(
            "the CA's list names another certificate",
            pc -> list(pc, MadePc.NOW.minus(Duration.ofHours(1)))),
        harmless("a declaration of the key's own unit waits", MadePc::keepForLater),
        harmless(
            "this program's window has the archive open",
            pc -> {
              pc.keepForLater();
              Wiring window = pc.open();
              pc.closeAfterwards(window::close);
              window.archive();
            }),
        harmless(
            "an encryption certificate beside the signing one",
            pc -> pc.key(pc.issuer().good(), pc.issuer().draft().forEncryption().issue())),
        harmless("a second key, with nothing on it", pc -> further(pc, "pin = " + Simulator.PIN)));
  }

  private static Issued ended(MadePc pc) throws IOException {
    return pc.issuer().draft().until(MadePc.NOW.minus(Duration.ofDays(1))).issue();
  }

  /// A second driver with a key of its own, which is empty.
  private static void further(MadePc pc, String settings) throws IOException {
    Simulator other = pc.furtherDriver("[token other]\nserial = MADE0002\n" + settings + "\n");
    pc.pick(other.copiedModule(), Optional.empty());
  }

  /// A region whose CA has revoked another certificate than the key's.
  private static void list(MadePc pc, Instant made) throws IOException {
    byte[] list = pc.issuer().listRevoking(pc.issuer().good().certificate(), made);
    BrokenKeys.lists(
        pc, new MockResponse.Builder().code(200).body(new Buffer().write(list)).build());
  }

  private static void chromiumBlocks(MadePc pc, String pages) throws IOException {
    pc.system(
        "home/clerk/.config/chromium/Default/Preferences",
        """
        {"profile": {"content_settings": {"exceptions": {
          "loopback_network": {"%s": {"setting": 2}}}}}}
        """
            .formatted(pages));
  }

  /// An installed program with a list of two jars, of which one is there.
  private static void robbed(MadePc pc) throws IOException {
    Path runtime = pc.fresh("runtime");
    Path app = Files.createDirectories(runtime.resolveSibling("app"));
    Files.writeString(
        app.resolve("certassist.cfg"),
        "app.mainjar=$APPDIR/cli.jar\napp.classpath=$APPDIR/keys.jar\n");
    Files.writeString(app.resolve("cli.jar"), "");
    Path bin = Files.createDirectories(runtime.resolve("bin"));
    Files.writeString(bin.resolve("java"), "");
    pc.programRunsOn(runtime);
  }
}
