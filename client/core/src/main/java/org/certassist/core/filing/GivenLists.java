package org.certassist.core.filing;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.certassist.core.certificate.CertificateFault;
import org.certassist.core.certificate.RevocationLists;
import org.certassist.core.fault.FaultException;

/// Lists of revoked certificates from files that the user named.
public final class GivenLists {
  /// As large as one that is fetched may be.
  private static final int LARGEST = 20 * 1024 * 1024;

  /// As many as are looked at in one check.
  private static final int MOST = 20;

  private final RevocationLists lists;

  public GivenLists(RevocationLists lists) {
    this.lists = lists;
  }

  /// Every list of these files; a file without one is refused, since its user means it to count.
  ///
  /// @throws FaultException `file.unreadable`, `file.revocationListTooLarge`,
  ///   `file.noRevocationList` or `file.tooManyRevocationLists`
  public List<byte[]> open(List<Path> files) throws FaultException {
    List<byte[]> all = new ArrayList<>();
    for (Path file : files) {
      String name = String.valueOf(file.getFileName());
      List<byte[]> found =
          lists.parse(
              BoundedFile.read(
                  file, LARGEST, () -> new CertificateFault.ListTooLarge(name, LARGEST)));
      if (found.isEmpty()) {
        throw new FaultException(new CertificateFault.NoList(name));
      }
      all.addAll(found);
      if (all.size() > MOST) {
        throw new FaultException(new CertificateFault.TooManyLists(MOST));
      }
    }
    return all;
  }
}
