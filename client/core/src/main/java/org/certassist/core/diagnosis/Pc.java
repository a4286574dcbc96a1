package org.certassist.core.diagnosis;

import java.util.List;
import java.util.Optional;
import org.certassist.core.declaration.Unit;
import org.certassist.core.detection.DriverOverview;
import org.certassist.core.driver.Products;
import org.certassist.core.fault.Fault;
import org.certassist.core.filing.KeyOverview;
import org.certassist.core.profile.Profile;
import org.certassist.core.surroundings.Surroundings;
import org.certassist.core.time.ClockReading;

/// The port to everything that the checks ask of a PC, so that whole PCs can be recorded and
/// replayed.
///
/// A question that cannot be answered has an answer that says so; none throws because the PC is
/// broken. Each may take seconds.
public interface Pc {
  SystemFacts system();

  StorageFacts storage();

  ArchiveFacts archive() throws InterruptedException;

  /// Whether a font with Chinese characters is there to print with.
  boolean hasChineseFont();

  /// Why the driver catalogue in the home folder was not taken, where it was not.
  Optional<Fault> catalogueFault();

  /// Why the knowledge file in the home folder was not taken, where it was not.
  default Optional<Fault> knowledgeFault() {
    return Optional.empty();
  }

  /// What is newer than the program that runs, as far as this PC has been told.
  default Optional<NewerProgram> newerProgram() {
    return Optional.empty();
  }

  /// The service that smart cards are spoken to through.
  CardService cardService();

  KeyFacts keys() throws InterruptedException;

  LineFacts line() throws InterruptedException;

  /// What a portal's page would see of the keys.
  PageFacts page() throws InterruptedException;

  /// The region in force.
  Profile profile();

  /// The keys that the catalogue in force knows.
  Products products();

  /// What lies around the program.
  Surroundings surroundings();

  /// The operating system.
  ///
  /// @param kind decides what is supported
  /// @param name with its version, as the system calls itself
  /// @param architecture as the system property `os.arch`
  /// @param remote the program runs in a remote desktop session
  /// @param virtual the PC is a virtual machine
  /// @param rights what the user may change on it
  record SystemFacts(
      PcSystem kind,
      String name,
      String architecture,
      boolean remote,
      boolean virtual,
      UserRights rights) {
    /// A system that does not say what the user may change.
    public SystemFacts(
        PcSystem kind, String name, String architecture, boolean remote, boolean virtual) {
      this(kind, name, architecture, remote, virtual, UserRights.UNKNOWN);
    }
  }

  /// What the user may change on a PC; repairs of drivers and services need an administrator.
  enum UserRights {
    /// The program runs with an administrator's rights.
    ELEVATED("elevated"),
    /// The user is an administrator; the program runs without her rights.
    ADMINISTRATOR("administrator"),
    ORDINARY("ordinary"),
    UNKNOWN("unknown");

    private final String word;

    UserRights(String word) {
      this.word = word;
    }

    /// The name in texts and recordings.
    public String word() {
      return word;
    }
  }

  /// A release of this program.
  ///
  /// @param needed the one that runs does not fit any more what the portals ask for
  record NewerProgram(String version, boolean needed) {}

  /// The folder with the user's data.
  ///
  /// @param writable a file could be made in it and taken away
  /// @param free bytes that the user may still write
  record StorageFacts(String home, boolean writable, long free) {}

  /// What is kept.
  ///
  /// @param fault why it cannot be opened, or what in it is damaged
  /// @param waiting the units of the declarations that still wait for a key
  record ArchiveFacts(Optional<Fault> fault, List<Unit> waiting) {
    public ArchiveFacts {
      waiting = List.copyOf(waiting);
    }
  }

  /// The state of the service that smart cards are spoken to through.
  enum CardService {
    RUNNING("running"),
    /// It starts when it is asked.
    ON_DEMAND("onDemand"),
    STOPPED("stopped"),
    DISABLED("disabled"),
    MISSING("missing"),
    UNKNOWN("unknown");

    private final String word;

    CardService(String word) {
      this.word = word;
    }

    /// The name in texts and recordings.
    public String word() {
      return word;
    }
  }

  /// What is plugged in, and what the drivers show.
  record KeyFacts(DriverOverview drivers, KeyOverview keys) {}

  /// The way to the portal.
  ///
  /// @param host empty where the region has no address to ask
  /// @param trouble what stands in the way, where something does
  /// @param detail what was seen, such as the issuer of a certificate; safe to log
  /// @param clock what the portal's answer says of this PC's clock
  record LineFacts(
      Optional<String> host, Optional<Cause> trouble, String detail, ClockReading clock) {}
}
