package org.certassist.archive;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.SecureRandom;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Arrays;
import java.util.Optional;
import java.util.UUID;
import javax.crypto.AEADBadTagException;
import javax.crypto.Cipher;
import javax.crypto.spec.GCMParameterSpec;
import javax.crypto.spec.SecretKeySpec;
import org.certassist.core.declaration.DeclarationId;
import org.certassist.core.declaration.Stage;
import org.certassist.core.elsewhere.PointId;

/// AES-256-GCM under the archive's data key; what is sealed opens only in the place it was sealed
/// for.
final class Seal {
  static final byte[] NOTHING = {};
  private static final int NONCE_LENGTH = 12;
  private static final int TAG_BITS = 128;

  private final SecretKeySpec key;
  private final SecureRandom random = new SecureRandom();

  /// @param key 32 bytes; copied
  Seal(byte[] key) {
    this.key = new SecretKeySpec(key, "AES");
  }

  /// A sealed record as two columns.
  record Sealed(byte[] nonce, byte[] ciphertext) {
    /// @param first the column of the nonce; the ciphertext is the next
    static Sealed of(ResultSet row, int first) throws SQLException {
      return new Sealed(bytes(row, first), bytes(row, first + 1));
    }

    void into(PreparedStatement statement, int first) throws SQLException {
      statement.setBytes(first, nonce);
      statement.setBytes(first + 1, ciphertext);
    }
  }

  /// Empty for a column that is null, which no table of ours allows.
  static byte[] bytes(ResultSet row, int column) throws SQLException {
    byte[] bytes = row.getBytes(column);
    return bytes == null ? NOTHING : bytes;
  }

  Sealed seal(byte[] plain, byte[] place) {
    byte[] nonce = new byte[NONCE_LENGTH];
    random.nextBytes(nonce);
    try {
      return new Sealed(nonce, cipher(Cipher.ENCRYPT_MODE, nonce, place).doFinal(plain));
    } catch (GeneralSecurityException impossible) {
      throw new IllegalStateException("AES-GCM does not work here", impossible);
    }
  }

  /// Empty where one bit of the record or its place differs from what was sealed.
  Optional<byte[]> open(Sealed sealed, byte[] place) {
    if (sealed.nonce().length != NONCE_LENGTH
        || sealed.ciphertext().length < TAG_BITS / Byte.SIZE) {
      return Optional.empty();
    }
    try {
      Cipher cipher = cipher(Cipher.DECRYPT_MODE, sealed.nonce(), place);
      return Optional.of(cipher.doFinal(sealed.ciphertext()));
    } catch (AEADBadTagException tampered) {
      return Optional.empty();
    } catch (GeneralSecurityException impossible) {
      throw new IllegalStateException("AES-GCM does not work here", impossible);
    }
  }

  /// The place of a step: table, id, version, stage, time and sequence number.
  static byte[] stepPlace(DeclarationId id, int version, Stage stage, long at, long sequence) {
    byte[] name = ("step/" + stage.name() + "/").getBytes(StandardCharsets.US_ASCII);
    return ByteBuffer.allocate(name.length + 36)
        .put(name)
        .put(bytes(id))
        .putInt(version)
        .putLong(at)
        .putLong(sequence)
        .array();
  }

  /// The place of a history's head: table, id, number of steps and last stage.
  static byte[] headPlace(DeclarationId id, int version, Stage stage) {
    byte[] name = ("head/" + stage.name() + "/").getBytes(StandardCharsets.US_ASCII);
    return ByteBuffer.allocate(name.length + 20).put(name).put(bytes(id)).putInt(version).array();
  }

  /// The place of one of a draft's two records: table, which of the two, id, time and sequence
  /// number.
  static byte[] draftPlace(String part, UUID id, long at, long sequence) {
    byte[] name = ("draft/" + part + "/").getBytes(StandardCharsets.US_ASCII);
    return ByteBuffer.allocate(name.length + 32)
        .put(name)
        .put(bytes(id))
        .putLong(at)
        .putLong(sequence)
        .array();
  }

  /// The place of a tick: table, declaration, row and insurance.
  static byte[] tickPlace(PointId point) {
    byte[] name = "tick/".getBytes(StandardCharsets.US_ASCII);
    byte[] insurance = point.insurance().getBytes(StandardCharsets.UTF_8);
    return ByteBuffer.allocate(name.length + 20 + insurance.length)
        .put(name)
        .put(bytes(point.declaration()))
        .putInt(point.row())
        .put(insurance)
        .array();
  }

  /// The place of the record that says whether the key fits.
  static byte[] markPlace() {
    return "mark/key".getBytes(StandardCharsets.US_ASCII);
  }

  static byte[] bytes(DeclarationId id) {
    return bytes(id.value());
  }

  static byte[] bytes(UUID id) {
    return ByteBuffer.allocate(16)
        .putLong(id.getMostSignificantBits())
        .putLong(id.getLeastSignificantBits())
        .array();
  }

  /// The id in a column; of one that is none as much as there is, so that it can be named.
  static UUID uuid(byte[] id) {
    ByteBuffer bytes = ByteBuffer.wrap(Arrays.copyOf(id, 16));
    return new UUID(bytes.getLong(), bytes.getLong());
  }

  private Cipher cipher(int mode, byte[] nonce, byte[] place) throws GeneralSecurityException {
    Cipher cipher = Cipher.getInstance("AES/GCM/NoPadding");
    cipher.init(mode, key, new GCMParameterSpec(TAG_BITS, nonce));
    cipher.updateAAD(place);
    return cipher;
  }
}
