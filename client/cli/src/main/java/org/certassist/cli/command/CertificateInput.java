package org.certassist.cli.command;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.certassist.core.certificate.CertificateFault;
import org.certassist.core.certificate.EncodedCertificate;
import org.certassist.core.fault.FaultException;
import org.certassist.core.filing.InspectCertificates;
import org.certassist.core.workbook.FileFault;
import org.certassist.core.workbook.WorkbookException;
import org.jspecify.annotations.Nullable;

/// Certificates from a file, or from every file of a folder that holds nothing else.
final class CertificateInput {
  private static final int MOST_FILES = 200;
  private static final int MOST_CERTIFICATES = 2_000;

  private final InspectCertificates inspect;

  CertificateInput(InspectCertificates inspect) {
    this.inspect = inspect;
  }

  /// @return none where no file is given
  /// @throws FaultException as [#read]
  List<EncodedCertificate> optional(@Nullable Path path) throws FaultException {
    return path == null ? List.of() : read(path);
  }

  /// At least one certificate.
  ///
  /// @throws FaultException `file.unreadable`, `file.certificatesTooLarge`, `file.noCertificate` or
  ///   `file.tooManyCertificates`
  List<EncodedCertificate> read(Path path) throws FaultException {
    List<EncodedCertificate> found = new ArrayList<>();
    for (Path file : Files.isDirectory(path) ? filesOf(path) : List.of(path)) {
      found.addAll(inspect.open(file));
      if (found.size() > MOST_CERTIFICATES) {
        throw new FaultException(new CertificateFault.TooManyCertificates(MOST_CERTIFICATES));
      }
    }
    if (found.isEmpty()) {
      throw new FaultException(new CertificateFault.NoCertificate(path.toString()));
    }
    return found;
  }

  private static List<Path> filesOf(Path folder) throws WorkbookException {
    try (Stream<Path> files = Files.list(folder)) {
      List<Path> some = files.sorted().limit(MOST_FILES + 1L).toList();
      if (some.size() > MOST_FILES) {
        throw new WorkbookException(new FileFault.Unreadable(folder.toString()));
      }
      return some;
    } catch (IOException unreadable) {
      throw new WorkbookException(new FileFault.Unreadable(folder.toString()), unreadable);
    }
  }
}
