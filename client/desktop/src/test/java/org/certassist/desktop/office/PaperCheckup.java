package org.certassist.desktop.office;

import java.time.Instant;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import org.certassist.core.archive.ArchiveException;
import org.certassist.core.archive.ArchiveFault;
import org.certassist.core.detection.DetectDrivers;
import org.certassist.core.diagnosis.Cause;
import org.certassist.core.diagnosis.PageFacts;
import org.certassist.core.diagnosis.Pc;
import org.certassist.core.diagnosis.PcSystem;
import org.certassist.core.driver.Products;
import org.certassist.core.fault.Fault;
import org.certassist.core.fault.UsageFault;
import org.certassist.core.filing.KeyOverview;
import org.certassist.core.filing.KeyRing;
import org.certassist.core.helpdesk.ExaminePc;
import org.certassist.core.helpdesk.KnownPeople;
import org.certassist.core.helpdesk.KnownSecret;
import org.certassist.core.helpdesk.MakeBundle;
import org.certassist.core.helpdesk.ProgramFacts;
import org.certassist.core.helpdesk.ProgramVersion;
import org.certassist.core.helpdesk.Secrecy;
import org.certassist.core.knowledge.Explain;
import org.certassist.core.knowledge.Knowledge;
import org.certassist.core.profile.Profile;
import org.certassist.core.repair.DoneRepair;
import org.certassist.core.repair.PcRepair;
import org.certassist.core.repair.PutRight;
import org.certassist.core.repair.Remedy;
import org.certassist.core.repair.RepairException;
import org.certassist.core.repair.RepairFault;
import org.certassist.core.repair.RepairJournal;
import org.certassist.core.repair.SystemPage;
import org.certassist.core.repair.SystemPages;
import org.certassist.core.surroundings.Surroundings;
import org.certassist.core.time.ClockReading;
import org.certassist.core.time.ShanghaiTime;
import org.certassist.datafiles.KnowledgeFile;
import org.certassist.desktop.doctor.DoctorServices;
import org.certassist.desktop.doctor.HelpServices;
import org.certassist.desktop.qr.ZxingQrCodes;

/// The PC around the window, of which some facts can be changed; checks, repairs and knowledge are
/// the real ones.
public final class PaperCheckup {
  private static final long PLENTY = 1L << 36;
  private static final Knowledge KNOWLEDGE = new KnowledgeFile().builtIn();

  public volatile boolean catalogueRefused;
  public volatile boolean archiveOpens = true;
  public volatile boolean noPortal;
  public volatile boolean font = true;
  public volatile long free = PLENTY;
  public volatile Optional<Cause> trouble = Optional.empty();

  /// What is wrong with repairs.
  public volatile Optional<RepairFault> repairTrouble = Optional.empty();

  /// The line to the portal answers when this is open.
  public volatile CountDownLatch answers = new CountDownLatch(0);

  /// Of the settings that were opened the last.
  public volatile Optional<SystemPage> opened = Optional.empty();

  /// Who is kept here, so that it is hidden in bundles.
  private final List<KnownSecret> known =
      List.of(new KnownSecret(Secrecy.PERSON, "李梅"), new KnownSecret(Secrecy.UNIT, Samples.UNIT));

  public final PaperLog log = new PaperLog();
  public final PaperBundles bundles = new PaperBundles();

  private final List<SystemPage> pages = List.of(SystemPage.DATE_AND_TIME, SystemPage.DISK);
  private volatile List<DoneRepair> journal = List.of();

  DoctorServices services(
      KeyRing ring,
      DetectDrivers detection,
      Products products,
      Profile profile,
      ShanghaiTime time) {
    Map<PcRepair, Remedy> remedies = new EnumMap<>(PcRepair.class);
    remedies.put(PcRepair.SET_ASIDE_CATALOGUE, new Aside());
    remedies.put(PcRepair.USE_DRIVERS_AGAIN, new Again());
    return new DoctorServices(
        () -> new Facts(ring, detection, products, profile, time),
        new ExaminePc(ProgramVersion.of("0.1.0")),
        new PutRight(remedies, new Pages(), new Journal(), time),
        KNOWLEDGE,
        new Explain(KNOWLEDGE),
        products,
        new HelpServices(
            new ProgramFacts("0.1.0", "25.0.3", 3, 1, profile.id()),
            new MakeBundle(log, _ -> Optional.empty(), this::addKnown, time),
            bundles,
            new ZxingQrCodes(),
            log,
            id -> Optional.of(profile).filter(known -> known.id().equals(id))));
  }

  private void addKnown(KnownPeople people) throws ArchiveException {
    if (!archiveOpens) {
      throw new ArchiveException(ArchiveFault.of("archive.inUse"));
    }
    people.add(known);
  }

  private final class Facts implements Pc {
    private final KeyRing ring;
    private final DetectDrivers detection;
    private final Products products;
    private final Profile profile;
    private final ShanghaiTime time;

    Facts(
        KeyRing ring,
        DetectDrivers detection,
        Products products,
        Profile profile,
        ShanghaiTime time) {
      this.ring = ring;
      this.detection = detection;
      this.products = products;
      this.profile = profile;
      this.time = time;
    }

    @Override
    public SystemFacts system() {
      return new SystemFacts(PcSystem.LINUX, "统信 UOS 20", "amd64", false, false);
    }

    @Override
    public StorageFacts storage() {
      return new StorageFacts("/home/li/.local/share/certassist", true, free);
    }

    @Override
    public ArchiveFacts archive() {
      return new ArchiveFacts(Optional.empty(), List.of());
    }

    @Override
    public boolean hasChineseFont() {
      return font;
    }

    @Override
    public Optional<Fault> catalogueFault() {
      return catalogueRefused
          ? Optional.of(UsageFault.of("catalogue.altered", "catalogue.json"))
          : Optional.empty();
    }

    @Override
    public CardService cardService() {
      return CardService.ON_DEMAND;
    }

    @Override
    public KeyFacts keys() throws InterruptedException {
      KeyOverview seen = ring.look(profile);
      return new KeyFacts(detection.detect(seen.drivers()), seen);
    }

    @Override
    public LineFacts line() throws InterruptedException {
      answers.await();
      Instant now = time.instant();
      return new LineFacts(
          noPortal ? Optional.empty() : Optional.of("portal.example"),
          trouble,
          "Company Proxy CA",
          trouble.isPresent() ? ClockReading.ofThisPc(now) : ClockReading.against(now, now));
    }

    @Override
    public PageFacts page() {
      return PageFacts.NOBODY;
    }

    @Override
    public Profile profile() {
      return profile;
    }

    @Override
    public Products products() {
      return products;
    }

    @Override
    public Surroundings surroundings() {
      return Surroundings.UNKNOWN;
    }
  }

  private final class Aside implements Remedy {
    @Override
    public List<String> before(Pc pc) {
      return catalogueRefused ? List.of("catalogue.json") : List.of();
    }

    @Override
    public void apply(List<String> before) throws RepairException {
      if (repairTrouble.isPresent()) {
        throw new RepairException(repairTrouble.get());
      }
      catalogueRefused = false;
    }

    @Override
    public void undo(List<String> before) {
      catalogueRefused = true;
    }
  }

  private static final class Again implements Remedy {
    @Override
    public List<String> before(Pc pc) {
      return List.of("driver");
    }

    @Override
    public void apply(List<String> before) {}

    @Override
    public void undo(List<String> before) {}
  }

  private final class Pages implements SystemPages {
    @Override
    public boolean has(SystemPage page) {
      return pages.contains(page);
    }

    @Override
    public void open(SystemPage page) {
      opened = Optional.of(page);
    }
  }

  private final class Journal implements RepairJournal {
    @Override
    public List<DoneRepair> all() {
      return journal;
    }

    @Override
    public void write(List<DoneRepair> repairs) {
      journal = List.copyOf(repairs);
    }
  }
}
