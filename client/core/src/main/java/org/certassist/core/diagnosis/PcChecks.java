package org.certassist.core.diagnosis;

import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.certassist.core.diagnosis.Pc.ArchiveFacts;
import org.certassist.core.diagnosis.Pc.StorageFacts;
import org.certassist.core.diagnosis.Pc.SystemFacts;
import org.certassist.core.diagnosis.Pc.UserRights;
import org.certassist.core.fault.Fault;

/// What the program stands on: the system, the disk and what is kept there.
final class PcChecks {
  private static final long MEBIBYTE = 1024L * 1024;

  /// A declaration of 5,000 rows takes about 4 MB in the archive, and as much again while it is
  /// written.
  private static final long LEAST_FREE = 32 * MEBIBYTE;

  /// Room for a month's declarations and their evidence, and for what the system itself writes.
  private static final long COMFORTABLE = 512 * MEBIBYTE;

  /// What this program's Java runs on.
  private static final Set<String> ARCHITECTURES = Set.of("amd64", "x86_64", "aarch64");

  /// How the system's evidence says what the user may change, where it is known.
  private static final Map<UserRights, String> RIGHTS_WORDS =
      Map.of(
          UserRights.ELEVATED, UserRights.ELEVATED.word(),
          UserRights.ADMINISTRATOR, UserRights.ADMINISTRATOR.word(),
          UserRights.ORDINARY, UserRights.ORDINARY.word());

  private static final String IN_USE = "archive.inUse";

  private static final Map<String, Cause> ARCHIVE_CAUSES =
      Map.of(
          "archive.damaged", Cause.ARCHIVE_DAMAGED,
          "archive.draftDamaged", Cause.ARCHIVE_DAMAGED,
          "archive.fileDamaged", Cause.ARCHIVE_DAMAGED,
          "archive.gone", Cause.ARCHIVE_GONE,
          "archive.newerSchema", Cause.ARCHIVE_NEWER,
          "archive.keyMissing", Cause.ARCHIVE_KEY_MISSING,
          "archive.diskFull", Cause.DISK_FULL);

  private PcChecks() {}

  static CheckResult system(Pc pc) {
    SystemFacts system = pc.system();
    boolean supported =
        system.kind() != PcSystem.OTHER && ARCHITECTURES.contains(system.architecture());
    return supported
        ? CheckResult.good(
            CheckId.SYSTEM,
            RIGHTS_WORDS.getOrDefault(system.rights(), "ok"),
            system.name(),
            system.architecture())
        : CheckResult.failed(
            CheckId.SYSTEM, Cause.SYSTEM_UNSUPPORTED, system.name(), system.architecture());
  }

  static CheckResult storage(Pc pc) {
    StorageFacts storage = pc.storage();
    String free = String.valueOf(storage.free() / MEBIBYTE);
    if (storage.free() < LEAST_FREE) {
      return CheckResult.failed(CheckId.STORAGE, Cause.DISK_FULL, storage.home(), free);
    }
    if (!storage.writable()) {
      return CheckResult.failed(CheckId.STORAGE, Cause.HOME_NOT_WRITABLE, storage.home());
    }
    return storage.free() < COMFORTABLE
        ? CheckResult.warning(CheckId.STORAGE, Cause.DISK_NEARLY_FULL, storage.home(), free)
        : CheckResult.ok(CheckId.STORAGE, storage.home(), free);
  }

  /// In use it nearly always is by this program's own window.
  static CheckResult archive(Pc pc) throws InterruptedException {
    ArchiveFacts archive = pc.archive();
    if (archive.fault().filter(fault -> fault.id().equals(IN_USE)).isPresent()) {
      return CheckResult.unknown(CheckId.ARCHIVE, "inUse");
    }
    return archive
        .fault()
        .map(fault ->
            CheckResult.failed(
                CheckId.ARCHIVE,
                ARCHIVE_CAUSES.getOrDefault(fault.id(), Cause.ARCHIVE_UNREADABLE),
                fault.id()))
        .orElseGet(() -> CheckResult.ok(CheckId.ARCHIVE, String.valueOf(archive.waiting().size())));
  }

  /// Only the prints for the counter need one, so that filing goes on without.
  static CheckResult fonts(Pc pc) {
    return pc.hasChineseFont()
        ? CheckResult.ok(CheckId.FONTS)
        : CheckResult.warning(CheckId.FONTS, Cause.FONTS_MISSING);
  }

  /// The program's own catalogue serves instead.
  static CheckResult catalogue(Pc pc) {
    Optional<Fault> fault = pc.catalogueFault();
    return fault.isPresent()
        ? CheckResult.warning(CheckId.CATALOGUE, Cause.CATALOGUE_REFUSED, fault.get().id())
        : CheckResult.ok(CheckId.CATALOGUE);
  }

  /// The program's own knowledge serves instead.
  static CheckResult knowledge(Pc pc) {
    Optional<Fault> fault = pc.knowledgeFault();
    return fault.isPresent()
        ? CheckResult.warning(CheckId.KNOWLEDGE, Cause.KNOWLEDGE_REFUSED, fault.get().id())
        : CheckResult.ok(CheckId.KNOWLEDGE);
  }

  /// That there is a newer one is no trouble as long as this one will do.
  static CheckResult updates(Pc pc) {
    return pc.newerProgram()
        .map(newer ->
            newer.needed()
                ? CheckResult.warning(CheckId.UPDATES, Cause.PROGRAM_TOO_OLD, newer.version())
                : CheckResult.good(CheckId.UPDATES, "newer", newer.version()))
        .orElseGet(() -> CheckResult.ok(CheckId.UPDATES));
  }
}
