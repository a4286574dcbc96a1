package org.certassist.keys.file;

import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.security.spec.AlgorithmParameterSpec;
import java.util.Arrays;
import java.util.Map;
import javax.crypto.Cipher;
import javax.crypto.Mac;
import javax.crypto.spec.IvParameterSpec;
import javax.crypto.spec.RC2ParameterSpec;
import javax.crypto.spec.SecretKeySpec;
import org.bouncycastle.asn1.ASN1ObjectIdentifier;
import org.bouncycastle.asn1.ASN1OctetString;
import org.bouncycastle.asn1.nist.NISTObjectIdentifiers;
import org.bouncycastle.asn1.oiw.OIWObjectIdentifiers;
import org.bouncycastle.asn1.pkcs.MacData;
import org.bouncycastle.asn1.pkcs.PBES2Parameters;
import org.bouncycastle.asn1.pkcs.PBKDF2Params;
import org.bouncycastle.asn1.pkcs.PKCS12PBEParams;
import org.bouncycastle.asn1.pkcs.PKCSObjectIdentifiers;
import org.bouncycastle.asn1.x509.AlgorithmIdentifier;
import org.certassist.keys.file.PasswordDerivation.Purpose;

/// Opens what a PKCS#12 file has sealed with its password, by the ways in use, within bounds.
///
/// The file says how long each password takes to be worked on; so much and no more is done. The JDK
/// and Bouncy Castle have the same bound for one value (5,000,000); here it holds for all together.
final class Decryption {
  private static final int MOST_ITERATIONS = 5_000_000;
  private static final int LONGEST_SALT = 1024;

  /// @param block bytes that it takes at a time
  private record Digest(String name, int block) {}

  /// @param bits of RC2, which has keys of any strength; else 0
  private record Sealed(String cipher, String key, int keyBytes, int ivBytes, int bits) {}

  private static final Map<ASN1ObjectIdentifier, Digest> DIGESTS =
      Map.of(
          OIWObjectIdentifiers.idSHA1, new Digest("SHA-1", 64),
          NISTObjectIdentifiers.id_sha256, new Digest("SHA-256", 64),
          NISTObjectIdentifiers.id_sha384, new Digest("SHA-384", 128),
          NISTObjectIdentifiers.id_sha512, new Digest("SHA-512", 128));

  private static final Map<ASN1ObjectIdentifier, String> HMACS =
      Map.of(
          PKCSObjectIdentifiers.id_hmacWithSHA1, "HmacSHA1",
          PKCSObjectIdentifiers.id_hmacWithSHA256, "HmacSHA256",
          PKCSObjectIdentifiers.id_hmacWithSHA384, "HmacSHA384",
          PKCSObjectIdentifiers.id_hmacWithSHA512, "HmacSHA512");

  /// PKCS#12's own (RFC 7292, appendix C), as older programs and Windows write them.
  private static final Map<ASN1ObjectIdentifier, Sealed> OWN =
      Map.of(
          PKCSObjectIdentifiers.pbeWithSHAAnd3_KeyTripleDES_CBC,
          new Sealed("DESede/CBC/PKCS5Padding", "DESede", 24, 8, 0),
          PKCSObjectIdentifiers.pbeWithSHAAnd128BitRC2_CBC,
          new Sealed("RC2/CBC/PKCS5Padding", "RC2", 16, 8, 128),
          PKCSObjectIdentifiers.pbeWithSHAAnd40BitRC2_CBC,
          new Sealed("RC2/CBC/PKCS5Padding", "RC2", 5, 8, 40));

  /// Under PBES2 (RFC 8018), as today's programs write them.
  private static final Map<ASN1ObjectIdentifier, Sealed> MODERN =
      Map.of(
          NISTObjectIdentifiers.id_aes256_CBC,
          new Sealed("AES/CBC/PKCS5Padding", "AES", 32, 16, 0),
          NISTObjectIdentifiers.id_aes192_CBC,
          new Sealed("AES/CBC/PKCS5Padding", "AES", 24, 16, 0),
          NISTObjectIdentifiers.id_aes128_CBC,
          new Sealed("AES/CBC/PKCS5Padding", "AES", 16, 16, 0),
          PKCSObjectIdentifiers.des_EDE3_CBC,
          new Sealed("DESede/CBC/PKCS5Padding", "DESede", 24, 8, 0));

  private final PasswordDerivation password;
  private int left = MOST_ITERATIONS;

  Decryption(PasswordDerivation password) {
    this.password = password;
  }

  /// Whether the password made the file's check value over this content.
  boolean fits(MacData mac, byte[] content) throws GeneralSecurityException {
    Digest digest = known(DIGESTS, mac.getMac().getAlgorithmId().getAlgorithm());
    int iterations = iterations(mac.getIterationCount().longValueExact());
    byte[] key = derived(Purpose.MAC, digest, mac.getSalt(), iterations, length(digest));
    try {
      Mac check = Mac.getInstance("Hmac" + digest.name().replace("-", ""));
      check.init(new SecretKeySpec(key, check.getAlgorithm()));
      return MessageDigest.isEqual(check.doFinal(content), mac.getMac().getDigest());
    } finally {
      Arrays.fill(key, (byte) 0);
    }
  }

  private static int length(Digest digest) throws GeneralSecurityException {
    return MessageDigest.getInstance(digest.name()).getDigestLength();
  }

  /// @throws GeneralSecurityException also where the password is another one
  byte[] open(AlgorithmIdentifier algorithm, byte[] sealed) throws GeneralSecurityException {
    return algorithm.getAlgorithm().equals(PKCSObjectIdentifiers.id_PBES2)
        ? openModern(PBES2Parameters.getInstance(algorithm.getParameters()), sealed)
        : openOwn(algorithm, sealed);
  }

  private byte[] openOwn(AlgorithmIdentifier algorithm, byte[] sealed)
      throws GeneralSecurityException {
    Sealed by = known(OWN, algorithm.getAlgorithm());
    PKCS12PBEParams params = PKCS12PBEParams.getInstance(algorithm.getParameters());
    int iterations = iterations(params.getIterations().longValueExact());
    Digest sha1 = known(DIGESTS, OIWObjectIdentifiers.idSHA1);
    byte[] iv = derived(Purpose.IV, sha1, params.getIV(), iterations, by.ivBytes());
    byte[] key = derived(Purpose.KEY, sha1, params.getIV(), iterations, by.keyBytes());
    return opened(by, key, iv, sealed);
  }

  private byte[] openModern(PBES2Parameters params, byte[] sealed) throws GeneralSecurityException {
    Sealed by = known(MODERN, params.getEncryptionScheme().getAlgorithm());
    if (!params.getKeyDerivationFunc().getAlgorithm().equals(PKCSObjectIdentifiers.id_PBKDF2)) {
      throw unknown(params.getKeyDerivationFunc().getAlgorithm());
    }
    PBKDF2Params kdf = PBKDF2Params.getInstance(params.getKeyDerivationFunc().getParameters());
    String hmac = known(HMACS, kdf.getPrf().getAlgorithm());
    int iterations = iterations(kdf.getIterationCount().longValueExact());
    byte[] iv =
        ASN1OctetString.getInstance(params.getEncryptionScheme().getParameters()).getOctets();
    byte[] key = password.ofPbkdf2(hmac, bounded(kdf.getSalt()), iterations, by.keyBytes());
    return opened(by, key, iv, sealed);
  }

  private byte[] derived(Purpose purpose, Digest digest, byte[] salt, int iterations, int length)
      throws GeneralSecurityException {
    return password.ofPkcs12(
        purpose,
        MessageDigest.getInstance(digest.name()),
        digest.block(),
        bounded(salt),
        iterations,
        length);
  }

  /// Wipes the key.
  private static byte[] opened(Sealed by, byte[] key, byte[] iv, byte[] sealed)
      throws GeneralSecurityException {
    try {
      AlgorithmParameterSpec spec =
          by.bits() == 0 ? new IvParameterSpec(iv) : new RC2ParameterSpec(by.bits(), iv);
      Cipher cipher = Cipher.getInstance(by.cipher());
      cipher.init(Cipher.DECRYPT_MODE, new SecretKeySpec(key, by.key()), spec);
      return cipher.doFinal(sealed);
    } finally {
      Arrays.fill(key, (byte) 0);
    }
  }

  private static byte[] bounded(byte[] salt) throws KeyFileException {
    if (salt.length == 0 || salt.length > LONGEST_SALT) {
      throw new KeyFileException("salt " + salt.length);
    }
    return salt;
  }

  /// Takes so many from what may still be done.
  private int iterations(long wanted) throws KeyFileException {
    if (wanted < 1 || wanted > left) {
      throw new KeyFileException("iterations " + wanted);
    }
    left -= (int) wanted;
    return (int) wanted;
  }

  private static <T> T known(Map<ASN1ObjectIdentifier, T> table, ASN1ObjectIdentifier algorithm)
      throws CipherUnknownException {
    T found = table.get(algorithm);
    if (found == null) {
      throw unknown(algorithm);
    }
    return found;
  }

  private static CipherUnknownException unknown(ASN1ObjectIdentifier algorithm) {
    return new CipherUnknownException(algorithm.getId());
  }
}
