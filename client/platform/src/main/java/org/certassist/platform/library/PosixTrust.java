package org.certassist.platform.library;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFileAttributes;
import java.nio.file.attribute.PosixFilePermission;
import java.util.HashSet;
import java.util.Optional;
import java.util.Set;
import org.certassist.core.driver.Doubt;
import org.certassist.core.driver.FileFinding;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// Trust by owner and permissions, on Linux and macOS.
///
/// A folder in which everybody may write but only an owner may rename or delete (the sticky bit, as
/// in `/tmp`) leads to what it holds safely: that belongs to somebody, who is looked at.
///
/// @param users what the user who runs this program is called; where the system has no name for
///   him, a number stands for it
record PosixTrust(Set<String> users) implements FileTrust {
  private static final Logger LOG = LoggerFactory.getLogger(PosixTrust.class);
  private static final String ADMINISTRATOR = "root";
  private static final int STICKY = 01000;

  PosixTrust {
    users = Set.copyOf(users);
  }

  /// Trust of whoever runs this very program.
  static PosixTrust ofThisUser() {
    Set<String> names = new HashSet<>(Set.of(System.getProperty("user.name")));
    try {
      names.add(Files.getOwner(Path.of("/proc/self")).getName());
    } catch (IOException noLinux) {
      LOG.debug("/proc does not name this user", noLinux);
    }
    return new PosixTrust(names);
  }

  @Override
  public Optional<FileFinding.Doubtful> doubt(Path file) throws IOException {
    Optional<FileFinding.Doubtful> asWritten = alongTheWay(file);
    return asWritten.isPresent() ? asWritten : alongTheWay(file.toRealPath());
  }

  private Optional<FileFinding.Doubtful> alongTheWay(Path file) throws IOException {
    for (Path place = file; place != null; place = place.getParent()) {
      PosixFileAttributes attributes = attributes(place);
      String owner = attributes.owner().getName();
      if (!owner.equals(ADMINISTRATOR) && !users.contains(owner)) {
        return Optional.of(new FileFinding.Doubtful(Doubt.FOREIGN_OWNER, place));
      }
      boolean open =
          attributes.permissions().contains(PosixFilePermission.OTHERS_WRITE)
              && !attributes.isSymbolicLink();
      if (open && !isSticky(place)) {
        return Optional.of(new FileFinding.Doubtful(Doubt.OTHERS_MAY_WRITE, place));
      }
    }
    return Optional.empty();
  }

  private static boolean isSticky(Path place) throws IOException {
    return ((int) Files.getAttribute(place, "unix:mode") & STICKY) != 0;
  }

  @Override
  public boolean isAdministratorsAlone(Path file) throws IOException {
    return isAdministratorsWay(file) && isAdministratorsWay(file.toRealPath());
  }

  private static boolean isAdministratorsWay(Path file) throws IOException {
    for (Path place = file; place != null; place = place.getParent()) {
      PosixFileAttributes attributes = attributes(place);
      boolean open =
          attributes.permissions().contains(PosixFilePermission.OTHERS_WRITE)
              && !attributes.isSymbolicLink();
      if (open || !attributes.owner().getName().equals(ADMINISTRATOR)) {
        return false;
      }
    }
    return true;
  }

  private static PosixFileAttributes attributes(Path place) throws IOException {
    return Files.readAttributes(place, PosixFileAttributes.class, LinkOption.NOFOLLOW_LINKS);
  }
}
