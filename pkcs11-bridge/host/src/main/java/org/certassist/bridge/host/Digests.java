package org.certassist.bridge.host;

import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import org.certassist.bridge.protocol.Bytes;

/// SHA-256, by which certificates are named and messages are signed.
public final class Digests {
  private Digests() {}

  public static Bytes sha256(byte[] data) {
    try {
      return Bytes.of(MessageDigest.getInstance("SHA-256").digest(data));
    } catch (NoSuchAlgorithmException impossible) {
      throw new IllegalStateException(impossible);
    }
  }
}
