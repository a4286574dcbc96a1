package org.certassist.cli.wiring;

import java.net.URI;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.certassist.archive.SqliteArchive;
import org.certassist.cli.Build;
import org.certassist.cli.json.SentJson.PortalJson;
import org.certassist.core.archive.Archive;
import org.certassist.core.archive.ArchiveException;
import org.certassist.core.certificate.Certificates;
import org.certassist.core.certificate.Revocations;
import org.certassist.core.certificate.StatusPublications;
import org.certassist.core.declaration.DeclarationId;
import org.certassist.core.declaration.Kind;
import org.certassist.core.declaration.Unit;
import org.certassist.core.detection.DetectDrivers;
import org.certassist.core.detection.InstallDriver;
import org.certassist.core.detection.Installations;
import org.certassist.core.detection.TryDriver;
import org.certassist.core.draft.Drafts;
import org.certassist.core.driver.CatalogueUpdates;
import org.certassist.core.driver.PickedDrivers;
import org.certassist.core.driver.PluggedDevices;
import org.certassist.core.driver.Products;
import org.certassist.core.driver.RegisteredModules;
import org.certassist.core.elsewhere.Elsewhere;
import org.certassist.core.fault.Fault;
import org.certassist.core.fault.FaultException;
import org.certassist.core.fault.UsageFault;
import org.certassist.core.filing.CheckWorkbook;
import org.certassist.core.filing.ExportDeclaration;
import org.certassist.core.filing.ExportEvidence;
import org.certassist.core.filing.FillTemplate;
import org.certassist.core.filing.Foresight;
import org.certassist.core.filing.GivenLists;
import org.certassist.core.filing.HandInDeclaration;
import org.certassist.core.filing.InspectCertificates;
import org.certassist.core.filing.KeyRing;
import org.certassist.core.filing.PrepareDeclaration;
import org.certassist.core.filing.SendDeclaration;
import org.certassist.core.filing.SendOutbox;
import org.certassist.core.filing.WithdrawDeclaration;
import org.certassist.core.installer.RunInstaller;
import org.certassist.core.key.Driver;
import org.certassist.core.key.KeyBridge;
import org.certassist.core.key.KeyFiles;
import org.certassist.core.key.KeyInFile;
import org.certassist.core.key.KeyKeeper;
import org.certassist.core.key.KeyLease;
import org.certassist.core.knowledge.Explain;
import org.certassist.core.knowledge.Knowledge;
import org.certassist.core.knowledge.KnowledgeUpdates;
import org.certassist.core.listing.Listings;
import org.certassist.core.paper.Papers;
import org.certassist.core.portal.Portal;
import org.certassist.core.portal.PortalClock;
import org.certassist.core.profile.Profile;
import org.certassist.core.signature.Signatures;
import org.certassist.core.signature.SignedFiles;
import org.certassist.core.time.ShanghaiTime;
import org.certassist.core.workbook.Layouts;
import org.certassist.core.workbook.LearnLayout;
import org.certassist.core.workbook.PortalLayout;
import org.certassist.core.workbook.PortalTemplates;
import org.certassist.core.workbook.Workbooks;
import org.certassist.datafiles.CatalogueKey;
import org.certassist.datafiles.CatalogueShelf;
import org.certassist.datafiles.DataFileLayouts;
import org.certassist.datafiles.DataFileProfiles;
import org.certassist.datafiles.DriverCatalogue;
import org.certassist.datafiles.HeaderWordsFile;
import org.certassist.datafiles.HolderRulesFile;
import org.certassist.datafiles.KnowledgeFile;
import org.certassist.datafiles.KnowledgeShelf;
import org.certassist.keys.bridge.Admission;
import org.certassist.keys.bridge.BridgeKeys;
import org.certassist.keys.bridge.Quarantine;
import org.certassist.keys.certificate.X509Certificates;
import org.certassist.keys.cms.CmsFiles;
import org.certassist.keys.cms.CmsSignatures;
import org.certassist.keys.file.FileKeys;
import org.certassist.keys.file.KeyFileMemory;
import org.certassist.keys.revocation.CrlFiles;
import org.certassist.keys.revocation.X509Revocations;
import org.certassist.platform.installation.InstallationFile;
import org.certassist.platform.installer.PrivateInstallers;
import org.certassist.platform.library.PickedLibraries;
import org.certassist.platform.library.SystemDriverFiles;
import org.certassist.portal.HttpPortal;
import org.certassist.portal.HttpPortalClock;
import org.certassist.portal.Timeouts;
import org.certassist.portal.installer.HttpInstallers;
import org.certassist.portal.publication.HttpPublications;
import org.certassist.portal.publication.KeptLists;
import org.certassist.texts.Language;
import org.certassist.workbook.PoiListings;
import org.certassist.workbook.PoiPortalTemplates;
import org.certassist.workbook.PoiWorkbooks;

/// The object graph of one run, read top to bottom; a part is built when it is first asked for.
public final class Wiring implements AutoCloseable {
  private static final String PRACTICE = "practice";

  /// A kept list serves so long before it is fetched anew.
  private static final Duration LISTS_ARE_YOUNG = Duration.ofHours(4);

  private final Home home;
  private final String profileId;
  private final Optional<Path> module;
  private final ShanghaiTime time;

  private final Certificates certificates = new X509Certificates(new HolderRulesFile().builtIn());
  private final Signatures signatures = new CmsSignatures();
  private final SignedFiles signedFiles = new CmsFiles();
  private final Optional<CatalogueKey> updates;
  private final CatalogueShelf catalogues;
  private final KnowledgeShelf knowledge;
  private final PickedLibraries picked;
  private final Workplace workplace;
  private final KeyKeeper keeper = new KeyKeeper(KeyLease.Time.ofThisPc());
  private final PortalTemplates portalTemplates = new PoiPortalTemplates();
  private final DataFileLayouts layouts;
  private final Workbooks workbooks;
  private final Listings listings = new PoiListings();
  private final DataFileProfiles profiles;
  private final PracticeWorld practice;
  private final Lazily<Revocations, RuntimeException> revocations;
  private final Lazily<KeyBridge, FaultException> bridge;
  private final Lazily<FileKeys, FaultException> fileKeys;
  private final Optional<Lazily<KeyInFile, FaultException>> keyFile;
  private final Lazily<SqliteArchive, ArchiveException> archive;

  /// @param module a PKCS#11 module named with `--module`
  /// @param keyFile a PKCS#12 file named with `--key-file`
  public Wiring(
      Home home, String profileId, Optional<Path> module, Optional<Path> keyFile, Clock clock) {
    this(home, profileId, module, keyFile, Workplace.ofThisPc(clock));
  }

  /// A run on some PC; the rest as above.
  public Wiring(
      Home home,
      String profileId,
      Optional<Path> module,
      Optional<Path> keyFile,
      Workplace workplace) {
    Clock clock = workplace.clock();
    this.home = home;
    this.workplace = workplace;
    this.profileId = profileId;
    this.module = module;
    this.time = new ShanghaiTime(clock);
    this.profiles = new DataFileProfiles(home.folder());
    this.layouts = new DataFileLayouts(home.folder());
    this.workbooks = new PoiWorkbooks(() -> layouts.ofProfile(profileId));
    this.updates = CatalogueKey.of(Build.ofThisProgram().catalogueKey());
    this.knowledge = new KnowledgeShelf(home.folder(), updates, new KnowledgeFile());
    this.catalogues =
        new CatalogueShelf(
            home.folder(),
            updates,
            new DriverCatalogue(System.getProperty("os.name"), System.getenv()));
    this.picked = PickedLibraries.keptIn(home.folder().resolve("picked-drivers.txt"));
    this.practice = new PracticeWorld(home, module, time);
    this.revocations =
        new Lazily<>(() ->
            new X509Revocations(
                new HttpPublications(
                    KeptLists.in(home.folder().resolve("revocation-lists")),
                    List.of(),
                    LISTS_ARE_YOUNG,
                    clock)));
    this.bridge =
        new Lazily<>(() ->
            new BridgeKeys(
                HostProgram.launch(),
                workplace.drivers(),
                new Admission(
                    SystemDriverFiles.ofThisPc(
                        home.folder().resolve("known-drivers.txt"), System.getenv()),
                    Quarantine.keptIn(home.folder().resolve("driver-crashes.txt"), clock)),
                drivers()));
    this.fileKeys =
        new Lazily<>(() ->
            new FileKeys(
                KeyFileMemory.keptIn(ownFolder().resolve("key-files.txt")), this.bridge.get()));
    this.keyFile = keyFile.map(file -> new Lazily<>(() -> this.fileKeys.get().name(file)));
    this.archive = new Lazily<>(() -> SqliteArchive.open(home.folder(), "certassist", clock));
  }

  public ShanghaiTime time() {
    return time;
  }

  public Certificates certificates() {
    return certificates;
  }

  /// What CAs say of revocation; nothing is opened before somebody asks. In practice only the
  /// practice portal is asked.
  public Revocations revocations() {
    return isPractice() ? practice.revocations() : question -> revocations.get().ask(question);
  }

  /// What lists that the user named say of revocation; nobody is asked.
  public Revocations givenListsAlone() {
    return new X509Revocations(StatusPublications.NONE);
  }

  public GivenLists givenLists() {
    return new GivenLists(new CrlFiles());
  }

  public Signatures signatures() {
    return signatures;
  }

  public SignedFiles signedFiles() {
    return signedFiles;
  }

  public Workbooks workbooks() {
    return workbooks;
  }

  public Papers papers() {
    return workplace.papers();
  }

  public PortalTemplates portalTemplates() {
    return portalTemplates;
  }

  public Layouts layouts() {
    return layouts;
  }

  /// The layout of a file that a portal made, or the one kept under a name.
  ///
  /// @param template a file, or a name
  /// @throws FaultException `usage.unknownLayout`, or what is wrong with the file
  public PortalLayout layout(String template) throws FaultException, InterruptedException {
    List<PortalLayout> known = layouts.ofProfile(profileId);
    Optional<Path> file = file(template);
    if (file.isPresent()) {
      return portalTemplates.recognise(file.get(), known);
    }
    return known.stream()
        .filter(each -> each.name().equals(template))
        .findFirst()
        .orElseThrow(() -> noLayout(template, known));
  }

  /// The empty template to that layout: the file itself, or the one kept under a name.
  ///
  /// @param template as for [#layout(String)]
  public Path original(String template, PortalLayout layout) {
    return file(template).orElseGet(() -> layouts.original(layout));
  }

  /// The file that a word names; empty where there is none, or where no file could be called so.
  private static Optional<Path> file(String word) {
    try {
      return Optional.of(Path.of(word)).filter(Files::isRegularFile);
    } catch (InvalidPathException noName) {
      return Optional.empty();
    }
  }

  /// A file in the home folder that could not be used is the likeliest reason.
  private FaultException noLayout(String name, List<PortalLayout> known) {
    return new FaultException(
        layouts
            .fault(name)
            .<Fault>map(fault -> fault)
            .orElseGet(() ->
                UsageFault.of(
                    "usage.unknownLayout",
                    name,
                    String.join(", ", known.stream().map(PortalLayout::name).toList()))));
  }

  public LearnLayout learnLayout() {
    return new LearnLayout(new HeaderWordsFile().builtIn());
  }

  public FillTemplate fillTemplate() {
    return new FillTemplate(portalTemplates, layouts, learnLayout());
  }

  public Listings listings() {
    return listings;
  }

  public PracticeWorld practice() {
    return practice;
  }

  public boolean isPractice() {
    return profileId.equals(PRACTICE);
  }

  String profileId() {
    return profileId;
  }

  /// The region of the embedded portal.
  Profile practiceProfile() throws FaultException, InterruptedException {
    return profiles.find(PRACTICE).orElseThrow(this::noProfile);
  }

  /// The profile in force, with the practice root as its anchor where it is the practice one.
  ///
  /// @throws FaultException `usage.unknownProfile`
  public Profile profile() throws FaultException, InterruptedException {
    Profile found = profiles.find(profileId).orElseThrow(this::noProfile);
    return isPractice() ? practice().trusted(found) : found;
  }

  /// A profile that need not be the one in force.
  public Optional<Profile> profile(String id) {
    return profiles.find(id);
  }

  /// A file in the home folder that could not be used is the likeliest reason.
  private FaultException noProfile() {
    return new FaultException(
        profiles
            .fault(profileId)
            .<Fault>map(fault -> fault)
            .orElseGet(() -> UsageFault.of("usage.unknownProfile", profileId)));
  }

  /// @throws FaultException `usage.unknownKind`
  public Kind kind(String id) throws FaultException, InterruptedException {
    Profile profile = profile();
    return profile
        .kind(id)
        .orElseThrow(() ->
            new FaultException(
                UsageFault.of(
                    "usage.unknownKind",
                    id,
                    String.join(", ", profile.kinds().stream().map(Kind::id).toList()))));
  }

  public CheckWorkbook checkWorkbook() {
    return new CheckWorkbook(workbooks, time);
  }

  public Archive archive() throws ArchiveException, InterruptedException {
    return archive.get();
  }

  /// The drafts that lie in the archive.
  public Drafts drafts() throws ArchiveException, InterruptedException {
    return archive.get().drafts();
  }

  public Elsewhere elsewhere() throws ArchiveException, InterruptedException {
    return new Elsewhere(archive(), archive.get().ticks(), time);
  }

  public PrepareDeclaration prepareDeclaration() throws ArchiveException, InterruptedException {
    return new PrepareDeclaration(archive(), time);
  }

  public SendDeclaration sendDeclaration() throws FaultException, InterruptedException {
    return new SendDeclaration(signatures, certificates, revocations(), archive(), time);
  }

  public SendOutbox sendOutbox() throws FaultException, InterruptedException {
    return new SendOutbox(signatures, certificates, revocations(), archive(), time);
  }

  public ExportDeclaration exportDeclaration() throws FaultException, InterruptedException {
    return new ExportDeclaration(archive(), time);
  }

  public HandInDeclaration handInDeclaration() throws FaultException, InterruptedException {
    return new HandInDeclaration(archive(), time);
  }

  public WithdrawDeclaration withdrawDeclaration() throws FaultException, InterruptedException {
    return new WithdrawDeclaration(archive());
  }

  public ExportEvidence exportEvidence() {
    return new ExportEvidence();
  }

  public Path evidenceFolder(DeclarationId id) {
    return evidenceFolder().resolve(id.toString());
  }

  private Path evidenceFolder() {
    return ownFolder().resolve("evidence");
  }

  /// What practice leaves behind stays apart from the rest.
  private Path ownFolder() {
    return isPractice() ? home.practice() : home.folder();
  }

  public InspectCertificates inspectCertificates() throws FaultException, InterruptedException {
    return new InspectCertificates(
        certificates, revocations(), time, portalClock(Optional.empty()));
  }

  public KeyRing keyRing() throws FaultException, InterruptedException {
    return keyRing(Optional.empty());
  }

  /// @param portal whose time counts, as for [#portalClock(Optional)]
  public KeyRing keyRing(Optional<URI> portal) throws FaultException, InterruptedException {
    return keyRing(portal, profile());
  }

  KeyRing keyRing(Optional<URI> portal, Profile profile)
      throws FaultException, InterruptedException {
    return new KeyRing(bridge(), certificates, revocations(), time, portalClock(portal, profile));
  }

  /// What would be refused, told before a PIN is asked for.
  ///
  /// @param portal as for [#portalClock(Optional)]
  public Foresight foresight(Optional<URI> portal) throws FaultException, InterruptedException {
    return new Foresight(keyRing(portal));
  }

  /// The keys of this PC, in practice the practice key; with the key in a file, where one was
  /// named, and those in the files that were opened in the window.
  public KeyBridge bridge() throws FaultException, InterruptedException {
    var _ = keyInFile();
    return fileKeys.get();
  }

  /// The key in the file that was named.
  public Optional<KeyInFile> keyInFile() throws FaultException, InterruptedException {
    return keyFile.isPresent() ? Optional.of(keyFile.get().get()) : Optional.empty();
  }

  /// The key files that were opened in the window.
  public KeyFiles keyFiles() throws FaultException, InterruptedException {
    return fileKeys.get();
  }

  /// What is plugged in at the USB sockets; in practice real keys are not looked at.
  public PluggedDevices pluggedDevices() {
    return isPractice() ? PluggedDevices.NONE : workplace.pc().devices();
  }

  /// In practice real keys are not looked at: only the practice key is used.
  public DetectDrivers detectDrivers() {
    return new DetectDrivers(
        catalogues.current().catalogue().products(),
        pluggedDevices(),
        isPractice() ? RegisteredModules.NONE : workplace.pc().registered(),
        picked);
  }

  /// The installation of a driver that may be in progress on this PC.
  public InstallDriver installDriver() {
    return new InstallDriver(
        catalogues.current().catalogue().products(),
        isPractice()
            ? Installations.NONE
            : new InstallationFile(home.folder().resolve("installation.txt")),
        workplace.pc().start());
  }

  /// Runs makers' installers where a signed catalogue names them; in practice there are none.
  public RunInstaller runInstaller() {
    return new RunInstaller(
        isPractice() ? Map.of() : catalogues.current().catalogue().installers(),
        workplace.pc().installerPolicy(),
        new PrivateInstallers(home.folder().resolve("installers")),
        new HttpInstallers(List.of(), HttpInstallers.Limits.USUAL),
        workplace.pc().installerStart());
  }

  /// Tests a library that the user names; the practice profile uses none but its own all the same.
  public TryDriver tryDriver() throws FaultException, InterruptedException {
    DriverCatalogue.Whole catalogue = catalogues.current().catalogue();
    return new TryDriver(
        bridge(), detectDrivers(), picked, file -> usersChoice(Driver.NAMED, file, catalogue));
  }

  /// The libraries that the user picked.
  public PickedDrivers pickedDrivers() {
    return picked;
  }

  /// The driver catalogues of the program and of the home folder.
  public CatalogueUpdates catalogueUpdates() {
    return catalogues;
  }

  /// What the program knows of codes and messages.
  public Explain explain() {
    return new Explain(knowledge());
  }

  /// Holds a key that the user wants left open.
  public KeyKeeper keeper() {
    return keeper;
  }

  /// Those that the user named or picked come first: of two for one key the one chosen counts.
  private Supplier<List<Driver>> drivers() throws FaultException, InterruptedException {
    if (isPractice()) {
      List<Driver> only = List.of(practice().driver());
      return () -> only;
    }
    DriverCatalogue.Whole catalogue = catalogues.current().catalogue();
    List<Driver> named =
        module.stream().map(path -> usersChoice(Driver.NAMED, path, catalogue)).toList();
    return () ->
        Stream.of(
                named.stream(),
                picked.all().stream().map(each -> usersChoice(each.id(), each.file(), catalogue)),
                catalogue.drivers().stream())
            .flatMap(each -> each)
            .toList();
  }

  /// A library that need not be in the catalogue.
  private static Driver usersChoice(String id, Path file, DriverCatalogue.Whole catalogue) {
    return new Driver(
        id,
        String.valueOf(file.getFileName()),
        Driver.Interface.PKCS11,
        List.of(file.toAbsolutePath()),
        softHsmConfiguration(),
        catalogue.sm2Guess());
  }

  /// A module named by hand may be SoftHSM2, which cannot work without its configuration.
  private static Map<String, String> softHsmConfiguration() {
    String file = System.getenv("SOFTHSM2_CONF");
    return file == null ? Map.of() : Map.of("SOFTHSM2_CONF", file);
  }

  /// The portal asked for, else the profile's, else (in practice) the embedded one.
  ///
  /// @throws FaultException `usage.noPortal`, `usage.portalAddress`
  public Portal portal(Optional<URI> asked) throws FaultException, InterruptedException {
    Profile profile = profile();
    Optional<URI> address = asked.or(profile::portal);
    if (address.isEmpty() && isPractice()) {
      address = Optional.of(practice().portal().uri());
    }
    URI portal =
        address.orElseThrow(
            () -> new FaultException(UsageFault.of("usage.noPortal", profile.id())));
    return new HttpPortal(
        PortalAddress.of(portal, isPractice()).uri(), profile.trust(), Timeouts.USUAL, time);
  }

  /// The clock of the portal asked for, else of the profile's REST interface; this PC's where there
  /// is neither. The embedded practice portal has this PC's clock and is not started for it.
  ///
  /// @throws FaultException `usage.portalAddress`
  public PortalClock portalClock(Optional<URI> asked) throws FaultException, InterruptedException {
    return portalClock(asked, profile());
  }

  private PortalClock portalClock(Optional<URI> asked, Profile profile) throws FaultException {
    Optional<URI> address = asked.or(profile::portal);
    return address.isEmpty()
        ? PortalClock.ofThisPc(time)
        : new HttpPortalClock(
            PortalAddress.of(address.get(), isPractice()).uri(), profile.trust(), time);
  }

  /// What is known of causes, codes and messages.
  public Knowledge knowledge() {
    return knowledge.knowledge();
  }

  /// The knowledge of the program and of the home folder.
  public KnowledgeUpdates knowledgeUpdates() {
    return knowledge;
  }

  /// The same, read anew: at each look at the PC it is asked again whether it is in order.
  KnowledgeUpdates knowledgeAsItLies() {
    return new KnowledgeShelf(home.folder(), updates, new KnowledgeFile());
  }

  /// The keys that the catalogue in force knows.
  public Products products() {
    return catalogues.current().catalogue().products();
  }

  /// What looks at this PC, puts it right and helps the helpdesk.
  public Checkup checkup() {
    return new Checkup(this, home, workplace, catalogues, knowledge, picked);
  }

  /// A portal as `--json` names it.
  public PortalJson describe(Portal portal) {
    return new PortalJson(
        portal.address().toString(), isPractice() ? practice().authority().toString() : null);
  }

  /// Rows that pass the rules, for a sample template.
  public List<Map<String, String>> sample(Kind kind, int rows)
      throws FaultException, InterruptedException {
    return new SampleRows(time, profile().calendar()).of(kind, rows);
  }

  public Unit sampleUnit(Kind kind) {
    return SampleRows.unit(kind);
  }

  /// Opens the window and returns when it is closed.
  public void openWindow(Language language) throws FaultException, InterruptedException {
    Profile profile = profile();
    new Window(this).open(profile, evidenceFolder(), language);
  }

  @Override
  public void close() {
    keeper.close();
    bridge.ifBuilt().ifPresent(KeyBridge::close);
    archive.ifBuilt().ifPresent(Archive::close);
    practice.close();
  }
}
