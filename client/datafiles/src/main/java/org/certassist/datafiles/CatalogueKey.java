package org.certassist.datafiles;

import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.PublicKey;
import java.security.Signature;
import java.security.spec.X509EncodedKeySpec;
import java.util.Base64;
import java.util.Optional;

/// The key with which data files are checked that come after the program: Ed25519 (RFC 8032), over
/// a file's exact bytes.
public final class CatalogueKey {
  private final PublicKey key;

  private CatalogueKey(PublicKey key) {
    this.key = key;
  }

  /// @param base64 a SubjectPublicKeyInfo; a build that shall take no updates names none
  /// @throws IllegalArgumentException where it is no such key: the program was built wrongly
  public static Optional<CatalogueKey> of(String base64) {
    if (base64.isBlank()) {
      return Optional.empty();
    }
    try {
      return Optional.of(
          new CatalogueKey(
              KeyFactory.getInstance("Ed25519")
                  .generatePublic(
                      new X509EncodedKeySpec(Base64.getDecoder().decode(base64.strip())))));
    } catch (GeneralSecurityException e) {
      throw new IllegalArgumentException("the key for updates of data files", e);
    }
  }

  /// @param signature in base64, as it stands in a `.sig` file
  boolean signed(byte[] bytes, String signature) {
    try {
      Signature check = Signature.getInstance("Ed25519");
      check.initVerify(key);
      check.update(bytes);
      return check.verify(Base64.getDecoder().decode(signature.strip()));
    } catch (GeneralSecurityException | IllegalArgumentException noSignature) {
      return false;
    }
  }
}
