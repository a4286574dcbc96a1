package org.certassist.keys.cms;

import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import org.bouncycastle.jcajce.provider.digest.SM3;

/// Digests by the name that the JCA has for them: the JDK's, and SM3, which the JDK lacks.
final class Digests {
  private Digests() {}

  static MessageDigest named(String name) {
    try {
      return name.equals("SM3") ? new SM3.Digest() : MessageDigest.getInstance(name);
    } catch (NoSuchAlgorithmException impossible) { // the names stand in this package's tables
      throw new IllegalStateException(impossible);
    }
  }

  static byte[] of(String name, byte[] data) {
    return named(name).digest(data);
  }
}
