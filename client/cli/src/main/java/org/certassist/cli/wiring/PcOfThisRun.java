package org.certassist.cli.wiring;

import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.function.BooleanSupplier;
import org.certassist.core.archive.Archive;
import org.certassist.core.archive.ArchiveException;
import org.certassist.core.archive.ArchiveFault;
import org.certassist.core.archive.DamagedHistory;
import org.certassist.core.archive.History;
import org.certassist.core.declaration.Stage;
import org.certassist.core.declaration.Unit;
import org.certassist.core.detection.DetectDrivers;
import org.certassist.core.detection.DriverOverview;
import org.certassist.core.diagnosis.PageFacts;
import org.certassist.core.diagnosis.Pc;
import org.certassist.core.driver.CatalogueUpdates;
import org.certassist.core.driver.Products;
import org.certassist.core.fault.Fault;
import org.certassist.core.filing.KeyOverview;
import org.certassist.core.filing.KeyRing;
import org.certassist.core.knowledge.KnowledgeUpdates;
import org.certassist.core.profile.Profile;
import org.certassist.core.surroundings.Surroundings;
import org.certassist.platform.system.HomeFolder;
import org.certassist.platform.system.SystemProbe;

/// The PC that the program runs on, as the checks ask about it.
///
/// @param openArchive only where there is one: a look makes none
/// @param version of this program
record PcOfThisRun(
    SystemProbe probe,
    HomeFolder home,
    Optional<OpenArchive> openArchive,
    BooleanSupplier fonts,
    CatalogueUpdates catalogue,
    KnowledgeUpdates knowledge,
    String version,
    KeyRing ring,
    DetectDrivers detection,
    Line portal,
    Page seenByPages,
    Profile profile,
    Products products,
    Surroundings surroundings)
    implements Pc {
  private static final Duration PATIENCE_WITH_CAS = Duration.ofSeconds(3);

  /// Of these ten are a driver's that hangs; what it costs more is taken from the CAs, so that it
  /// is named before the look is over, whatever else is silent.
  private static final Duration PATIENCE_WITH_KEYS = Duration.ofSeconds(11);

  /// Opens the archive.
  interface OpenArchive {
    Archive get() throws ArchiveException, InterruptedException;
  }

  /// The way to the portal.
  interface Line {
    LineFacts look() throws InterruptedException;
  }

  /// What a portal's page would see.
  interface Page {
    PageFacts look() throws InterruptedException;
  }

  @Override
  public SystemFacts system() {
    return probe.facts();
  }

  @Override
  public StorageFacts storage() {
    return home.facts();
  }

  @Override
  public ArchiveFacts archive() throws InterruptedException {
    if (openArchive.isEmpty()) {
      return new ArchiveFacts(Optional.empty(), List.of());
    }
    try {
      Archive archive = openArchive.get().get();
      List<Unit> waiting =
          archive.readable().stream()
              .filter(history -> history.stage() == Stage.CHECKED)
              .map(History::content)
              .map(content -> content.unit())
              .distinct()
              .toList();
      List<DamagedHistory> damaged = archive.damaged();
      return new ArchiveFacts(
          damaged.isEmpty() ? Optional.empty() : Optional.of(ArchiveFault.of("archive.damaged")),
          waiting);
    } catch (ArchiveException broken) {
      return new ArchiveFacts(Optional.of(broken.fault()), List.of());
    }
  }

  @Override
  public boolean hasChineseFont() {
    return fonts.getAsBoolean();
  }

  @Override
  public Optional<Fault> catalogueFault() {
    return catalogue.fault();
  }

  @Override
  public Optional<Fault> knowledgeFault() {
    return knowledge.fault();
  }

  @Override
  public Optional<NewerProgram> newerProgram() {
    return knowledge.knowledge().releases().flatMap(releases -> releases.than(version));
  }

  @Override
  public CardService cardService() {
    return probe.cardService();
  }

  @Override
  public KeyFacts keys() throws InterruptedException {
    long end = System.nanoTime() + PATIENCE_WITH_KEYS.toNanos();
    KeyOverview seen = ring.look(profile);
    DriverOverview drivers = detection.detect(seen.drivers());
    Duration left = Duration.ofNanos(end - System.nanoTime());
    return new KeyFacts(
        drivers,
        left.isPositive()
            ? ring.ask(
                seen, profile, left.compareTo(PATIENCE_WITH_CAS) < 0 ? left : PATIENCE_WITH_CAS)
            : seen);
  }

  @Override
  public LineFacts line() throws InterruptedException {
    return portal.look();
  }

  @Override
  public PageFacts page() throws InterruptedException {
    return seenByPages.look();
  }
}
