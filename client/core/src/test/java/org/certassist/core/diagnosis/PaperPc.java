package org.certassist.core.diagnosis;

import java.net.URI;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.certassist.core.certificate.CertificateStatus;
import org.certassist.core.certificate.CertificateUsage;
import org.certassist.core.certificate.EncodedCertificate;
import org.certassist.core.certificate.NotCheckedReason;
import org.certassist.core.certificate.Revocation;
import org.certassist.core.certificate.RevocationPolicy;
import org.certassist.core.detection.DriverOverview;
import org.certassist.core.detection.KeyVerdict;
import org.certassist.core.detection.PluggedKey;
import org.certassist.core.diagnosis.PageFacts.Seen;
import org.certassist.core.driver.Product;
import org.certassist.core.driver.Products;
import org.certassist.core.driver.UsbDevice;
import org.certassist.core.driver.UsbId;
import org.certassist.core.fault.Fault;
import org.certassist.core.filing.KeyOverview;
import org.certassist.core.filing.SeenCertificate;
import org.certassist.core.filing.SeenKey;
import org.certassist.core.key.DriverReport;
import org.certassist.core.key.DriverState;
import org.certassist.core.key.PinState;
import org.certassist.core.key.TokenKey;
import org.certassist.core.key.TokenPin;
import org.certassist.core.profile.CertificateNeeds;
import org.certassist.core.profile.FilingCalendar;
import org.certassist.core.profile.Profile;
import org.certassist.core.profile.Way;
import org.certassist.core.signature.Sm2Form;
import org.certassist.core.surroundings.Surroundings;
import org.certassist.core.testing.PlainCertificates;
import org.certassist.core.time.ClockReading;
import org.certassist.core.time.ShanghaiTime;

/// A PC on paper: healthy, with a key that can be used, until something of it is changed.
class PaperPc implements Pc {
  static final String UNIT = "91350100M000100Y43";
  static final Instant NOON = ShanghaiTime.of(Instant.parse("2026-11-20T04:00:00Z")).toInstant();
  static final UsbId KEY = new UsbId(0x096E, 0x0309);
  private static final Product PRODUCT =
      new Product(
          "epass", "ePass3000GM", List.of("epass"), List.of(KEY), List.of(), List.of(), List.of());
  private static final long PLENTY = 1L << 36;

  SystemFacts system = new SystemFacts(PcSystem.WINDOWS, "Windows 11", "amd64", false, false);
  StorageFacts storage = new StorageFacts("C:\\Users\\clerk\\certassist", true, PLENTY);
  ArchiveFacts archive = new ArchiveFacts(Optional.empty(), List.of());
  String region = "paper";
  List<Way> ways = List.of(Way.PAGE_UPLOAD);
  RevocationPolicy revocation = RevocationPolicy.USUAL;
  CertificateNeeds needs = CertificateNeeds.NONE;
  boolean font = true;
  URI address = URI.create("https://portal.example/");
  Optional<Fault> catalogueFault = Optional.empty();
  Optional<Fault> knowledgeFault = Optional.empty();
  Optional<NewerProgram> newerProgram = Optional.empty();
  CardService service = CardService.ON_DEMAND;
  List<PluggedKey> plugged = List.of(plugged(KeyVerdict.READY, DriverState.READY));
  List<DriverReport> drivers = List.of(report("epass", DriverState.READY));
  List<SeenKey> keys = List.of(key(PinState.OK, good()));
  PageFacts page =
      new PageFacts(
          List.of(
              new PageFacts.View(21051, PageFacts.Pages.PLAIN, listing("福州练习制造有限公司||A1B2/K1")),
              new PageFacts.View(21061, PageFacts.Pages.SECURE, listing("福州练习制造有限公司||A1B2/K1"))));
  LineFacts line =
      new LineFacts(
          Optional.of("portal.example"), Optional.empty(), "", ClockReading.against(NOON, NOON));

  /// An assistant with these entries, each a name and an id.
  static Seen.Assistant listing(String... entries) {
    return new Seen.Assistant(
        Stream.of(entries)
            .map(entry -> entry.split("\\|\\|"))
            .map(parts -> new PageFacts.Entry(parts[0], parts[1]))
            .toList());
  }

  /// Both addresses say the same.
  PaperPc showingPages(Seen seen) {
    return showingPages(seen, seen);
  }

  /// What http pages are told, and https pages.
  PaperPc showingPages(Seen plain, Seen secure) {
    page =
        new PageFacts(
            List.of(
                new PageFacts.View(21051, PageFacts.Pages.PLAIN, plain, Optional.of("plain.exe")),
                new PageFacts.View(
                    21061, PageFacts.Pages.SECURE, secure, Optional.of("secure.exe"))));
    return this;
  }

  PaperSurroundings surroundings = new PaperSurroundings();

  static DriverReport report(String id, DriverState state) {
    return new DriverReport(id, id, Optional.of(Path.of("/drivers/" + id)), state, "CKR");
  }

  static PluggedKey plugged(KeyVerdict verdict, DriverState state) {
    return new PluggedKey(
        new UsbDevice(KEY, "ePass3000GM", Set.of(UsbDevice.Role.SMART_CARD)),
        Optional.empty(),
        verdict,
        Optional.of(report("epass", state)));
  }

  /// No key shows, and this is what is known of the one that is plugged in.
  PaperPc withoutKey(KeyVerdict verdict, DriverState state) {
    plugged = List.of(plugged(verdict, state));
    drivers = List.of(report("epass", state));
    keys = List.of();
    return this;
  }

  PaperPc withNothingPlugged() {
    plugged = List.of();
    drivers = List.of(report("epass", DriverState.NO_TOKEN));
    keys = List.of();
    return this;
  }

  PaperPc holding(SeenKey... held) {
    keys = List.of(held);
    return this;
  }

  PaperPc reaching(Cause trouble) {
    line = new LineFacts(line.host(), Optional.of(trouble), "detail", ClockReading.ofThisPc(NOON));
    return this;
  }

  static SeenKey key(PinState pin, SeenCertificate... held) {
    return key("K1", pin, held);
  }

  static SeenKey key(String serial, PinState pin, SeenCertificate... held) {
    TokenKey token =
        new TokenKey(
            Path.of("/drivers/epass"),
            "epass",
            "Feitian",
            "ePass3000GM",
            serial,
            "",
            TokenPin.usual(pin),
            List.of(),
            List.of());
    return new SeenKey(token, List.of(held));
  }

  static SeenCertificate good() {
    return certificate(CertificateUsage.SIGNING, CertificateStatus.GOOD);
  }

  /// A good one of this unit; of a unit without a number, where it is empty.
  static SeenCertificate good(String creditCode) {
    EncodedCertificate encoded =
        PlainCertificates.certificate(CertificateUsage.SIGNING, creditCode, "CN=练习");
    return new SeenCertificate(
        encoded, new PlainCertificates().read(encoded), CertificateStatus.GOOD);
  }

  /// A good one of which the CA says nothing.
  static SeenCertificate unchecked(NotCheckedReason reason) {
    SeenCertificate good = good();
    return new SeenCertificate(
        good.certificate(), good.facts(), good.status(), new Revocation.NotChecked(reason));
  }

  static SeenCertificate certificate(CertificateUsage usage, CertificateStatus status) {
    return lasting(usage, status, Instant.parse("2028-01-01T00:00:00Z"));
  }

  static SeenCertificate lasting(CertificateUsage usage, CertificateStatus status, Instant end) {
    EncodedCertificate encoded = PlainCertificates.certificate(usage, UNIT, "CN=练习");
    PlainCertificates reader = new PlainCertificates();
    reader.last(Instant.EPOCH, end);
    return new SeenCertificate(encoded, reader.read(encoded), status);
  }

  @Override
  public SystemFacts system() {
    return system;
  }

  @Override
  public StorageFacts storage() {
    return storage;
  }

  @Override
  public ArchiveFacts archive() {
    return archive;
  }

  @Override
  public boolean hasChineseFont() {
    return font;
  }

  @Override
  public Optional<Fault> catalogueFault() {
    return catalogueFault;
  }

  @Override
  public Optional<Fault> knowledgeFault() {
    return knowledgeFault;
  }

  @Override
  public Optional<NewerProgram> newerProgram() {
    return newerProgram;
  }

  @Override
  public CardService cardService() {
    return service;
  }

  @Override
  public KeyFacts keys() throws InterruptedException {
    return new KeyFacts(
        new DriverOverview(plugged, drivers, List.of()),
        new KeyOverview(drivers, keys, line.clock()));
  }

  @Override
  public LineFacts line() throws InterruptedException {
    return line;
  }

  @Override
  public PageFacts page() {
    return page;
  }

  @Override
  public Products products() {
    return new Products(List.of(PRODUCT));
  }

  @Override
  public Surroundings surroundings() {
    return surroundings;
  }

  @Override
  public Profile profile() {
    return new Profile(
        region,
        "paper",
        "paper",
        Optional.empty(),
        Optional.of(address),
        ways,
        List.of(),
        List.of(),
        1,
        FilingCalendar.inWindows(new FilingCalendar.Rule(11, 6), List.of()),
        List.of(),
        List.of(),
        List.of(),
        List.of(),
        revocation,
        needs,
        Optional.empty(),
        Sm2Form.CMS,
        List.of(),
        List.of(),
        new Profile.Source("test", "2026", true));
  }
}
