package org.certassist.keys.file;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.nio.file.Files;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.util.Arrays;
import java.util.Random;
import org.bouncycastle.asn1.ASN1EncodableVector;
import org.bouncycastle.asn1.DERNull;
import org.bouncycastle.asn1.DEROctetString;
import org.bouncycastle.asn1.DERSequence;
import org.bouncycastle.asn1.nist.NISTObjectIdentifiers;
import org.bouncycastle.asn1.pkcs.ContentInfo;
import org.bouncycastle.asn1.pkcs.MacData;
import org.bouncycastle.asn1.pkcs.PKCSObjectIdentifiers;
import org.bouncycastle.asn1.pkcs.Pfx;
import org.bouncycastle.asn1.x509.AlgorithmIdentifier;
import org.bouncycastle.asn1.x509.DigestInfo;
import org.certassist.core.key.KeyException;
import org.certassist.core.key.KeyFault;
import org.certassist.core.key.Pin;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/// A key file that means harm, or is none, ends in a sentence, soon and in little memory.
@Timeout(180)
class HostileKeyFileTest {
  @TempDir Path folder;

  private KeyFault refusal(byte[] file) throws Exception {
    Path path = Files.write(folder.resolve("hostile.p12"), file);
    try (Pin pin = KeyFiles.pin("any")) {
      return catchThrowableOfType(KeyException.class, () -> KeyFile.read(path).open(pin)).fault();
    }
  }

  private static KeyFault unusable(String reason) {
    return new KeyFault.FileUnusable("hostile.p12", reason);
  }

  private static byte[] withMac(int iterations, int salt) throws Exception {
    var digest =
        new DigestInfo(
            new AlgorithmIdentifier(NISTObjectIdentifiers.id_sha256, DERNull.INSTANCE),
            new byte[32]);
    byte[] safe = new DERSequence(new ASN1EncodableVector()).getEncoded();
    return new Pfx(
            new ContentInfo(PKCSObjectIdentifiers.data, new DEROctetString(safe)),
            new MacData(digest, new byte[salt], iterations))
        .getEncoded();
  }

  @ParameterizedTest
  @ValueSource(ints = {5_000_001, Integer.MAX_VALUE})
  void moreIterationsThanAnyProgramWritesAreNotBegun(int iterations) throws Exception {
    assertThat(refusal(withMac(iterations, 8))).isEqualTo(unusable("iterations " + iterations));
  }

  @Test
  void theBoundHoldsForAllPartsTogether() throws Exception {
    byte[] file =
        Files.readAllBytes(
            KeyFiles.in(folder, "EC secp256r1").byOpenssl("any", "-iter", "2600000"));
    assertThat(refusal(file)).isEqualTo(unusable("iterations 2600000"));
  }

  @Test
  void aSaltOfManyBytesIsNotTaken() throws Exception {
    assertThat(refusal(withMac(1, 2000))).isEqualTo(unusable("salt 2000"));
    assertThat(refusal(withMac(1, 0))).isEqualTo(unusable("salt 0"));
  }

  @Test
  void aFileOfAnotherPasswordIsNotTakenForABrokenOne() throws Exception {
    assertThat(refusal(withMac(2048, 8))).isEqualTo(new KeyFault.FilePasswordWrong("hostile.p12"));
  }

  @Test
  void deepNestingIsCountedAndNotFollowed() throws Exception {
    byte[] openEnded = new byte[200_000];
    for (int i = 0; i < openEnded.length; i += 2) {
      openEnded[i] = 0x30;
      openEnded[i + 1] = (byte) 0x80;
    }
    assertThat(refusal(openEnded)).isEqualTo(unusable("deeper than 32"));
  }

  @Test
  void aHugeFileIsNotReadToItsEnd() throws Exception {
    assertThat(refusal(new byte[(1 << 20) + 1])).isEqualTo(unusable("larger than 1048576"));
  }

  @Test
  void whatIsNoFileOfThisKindIsCalledSo() throws Exception {
    assertThat(refusal(new byte[0])).isInstanceOf(KeyFault.FileUnusable.class);
    assertThat(
            refusal(
                "-----BEGIN CERTIFICATE-----".getBytes(java.nio.charset.StandardCharsets.US_ASCII)))
        .isInstanceOf(KeyFault.FileUnusable.class);
    assertThat(catchThrowableOfType(KeyException.class, () -> KeyFile.read(folder)).fault().id())
        .isEqualTo("file.unusable");
  }

  @Test
  void damagedFilesAreRefusedAndNeverAnythingWorse() throws Exception {
    byte[] good =
        Files.readAllBytes(KeyFiles.in(folder, "EC secp256r1").byOpenssl("any", "-iter", "1"));
    long seed = new SecureRandom().nextLong();
    Random random = new Random(seed);
    for (int round = 0; round < 300; round++) {
      byte[] bytes = good.clone();
      bytes[random.nextInt(bytes.length)] ^= (byte) (1 << random.nextInt(8));
      byte[] cut =
          random.nextInt(4) == 0 ? Arrays.copyOf(bytes, random.nextInt(bytes.length)) : bytes;
      Path path = Files.write(folder.resolve("damaged.p12"), cut);
      try (Pin pin = KeyFiles.pin("any")) {
        var _ = KeyFile.read(path).open(pin);
      } catch (KeyException e) {
        assertThat(e.fault().id()).as("seed %d", seed).startsWith("file.");
      }
    }
  }
}
