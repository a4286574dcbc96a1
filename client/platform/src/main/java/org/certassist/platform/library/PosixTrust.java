package org.certassist.platform.library;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFileAttributes;
import java.nio.file.attribute.PosixFilePermission;
import java.util.Optional;
import org.certassist.core.driver.Doubt;
import org.certassist.core.driver.FileFinding;

/// Trust by owner and permissions, on Linux and macOS.
///
/// A folder in which everybody may write but only an owner may rename or delete (the sticky bit, as
/// in `/tmp`) leads to what it holds safely: that belongs to somebody, who is looked at.
///
/// @param user the name of the user who runs this program
record PosixTrust(String user) implements FileTrust {
  private static final String ADMINISTRATOR = "root";
  private static final int STICKY = 01000;

  @Override
  public Optional<FileFinding.Doubtful> doubt(Path file) throws IOException {
    Optional<FileFinding.Doubtful> asWritten = alongTheWay(file);
    return asWritten.isPresent() ? asWritten : alongTheWay(file.toRealPath());
  }

  private Optional<FileFinding.Doubtful> alongTheWay(Path file) throws IOException {
    for (Path place = file; place != null; place = place.getParent()) {
      PosixFileAttributes attributes = attributes(place);
      String owner = attributes.owner().getName();
      if (!owner.equals(ADMINISTRATOR) && !owner.equals(user)) {
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
    for (Path place = file.toRealPath(); place != null; place = place.getParent()) {
      PosixFileAttributes attributes = attributes(place);
      if (!attributes.owner().getName().equals(ADMINISTRATOR)
          || attributes.permissions().contains(PosixFilePermission.OTHERS_WRITE)) {
        return false;
      }
    }
    return true;
  }

  private static PosixFileAttributes attributes(Path place) throws IOException {
    return Files.readAttributes(place, PosixFileAttributes.class, LinkOption.NOFOLLOW_LINKS);
  }
}
