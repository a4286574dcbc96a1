package org.certassist.core.diagnosis;

import java.util.Arrays;
import java.util.Optional;

/// What can be wrong, each with an id and a number that never change.
///
/// Numbers are what a phone code carries; hundreds go by where to look. A cause that a later
/// version drops keeps its number.
public enum Cause {
  /// An operating system, or a word size of it, that this program was not made for.
  SYSTEM_UNSUPPORTED(101, "system.unsupported"),
  /// The folder with the user's own data cannot be written.
  HOME_NOT_WRITABLE(102, "home.notWritable"),
  /// Too little room to keep a declaration safely.
  DISK_FULL(103, "disk.full"),
  DISK_NEARLY_FULL(104, "disk.nearlyFull"),
  /// No font with Chinese characters.
  FONTS_MISSING(105, "fonts.missing"),
  /// A file of the installed program is gone, most often into a virus scanner's quarantine.
  PROGRAM_FILE_MISSING(106, "program.fileMissing"),
  /// The driver catalogue in the home folder was not taken.
  CATALOGUE_REFUSED(107, "catalogue.refused"),
  /// The knowledge file in the home folder was not taken.
  KNOWLEDGE_REFUSED(108, "knowledge.refused"),
  /// This PC's clock is more than five minutes off the portal's.
  CLOCK_OFF(109, "clock.off"),
  /// A release of this program that does not fit any more what the portals ask for.
  PROGRAM_TOO_OLD(110, "program.tooOld"),
  /// The program runs in a remote desktop session, and the key is plugged into another PC.
  REMOTE_SESSION(201, "remote.session"),
  /// The program runs in a virtual machine to which no key is handed through.
  VIRTUAL_MACHINE(202, "remote.virtualMachine"),
  CARD_SERVICE_MISSING(203, "cardService.missing"),
  CARD_SERVICE_DISABLED(204, "cardService.disabled"),
  CARD_SERVICE_STOPPED(205, "cardService.stopped"),
  /// The system reports an error code for the key.
  USB_DEVICE_ERROR(206, "usb.deviceError"),
  /// The key is switched off in the device manager.
  USB_DISABLED(207, "usb.disabled"),
  USB_BLOCKED(208, "usb.blockedByPolicy"),
  /// The system takes the key for a CD-ROM.
  USB_AS_CD_ROM(209, "usb.asCdRom"),
  KEY_NOT_PLUGGED(210, "key.notPlugged"),
  /// A smart-card device that the catalogue does not know.
  USB_UNKNOWN_DEVICE(211, "usb.unknownDevice"),
  DRIVER_NOT_INSTALLED(301, "driver.notInstalled"),
  /// A library that the user named or picked is not there any more.
  DRIVER_GONE(302, "driver.gone"),
  DRIVER_WRONG_WORD_SIZE(303, "driver.wrongWordSize"),
  DRIVER_MISSING_DEPENDENCY(304, "driver.missingDependency"),
  /// Somebody else may write the file, or it was exchanged.
  DRIVER_SUSPICIOUS(305, "driver.suspicious"),
  DRIVER_NOT_A_DRIVER(306, "driver.notADriver"),
  /// The driver does not start.
  DRIVER_REFUSED(307, "driver.refused"),
  DRIVER_REFUSES_ARGUMENTS(308, "driver.refusesArguments"),
  DRIVER_BUSY(309, "driver.busy"),
  DRIVER_CRASHED(310, "driver.crashed"),
  DRIVER_HUNG(311, "driver.hung"),
  /// The program does not call it any more, since it crashed too often.
  DRIVER_QUARANTINED(312, "driver.quarantined"),
  DRIVER_SKF_ONLY(313, "driver.skfOnly"),
  DRIVER_NONE_KNOWN(314, "driver.noneKnown"),
  /// The driver works and shows no key, though one is plugged in.
  DRIVER_SEES_NO_KEY(315, "driver.seesNoKey"),
  /// A key works with one driver; another that is there fails.
  SECOND_DRIVER_IN_TROUBLE(316, "driver.secondInTrouble"),
  PIN_WRONG_TRIED(401, "pin.wrongTried"),
  PIN_LAST_TRY(402, "pin.lastTry"),
  PIN_LOCKED(403, "pin.locked"),
  PIN_MUST_CHANGE(404, "pin.mustChange"),
  PIN_NOT_SET(405, "pin.notSet"),
  /// The key holds no certificate.
  KEY_EMPTY(406, "key.empty"),
  CERTIFICATE_ENCRYPTION_ONLY(407, "certificate.encryptionOnly"),
  /// No key here belongs to the unit that the outbox waits for.
  CERTIFICATE_WRONG_UNIT(408, "certificate.wrongUnit"),
  /// The certificate says no social-insurance number.
  CERTIFICATE_UNBOUND(409, "certificate.unbound"),
  /// Code 809.
  CERTIFICATE_NOT_YET_VALID(410, "certificate.notYetValid"),
  /// Code 809.
  CERTIFICATE_MALFORMED(411, "certificate.malformed"),
  /// Code 810.
  CERTIFICATE_EXPIRED(412, "certificate.expired"),
  /// Code 820.
  CERTIFICATE_CHAIN(413, "certificate.chain"),
  /// Code 823.
  CERTIFICATE_REVOKED(414, "certificate.revoked"),
  CERTIFICATE_ENDS_SOON(415, "certificate.endsSoon"),
  /// The region wants SM2 and this one is RSA.
  CERTIFICATE_UPGRADE_NEEDED(416, "certificate.upgradeNeeded"),
  /// The Windows certificate store has the certificate without its key.
  STORE_NO_PRIVATE_KEY(417, "store.noPrivateKey"),
  /// The Windows certificate store still has an older certificate of the same unit.
  STORE_STALE_TWIN(418, "store.staleTwin"),
  REVOCATION_NOT_CHECKED(419, "certificate.revocationNotChecked"),
  /// Code 809: whole, and not made for this; no other socket makes it better.
  CERTIFICATE_UNSUITABLE(420, "certificate.unsuitable"),
  NETWORK_NONE(501, "network.none"),
  DNS_FAILS(502, "network.dns"),
  PROXY_UNREACHABLE(503, "network.proxyUnreachable"),
  PROXY_LOGIN(504, "network.proxyLogin"),
  /// Somebody between this PC and the portal answers in the portal's name.
  TLS_INTERCEPTED(505, "network.intercepted"),
  /// The portal's own certificate does not hold.
  TLS_CERTIFICATE(506, "network.portalCertificate"),
  /// No common way to encrypt, or the line ends in the middle.
  TLS_FAILS(507, "network.tlsFails"),
  /// Nobody answers at the portal's address, or no way leads there.
  PORTAL_UNREACHABLE(508, "portal.unreachable"),
  /// The portal answers that it is out of service.
  PORTAL_DOWN(509, "portal.down"),
  /// Somebody answers who is not the portal.
  PORTAL_NOT_THERE(510, "portal.notThere"),
  /// The filing window is closed today.
  CALENDAR_CLOSED(511, "calendar.closed"),
  /// The portal's page needs a compatible mode that this browser does not have.
  BROWSER_MODE(601, "browser.mode"),
  /// A policy forbids pages to speak to programs of this PC.
  BROWSER_LOCAL_NETWORK(602, "browser.localNetwork"),
  /// A stranger holds the port of the assistants.
  PORT_TAKEN(603, "page.portTaken"),
  /// The assistant that the page asks does not answer.
  PAGE_NO_ANSWER(604, "page.noAnswer"),
  /// The assistant that the page asks sees no key.
  PAGE_NO_KEY(605, "page.noKey"),
  /// The assistant that the page asks sees another key.
  PAGE_OTHER_KEY(606, "page.otherKey"),
  /// The user told a browser not to let the portal's page speak to programs of this PC.
  BROWSER_PAGE_BLOCKED(607, "browser.pageBlocked"),
  ARCHIVE_DAMAGED(701, "archive.damaged"),
  /// Written by a newer version of this program.
  ARCHIVE_NEWER(702, "archive.newer"),
  ARCHIVE_IN_USE(703, "archive.inUse"),
  ARCHIVE_KEY_MISSING(704, "archive.keyMissing"),
  ARCHIVE_UNREADABLE(705, "archive.unreadable"),
  /// There was one, and it is gone.
  ARCHIVE_GONE(706, "archive.gone");

  private final int number;
  private final String id;

  Cause(int number, String id) {
    this.number = number;
    this.id = id;
  }

  /// The name in `--json` output, in docs/faults.md and in the knowledge file.
  public String id() {
    return id;
  }

  /// Three digits, from 101 on.
  public int number() {
    return number;
  }

  public static Optional<Cause> of(String id) {
    return Arrays.stream(values()).filter(cause -> cause.id.equals(id)).findFirst();
  }

  public static Optional<Cause> of(int number) {
    return Arrays.stream(values()).filter(cause -> cause.number == number).findFirst();
  }
}
