package org.certassist.cli.pcs;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.lang.module.ModuleDescriptor.Version;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.certassist.core.archive.ArchiveFault;
import org.certassist.core.certificate.EncodedCertificate;
import org.certassist.core.certificate.Revocations;
import org.certassist.core.declaration.Unit;
import org.certassist.core.declaration.UnitType;
import org.certassist.core.detection.DetectDrivers;
import org.certassist.core.diagnosis.Cause;
import org.certassist.core.diagnosis.PageFacts;
import org.certassist.core.diagnosis.Pc;
import org.certassist.core.driver.PickedDrivers;
import org.certassist.core.driver.Products;
import org.certassist.core.fault.Fault;
import org.certassist.core.filing.KeyOverview;
import org.certassist.core.filing.KeyRing;
import org.certassist.core.key.Driver;
import org.certassist.core.key.DriverReport;
import org.certassist.core.key.DriverState;
import org.certassist.core.key.Inventory;
import org.certassist.core.key.PinState;
import org.certassist.core.key.TokenKey;
import org.certassist.core.key.TokenPin;
import org.certassist.core.knowledge.Releases;
import org.certassist.core.profile.Profile;
import org.certassist.core.surroundings.Surroundings;
import org.certassist.core.time.ClockReading;
import org.certassist.core.time.ShanghaiTime;
import org.certassist.datafiles.CatalogueShelf;
import org.certassist.datafiles.DataFileProfiles;
import org.certassist.datafiles.DriverCatalogue;
import org.certassist.datafiles.HolderRulesFile;
import org.certassist.keys.certificate.X509Certificates;
import org.certassist.platform.registry.BjcaDrivers;
import org.certassist.platform.registry.WindowsRegisteredModules;
import org.certassist.platform.surroundings.CertificateStore;
import org.certassist.platform.surroundings.PackageFiles;
import org.certassist.platform.surroundings.SiteSettings;
import org.certassist.platform.surroundings.WindowsSurroundings;
import org.certassist.platform.system.WindowsSystem;
import org.certassist.platform.usb.RegistryDevices;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/// A Windows PC in a folder: `pc.json`, its own part of the registry (`own.reg`), and what pnputil
/// said (`problems.txt`); docs/faults.md describes the form.
///
/// What Windows says is read by the program's own adapters, keys and certificates are judged by its
/// own rules. Drivers, the line and what is kept are told as facts.
final class RecordedPc implements Pc {
  private static final JsonMapper JSON = JsonMapper.shared();
  private static final long PLENTY = 1L << 36;

  private final Path recording;
  private final JsonNode json;
  private final WindowsSystem system;
  private final Surroundings surroundings;
  private final Products products;
  private final List<Driver> catalogue;
  private final DetectDrivers detection;
  private final X509Certificates certificates =
      new X509Certificates(new HolderRulesFile().builtIn());

  /// @param folder an empty one to work in
  RecordedPc(Path recording, Path folder) throws IOException {
    this.recording = recording;
    this.json = JSON.readTree(Files.readAllBytes(recording.resolve("pc.json")));
    RecordedRegistry registry =
        RecordedRegistry.of(
            Stream.concat(
                    json.at("/registry").valueStream().map(each -> part(each.asString() + ".reg")),
                    Stream.of(recording.resolve("own.reg")))
                .toList(),
            folder);
    String name = json.at("/system/name").asString();
    String groups = Files.readString(part(json.at("/system/user").asString() + ".csv"));
    this.system =
        new WindowsSystem(
            registry,
            Map.of("SESSIONNAME", json.at("/system/session").asString()),
            name,
            json.at("/system/architecture").asString(),
            () -> groups);
    String problems = Files.readString(recording.resolve("problems.txt"));
    this.surroundings =
        new WindowsSurroundings(
            registry,
            () -> problems,
            new CertificateStore(folder.resolve("no-certificates"), certificates::read),
            SiteSettings.ofWindows(Map.of("LOCALAPPDATA", recording.resolve("local").toString())),
            program(folder));
    DriverCatalogue.Whole whole =
        new CatalogueShelf(
                folder.resolve("home"),
                Optional.empty(),
                new DriverCatalogue(name, Map.of("SystemRoot", "C:\\Windows")))
            .current()
            .catalogue();
    this.products = whole.products();
    this.catalogue = whole.drivers();
    WindowsRegisteredModules entered = new WindowsRegisteredModules(registry);
    BjcaDrivers bjca = new BjcaDrivers(registry, _ -> folder.resolve("no-client"));
    this.detection =
        new DetectDrivers(
            products,
            new RegistryDevices(registry),
            () -> Stream.concat(entered.list().stream(), bjca.list().stream()).toList(),
            PickedDrivers.NONE);
  }

  /// The cause that is to be named first; none on a healthy PC.
  Optional<Cause> expected() {
    return text("/cause").map(id -> Cause.of(id).orElseThrow());
  }

  private Optional<String> text(String pointer) {
    return Optional.of(json.at(pointer)).filter(JsonNode::isString).map(JsonNode::asString);
  }

  private Path part(String file) {
    return recording.resolve("../../parts").normalize().resolve(file);
  }

  /// A package of this program, without the file that a virus scanner took away.
  private PackageFiles program(Path folder) throws IOException {
    List<String> jars = List.of("cli-0.1.0.jar", "core-0.1.0.jar", "protocol-0.1.0.jar");
    Path app = Files.createDirectories(folder.resolve("certassist").resolve("app"));
    Path runtime = app.resolveSibling("runtime");
    Path bin = Files.createDirectories(runtime.resolve("bin"));
    StringBuilder list = new StringBuilder("[Application]\r\n");
    for (String jar : jars) {
      list.append("app.classpath=$APPDIR\\").append(jar).append("\r\n");
      Files.createFile(app.resolve(jar));
    }
    list.append("\r\n[JavaOptions]\r\njava-options=-Dorg.sqlite.lib.path=$APPDIR\r\n");
    Files.writeString(app.resolve("certassist.cfg"), list);
    Files.createFile(app.resolve("sqlitejdbc.dll"));
    Files.createFile(bin.resolve("java.exe"));
    Optional<String> gone = text("/quarantined");
    if (gone.isPresent()) {
      Files.deleteIfExists(app.resolve(gone.get()));
      Files.deleteIfExists(bin.resolve(gone.get()));
    }
    return new PackageFiles(runtime);
  }

  @Override
  public SystemFacts system() {
    return system.facts();
  }

  @Override
  public StorageFacts storage() {
    return new StorageFacts(
        text("/home").orElse("C:\\Users\\clerk\\certassist"),
        json.at("/storage/writable").asBoolean(true),
        json.at("/storage/free").asLong(PLENTY));
  }

  @Override
  public ArchiveFacts archive() {
    return new ArchiveFacts(
        text("/archive").map(ArchiveFault::of),
        json.at("/waiting")
            .valueStream()
            .map(unit ->
                new Unit(
                    unit.at("/creditCode").asString(),
                    unit.at("/name").asString(),
                    UnitType.ORDINARY))
            .toList());
  }

  @Override
  public boolean hasChineseFont() {
    return json.at("/font").asBoolean(true);
  }

  @Override
  public Optional<NewerProgram> newerProgram() {
    return text("/newest")
        .flatMap(newest ->
            new Releases(Version.parse(newest), Version.parse(text("/least").orElse(newest)))
                .than(text("/version").orElseThrow()));
  }

  @Override
  public Optional<Fault> catalogueFault() {
    return Optional.empty();
  }

  @Override
  public CardService cardService() {
    return system.cardService();
  }

  @Override
  public KeyFacts keys() throws InterruptedException {
    Inventory inventory =
        new Inventory(
            catalogue.stream().map(this::report).toList(),
            json.at("/keys").valueStream().map(this::token).toList());
    Profile profile = profile();
    KeyRing ring =
        new KeyRing(
            new InventoryAlone(inventory),
            certificates,
            Revocations.NONE,
            new ShanghaiTime(Clock.fixed(here(), ZoneOffset.UTC)),
            this::clock);
    KeyOverview seen = ring.ask(ring.look(profile), profile);
    return new KeyFacts(detection.detect(seen.drivers()), seen);
  }

  private DriverReport report(Driver driver) {
    String word = json.at("/drivers").path(driver.id()).asString("notInstalled");
    DriverState state =
        Arrays.stream(DriverState.values())
            .filter(each -> each.word().equals(word))
            .findFirst()
            .orElseThrow();
    return new DriverReport(
        driver.id(), driver.product(), driver.paths().stream().findFirst(), state, "");
  }

  private TokenKey token(JsonNode key) {
    String pin = key.at("/pin").asString();
    PinState state =
        Arrays.stream(PinState.values())
            .filter(each -> each.word().equals(pin))
            .findFirst()
            .orElseThrow();
    return new TokenKey(
        Path.of("C:\\Windows\\System32\\driver.dll"),
        key.at("/driver").asString(),
        key.at("/manufacturer").asString(),
        key.at("/model").asString(),
        key.at("/serial").asString(),
        "",
        TokenPin.usual(state),
        key.at("/certificates").valueStream().map(each -> certificate(each.asString())).toList(),
        List.of(certificate("ca")));
  }

  private EncodedCertificate certificate(String name) {
    Path file = recording.resolve("../../certificates").normalize().resolve(name + ".pem");
    try {
      return certificates.parse(Files.readAllBytes(file)).getFirst();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private Instant here() {
    return OffsetDateTime.parse(json.at("/now").asString()).toInstant();
  }

  /// Where the portal is not reached nobody says what time it is.
  private ClockReading clock() {
    return text("/line/trouble").isPresent() || host().isEmpty()
        ? ClockReading.ofThisPc(here())
        : ClockReading.against(
            here().minus(Duration.ofSeconds(json.at("/line/ahead").asLong(0))), here());
  }

  private Optional<String> host() {
    return profile()
        .page()
        .filter(page -> page.getScheme().equals("https"))
        .map(page -> page.getHost());
  }

  @Override
  public LineFacts line() {
    return new LineFacts(
        host(),
        text("/line/trouble").map(id -> Cause.of(id).orElseThrow()),
        text("/line/detail").orElse(""),
        clock());
  }

  /// What pages see is not recorded.
  @Override
  public PageFacts page() {
    return PageFacts.NOBODY;
  }

  @Override
  public Profile profile() {
    return new DataFileProfiles(recording.resolve("no-home"))
        .find(json.at("/profile").asString())
        .orElseThrow();
  }

  @Override
  public Products products() {
    return products;
  }

  @Override
  public Surroundings surroundings() {
    return surroundings;
  }
}
