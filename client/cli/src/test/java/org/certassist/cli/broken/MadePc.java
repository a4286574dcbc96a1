package org.certassist.cli.broken;

import java.io.IOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Deque;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.certassist.bridge.simulator.Simulator;
import org.certassist.cli.broken.Issuer.Issued;
import org.certassist.cli.wiring.Home;
import org.certassist.cli.wiring.Wiring;
import org.certassist.cli.wiring.Workplace;
import org.certassist.core.certificate.EncodedCertificate;
import org.certassist.core.declaration.Kind;
import org.certassist.core.declaration.Unit;
import org.certassist.core.diagnosis.AskedOnce;
import org.certassist.core.diagnosis.Diagnosis;
import org.certassist.core.driver.PickedDriver;
import org.certassist.core.driver.UsbId;
import org.certassist.core.profile.Profile;
import org.certassist.core.rules.Verdict;
import org.certassist.keys.bridge.Deadlines;
import org.certassist.page.AssistantLine;
import org.certassist.platform.ThisPc;
import org.certassist.platform.library.PickedLibraries;
import org.certassist.platform.system.SystemProbe;
import org.certassist.print.PdfPapers;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/// A Linux PC that is made in a folder: a tree of the kernel's and the system's files, a data
/// folder, a simulated key behind the simulated driver, a portal behind real TLS. It is healthy
/// until something is done to it.
final class MadePc implements AutoCloseable {
  /// What time it is on every PC that has the right one: a filing window is open.
  static final Instant NOW = Instant.parse("2026-11-16T02:00:00Z");

  /// A key that the catalogue knows, with a PKCS#11 driver that is not installed here.
  static final String EPASS = "096E:0309";

  static final String HID = "03";
  static final String STORAGE = "08";
  static final String SMART_CARD = "0b";

  static final String SERIAL = "MADE0001";
  private static final String REGION = "region";
  private static final JsonMapper JSON = JsonMapper.shared();
  private static final Duration PATIENT = Duration.ofSeconds(10);

  /// Something that stands beside the PC for a while.
  interface Part {
    void close() throws IOException;
  }

  private final Path folder;
  private final Path root;
  private final Path home;
  private final Issuer issuer;
  private final Deque<Part> closedAfterwards = new ArrayDeque<>();
  private final Map<String, String> environment = new HashMap<>(Map.of("HOME", "/home/clerk"));
  private final List<EncodedCertificate> trusted = new ArrayList<>();
  private final ObjectNode region;
  private Clock clock = Clock.fixed(NOW, ZoneOffset.UTC);
  private String architecture = "amd64";
  private Path runtime = Path.of(System.getProperty("java.home"));
  private Optional<SystemProbe> system = Optional.empty();
  private Optional<Path> module = Optional.empty();
  private Deadlines drivers = Deadlines.standard();
  private AssistantLine.Ports assistants;
  private URI portal;
  private int parts;

  private MadePc(Path folder, Issuer issuer) throws IOException {
    this.folder = Files.createDirectories(folder).toRealPath();
    this.root = Files.createDirectory(this.folder.resolve("root"));
    this.home = Files.createDirectory(this.folder.resolve("home"));
    this.issuer = issuer;
    this.region = region();
    this.assistants = new AssistantLine.Ports(Peer.freePort(), Peer.freePort());
    this.portal = URI.create("https://127.0.0.1:" + Peer.freePort() + "/");
  }

  static MadePc healthy(Path folder, Issuer issuer) throws IOException {
    MadePc pc = new MadePc(folder, issuer);
    pc.trusted.add(issuer.root());
    pc.trusted.add(MadePortal.anchor());
    pc.system("etc/os-release", "PRETTY_NAME=\"UnionTech OS Desktop 20 Pro\"\n");
    pc.system("run/pcscd/pcscd.comm", "");
    pc.system("Windows/Fonts/simsun.ttc", "");
    Files.createSymbolicLink(pc.root.resolve("proc"), Path.of("/proc"));
    pc.plug(EPASS, HID);
    pc.key(issuer.good());
    pc.portal(MadePortal.good(pc.clock));
    return pc;
  }

  // what it is

  Path home() {
    return home;
  }

  Path system() {
    return root;
  }

  Issuer issuer() {
    return issuer;
  }

  /// The profile of the region, as its data file says it.
  ObjectNode profile() {
    return region;
  }

  Path fresh(String name) throws IOException {
    return freshFolder().resolve(name);
  }

  private Path freshFolder() throws IOException {
    return Files.createDirectories(folder.resolve("part" + parts++));
  }

  // what is done to it

  Path system(String name, String text) throws IOException {
    Path file = root.resolve(name);
    Files.createDirectories(file.getParent());
    return Files.writeString(file, text);
  }

  /// Nothing else is plugged in then.
  void plugOnly(String usb, String interfaceClass) throws IOException {
    unplug();
    plug(usb, interfaceClass);
  }

  void unplug() throws IOException {
    Trees.delete(root.resolve("sys"));
  }

  void plug(String usb, String interfaceClass) throws IOException {
    String device = "sys/bus/usb/devices/1-" + ++parts + "/";
    system(device + "idVendor", usb.substring(0, 4));
    system(device + "idProduct", usb.substring(5));
    system(device + "bDeviceClass", "00");
    system(device + "1-1:1.0/bInterfaceClass", interfaceClass);
  }

  /// The simulated driver with one token instead of what was there.
  Simulator key(Issued... certificates) throws IOException {
    return token("pin = " + Simulator.PIN, certificates);
  }

  Simulator token(String settings, Issued... certificates) throws IOException {
    StringBuilder configuration =
        new StringBuilder("[token key]\nserial = %s\n%s\n".formatted(SERIAL, settings));
    for (Issued each : certificates) {
      configuration.append(pair(each));
    }
    return simulator(configuration.toString());
  }

  private String pair(Issued issued) throws IOException {
    Path own = freshFolder();
    return """
    [pair %s]
    token = key
    kind = %s
    usage = signing
    id = hex:%02x
    key = %s
    certificate = %s
    """
        .formatted(
            own.getFileName(),
            issued.kind(),
            parts,
            Files.write(own.resolve("key.der"), issued.keys().getPrivate().getEncoded()),
            Files.write(own.resolve("certificate.der"), issued.certificate().getEncoded()));
  }

  /// The simulated driver instead of what was there.
  Simulator simulator(String configuration) throws IOException {
    Simulator simulator = furtherDriver(configuration);
    onlyDriver(simulator.copiedModule());
    return simulator;
  }

  Simulator furtherDriver(String configuration) throws IOException {
    return Simulator.in(fresh("simulator"), configuration);
  }

  /// The one library that the user picked, after he had tested it with the key that is plugged in.
  void onlyDriver(Path library) throws IOException {
    Files.deleteIfExists(home.resolve("picked-drivers.txt"));
    pick(library, UsbId.of(EPASS));
  }

  void pick(Path library, Optional<UsbId> device) throws IOException {
    PickedLibraries.keptIn(home.resolve("picked-drivers.txt"))
        .remember(
            library, List.of(new PickedDriver.Key("certassist TEST", "simulator", SERIAL, device)));
  }

  /// Named for the run, and none picked.
  void named(Path library) throws IOException {
    Files.deleteIfExists(home.resolve("picked-drivers.txt"));
    module = Optional.of(library);
  }

  void portal(MadePortal made) {
    closedAfterwards.push(made::close);
    portal = made.address();
  }

  void portal(String address) {
    portal = URI.create(address);
  }

  void trust(EncodedCertificate certificate) {
    trusted.add(certificate);
  }

  void assistants(int plain) throws IOException {
    assistants = new AssistantLine.Ports(plain, Peer.freePort());
  }

  void closeAfterwards(Part part) {
    closedAfterwards.push(part);
  }

  void clockIsAhead(Duration by) {
    clock = Clock.fixed(NOW.plus(by), ZoneOffset.UTC);
  }

  void session(String variable) {
    environment.put(variable, "1");
  }

  void architecture(String name) {
    architecture = name;
  }

  /// In an installed program it lies beside the program's own files.
  void programRunsOn(Path runtime) {
    this.runtime = runtime;
  }

  void system(SystemProbe probe) {
    system = Optional.of(probe);
  }

  /// A driver is given up after so long.
  void waitForDrivers(Duration silence) {
    drivers = new Deadlines(PATIENT, silence, PATIENT, PATIENT, silence);
  }

  // what is done on it

  Wiring open() {
    ThisPc linux = ThisPc.ofLinux(root, architecture, environment, runtime);
    ThisPc pc =
        new ThisPc(
            linux.devices(),
            linux.registered(),
            linux.start(),
            system.orElse(linux.system()),
            linux.cardServiceStart(),
            linux.settings(),
            linux.ports(),
            linux.surroundings(),
            linux.installerPolicy(),
            linux.installerStart());
    PdfPapers papers =
        PdfPapers.onThisPc("Windows 11", Map.of("SystemRoot", root.resolve("Windows").toString()));
    return new Wiring(
        new Home(home),
        REGION,
        module,
        Optional.empty(),
        new Workplace(pc, papers, assistants, drivers, clock));
  }

  /// A whole look, from the start of the program on.
  Seen look() throws Exception {
    keepProfile();
    long begin = System.nanoTime();
    try (Wiring wiring = open()) {
      Diagnosis.Report report =
          new Diagnosis()
              .look(
                  new AskedOnce(wiring.checkup().pc(Optional.of(portal), inForce(wiring))),
                  _ -> {});
      return Seen.of(report, Duration.ofNanos(System.nanoTime() - begin));
    }
  }

  private void keepProfile() throws IOException {
    Path file = home.resolve("profiles").resolve(REGION + ".json");
    byte[] text = JSON.writeValueAsBytes(region);
    if (!Files.exists(file) || !Arrays.equals(Files.readAllBytes(file), text)) {
      Files.createDirectories(file.getParent());
      Files.write(file, text);
    }
  }

  private Profile inForce(Wiring wiring) throws Exception {
    return wiring.profile().trusting(trusted, List.of());
  }

  /// The practice profile's data under another name: that of a region with all ways.
  private static ObjectNode region() throws IOException {
    try (var practice =
        MadePc.class.getResourceAsStream("/org/certassist/datafiles/profiles/practice.json")) {
      ObjectNode read = (ObjectNode) JSON.readTree(Objects.requireNonNull(practice));
      return read.put("id", REGION);
    }
  }

  /// Keeps a unit's declaration until a key is there.
  void keepForLater(Unit unit) throws Exception {
    keepProfile();
    try (Wiring wiring = open()) {
      Profile profile = wiring.profile();
      Kind kind = wiring.kind("enrolment");
      Path workbook = fresh("filed.xlsx");
      wiring
          .workbooks()
          .writeTemplate(kind, Optional.of(unit), wiring.sample(kind, 2).subList(0, 1), workbook);
      Verdict verdict = wiring.checkWorkbook().check(workbook, profile).verdict();
      var prepared =
          wiring.prepareDeclaration().prepare(((Verdict.Passed) verdict).declaration(), profile);
      wiring.prepareDeclaration().keepForLater(prepared);
    }
  }

  /// Keeps one of the unit's that the key is of.
  void keepForLater() throws Exception {
    keepProfile();
    Unit own;
    try (Wiring wiring = open()) {
      own = wiring.sampleUnit(wiring.kind("enrolment"));
    }
    keepForLater(own);
  }

  /// Types a wrong PIN so often.
  void mistypePin(int times) throws Exception {
    keepProfile();
    try (Wiring wiring = open()) {
      var key = wiring.keyRing().look(wiring.profile()).choose(Optional.empty()).signingKey();
      for (int time = 0; time < times; time++) {
        WrongPin.type(wiring.bridge(), key);
      }
    }
  }

  Path write(String name, String text) throws IOException {
    return Files.writeString(home.resolve(name), text, StandardCharsets.UTF_8);
  }

  @Override
  public void close() throws IOException {
    while (!closedAfterwards.isEmpty()) {
      closedAfterwards.pop().close();
    }
  }
}
