package org.certassist.platform.repair;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermission;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import org.certassist.core.diagnosis.Pc;
import org.certassist.core.fault.DiskCause;
import org.certassist.core.repair.Remedy;
import org.certassist.core.repair.RepairException;
import org.certassist.core.repair.RepairFault;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// Gives the user the right to write in her own data folder, where only that right is missing; for
/// systems with POSIX rights.
public final class OwnFolderRights implements Remedy {
  private static final Logger LOG = LoggerFactory.getLogger(OwnFolderRights.class);
  private static final Set<PosixFilePermission> OWNERS =
      EnumSet.of(
          PosixFilePermission.OWNER_READ,
          PosixFilePermission.OWNER_WRITE,
          PosixFilePermission.OWNER_EXECUTE);

  private final Path home;

  /// @param home on a file system with POSIX rights
  public OwnFolderRights(Path home) {
    this.home = home;
  }

  /// The rights as `ls` writes them; nothing where they are not what is missing.
  @Override
  public List<String> before(Pc pc) {
    try {
      if (!Files.isDirectory(home)) {
        return List.of();
      }
      Set<PosixFilePermission> rights = Files.getPosixFilePermissions(home);
      return rights.containsAll(OWNERS)
          ? List.of()
          : List.of(PosixFilePermissions.toString(rights));
    } catch (IOException unknown) {
      LOG.info("the rights of {} cannot be told", home, unknown);
      return List.of();
    }
  }

  @Override
  public void apply(List<String> before) throws RepairException {
    set(withOwners(rights(before, "repair.notDone")), "repair.notDone");
  }

  /// Only rights that differ from today's in the owner's alone are given back: others were changed
  /// since, or a stranger wrote them.
  @Override
  public void undo(List<String> before) throws RepairException {
    Set<PosixFilePermission> former = rights(before, "repair.pastUndo");
    if (!withOwners(former).equals(withOwners(now()))) {
      throw new RepairException(RepairFault.of("repair.pastUndo", home));
    }
    set(former, "repair.notUndone");
  }

  private static Set<PosixFilePermission> withOwners(Set<PosixFilePermission> rights) {
    Set<PosixFilePermission> more = EnumSet.copyOf(OWNERS);
    more.addAll(rights);
    return more;
  }

  private Set<PosixFilePermission> rights(List<String> before, String otherwise)
      throws RepairException {
    try {
      return PosixFilePermissions.fromString(String.join("", before));
    } catch (IllegalArgumentException strange) {
      throw new RepairException(RepairFault.of(otherwise, home), strange);
    }
  }

  private Set<PosixFilePermission> now() throws RepairException {
    try {
      return Files.getPosixFilePermissions(home);
    } catch (IOException unknown) {
      throw new RepairException(
          RepairFault.of("repair.notUndone", home, DiskCause.of(unknown).word()), unknown);
    }
  }

  private void set(Set<PosixFilePermission> rights, String otherwise) throws RepairException {
    try {
      Files.setPosixFilePermissions(home, rights);
    } catch (IOException refused) {
      throw new RepairException(
          RepairFault.of(otherwise, home, DiskCause.of(refused).word()), refused);
    }
  }
}
