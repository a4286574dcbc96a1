package org.certassist.cli.broken;

import static org.certassist.cli.broken.Broken.harmless;
import static org.certassist.cli.broken.Broken.one;
import static org.certassist.cli.broken.Broken.two;

import java.nio.file.Path;
import java.time.Duration;
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

  private SecondThoughts() {}

  static List<Broken> all() {
    return List.of(
        two(
            "the PIN is locked, and the certificate has expired",
            Cause.PIN_LOCKED,
            Cause.CERTIFICATE_EXPIRED,
            pc -> {
              pc.key(pc.issuer().draft().until(MadePc.NOW.minus(Duration.ofDays(1))).issue());
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
        harmless("nothing is wrong", pc -> {}),
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
            pc -> {
              byte[] list = pc.issuer().listRevoking(pc.issuer().good().certificate());
              BrokenKeys.lists(
                  pc, new MockResponse.Builder().code(200).body(new Buffer().write(list)).build());
            }),
        harmless("a declaration of the key's own unit waits", MadePc::keepForLater),
        harmless(
            "this program's window has the archive open",
            pc -> {
              pc.keepForLater();
              Wiring window = pc.open();
              pc.closeAfterwards(window);
              window.archive();
            }),
        harmless(
            "an encryption certificate beside the signing one",
            pc -> pc.key(pc.issuer().good(), pc.issuer().draft().forEncryption().issue())),
        harmless(
            "a second key, with nothing on it",
            pc -> {
              Simulator other =
                  pc.furtherDriver("[token other]\nserial = MADE0002\npin = 135790\n");
              pc.pick(other.copiedModule(), Optional.empty());
            }));
  }
}
