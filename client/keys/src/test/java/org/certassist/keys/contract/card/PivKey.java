package org.certassist.keys.contract.card;

import java.security.GeneralSecurityException;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.Signature;
import java.security.interfaces.RSAKey;
import java.security.spec.ECGenParameterSpec;
import javax.crypto.Cipher;
import org.certassist.core.certificate.EncodedCertificate;

/// A key pair as it lies on the card, with its certificate.
public record PivKey(KeyPair pair, EncodedCertificate certificate) {
  /// Makes a certificate of a public key, a SubjectPublicKeyInfo.
  @FunctionalInterface
  public interface Certifier {
    EncodedCertificate certify(byte[] publicKey) throws Exception;
  }

  public static PivKey rsa2048(Certifier certifier) throws Exception {
    KeyPairGenerator generator = KeyPairGenerator.getInstance("RSA");
    generator.initialize(2048);
    return certified(generator.generateKeyPair(), certifier);
  }

  public static PivKey p256(Certifier certifier) throws Exception {
    KeyPairGenerator generator = KeyPairGenerator.getInstance("EC");
    generator.initialize(new ECGenParameterSpec("secp256r1"));
    return certified(generator.generateKeyPair(), certifier);
  }

  private static PivKey certified(KeyPair pair, Certifier certifier) throws Exception {
    return new PivKey(pair, certifier.certify(pair.getPublic().getEncoded()));
  }

  /// The algorithm's identifier (NIST SP 800-78-4, Table 6-2).
  int algorithm() {
    return isRsa() ? 0x07 : 0x11;
  }

  /// What GENERAL AUTHENTICATE does with a challenge (NIST SP 800-73-4 Part 2, Table 18): the
  /// private RSA operation on a padded block, or ECDSA on a digest.
  byte[] answer(byte[] challenge) throws GeneralSecurityException {
    if (isRsa()) {
      Cipher cipher = Cipher.getInstance("RSA/ECB/NoPadding");
      cipher.init(Cipher.DECRYPT_MODE, pair.getPrivate());
      return cipher.doFinal(challenge);
    }
    Signature signature = Signature.getInstance("NONEwithECDSA");
    signature.initSign(pair.getPrivate());
    signature.update(challenge);
    return signature.sign();
  }

  private boolean isRsa() {
    return pair.getPrivate() instanceof RSAKey;
  }
}
