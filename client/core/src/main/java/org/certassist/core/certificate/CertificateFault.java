package org.certassist.core.certificate;

import java.util.List;
import org.certassist.core.fault.Fault;
import org.certassist.core.fault.FaultArea;

/// Why a file cannot be used as one of certificates.
public sealed interface CertificateFault extends Fault {
  @Override
  default FaultArea area() {
    return FaultArea.FILE;
  }

  /// Nothing in it is a certificate that can be read.
  record NoCertificate(String file) implements CertificateFault {
    @Override
    public String id() {
      return "file.noCertificate";
    }

    @Override
    public List<String> details() {
      return List.of(file);
    }
  }

  /// Larger than any file of certificates is.
  ///
  /// @param limit in bytes
  record FileTooLarge(String file, long limit) implements CertificateFault {
    @Override
    public String id() {
      return "file.certificatesTooLarge";
    }

    @Override
    public List<String> details() {
      return List.of(file, Long.toString(limit / 1024 / 1024));
    }
  }

  /// More certificates than one check looks at.
  record TooManyCertificates(int limit) implements CertificateFault {
    @Override
    public String id() {
      return "file.tooManyCertificates";
    }

    @Override
    public List<String> details() {
      return List.of(Integer.toString(limit));
    }
  }

  /// Nothing in it is a list of revoked certificates that can be read.
  record NoList(String file) implements CertificateFault {
    @Override
    public String id() {
      return "file.noRevocationList";
    }

    @Override
    public List<String> details() {
      return List.of(file);
    }
  }

  /// Larger than any list of revoked certificates is.
  ///
  /// @param limit in bytes
  record ListTooLarge(String file, long limit) implements CertificateFault {
    @Override
    public String id() {
      return "file.revocationListTooLarge";
    }

    @Override
    public List<String> details() {
      return List.of(file, Long.toString(limit / 1024 / 1024));
    }
  }

  /// More lists of revoked certificates than one check looks at.
  record TooManyLists(int limit) implements CertificateFault {
    @Override
    public String id() {
      return "file.tooManyRevocationLists";
    }

    @Override
    public List<String> details() {
      return List.of(Integer.toString(limit));
    }
  }
}
