package org.certassist.desktop.office;

import java.net.URI;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.concurrent.CopyOnWriteArrayList;
import org.certassist.core.archive.ArchiveException;
import org.certassist.core.archive.Step;
import org.certassist.core.certificate.CertificateStatus;
import org.certassist.core.certificate.Revocations;
import org.certassist.core.declaration.Content;
import org.certassist.core.declaration.DeclarationId;
import org.certassist.core.declaration.Unit;
import org.certassist.core.declaration.UnitType;
import org.certassist.core.driver.UsbDevice;
import org.certassist.core.elsewhere.Elsewhere;
import org.certassist.core.filing.CheckWorkbook;
import org.certassist.core.filing.ExportCertificate;
import org.certassist.core.filing.ExportDeclaration;
import org.certassist.core.filing.ExportEvidence;
import org.certassist.core.filing.FillTemplate;
import org.certassist.core.filing.HandInDeclaration;
import org.certassist.core.filing.InspectCertificates;
import org.certassist.core.filing.KeyRing;
import org.certassist.core.filing.PrepareDeclaration;
import org.certassist.core.filing.RefusedRows;
import org.certassist.core.filing.SendDeclaration;
import org.certassist.core.filing.SendOutbox;
import org.certassist.core.filing.WithdrawDeclaration;
import org.certassist.core.key.KeyKeeper;
import org.certassist.core.key.KeyLease;
import org.certassist.core.key.PinState;
import org.certassist.core.key.TokenPin;
import org.certassist.core.portal.PortalClock;
import org.certassist.core.profile.Profile;
import org.certassist.core.profile.Way;
import org.certassist.core.time.ShanghaiTime;
import org.certassist.core.workbook.HeaderWords;
import org.certassist.core.workbook.LearnLayout;
import org.certassist.desktop.DesktopServices;
import org.certassist.desktop.PracticeHints;
import org.certassist.desktop.fx.Opener;
import org.certassist.texts.Texts;

/// Everything the window works with, in memory; the use cases are the real ones.
public final class Office {
  public static final String SERIAL = "7f3a90c1d2e4b586";

  public final PaperKeys keys = new PaperKeys();

  /// What is plugged in besides; to be changed from any thread.
  public final List<UsbDevice> sockets = new CopyOnWriteArrayList<>();

  public final PaperPc pc = new PaperPc(keys, sockets);

  public final PaperCheckup checkup = new PaperCheckup();

  public final KeyKeeper keeper = new KeyKeeper(KeyLease.Time.ofThisPc());
  public final PaperCertificates certificates = new PaperCertificates();
  public final PaperPortal portal = new PaperPortal();
  public final PaperWorkbooks workbooks = new PaperWorkbooks();
  public final PaperTemplates templates = new PaperTemplates(workbooks);
  public final PaperForms papers = new PaperForms();
  public final PaperListings listings = new PaperListings();
  public final ShanghaiTime time =
      new ShanghaiTime(
          Clock.fixed(Instant.parse("2026-11-22T02:00:00Z"), java.time.ZoneOffset.UTC));
  public final MemoryArchive archive = new MemoryArchive(time.clock());
  public final MemoryDrafts drafts = new MemoryDrafts(time.clock());
  public final MemoryTicks ticks = new MemoryTicks();
  public final List<Path> opened = new ArrayList<>();
  public final List<URI> pages = new ArrayList<>();

  /// What CAs say where they are asked.
  public volatile Revocations revocations = Revocations.NONE;

  public volatile PortalClock clock = PortalClock.ofThisPc(time);

  private final Path evidence;

  public Office(Path evidence) {
    this.evidence = evidence;
    workbooks.put("good.xlsx", Samples.good(12)).put("faulty.xlsx", Samples.faulty(14));
  }

  /// Plugs in the unit's own key.
  public Office withKey(PinState pin) {
    return withKey(SERIAL, Samples.UNIT, Samples.CREDIT_CODE, pin, CertificateStatus.GOOD);
  }

  public Office withKey(
      String serial, String unit, String creditCode, PinState pin, CertificateStatus status) {
    keys.plugIn(serial, pin);
    certificates.of(serial, unit, creditCode, status);
    return this;
  }

  /// A key file of the unit's lies there.
  public Office withKeyFile(Path file, String password) {
    var _ = keys.files.lay(file, password);
    certificates.of(
        String.valueOf(file.getFileName()),
        Samples.UNIT,
        Samples.CREDIT_CODE,
        CertificateStatus.GOOD);
    return this;
  }

  /// Plugs in the unit's own key, with what is known of its PINs.
  public Office withKey(TokenPin pin) {
    return withKey(SERIAL, SERIAL, Samples.UNIT, pin);
  }

  /// Plugs in one of several keys of the practice unit's code.
  ///
  /// @param name of its certificate, which tells keys of one serial apart
  public Office withKey(String serial, String name, String unit, TokenPin pin) {
    keys.plugIn(serial, name, pin);
    certificates.of(name, unit, Samples.CREDIT_CODE, CertificateStatus.GOOD);
    return this;
  }

  /// Somebody was enrolled with the practice unit, by a file that was handed in.
  public void handedIn(String name, String idNumber) throws ArchiveException {
    DeclarationId id = DeclarationId.random();
    Content content =
        new Content(
            "practice",
            "enrolment",
            1,
            new Unit(Samples.CREDIT_CODE, Samples.UNIT, UnitType.ORDINARY),
            YearMonth.of(2026, 11),
            List.of(new Content.Row(4, new TreeMap<>(Map.of("name", name, "idNumber", idNumber)))),
            "a.xlsx");
    archive.append(id, 0, new Step.Exported(content, Way.PAGE_UPLOAD, "a.xlsx", "00"));
    archive.append(id, 1, new Step.HandedIn(LocalDate.of(2026, 11, 3), Optional.empty()));
  }

  public DesktopServices services(Profile... profiles) {
    PaperSignatures signatures = new PaperSignatures();
    KeyRing ring =
        new KeyRing(
            keys, certificates, question -> revocations.ask(question), time, () -> clock.read());
    return new DesktopServices(
        List.of(profiles),
        new CheckWorkbook(workbooks, time),
        ring,
        keys,
        () -> List.copyOf(sockets),
        keys.files,
        keeper,
        pc.services(),
        checkup.services(ring, pc.detection(), PaperPc.products(), profiles[0], time),
        new InspectCertificates(certificates, question -> revocations.ask(question), time),
        new ExportCertificate(certificates),
        new PrepareDeclaration(archive, time),
        new SendDeclaration(signatures, certificates, archive, time),
        new SendOutbox(signatures, certificates, archive, time),
        new WithdrawDeclaration(archive),
        new ExportDeclaration(archive, time),
        new HandInDeclaration(archive, time),
        new FillTemplate(
            templates, templates, new LearnLayout(new HeaderWords(Map.of(), Set.of()))),
        papers,
        archive,
        drafts,
        new Elsewhere(archive, ticks, time),
        new ExportEvidence(),
        evidence,
        new RefusedRows(workbooks),
        workbooks,
        listings,
        _ -> portal,
        Texts::new,
        new Opener() {
          @Override
          public void folder(Path folder) {
            opened.add(folder);
          }

          @Override
          public void file(Path file) {
            opened.add(file);
          }

          @Override
          public void page(URI page) {
            pages.add(page);
          }
        },
        Optional.of(
            new PracticeHints(
                Path.of("/home/li/.local/share/certassist/practice/good.xlsx"),
                Path.of("/home/li/.local/share/certassist/practice/pin.txt"))));
  }
}
