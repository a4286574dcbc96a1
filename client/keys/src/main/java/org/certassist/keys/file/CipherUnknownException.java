package org.certassist.keys.file;

import java.security.GeneralSecurityException;

/// A way of sealing that is not opened here.
final class CipherUnknownException extends GeneralSecurityException {
  private static final long serialVersionUID = 1L;

  private final String algorithm;

  CipherUnknownException(String algorithm) {
    super(algorithm);
    this.algorithm = algorithm;
  }

  /// Its object identifier.
  String algorithm() {
    return algorithm;
  }
}
