package org.certassist.cli.wiring;

import java.io.IOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.TreeMap;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.stream.Stream;
import org.certassist.archive.SqliteArchive;
import org.certassist.core.archive.Archive;
import org.certassist.core.archive.ArchiveException;
import org.certassist.core.archive.History;
import org.certassist.core.archive.Step;
import org.certassist.core.declaration.Content;
import org.certassist.core.declaration.DeclarationId;
import org.certassist.core.declaration.Unit;
import org.certassist.core.declaration.UnitType;
import org.certassist.core.diagnosis.Cause;
import org.certassist.core.diagnosis.PcSystem;
import org.certassist.core.fault.FaultException;
import org.certassist.core.helpdesk.Bundle;
import org.certassist.core.helpdesk.Bundle.RawSection;
import org.certassist.core.helpdesk.Bundles;
import org.certassist.core.helpdesk.CodedDriver;
import org.certassist.core.helpdesk.KnownSecret;
import org.certassist.core.helpdesk.LogBook;
import org.certassist.core.helpdesk.PhoneCode;
import org.certassist.core.helpdesk.PhoneCodeReading;
import org.certassist.core.helpdesk.QrCodes;
import org.certassist.core.helpdesk.QrText;
import org.certassist.core.helpdesk.Redactor;
import org.certassist.core.helpdesk.Said;
import org.certassist.core.helpdesk.Secrecy;
import org.certassist.core.helpdesk.Trial;
import org.certassist.core.key.Driver;
import org.certassist.core.key.DriverReport;
import org.certassist.core.key.DriverState;
import org.certassist.core.key.PinState;
import org.certassist.core.profile.Profile;
import org.certassist.core.time.ShanghaiTime;
import org.certassist.keys.bridge.BridgeKeys;
import org.certassist.keys.bridge.Deadlines;
import org.certassist.keys.bridge.Quarantine;
import org.certassist.portal.PortalLine;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// Lets the program's own parts do their work on things made for it, in a folder of its own, and
/// looks whether what comes back is what must.
final class ProgramTrials {
  private static final Logger LOG = LoggerFactory.getLogger(ProgramTrials.class);
  private static final String PERSON = "欧阳自检";
  private static final String ID = "110105194912310021";
  private static final String UNIT = "自检练习制造有限公司";

  private final Path folder;
  private final ShanghaiTime time;
  private final LogBook log;
  private final Bundles bundles;
  private final QrCodes qrCodes;

  /// @param folder empty, and taken away by whoever made it
  ProgramTrials(Path folder, ShanghaiTime time, LogBook log, Bundles bundles, QrCodes qrCodes) {
    this.folder = folder;
    this.time = time;
    this.log = log;
    this.bundles = bundles;
    this.qrCodes = qrCodes;
  }

  /// @param practice the region of the embedded portal
  List<Trial> all(Profile practice) throws FaultException, InterruptedException, IOException {
    List<Trial> trials = new ArrayList<>();
    trials.add(archive());
    trials.add(host());
    trials.addAll(lines(practice));
    trials.add(log());
    trials.add(bundle());
    trials.add(redactor());
    trials.add(phoneCode());
    trials.add(qr());
    return trials;
  }

  /// Written, closed, opened anew and read; nothing of it stands in a file in clear.
  private Trial archive() throws ArchiveException, InterruptedException, IOException {
    Path home = Files.createDirectories(folder.resolve("archive"));
    DeclarationId id = DeclarationId.random();
    Content content =
        new Content(
            "practice",
            "enrolment",
            1,
            new Unit("91350100M000100Y43", UNIT, UnitType.ORDINARY),
            YearMonth.of(2026, 12),
            List.of(new Content.Row(4, new TreeMap<>(Map.of("name", PERSON, "idNumber", ID)))),
            "selftest.xlsx");
    try (Archive archive = SqliteArchive.open(home, "certassist", time.clock())) {
      archive.append(id, 0, new Step.Checked(content));
    }
    boolean same;
    try (Archive archive = SqliteArchive.open(home, "certassist", time.clock())) {
      same = archive.find(id).map(History::content).filter(content::equals).isPresent();
    }
    return Trial.of(
        "archive",
        List.of(Said.Told.of(Said.Word.READ_AS_WRITTEN), Said.Told.of(Said.Word.SEALED)),
        List.of(
            Said.Told.of(same ? Said.Word.READ_AS_WRITTEN : Said.Word.READ_OTHERWISE),
            Said.Told.of(isInClear(home) ? Said.Word.IN_CLEAR : Said.Word.SEALED)));
  }

  private static boolean isInClear(Path home) throws IOException {
    try (Stream<Path> files = Files.walk(home)) {
      for (Path file : files.filter(Files::isRegularFile).toList()) {
        String bytes = new String(Files.readAllBytes(file), StandardCharsets.UTF_8);
        if (bytes.contains(PERSON) || bytes.contains(ID) || bytes.contains(UNIT)) {
          return true;
        }
      }
    }
    return false;
  }

  /// A host is started for a file that is no library, refuses to load it, and ends.
  private Trial host() throws InterruptedException, IOException {
    Path file = Files.writeString(folder.resolve("selftest-library"), "no library");
    List<ProcessHandle> before = ProcessHandle.current().descendants().toList();
    Said state;
    List<ProcessHandle> started;
    try (BridgeKeys keys =
        new BridgeKeys(
            HostProgram.launch(),
            Deadlines.standard(),
            Quarantine.inMemory(Clock.systemUTC()),
            List.of(
                new Driver(
                    "selftest", "selftest", Driver.Interface.PKCS11, List.of(file), Map.of())))) {
      state =
          keys.inventory().drivers().stream()
              .findFirst()
              .map(DriverReport::state)
              .map(ProgramTrials::became)
              .orElse(Said.Told.of(Said.Word.NONE));
      started =
          ProcessHandle.current()
              .descendants()
              .filter(process -> !before.contains(process))
              .toList();
    }
    for (ProcessHandle process : started) {
      try {
        process.onExit().get(5, TimeUnit.SECONDS);
      } catch (TimeoutException | ExecutionException no) {
        LOG.info("a host stays", no);
      }
    }
    boolean ended = started.stream().noneMatch(ProcessHandle::isAlive);
    return Trial.of(
        "host",
        List.of(became(DriverState.REFUSED), Said.Told.of(Said.Word.ENDED)),
        List.of(state, Said.Told.of(ended ? Said.Word.ENDED : Said.Word.STAYS)));
  }

  /// Not to load what is no library is right here, where it would be trouble elsewhere.
  private static Said became(DriverState state) {
    return state == DriverState.REFUSED
        ? Said.Told.of(Said.Word.NOT_LOADED)
        : new Said.OfDriver(state);
  }

  /// The embedded portal is believed by its own authority and by no other, and nobody answers where
  /// nobody is.
  private List<Trial> lines(Profile practice) throws FaultException, InterruptedException {
    try (PracticeWorld world =
        new PracticeWorld(new Home(folder.resolve("portal")), Optional.empty(), time)) {
      URI portal = world.startPortal(0).uri();
      Profile trusted = world.trusted(practice);
      return List.of(
          Trial.of("line", Said.Told.of(Said.Word.ANSWERS), trouble(portal, trusted)),
          Trial.of(
              "lineStranger", new Said.InTheWay(Cause.TLS_INTERCEPTED), trouble(portal, practice)),
          Trial.of(
              "lineNobody",
              new Said.InTheWay(Cause.PORTAL_UNREACHABLE),
              trouble(URI.create("https://127.0.0.1:1/"), trusted)));
    }
  }

  private Said trouble(URI portal, Profile profile) throws InterruptedException {
    return new PortalLine(new PortalLine.Address.Rest(portal), profile.trust(), time)
        .look()
        .trouble()
        .<Said>map(Said.InTheWay::new)
        .orElse(Said.Told.of(Said.Word.ANSWERS));
  }

  /// A line reaches the file, one below the level does not, and no identity number does.
  private Trial log() throws FaultException {
    String mark = "selftest-" + DeclarationId.random();
    LogBook.Level before = log.level();
    log.setLevel(LogBook.Level.INFO);
    LOG.info("{} of {}", mark, ID);
    LOG.debug("{} below", mark);
    log.setLevel(before);
    List<String> lines =
        log.lines(LogBook.MOST_LINES).stream()
            .filter(line -> line.contains(mark))
            .map(line -> line.substring(line.indexOf(mark) + mark.length()).strip())
            .toList();
    return Trial.ofMade("log", Said.Word.LOGGED, "[of <id>]", lines.toString());
  }

  private Trial bundle() throws FaultException {
    Bundle made =
        Bundle.redacted(
            List.of(new RawSection("log.txt", List.of("第一行", PERSON + " " + ID))),
            new Redactor(List.of(new KnownSecret(Secrecy.PERSON, PERSON))));
    Path file = folder.resolve("selftest.zip");
    bundles.write(made, file);
    return Trial.ofMade(
        "bundle",
        Said.Word.BUNDLED,
        "[== log.txt ==, 第一行, person-1 id-1]",
        bundles.read(file).preview().toString());
  }

  private static Trial redactor() {
    Redactor redactor =
        new Redactor(
            List.of(new KnownSecret(Secrecy.PERSON, PERSON), new KnownSecret(Secrecy.UNIT, UNIT)));
    return Trial.ofMade(
        "redactor",
        Said.Word.HIDDEN,
        "person-1|unit-1|id-1|phone-1|PIN=pin-1|/home/user-1/x",
        String.join(
            "|",
            redactor.lines(
                List.of("欧 阳 自 检", UNIT, ID, "13800138000", "PIN=4711a", "/home/wang/x"))));
  }

  /// Every single wrong digit is noticed.
  private static Trial phoneCode() {
    String digits = code().digits();
    int wrong = 0;
    int noticed = 0;
    for (int at = 0; at < digits.length(); at++) {
      for (char other = '0'; other <= '9'; other++) {
        if (Character.isDigit(digits.charAt(at)) && other != digits.charAt(at)) {
          wrong++;
          String misheard = digits.substring(0, at) + other + digits.substring(at + 1);
          noticed += PhoneCode.read(misheard) instanceof PhoneCodeReading.Understood ? 0 : 1;
        }
      }
    }
    boolean back =
        PhoneCode.read(digits) instanceof PhoneCodeReading.Understood(PhoneCode heard)
            && heard.equals(code());
    return Trial.of(
        "phoneCode",
        List.of(Said.Told.of(Said.Word.READ_AS_WRITTEN), misheard(wrong)),
        List.of(
            Said.Told.of(back ? Said.Word.READ_AS_WRITTEN : Said.Word.READ_OTHERWISE),
            misheard(noticed)));
  }

  private static Said misheard(int codes) {
    return Said.Told.of(Said.Word.MISHEARD, Integer.toString(codes));
  }

  private Trial qr() {
    String text = new QrText(code(), List.of(508, 412)).text();
    return qrCodes
        .read(qrCodes.of(text))
        .map(read -> Trial.ofMade("qr", Said.Word.READ_AS_WRITTEN, text, read))
        .orElseGet(() -> Trial.of("qr", new Said.Value(text), Said.Told.of(Said.Word.NONE)));
  }

  private static PhoneCode code() {
    return new PhoneCode(
        Optional.empty(),
        PcSystem.WINDOWS,
        OptionalInt.of(508),
        new CodedDriver.Numbered(7),
        PinState.LAST_TRY,
        Optional.empty(),
        Optional.empty());
  }
}
