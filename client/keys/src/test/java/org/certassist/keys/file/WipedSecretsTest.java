package org.certassist.keys.file;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.security.AlgorithmParameters;
import java.security.GeneralSecurityException;
import java.security.Key;
import java.security.MessageDigest;
import java.security.Provider;
import java.security.SecureRandom;
import java.security.Security;
import java.security.spec.AlgorithmParameterSpec;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import javax.crypto.Cipher;
import javax.crypto.CipherSpi;
import org.certassist.core.key.Pin;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/// What was opened of a key file, and what its keys were made of, is wiped from the arrays that the
/// JCA gave out.
@Timeout(300)
class WipedSecretsTest {
  private static final List<byte[]> OPENED = new ArrayList<>();

  @TempDir private Path folder;

  @Test
  void whatWasOpenedIsWiped() throws Exception {
    Path file = KeyFiles.in(folder, "EC secp256r1").byOpenssl("secret");
    Provider remembering = new Remembering();
    var _ = Security.insertProviderAt(remembering, 1);
    try (Pin password = KeyFiles.pin("secret")) {
      assertThat(KeyFile.read(file).open(password).keys()).hasSize(1);
    } finally {
      Security.removeProvider(remembering.getName());
    }

    assertThat(OPENED).as("certificates and key").hasSize(2);
    assertThat(OPENED).allSatisfy(array -> assertThat(array).containsOnly(0));
  }

  @Test
  void theHashesAKeyIsMadeOfAreWiped() throws Exception {
    List<byte[]> hashes = new ArrayList<>();
    MessageDigest sha = MessageDigest.getInstance("SHA-256");
    MessageDigest remembering =
        new MessageDigest("remembering") {
          @Override
          protected void engineUpdate(byte input) {
            sha.update(input);
          }

          @Override
          protected void engineUpdate(byte[] input, int offset, int length) {
            sha.update(input, offset, length);
          }

          @Override
          protected byte[] engineDigest() {
            byte[] hash = sha.digest();
            hashes.add(hash);
            return hash;
          }

          @Override
          protected void engineReset() {
            sha.reset();
          }
        };

    try (Pin password = KeyFiles.pin("secret");
        PasswordDerivation derivation = new PasswordDerivation(password)) {
      byte[] key =
          derivation.ofPkcs12(
              PasswordDerivation.Purpose.MAC, remembering, 64, new byte[] {1, 2, 3}, 1, 40);
      assertThat(key).isNotEqualTo(new byte[40]);
    }

    assertThat(hashes).hasSize(2).allSatisfy(hash -> assertThat(hash).containsOnly(0));
  }

  /// Opens as the JDK does, and remembers what it opened.
  private static final class Remembering extends Provider {
    private static final long serialVersionUID = 1L;

    Remembering() {
      super("remembering", "1", "for a test");
      putService(
          new Service(
              this,
              "Cipher",
              "AES/CBC/PKCS5Padding",
              RememberingCipher.class.getName(),
              List.of(),
              Map.of()) {
            @Override
            public Object newInstance(Object parameter) {
              return new RememberingCipher();
            }
          });
    }
  }

  private static final class RememberingCipher extends CipherSpi {
    private final Cipher cipher;

    RememberingCipher() {
      try {
        cipher = Cipher.getInstance("AES/CBC/PKCS5Padding", "SunJCE");
      } catch (GeneralSecurityException absent) {
        throw new IllegalStateException(absent);
      }
    }

    @Override
    protected byte[] engineDoFinal(byte[] input, int offset, int length) {
      try {
        byte[] opened = cipher.doFinal(input, offset, length);
        OPENED.add(opened);
        return opened;
      } catch (GeneralSecurityException unopened) {
        throw new IllegalStateException(unopened);
      }
    }

    @Override
    protected void engineInit(
        int mode, Key key, AlgorithmParameterSpec parameters, SecureRandom random) {
      try {
        cipher.init(mode, key, parameters, random);
      } catch (GeneralSecurityException refused) {
        throw new IllegalStateException(refused);
      }
    }

    @Override
    protected void engineInit(int mode, Key key, SecureRandom random) {
      throw new UnsupportedOperationException();
    }

    @Override
    protected void engineInit(
        int mode, Key key, AlgorithmParameters parameters, SecureRandom random) {
      throw new UnsupportedOperationException();
    }

    @Override
    protected int engineDoFinal(byte[] input, int offset, int length, byte[] output, int at) {
      throw new UnsupportedOperationException();
    }

    @Override
    protected byte[] engineUpdate(byte[] input, int offset, int length) {
      throw new UnsupportedOperationException();
    }

    @Override
    protected int engineUpdate(byte[] input, int offset, int length, byte[] output, int at) {
      throw new UnsupportedOperationException();
    }

    @Override
    protected void engineSetMode(String mode) {}

    @Override
    protected void engineSetPadding(String padding) {}

    @Override
    protected int engineGetBlockSize() {
      return cipher.getBlockSize();
    }

    @Override
    protected int engineGetOutputSize(int length) {
      return cipher.getOutputSize(length);
    }

    @Override
    protected byte[] engineGetIV() {
      return cipher.getIV();
    }

    @Override
    protected AlgorithmParameters engineGetParameters() {
      return cipher.getParameters();
    }
  }
}
