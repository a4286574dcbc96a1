package org.certassist.cli.wiring;

import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.certassist.archive.SqliteArchive;
import org.certassist.cli.Build;
import org.certassist.cli.log.LogFile;
import org.certassist.cli.log.LogMark;
import org.certassist.core.declaration.Kind;
import org.certassist.core.diagnosis.Pc;
import org.certassist.core.fault.FaultException;
import org.certassist.core.helpdesk.Bundles;
import org.certassist.core.helpdesk.LogBook;
import org.certassist.core.helpdesk.MakeBundle;
import org.certassist.core.helpdesk.ProgramFacts;
import org.certassist.core.helpdesk.QrCodes;
import org.certassist.core.helpdesk.Trial;
import org.certassist.core.profile.Profile;
import org.certassist.core.repair.ForgetGoneDrivers;
import org.certassist.core.repair.PcRepair;
import org.certassist.core.repair.PutRight;
import org.certassist.core.repair.Remedy;
import org.certassist.core.repair.UseDriversAgain;
import org.certassist.core.surroundings.WithoutDevices;
import org.certassist.core.time.ClockReading;
import org.certassist.datafiles.CatalogueShelf;
import org.certassist.datafiles.KnowledgeShelf;
import org.certassist.desktop.qr.ZxingQrCodes;
import org.certassist.page.AssistantLine;
import org.certassist.platform.bundle.ZipBundles;
import org.certassist.platform.library.ModuleLook;
import org.certassist.platform.library.PickedLibraries;
import org.certassist.platform.repair.RepairFile;
import org.certassist.platform.repair.SetAside;
import org.certassist.platform.system.HomeFolder;
import org.certassist.platform.system.OwnNames;
import org.certassist.portal.PortalLine;

/// The part of the graph with which a PC is looked at and put right, and the helpdesk is helped.
public final class Checkup {
  private final Wiring wiring;
  private final Home home;
  private final Workplace workplace;
  private final CatalogueShelf catalogues;
  private final KnowledgeShelf knowledge;
  private final PickedLibraries picked;

  Checkup(
      Wiring wiring,
      Home home,
      Workplace workplace,
      CatalogueShelf catalogues,
      KnowledgeShelf knowledge,
      PickedLibraries picked) {
    this.wiring = wiring;
    this.home = home;
    this.workplace = workplace;
    this.catalogues = catalogues;
    this.knowledge = knowledge;
    this.picked = picked;
  }

  /// This PC as the checks ask about it.
  ///
  /// @param asked a portal to ask, else the profile's, else its page for people; in practice the
  ///   one that runs already
  /// @throws FaultException `usage.portalAddress`
  public Pc pc(Optional<URI> asked) throws FaultException, InterruptedException {
    return pc(asked, wiring.profile());
  }

  /// The same, as somebody would ask who files in another region.
  ///
  /// @throws FaultException `usage.portalAddress`
  public Pc pc(Optional<URI> asked, Profile profile) throws FaultException, InterruptedException {
    return new PcOfThisRun(
        workplace.pc().system(),
        new HomeFolder(home.folder()),
        SqliteArchive.isBegun(home.folder()) ? Optional.of(wiring::archive) : Optional.empty(),
        workplace.papers()::hasFont,
        catalogues,
        wiring.knowledgeAsItLies(),
        Build.ofThisProgram().version(),
        wiring.keyRing(asked, profile),
        wiring.detectDrivers(),
        line(asked, profile),
        new AssistantLine(workplace.assistants(), profile.page(), workplace.pc().ports())::look,
        profile,
        wiring.products(),
        wiring.isPractice()
            ? new WithoutDevices(workplace.pc().surroundings())
            : workplace.pc().surroundings());
  }

  /// What the program itself can put right on this PC.
  public PutRight putRight() throws FaultException, InterruptedException {
    Map<PcRepair, Remedy> remedies = new EnumMap<>(PcRepair.class);
    remedies.put(PcRepair.SET_ASIDE_CATALOGUE, new SetAside(home.folder(), "catalogue.json"));
    remedies.put(PcRepair.SET_ASIDE_KNOWLEDGE, new SetAside(home.folder(), "knowledge.json"));
    remedies.put(PcRepair.FORGET_GONE_DRIVERS, new ForgetGoneDrivers(picked));
    remedies.put(PcRepair.USE_DRIVERS_AGAIN, new UseDriversAgain(wiring.bridge()));
    remedies.putAll(workplace.pc().remedies(home.folder()));
    return new PutRight(
        remedies,
        workplace.pc().settings(),
        new RepairFile(home.folder().resolve("repairs.json")),
        wiring.time());
  }

  /// In practice no portal is started for it, since nothing of the network would be learnt; a page
  /// by plain http proves nothing of who answers.
  private PcOfThisRun.Line line(Optional<URI> asked, Profile profile)
      throws FaultException, InterruptedException {
    Optional<URI> given = asked.or(profile::portal);
    Optional<URI> rest =
        given.isEmpty() && wiring.isPractice() ? wiring.practice().running() : given;
    Optional<URI> page = profile.page().filter(uri -> "https".equals(uri.getScheme()));
    Optional<PortalLine.Address> address =
        rest.isPresent()
            ? Optional.of(
                new PortalLine.Address.Rest(
                    PortalAddress.of(rest.get(), wiring.isPractice()).uri()))
            : page.map(PortalLine.Address.Page::new);
    return address
        .<PcOfThisRun.Line>map(found -> new PortalLine(found, profile.trust(), wiring.time())::look)
        .orElse(() ->
            new Pc.LineFacts(
                Optional.empty(),
                Optional.empty(),
                "",
                ClockReading.ofThisPc(wiring.time().instant())));
  }

  /// The program's own log.
  public LogBook logBook() {
    return new LogFile(home.logs());
  }

  /// What a helpdesk asks first of this program.
  public ProgramFacts program() {
    return new ProgramFacts(
        Build.ofThisProgram().version(),
        Runtime.version().toString(),
        catalogues.edition(),
        knowledge.knowledge().edition(),
        wiring.profileId());
  }

  /// Every probe held against a second source, in a folder that is gone afterwards.
  public List<Trial> selftest() throws FaultException, InterruptedException, IOException {
    Path folder = Files.createTempDirectory("certassist-selftest");
    try {
      Profile practice = wiring.practiceProfile();
      List<Trial> trials =
          new ArrayList<>(
              new SystemTrials(
                      workplace.pc(), home.folder(), workplace.papers()::hasFont, wiring.time())
                  .all());
      try (LogMark _ = LogMark.selftest()) {
        trials.addAll(
            new ProgramTrials(folder, wiring.time(), logBook(), bundles(), qrCodes())
                .all(practice));
      }
      return trials;
    } finally {
      remove(folder);
    }
  }

  private static void remove(Path folder) throws IOException {
    try (Stream<Path> files = Files.walk(folder)) {
      for (Path file : files.sorted(Comparator.reverseOrder()).toList()) {
        Files.deleteIfExists(file);
      }
    }
  }

  /// QR codes for the helpdesk's camera.
  public QrCodes qrCodes() {
    return new ZxingQrCodes();
  }

  /// Bundles as files.
  public Bundles bundles() {
    return new ZipBundles();
  }

  /// What the helpdesk is sent, with everybody hidden who is known here.
  public MakeBundle makeBundle() throws FaultException, InterruptedException {
    List<Kind> kinds = wiring.profile().kinds();
    OwnNames own =
        new OwnNames(System.getenv(), System::getProperty, Path.of("/proc/sys/kernel/hostname"));
    return new MakeBundle(
        logBook(),
        new ModuleLook(),
        people -> {
          people.add(own.list());
          if (SqliteArchive.isBegun(home.folder())) {
            people.add(wiring.archive()).add(wiring.drafts(), kinds);
          }
        },
        wiring.time());
  }
}
