package org.certassist.core.certificate;

import java.util.List;

/// The port to files with lists of revoked certificates.
public interface RevocationLists {
  /// Every list in a file: DER, or PEM with any number of them; empty where there is none, or where
  /// one of them cannot be read. What a list says is not looked at, nor who signed it.
  List<byte[]> parse(byte[] file);
}
