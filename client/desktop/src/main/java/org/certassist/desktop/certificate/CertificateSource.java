package org.certassist.desktop.certificate;

import java.nio.file.Path;
import org.certassist.core.key.TokenKey;

/// Where a certificate in the list comes from.
public sealed interface CertificateSource {
  /// A plugged-in key.
  record OnKey(TokenKey token) implements CertificateSource {
    @Override
    public String id() {
      return "key " + token.module() + " " + token.serial();
    }
  }

  /// A file that she opened.
  record InFile(Path file) implements CertificateSource {
    @Override
    public String id() {
      return "file " + file.toAbsolutePath().normalize();
    }
  }

  /// The same for the same key or file, however often it is looked at.
  String id();
}
