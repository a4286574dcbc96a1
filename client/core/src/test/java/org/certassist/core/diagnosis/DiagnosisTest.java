package org.certassist.core.diagnosis;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Consumer;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;
import org.certassist.core.archive.ArchiveFault;
import org.certassist.core.certificate.CertificateStatus;
import org.certassist.core.certificate.CertificateUsage;
import org.certassist.core.certificate.NotCheckedReason;
import org.certassist.core.certificate.RevocationPolicy;
import org.certassist.core.certificate.StatusCode;
import org.certassist.core.declaration.Unit;
import org.certassist.core.declaration.UnitType;
import org.certassist.core.detection.KeyVerdict;
import org.certassist.core.detection.PluggedKey;
import org.certassist.core.diagnosis.CheckResult.State;
import org.certassist.core.diagnosis.PageFacts.Seen;
import org.certassist.core.diagnosis.PageFacts.View;
import org.certassist.core.diagnosis.Pc.ArchiveFacts;
import org.certassist.core.diagnosis.Pc.CardService;
import org.certassist.core.diagnosis.Pc.LineFacts;
import org.certassist.core.diagnosis.Pc.NewerProgram;
import org.certassist.core.diagnosis.Pc.StorageFacts;
import org.certassist.core.diagnosis.Pc.SystemFacts;
import org.certassist.core.driver.UsbId;
import org.certassist.core.filing.SeenCertificate;
import org.certassist.core.key.Driver;
import org.certassist.core.key.DriverState;
import org.certassist.core.key.PinState;
import org.certassist.core.profile.CertificateNeeds;
import org.certassist.core.profile.Way;
import org.certassist.core.surroundings.BrowserFacts;
import org.certassist.core.surroundings.DeviceFacts;
import org.certassist.core.surroundings.StoredCertificate;
import org.certassist.core.surroundings.Surroundings;
import org.certassist.core.surroundings.TroubledDevice;
import org.certassist.core.time.ClockReading;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Named;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;

/// On a broken PC the one cause is named first, its consequences are not, and a healthy PC has
/// none.
class DiagnosisTest {
  private static final long MEBIBYTE = 1L << 20;

  /// A broken PC, and what is to be named first.
  record Broken(Cause cause, State state, String how, UnaryOperator<PaperPc> breaking) {
    @Override
    public String toString() {
      return cause.id() + " (" + how + ")";
    }
  }

  private static Broken failed(Cause cause, String how, UnaryOperator<PaperPc> breaking) {
    return new Broken(cause, State.FAILED, how, breaking);
  }

  private static Broken warning(Cause cause, String how, UnaryOperator<PaperPc> breaking) {
    return new Broken(cause, State.WARNING, how, breaking);
  }

  private static Broken driver(Cause cause, DriverState state) {
    return failed(
        cause,
        "the driver is " + state.word(),
        pc -> pc.withoutKey(KeyVerdict.DRIVER_IN_TROUBLE, state));
  }

  private static Broken plugged(Cause cause, KeyVerdict verdict) {
    return failed(
        cause,
        "the plugged key is " + verdict.word(),
        pc -> pc.withoutKey(verdict, DriverState.NOT_INSTALLED));
  }

  private static Broken pin(Cause cause, PinState pin, State state) {
    return new Broken(
        cause,
        state,
        "the PIN is " + pin.word(),
        pc -> pc.holding(PaperPc.key(pin, PaperPc.good())));
  }

  private static Broken status(Cause cause, StatusCode code, String reason) {
    return failed(
        cause,
        code.number() + " " + reason,
        pc -> pc.holding(PaperPc.key(PinState.OK, signing(code, reason))));
  }

  private static SeenCertificate signing(StatusCode code, String reason) {
    return PaperPc.certificate(CertificateUsage.SIGNING, new CertificateStatus(code, reason));
  }

  private static Broken line(Cause cause) {
    return failed(cause, "the way to the portal", pc -> pc.reaching(cause));
  }

  private static Broken page(Cause cause, Seen seen) {
    return failed(cause, "what pages are told", pc -> pc.showingPages(seen));
  }

  private static Broken archive(Cause cause, String fault) {
    return failed(
        cause,
        fault,
        pc -> {
          pc.archive = new ArchiveFacts(Optional.of(ArchiveFault.of(fault)), List.of());
          return pc;
        });
  }

  private static Broken service(Cause cause, CardService service) {
    return failed(
        cause,
        "the card service is " + service.word(),
        pc -> {
          pc.service = service;
          return pc.withoutKey(KeyVerdict.NOT_SEEN, DriverState.NO_TOKEN);
        });
  }

  private static Broken surrounded(
      Cause cause, State state, String how, Consumer<PaperSurroundings> change) {
    return new Broken(
        cause,
        state,
        how,
        pc -> {
          change.accept(pc.surroundings);
          return pc;
        });
  }

  private static Consumer<PaperSurroundings> blocking(
      String browser, BrowserFacts.By by, String rule) {
    BrowserFacts.Rule blocks = new BrowserFacts.Rule(by, rule, false, List.of("*"));
    return around ->
        around.browsers =
            Optional.of(
                new BrowserFacts(
                    List.of(new BrowserFacts.Browser(browser, List.of(blocks))),
                    BrowserFacts.Old.UNKNOWN));
  }

  private static Broken device(Cause cause, String how, TroubledDevice device) {
    return failed(
        cause,
        how,
        pc -> {
          pc.surroundings.devices = Optional.of(new DeviceFacts(List.of(device), false));
          return pc.withNothingPlugged();
        });
  }

  private static StoredCertificate stored(SeenCertificate certificate, boolean hasKey) {
    return new StoredCertificate(certificate.certificate(), certificate.facts(), hasKey);
  }

  private static SeenCertificate lastYears() {
    return PaperPc.lasting(
        CertificateUsage.BOTH, CertificateStatus.GOOD, PaperPc.NOON.minus(Duration.ofDays(30)));
  }

  static Stream<Broken> brokenPcs() {
    return Stream.of(
        failed(
            Cause.SYSTEM_UNSUPPORTED,
            "32 bits",
            pc -> {
              pc.system = new SystemFacts(PcSystem.WINDOWS, "Windows 7", "x86", false, false);
              return pc;
            }),
        failed(
            Cause.DISK_FULL,
            "3 MB left",
            pc -> {
              pc.storage = new StorageFacts("/home", true, 3 * MEBIBYTE);
              return pc;
            }),
        warning(
            Cause.DISK_NEARLY_FULL,
            "300 MB left",
            pc -> {
              pc.storage = new StorageFacts("/home", true, 300 * MEBIBYTE);
              return pc;
            }),
        failed(
            Cause.HOME_NOT_WRITABLE,
            "mounted for reading",
            pc -> {
              pc.storage = new StorageFacts("/home", false, 9000 * MEBIBYTE);
              return pc;
            }),
        archive(Cause.ARCHIVE_DAMAGED, "archive.damaged"),
        archive(Cause.ARCHIVE_DAMAGED, "archive.fileDamaged"),
        archive(Cause.ARCHIVE_GONE, "archive.gone"),
        archive(Cause.ARCHIVE_NEWER, "archive.newerSchema"),
        archive(Cause.ARCHIVE_KEY_MISSING, "archive.keyMissing"),
        archive(Cause.ARCHIVE_UNREADABLE, "archive.notAFile"),
        warning(
            Cause.FONTS_MISSING,
            "none",
            pc -> {
              pc.font = false;
              return pc;
            }),
        warning(
            Cause.CATALOGUE_REFUSED,
            "unsigned",
            pc -> {
              pc.catalogueFault = Optional.of(ArchiveFault.of("catalogue.unsigned"));
              return pc;
            }),
        warning(
            Cause.KNOWLEDGE_REFUSED,
            "unsigned",
            pc -> {
              pc.knowledgeFault = Optional.of(ArchiveFault.of("knowledge.unsigned"));
              return pc;
            }),
        warning(
            Cause.PROGRAM_TOO_OLD,
            "one that is needed",
            pc -> {
              pc.newerProgram = Optional.of(new NewerProgram("2.0.0", true));
              return pc;
            }),
        failed(Cause.KEY_NOT_PLUGGED, "nothing in any socket", PaperPc::withNothingPlugged),
        failed(
            Cause.REMOTE_SESSION,
            "remote desktop, nothing plugged",
            pc -> {
              pc.system = new SystemFacts(PcSystem.WINDOWS, "Windows 10", "amd64", true, false);
              return pc.withNothingPlugged();
            }),
        failed(
            Cause.VIRTUAL_MACHINE,
            "nothing handed through",
            pc -> {
              pc.system = new SystemFacts(PcSystem.LINUX, "UOS 20", "amd64", false, true);
              return pc.withNothingPlugged();
            }),
        plugged(Cause.USB_AS_CD_ROM, KeyVerdict.AS_CD_ROM),
        plugged(Cause.USB_UNKNOWN_DEVICE, KeyVerdict.UNKNOWN_DEVICE),
        plugged(Cause.DRIVER_NOT_INSTALLED, KeyVerdict.NOT_INSTALLED),
        plugged(Cause.DRIVER_SKF_ONLY, KeyVerdict.SKF_ONLY),
        plugged(Cause.DRIVER_NONE_KNOWN, KeyVerdict.NO_DRIVER_KNOWN),
        plugged(Cause.DRIVER_SEES_NO_KEY, KeyVerdict.NOT_SEEN),
        service(Cause.CARD_SERVICE_STOPPED, CardService.STOPPED),
        service(Cause.CARD_SERVICE_DISABLED, CardService.DISABLED),
        service(Cause.CARD_SERVICE_MISSING, CardService.MISSING),
        driver(Cause.DRIVER_WRONG_WORD_SIZE, DriverState.WRONG_WORD_SIZE),
        driver(Cause.DRIVER_MISSING_DEPENDENCY, DriverState.MISSING_DEPENDENCY),
        driver(Cause.DRIVER_SUSPICIOUS, DriverState.SUSPICIOUS),
        driver(Cause.DRIVER_NOT_A_DRIVER, DriverState.NOT_A_DRIVER),
        driver(Cause.DRIVER_REFUSED, DriverState.REFUSED),
        driver(Cause.DRIVER_REFUSES_ARGUMENTS, DriverState.REFUSES_ARGUMENTS),
        driver(Cause.DRIVER_BUSY, DriverState.BUSY),
        driver(Cause.DRIVER_CRASHED, DriverState.CRASHED),
        driver(Cause.DRIVER_HUNG, DriverState.HUNG),
        driver(Cause.DRIVER_QUARANTINED, DriverState.QUARANTINED),
        failed(
            Cause.DRIVER_GONE,
            "named by hand, no socket shows a key",
            pc -> {
              pc.withNothingPlugged();
              pc.drivers = List.of(PaperPc.report(Driver.NAMED, DriverState.DRIVER_GONE));
              return pc;
            }),
        warning(
            Cause.SECOND_DRIVER_IN_TROUBLE,
            "one hangs beside one that works",
            pc -> {
              pc.drivers =
                  List.of(
                      PaperPc.report("epass", DriverState.READY),
                      PaperPc.report("old", DriverState.HUNG));
              return pc;
            }),
        pin(Cause.PIN_WRONG_TRIED, PinState.WRONG_TRIED, State.WARNING),
        pin(Cause.PIN_LAST_TRY, PinState.LAST_TRY, State.WARNING),
        pin(Cause.PIN_MUST_CHANGE, PinState.MUST_CHANGE, State.WARNING),
        pin(Cause.PIN_LOCKED, PinState.LOCKED, State.FAILED),
        pin(Cause.PIN_NOT_SET, PinState.NOT_SET, State.FAILED),
        failed(Cause.KEY_EMPTY, "no certificate", pc -> pc.holding(PaperPc.key(PinState.OK))),
        failed(
            Cause.CERTIFICATE_ENCRYPTION_ONLY,
            "the pair's other half alone",
            pc ->
                pc.holding(
                    PaperPc.key(
                        PinState.OK,
                        PaperPc.certificate(CertificateUsage.ENCRYPTION, CertificateStatus.GOOD)))),
        status(Cause.CERTIFICATE_NOT_YET_VALID, StatusCode.NOT_VALID, "notYetValid"),
        status(Cause.CERTIFICATE_MALFORMED, StatusCode.NOT_VALID, "irregular"),
        status(Cause.CERTIFICATE_UNSUITABLE, StatusCode.NOT_VALID, "weakKey"),
        status(Cause.CERTIFICATE_UNSUITABLE, StatusCode.NOT_VALID, "otherPurpose"),
        status(Cause.CERTIFICATE_EXPIRED, StatusCode.EXPIRED, "expired"),
        status(Cause.CERTIFICATE_CHAIN, StatusCode.CHAIN_BROKEN, "unknownIssuer"),
        status(Cause.CERTIFICATE_REVOKED, StatusCode.REVOKED, "revoked"),
        warning(
            Cause.CERTIFICATE_ENDS_SOON,
            "in ten days",
            pc ->
                pc.holding(
                    PaperPc.key(
                        PinState.OK,
                        PaperPc.lasting(
                            CertificateUsage.SIGNING,
                            CertificateStatus.GOOD,
                            PaperPc.NOON.plus(Duration.ofDays(10)))))),
        warning(
            Cause.CERTIFICATE_WRONG_UNIT,
            "another unit's declaration waits",
            pc -> {
              pc.archive =
                  new ArchiveFacts(
                      Optional.empty(),
                      List.of(new Unit("91320500MA1XXXXX0A", "苏州某公司", UnitType.ORDINARY)));
              return pc;
            }),
        warning(
            Cause.CERTIFICATE_UNBOUND,
            "no number of the unit",
            pc -> {
              pc.needs = new CertificateNeeds(true, false);
              return pc.holding(PaperPc.key(PinState.OK, PaperPc.good("")));
            }),
        warning(
            Cause.CERTIFICATE_UPGRADE_NEEDED,
            "RSA where SM2 is wanted",
            pc -> {
              pc.needs = new CertificateNeeds(false, true);
              return pc;
            }),
        failed(
            Cause.REVOCATION_NOT_CHECKED,
            "demanded, and the CA's server is not reached",
            pc -> {
              pc.revocation = new RevocationPolicy(true, Duration.ZERO, false, List.of());
              return pc.holding(
                  PaperPc.key(PinState.OK, PaperPc.unchecked(NotCheckedReason.NOT_REACHED)));
            }),
        page(Cause.PORT_TAKEN, new Seen.Stranger()),
        page(Cause.PAGE_NO_ANSWER, new Seen.Silent()),
        page(Cause.PAGE_NO_KEY, PaperPc.listing()),
        page(Cause.PAGE_OTHER_KEY, PaperPc.listing("苏州某某公司||C7/123456", "张三||D8/7")),
        failed(
            Cause.PORT_TAKEN,
            "a stranger beside the assistant",
            pc -> {
              pc.page =
                  new PageFacts(
                      List.of(
                          pc.page.views().getFirst().heldBy(Optional.of("assistant.exe")),
                          new View(
                              21061,
                              PageFacts.Pages.SECURE,
                              new Seen.Stranger(),
                              Optional.of("other.exe"))));
              return pc;
            }),
        line(Cause.NETWORK_NONE),
        line(Cause.DNS_FAILS),
        line(Cause.PROXY_UNREACHABLE),
        line(Cause.PROXY_LOGIN),
        line(Cause.TLS_INTERCEPTED),
        line(Cause.TLS_CERTIFICATE),
        line(Cause.TLS_FAILS),
        line(Cause.PORTAL_UNREACHABLE),
        line(Cause.PORTAL_DOWN),
        line(Cause.PORTAL_NOT_THERE),
        line(Cause.CLOCK_OFF),
        failed(
            Cause.CLOCK_OFF,
            "a day behind",
            pc -> clock(pc, PaperPc.NOON.plus(Duration.ofDays(1)))),
        surrounded(
            Cause.PROGRAM_FILE_MISSING,
            State.FAILED,
            "a jar in quarantine",
            around -> around.missingFiles = Optional.of(List.of("protocol-0.1.0.jar"))),
        device(Cause.USB_DEVICE_ERROR, "code 10", new TroubledDevice(PaperPc.KEY, 10, false)),
        device(
            Cause.USB_DEVICE_ERROR,
            "code 43, says not what it is",
            new TroubledDevice(new UsbId(0, 2), 43, false)),
        device(Cause.DRIVER_NOT_INSTALLED, "code 28", new TroubledDevice(PaperPc.KEY, 28, false)),
        device(Cause.USB_DISABLED, "code 22", new TroubledDevice(PaperPc.KEY, 22, false)),
        device(
            Cause.USB_BLOCKED, "code 28 under a policy", new TroubledDevice(PaperPc.KEY, 28, true)),
        failed(
            Cause.USB_BLOCKED,
            "shows as a CD-ROM that may not be read",
            pc -> {
              pc.surroundings.devices = Optional.of(new DeviceFacts(List.of(), true));
              return pc.withoutKey(KeyVerdict.AS_CD_ROM, DriverState.NOT_INSTALLED);
            }),
        warning(
            Cause.USB_DISABLED,
            "a second key beside one that works",
            pc -> {
              pc.plugged = List.of();
              pc.surroundings.devices =
                  Optional.of(
                      new DeviceFacts(List.of(new TroubledDevice(PaperPc.KEY, 22, false)), false));
              return pc;
            }),
        surrounded(
            Cause.STORE_NO_PRIVATE_KEY,
            State.WARNING,
            "the key's certificate alone",
            around -> around.store = Optional.of(List.of(stored(PaperPc.good(), false)))),
        surrounded(
            Cause.STORE_STALE_TWIN,
            State.WARNING,
            "last year's beside this year's",
            around ->
                around.store =
                    Optional.of(List.of(stored(PaperPc.good(), true), stored(lastYears(), true)))),
        surrounded(
            Cause.BROWSER_LOCAL_NETWORK,
            State.WARNING,
            "Edge may not",
            blocking("Edge", BrowserFacts.By.POLICY, "LocalNetworkAccessBlockedForUrls")),
        surrounded(
            Cause.BROWSER_PAGE_BLOCKED,
            State.WARNING,
            "the user pressed Block in Chrome",
            blocking("Chrome", BrowserFacts.By.USER, "loopback_network")),
        warning(
            Cause.BROWSER_MODE,
            "a page by plain http and no old mode",
            pc -> {
              pc.address = URI.create("http://106.74.0.244:8082/");
              pc.surroundings.browsers =
                  Optional.of(new BrowserFacts(List.of(), BrowserFacts.Old.FORBIDDEN));
              return pc;
            }),
        warning(
            Cause.CALENDAR_CLOSED,
            "on the 8th",
            pc -> {
              Instant closed = Instant.parse("2026-11-08T04:00:00Z");
              pc.line =
                  new LineFacts(
                      pc.line.host(), Optional.empty(), "", ClockReading.against(closed, closed));
              return pc;
            }));
  }

  private static PaperPc clock(PaperPc pc, Instant portal) {
    pc.line =
        new LineFacts(
            pc.line.host(), Optional.empty(), "", ClockReading.against(portal, PaperPc.NOON));
    return pc;
  }

  private static Diagnosis.Report look(Pc pc) throws InterruptedException {
    return new Diagnosis().look(new AskedOnce(pc), _ -> {});
  }

  @Test
  void aHealthyPcHasNoFinding() throws Exception {
    Diagnosis.Report report = look(new PaperPc());

    assertThat(report.first()).isEmpty();
    assertThat(report.isHealthy()).isTrue();
    assertThat(report.results()).hasSize(CheckId.values().length);
  }

  @ParameterizedTest
  @MethodSource("brokenPcs")
  void theCauseIsNamedFirstAndOnce(Broken broken) throws Exception {
    Diagnosis.Report report = look(broken.breaking().apply(new PaperPc()));

    CheckResult first = report.first().orElseThrow();
    assertThat(first.cause()).contains(broken.cause());
    assertThat(first.state()).isEqualTo(broken.state());
    assertThat(report.results())
        .filteredOn(finding -> finding.cause().isPresent())
        .as("its consequences are no findings")
        .hasSize(1);
  }

  @Test
  void whatIsOldOnAHealthyPcIsNoTrouble() throws Exception {
    PaperPc pc = new PaperPc();
    pc.drivers =
        List.of(
            PaperPc.report("epass", DriverState.READY),
            PaperPc.report("other", DriverState.WRONG_WORD_SIZE),
            PaperPc.report("third", DriverState.NO_TOKEN),
            PaperPc.report("fourth", DriverState.SKF_ONLY));
    pc.service = CardService.STOPPED;
    pc.system = new SystemFacts(PcSystem.WINDOWS, "Windows 10", "amd64", true, true);

    assertThat(look(pc).first()).isEmpty();
  }

  /// As laptops have one; it is plugged in for good and says nothing of a key.
  private static final PluggedKey BUILT_IN_READER =
      PaperPc.plugged(KeyVerdict.UNKNOWN_DEVICE, DriverState.NOT_INSTALLED);

  @Test
  void aBuiltInReaderBesideAWorkingKeyIsNoTrouble() throws Exception {
    PaperPc pc = new PaperPc();
    pc.plugged = List.of(BUILT_IN_READER, pc.plugged.getFirst());
    pc.service = CardService.STOPPED;

    assertThat(look(pc).first()).isEmpty();
  }

  @Test
  void aBuiltInReaderHidesNoDriverInTrouble() throws Exception {
    PaperPc pc = new PaperPc().withNothingPlugged();
    pc.plugged = List.of(BUILT_IN_READER);
    pc.drivers = List.of(PaperPc.report("epass", DriverState.HUNG));
    pc.service = CardService.STOPPED;

    assertThat(look(pc).first().flatMap(CheckResult::cause)).contains(Cause.DRIVER_HUNG);
  }

  @Test
  void whereOneKeyCanBeUsedTheOthersTroubleIsAWarning() throws Exception {
    PaperPc locked =
        new PaperPc()
            .holding(
                PaperPc.key(PinState.LOCKED, PaperPc.good()),
                PaperPc.key(PinState.OK, PaperPc.good()));
    PaperPc expired =
        new PaperPc()
            .holding(
                PaperPc.key("K1", PinState.OK, PaperPc.good()),
                PaperPc.key("K2", PinState.OK, signing(StatusCode.EXPIRED, "expired")));

    assertThat(look(locked).first()).get().extracting(CheckResult::state).isEqualTo(State.WARNING);
    assertThat(look(expired).first()).get().extracting(CheckResult::state).isEqualTo(State.WARNING);
    assertThat(look(expired).isHealthy()).isTrue();
  }

  @Test
  void aRegionWithoutAPortalToAskIsHealthy() throws Exception {
    PaperPc pc = new PaperPc();
    pc.line =
        new LineFacts(Optional.empty(), Optional.empty(), "", ClockReading.ofThisPc(PaperPc.NOON));

    assertThat(look(pc).first()).isEmpty();
  }

  @Test
  void aCertificateWithANumberOfItsUnitIsBound() throws Exception {
    PaperPc pc = new PaperPc();
    pc.needs = new CertificateNeeds(true, false);

    assertThat(look(pc).first()).isEmpty();
  }

  @ParameterizedTest
  @EnumSource
  void theMissingWordOfACaIsNoTroubleWhereNobodyDemandsIt(NotCheckedReason reason)
      throws Exception {
    PaperPc pc = new PaperPc().holding(PaperPc.key(PinState.OK, PaperPc.unchecked(reason)));

    assertThat(look(pc).first()).isEmpty();
    assertThat(state(look(pc), CheckId.REVOCATION)).isEqualTo(State.UNKNOWN);
  }

  @Test
  void aLookThatDidNotWaitForTheCaBlamesNobody() throws Exception {
    PaperPc pc =
        new PaperPc()
            .holding(PaperPc.key(PinState.OK, PaperPc.unchecked(NotCheckedReason.NOT_ASKED)));
    pc.revocation = new RevocationPolicy(true, Duration.ZERO, false, List.of());

    assertThat(look(pc).first()).isEmpty();
  }

  /// The CA cannot be reached either, and the network is named once.
  @Test
  void withoutANetworkTheCasSilenceIsNoFindingOfItsOwn() throws Exception {
    PaperPc pc =
        new PaperPc()
            .reaching(Cause.NETWORK_NONE)
            .holding(PaperPc.key(PinState.OK, PaperPc.unchecked(NotCheckedReason.NOT_REACHED)));
    pc.revocation = new RevocationPolicy(true, Duration.ZERO, false, List.of());

    assertThat(look(pc).results())
        .filteredOn(finding -> finding.cause().isPresent())
        .extracting(finding -> finding.cause().orElseThrow())
        .containsExactly(Cause.NETWORK_NONE);
  }

  @ParameterizedTest
  @MethodSource
  void whatPagesAreToldIsNoTrouble(UnaryOperator<PaperPc> changing) throws Exception {
    assertThat(look(changing.apply(new PaperPc())).first()).isEmpty();
  }

  static Stream<Named<UnaryOperator<PaperPc>>> whatPagesAreToldIsNoTrouble() {
    return Stream.of(
        Named.of("no assistant", pc -> pc.showingPages(new Seen.Nobody())),
        Named.of(
            "the unit in brackets of another width",
            pc -> pc.showingPages(PaperPc.listing("福州练习制造有限公司（法人）||X/1"))),
        Named.of("only the common name", pc -> pc.showingPages(PaperPc.listing("练习||X/1"))),
        Named.of(
            "in an encoding that is not read",
            pc -> pc.showingPages(PaperPc.listing("\uFFFD||X/1"))),
        Named.of(
            "by the key's number",
            pc -> {
              pc.keys = List.of(PaperPc.key("0A1B2C3D", PinState.OK, PaperPc.good()));
              return pc.showingPages(PaperPc.listing("某某||con/0a1b2c3d"));
            }),
        Named.of(
            "ours among others",
            pc -> pc.showingPages(PaperPc.listing("苏州某某公司||C7/1", "福州练习制造有限公司||A1/2"))),
        Named.of(
            "the assistant's second port encrypts as nobody does any more",
            pc -> {
              pc.page =
                  new PageFacts(
                      List.of(
                          pc.page.views().getFirst().heldBy(Optional.of("assistant.exe")),
                          new View(
                              21061,
                              PageFacts.Pages.SECURE,
                              new Seen.Stranger(),
                              Optional.of("assistant.exe"))));
              return pc;
            }),
        Named.of(
            "practice uses no page",
            pc -> {
              pc.region = "practice";
              return pc.showingPages(new Seen.Stranger());
            }));
  }

  @Test
  void whereTheDriversShowNoKeyThePagesViewIsNoFindingOfItsOwn() throws Exception {
    PaperPc pc = new PaperPc().withNothingPlugged().showingPages(PaperPc.listing());

    assertThat(look(pc).first().flatMap(CheckResult::cause)).contains(Cause.KEY_NOT_PLUGGED);
    assertThat(state(look(pc), CheckId.PAGE)).isEqualTo(State.OK);
  }

  @Test
  void whereNothingIsFiledThroughThePageItsTroubleIsAWarning() throws Exception {
    PaperPc pc = new PaperPc().showingPages(PaperPc.listing());
    pc.ways = List.of(Way.REST);

    assertThat(state(look(pc), CheckId.PAGE)).isEqualTo(State.WARNING);
  }

  /// The first port is asked by http pages, the second by https pages; a name may lead on.
  @ParameterizedTest
  @CsvSource(
      textBlock =
          """
          # page,                 first,     second,    cause
          https://portal.example, stranger,  assistant,
          https://portal.example, silent,    assistant,
          https://portal.example, silent,    nobody,
          https://portal.example, assistant, stranger,  page.portTaken
          https://portal.example, assistant, silent,    page.noAnswer
          https://portal.example, otherKey,  nobody,
          http://192.0.2.1:8082,  assistant, stranger,
          http://192.0.2.1:8082,  assistant, silent,
          http://192.0.2.1:8082,  stranger,  assistant, page.portTaken
          http://192.0.2.1:8082,  silent,    assistant, page.noAnswer
          http://192.0.2.1:8082,  otherKey,  assistant, page.otherKey
          http://portal.example,  assistant, silent,
          http://portal.example,  silent,    assistant,
          http://portal.example,  assistant, stranger,  page.portTaken
          http://portal.example,  silent,    nobody,    page.noAnswer
          http://portal.example,  nobody,    silent,    page.noAnswer
          """)
  void onlyWhatTheRegionsPageAsksIsJudged(
      URI address, String first, String second, @Nullable String cause) throws Exception {
    PaperPc pc = new PaperPc().showingPages(seen(first), seen(second));
    pc.address = address;

    assertThat(look(pc).first().flatMap(CheckResult::cause).map(Cause::id))
        .isEqualTo(Optional.ofNullable(cause));
  }

  private static Seen seen(String word) {
    return switch (word) {
      case "nobody" -> new Seen.Nobody();
      case "silent" -> new Seen.Silent();
      case "stranger" -> new Seen.Stranger();
      case "otherKey" -> PaperPc.listing("苏州某某公司||C7/123456");
      case "assistant" -> PaperPc.listing("福州练习制造有限公司||A1B2/K1");
      default -> throw new IllegalArgumentException(word);
    };
  }

  /// Entries are companies and persons.
  @Test
  void whomAnAssistantListsIsNeverSaid() throws Exception {
    PaperPc pc = new PaperPc().showingPages(PaperPc.listing("张三||D8/123456"));

    assertThat(look(pc).results().toString() + pc.page()).doesNotContain("张三", "123456");
  }

  @Test
  void theArchiveThatTheOwnWindowUsesIsNoTrouble() throws Exception {
    PaperPc pc = new PaperPc();
    pc.archive =
        new ArchiveFacts(Optional.of(ArchiveFault.of("archive.inUse", "certassist")), List.of());

    assertThat(look(pc).first()).isEmpty();
  }

  /// As in every region of which no root certificate is known.
  @Test
  void aRegionThatNamesNoRootIsHealthy() throws Exception {
    SeenCertificate unproven = signing(StatusCode.CHAIN_BROKEN, "noTrustGiven");
    Diagnosis.Report report = look(new PaperPc().holding(PaperPc.key(PinState.OK, unproven)));

    assertThat(report.first()).isEmpty();
    assertThat(state(report, CheckId.STATUS_CODE)).isEqualTo(State.UNKNOWN);
    assertThat(state(report, CheckId.EXPIRY)).isEqualTo(State.OK);
  }

  @Test
  void aPcThatSaysNothingOfItsSurroundingsIsHealthy() throws Exception {
    Pc silent =
        new PaperPc() {
          @Override
          public Surroundings surroundings() {
            return Surroundings.UNKNOWN;
          }
        };
    Diagnosis.Report report = look(silent);

    assertThat(report.first()).isEmpty();
    assertThat(
            List.of(CheckId.PROGRAM, CheckId.STORE, CheckId.BROWSER, CheckId.ASSISTANTS).stream()
                .map(check -> state(report, check)))
        .containsOnly(State.UNKNOWN);
  }

  @Test
  void aCertificateOfAnotherUnitOrWithoutItsKeyIsNoTwin() throws Exception {
    PaperPc pc = new PaperPc();
    pc.surroundings.store =
        Optional.of(List.of(stored(lastYears(), false), stored(PaperPc.good(), true)));

    assertThat(look(pc).first()).isEmpty();
  }

  /// Beside an ended one on another key it is worth a word.
  @ParameterizedTest
  @CsvSource({"K1, ", "K2, certificate.expired"})
  void aKeyThatWasRenewedInPlaceMayHoldTheCertificateBefore(String serial, @Nullable String cause)
      throws Exception {
    SeenCertificate ended = signing(StatusCode.EXPIRED, "expired");
    PaperPc pc =
        new PaperPc()
            .holding(
                PaperPc.key("K1", PinState.OK, PaperPc.good()),
                PaperPc.key(serial, PinState.OK, ended));

    assertThat(look(pc).first().flatMap(CheckResult::cause).map(Cause::id))
        .isEqualTo(Optional.ofNullable(cause));
  }

  /// The key holds the certificate before, too.
  @Test
  void anEndedCertificateWithoutItsKeyInTheStoreIsNoTrouble() throws Exception {
    PaperPc pc = new PaperPc().holding(PaperPc.key(PinState.OK, lastYears(), PaperPc.good()));
    pc.surroundings.store = Optional.of(List.of(stored(lastYears(), false)));

    assertThat(look(pc).first()).isEmpty();
  }

  @Test
  void aBanksKeyBesideAWorkingOneIsNoTrouble() throws Exception {
    PaperPc pc = new PaperPc();
    pc.plugged =
        List.of(
            PaperPc.plugged(KeyVerdict.NO_DRIVER_KNOWN, DriverState.NOT_INSTALLED),
            PaperPc.plugged(KeyVerdict.NOT_INSTALLED, DriverState.NOT_INSTALLED),
            pc.plugged.getFirst());

    assertThat(look(pc).first()).isEmpty();
  }

  @Test
  void theKeyNearestToBeingUsedIsTheOneMeant() throws Exception {
    PaperPc pc = new PaperPc().withoutKey(KeyVerdict.NOT_INSTALLED, DriverState.NOT_INSTALLED);
    pc.plugged =
        List.of(
            PaperPc.plugged(KeyVerdict.NO_DRIVER_KNOWN, DriverState.NOT_INSTALLED),
            pc.plugged.getFirst());

    assertThat(look(pc).first().flatMap(CheckResult::cause)).contains(Cause.DRIVER_NOT_INSTALLED);
  }

  @Test
  void aPartOfAWorkingKeyThatIsSwitchedOffIsNoTrouble() throws Exception {
    PaperPc pc = new PaperPc();
    pc.surroundings.devices =
        Optional.of(
            new DeviceFacts(
                List.of(
                    new TroubledDevice(PaperPc.KEY, 32, true),
                    new TroubledDevice(new UsbId(0, 2), 43, false),
                    new TroubledDevice(new UsbId(0x05AC, 0x1234), 28, false)),
                true));

    assertThat(look(pc).first()).isEmpty();
  }

  @Test
  void everyFindingIsToldOnce() throws Exception {
    List<CheckId> told = Collections.synchronizedList(new ArrayList<>());

    new Diagnosis().look(new AskedOnce(new PaperPc()), finding -> told.add(finding.check()));

    assertThat(told).containsExactlyInAnyOrder(CheckId.values());
  }

  @Test
  void whatDoesNotAnswerIsNotKnownAndHoldsUpNothingElse() throws Exception {
    CountDownLatch never = new CountDownLatch(1);
    List<CheckId> told = Collections.synchronizedList(new ArrayList<>());
    Pc hanging =
        new PaperPc() {
          @Override
          public LineFacts line() throws InterruptedException {
            never.await();
            throw new IllegalStateException();
          }
        };

    Diagnosis.Report report =
        new Diagnosis(Duration.ofMillis(300))
            .look(new AskedOnce(hanging), finding -> told.add(finding.check()));

    assertThat(state(report, CheckId.PORTAL)).isEqualTo(State.UNKNOWN);
    assertThat(state(report, CheckId.SYSTEM)).isEqualTo(State.OK);
    assertThat(told).containsExactlyInAnyOrder(CheckId.values());
  }

  @Test
  void devicesThatAreNotToldHoldUpNoCauseThatTheDriversName() throws Exception {
    CountDownLatch never = new CountDownLatch(1);
    PaperPc pc = new PaperPc().withoutKey(KeyVerdict.DRIVER_IN_TROUBLE, DriverState.HUNG);
    pc.surroundings.beforeDevices = never::await;

    Diagnosis.Report report =
        new Diagnosis().look(new AskedOnce(pc, Duration.ofMillis(200)), _ -> {});

    assertThat(report.first().flatMap(CheckResult::cause)).contains(Cause.DRIVER_HUNG);
  }

  @Test
  void theDevicesAreLookedAtOnceAndBesideTheDrivers() throws Exception {
    CountDownLatch looked = new CountDownLatch(1);
    AtomicInteger times = new AtomicInteger();
    PaperPc pc =
        new PaperPc() {
          @Override
          public KeyFacts keys() throws InterruptedException {
            if (!looked.await(5, TimeUnit.SECONDS)) {
              throw new IllegalStateException("nobody looks at the devices");
            }
            return super.keys();
          }
        };
    pc.surroundings.beforeDevices =
        () -> {
          times.incrementAndGet();
          looked.countDown();
        };
    AskedOnce asked = new AskedOnce(pc);

    assertThat(state(new Diagnosis().look(asked, _ -> {}), CheckId.PLUGGED)).isEqualTo(State.OK);
    assertThat(asked.surroundings().devices()).isPresent();
    assertThat(times).hasValue(1);
  }

  @Test
  void aCheckThatBreaksIsNotKnown() throws Exception {
    Pc broken =
        new PaperPc() {
          @Override
          public SystemFacts system() {
            throw new IllegalStateException("broken");
          }
        };

    Diagnosis.Report report = look(broken);

    assertThat(state(report, CheckId.SYSTEM)).isEqualTo(State.UNKNOWN);
    assertThat(state(report, CheckId.DRIVER)).isEqualTo(State.OK);
  }

  /// A virus scanner may have taken one of the program's own files.
  @Test
  void aCheckOfWhichAClassIsGoneIsNotKnown() throws Exception {
    Pc robbed =
        new PaperPc() {
          @Override
          public boolean hasChineseFont() {
            throw new NoClassDefFoundError("org/apache/fontbox/ttf/TTFParser");
          }
        };

    Diagnosis.Report report = look(robbed);

    assertThat(state(report, CheckId.FONTS)).isEqualTo(State.UNKNOWN);
    assertThat(state(report, CheckId.DRIVER)).isEqualTo(State.OK);
  }

  private static State state(Diagnosis.Report report, CheckId check) {
    return report.results().stream()
        .filter(finding -> finding.check() == check)
        .map(CheckResult::state)
        .findFirst()
        .orElseThrow();
  }

  @Test
  void everyCheckComesAfterWhatItNeeds() {
    for (CheckId check : CheckId.values()) {
      check.after().ifPresent(before -> assertThat(before).isLessThan(check));
    }
    assertThat(Checks.all()).extracting(Check::id).containsExactly(CheckId.values());
  }

  @Test
  void noTwoCausesShareANumberOrAnId() {
    assertThat(Cause.values()).extracting(Cause::number).doesNotHaveDuplicates();
    assertThat(Cause.values()).extracting(Cause::id).doesNotHaveDuplicates();
  }
}
