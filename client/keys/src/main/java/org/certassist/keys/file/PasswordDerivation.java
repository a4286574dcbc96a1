package org.certassist.keys.file;

import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.util.Arrays;
import javax.crypto.Mac;
import javax.crypto.SecretKey;
import org.certassist.core.key.Pin;

/// Keys made of a password, by PKCS#12's own way (RFC 7292, appendix B) and by PBKDF2 (RFC 8018).
///
/// Ours, because the libraries' leave copies of the password in memory that nobody wipes.
final class PasswordDerivation implements AutoCloseable {
  /// What a derived value is for (RFC 7292, B.3).
  enum Purpose {
    KEY(1),
    IV(2),
    MAC(3);

    private final byte id;

    Purpose(int id) {
      this.id = (byte) id;
    }
  }

  private final byte[] utf8;
  private final byte[] utf16;

  PasswordDerivation(Pin password) {
    this.utf8 = password.copy();
    CharBuffer characters = StandardCharsets.UTF_8.decode(ByteBuffer.wrap(utf8));
    // Big endian, with a zero character behind.
    this.utf16 = new byte[2 * characters.remaining() + 2];
    ByteBuffer.wrap(utf16).asCharBuffer().put(characters.duplicate());
    Arrays.fill(characters.array(), '\0');
  }

  byte[] ofPkcs12(
      Purpose purpose, MessageDigest digest, int block, byte[] salt, int iterations, int length)
      throws GeneralSecurityException {
    byte[] diversifier = new byte[block];
    Arrays.fill(diversifier, purpose.id);
    byte[] secret = filled(salt, utf16, block);
    byte[] derived = new byte[length];
    try {
      for (int at = 0; at < length; ) {
        digest.update(diversifier);
        byte[] hash = digest.digest(secret);
        for (int i = 1; i < iterations; i++) {
          digest.update(hash);
          digest.digest(hash, 0, hash.length);
        }
        int taken = Math.min(hash.length, length - at);
        System.arraycopy(hash, 0, derived, at, taken);
        at += taken;
        add(secret, hash, block);
        Arrays.fill(hash, (byte) 0);
      }
      return derived;
    } finally {
      Arrays.fill(secret, (byte) 0);
    }
  }

  /// Salt and password, each repeated up to whole blocks.
  private static byte[] filled(byte[] salt, byte[] password, int block) {
    int saltLength = wholeBlocks(salt.length, block);
    byte[] both = new byte[saltLength + wholeBlocks(password.length, block)];
    for (int i = 0; i < both.length; i++) {
      both[i] =
          i < saltLength ? salt[i % salt.length] : password[(i - saltLength) % password.length];
    }
    return both;
  }

  private static int wholeBlocks(int length, int block) {
    return (length + block - 1) / block * block;
  }

  /// Adds the hash, repeated, and one to each block.
  private static void add(byte[] secret, byte[] hash, int block) {
    for (int start = 0; start < secret.length; start += block) {
      int carry = 1;
      for (int i = block - 1; i >= 0; i--) {
        carry += (secret[start + i] & 0xff) + (hash[i % hash.length] & 0xff);
        secret[start + i] = (byte) carry;
        carry >>= Byte.SIZE;
      }
    }
  }

  byte[] ofPbkdf2(String hmac, byte[] salt, int iterations, int length)
      throws GeneralSecurityException {
    Mac mac = Mac.getInstance(hmac);
    mac.init(new Password());
    byte[] derived = new byte[length];
    int blocks = 0;
    for (int at = 0; at < length; ) {
      blocks++;
      mac.update(salt);
      byte[] hash = mac.doFinal(ByteBuffer.allocate(4).putInt(blocks).array());
      byte[] sum = hash.clone();
      for (int i = 1; i < iterations; i++) {
        mac.update(hash);
        mac.doFinal(hash, 0);
        for (int j = 0; j < sum.length; j++) {
          sum[j] ^= hash[j];
        }
      }
      int taken = Math.min(sum.length, length - at);
      System.arraycopy(sum, 0, derived, at, taken);
      at += taken;
      Arrays.fill(hash, (byte) 0);
      Arrays.fill(sum, (byte) 0);
    }
    return derived;
  }

  /// The password as the key of an HMAC, which wipes the copy that it is given.
  private final class Password implements SecretKey {
    private static final long serialVersionUID = 1L;

    @Override
    public String getAlgorithm() {
      return "PBKDF2";
    }

    @Override
    public String getFormat() {
      return "RAW";
    }

    @Override
    public byte[] getEncoded() {
      return utf8.clone();
    }
  }

  @Override
  public void close() {
    Arrays.fill(utf8, (byte) 0);
    Arrays.fill(utf16, (byte) 0);
  }
}
