package org.certassist.platform.library;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.attribute.AclEntry;
import java.nio.file.attribute.AclEntryFlag;
import java.nio.file.attribute.AclEntryPermission;
import java.nio.file.attribute.AclEntryType;
import java.nio.file.attribute.AclFileAttributeView;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import org.certassist.core.driver.Doubt;
import org.certassist.core.driver.FileFinding;

/// Trust by access control lists, on Windows; its rules are tested with lists made by hand, and it
/// has not been run there.
///
/// Everybody may make folders in `C:\`, which replaces nothing that is there: of a folder only the
/// rights count with which what it holds could be exchanged.
final class WindowsTrust implements FileTrust {
  /// Names of groups that everybody belongs to; Chinese Windows has them in English.
  private static final Set<String> EVERYBODY =
      Set.of("everyone", "authenticated users", "users", "interactive", "guests");

  private static final Set<String> ADMINISTRATORS =
      Set.of("system", "administrators", "trustedinstaller");

  private static final Set<AclEntryPermission> CHANGING_A_FILE =
      EnumSet.of(
          AclEntryPermission.WRITE_DATA,
          AclEntryPermission.APPEND_DATA,
          AclEntryPermission.DELETE,
          AclEntryPermission.WRITE_ACL,
          AclEntryPermission.WRITE_OWNER);

  private static final Set<AclEntryPermission> CHANGING_A_FOLDER =
      EnumSet.of(
          AclEntryPermission.DELETE_CHILD,
          AclEntryPermission.DELETE,
          AclEntryPermission.WRITE_ACL,
          AclEntryPermission.WRITE_OWNER);

  @Override
  public Optional<FileFinding.Doubtful> doubt(Path file) throws IOException {
    Optional<FileFinding.Doubtful> asWritten = alongTheWay(file);
    return asWritten.isPresent() ? asWritten : alongTheWay(file.toRealPath());
  }

  private static Optional<FileFinding.Doubtful> alongTheWay(Path file) throws IOException {
    for (Path place = file; place != null; place = place.getParent()) {
      if (everybodyMayChange(acl(place), Files.isDirectory(place))) {
        return Optional.of(new FileFinding.Doubtful(Doubt.OTHERS_MAY_WRITE, place));
      }
    }
    return Optional.empty();
  }

  private static List<AclEntry> acl(Path place) throws IOException {
    AclFileAttributeView view = Files.getFileAttributeView(place, AclFileAttributeView.class);
    return view == null ? List.of() : view.getAcl();
  }

  static boolean everybodyMayChange(List<AclEntry> acl, boolean folder) {
    Set<AclEntryPermission> changing = folder ? CHANGING_A_FOLDER : CHANGING_A_FILE;
    return acl.stream()
        .filter(entry -> entry.type() == AclEntryType.ALLOW)
        .filter(entry -> !entry.flags().contains(AclEntryFlag.INHERIT_ONLY))
        .filter(entry -> EVERYBODY.contains(plain(entry.principal().getName())))
        .anyMatch(entry -> entry.permissions().stream().anyMatch(changing::contains));
  }

  @Override
  public boolean isAdministratorsAlone(Path file) throws IOException {
    return isAdministrator(Files.getOwner(file, LinkOption.NOFOLLOW_LINKS).getName())
        && isAdministrator(Files.getOwner(file.toRealPath()).getName());
  }

  static boolean isAdministrator(String principal) {
    return ADMINISTRATORS.contains(plain(principal));
  }

  /// A principal without its domain: `BUILTIN\Users` is `users`.
  private static String plain(String principal) {
    return principal.substring(principal.lastIndexOf('\\') + 1).toLowerCase(Locale.ROOT);
  }
}
