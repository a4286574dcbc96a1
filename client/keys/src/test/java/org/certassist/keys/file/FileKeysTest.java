package org.certassist.keys.file;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.certassist.core.key.DriverReport;
import org.certassist.core.key.DriverState;
import org.certassist.core.key.Engine;
import org.certassist.core.key.Inventory;
import org.certassist.core.key.KeyException;
import org.certassist.core.key.KeyFault;
import org.certassist.core.key.KeySession;
import org.certassist.core.key.Pin;
import org.certassist.core.key.RawSignature;
import org.certassist.core.key.SignatureAlgorithm;
import org.certassist.core.key.SigningKey;
import org.certassist.core.key.TokenKey;
import org.certassist.keys.bridge.BridgeKeys;
import org.certassist.keys.bridge.TestHost;
import org.certassist.keys.certificate.ParsedCertificate;
import org.certassist.keys.certificate.SignatureValues;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/// Key files that other programs made are opened by their password, sign, and lock nothing.
@Timeout(120)
class FileKeysTest {
  private static final byte[] MESSAGE = "登记 2026-11".getBytes(UTF_8);
  private static final String PASSWORD = "correct horse 27";

  @TempDir Path folder;

  private static FileKeys keys(Path file) {
    return new FileKeys(
        file,
        new BridgeKeys(TestHost.launch(), TestHost.patient(), TestHost.freshMemory(), List.of()));
  }

  private static void unlock(FileKeys keys, String password) throws KeyException {
    try (Pin pin = KeyFiles.pin(password)) {
      keys.unlock(pin);
    }
  }

  private static KeyFault refusal(FileKeys keys, String password) {
    return catchThrowableOfType(KeyException.class, () -> unlock(keys, password)).fault();
  }

  private static void assertSigns(
      Path file, String password, KeyFiles made, SignatureAlgorithm algorithm) throws Exception {
    FileKeys keys = keys(file);
    unlock(keys, password);
    TokenKey token = keys.inventory().keys().getFirst();
    assertThat(token.certificates()).containsExactly(made.own());
    assertThat(token.others()).containsExactly(made.ca());
    try (Pin pin = KeyFiles.pin(password);
        KeySession session = keys.open(new SigningKey(token, made.own()), pin, false)) {
      RawSignature signature = session.sign(algorithm, MESSAGE);
      assertThat(signature.engine()).isEqualTo(Engine.FILE);
      assertThat(
              new SignatureValues()
                  .verifies(
                      ParsedCertificate.of(made.own()).orElseThrow(),
                      algorithm.jcaName(),
                      MESSAGE,
                      signature.value()))
          .isTrue();
    }
  }

  @ParameterizedTest
  @CsvSource({
    "RSA 2048,     SHA256_WITH_RSA,   ''",
    "RSA 2048,     SHA256_WITH_RSA,   -legacy",
    "EC secp256r1, SHA256_WITH_ECDSA, ''",
    "EC secp256r1, SHA256_WITH_ECDSA, -legacy",
    "EC secp256r1, SHA256_WITH_ECDSA, -keypbe AES-128-CBC -certpbe AES-192-CBC",
    "EC secp256r1, SHA256_WITH_ECDSA, -keypbe PBE-SHA1-RC2-128 -certpbe PBE-SHA1-3DES -legacy",
    "EC secp256r1, SHA256_WITH_ECDSA, -keypbe AES-256-CBC -certpbe NONE -iter 100000",
    "EC secp256r1, SHA256_WITH_ECDSA, -macalg sha512",
    "EC secp256r1, SHA256_WITH_ECDSA, -macalg sha384 -keypbe DES-EDE3-CBC -certpbe DES-EDE3-CBC"
  })
  void filesOfOpensslSign(String kind, SignatureAlgorithm algorithm, String options)
      throws Exception {
    KeyFiles made = KeyFiles.in(folder, kind);
    String[] words = options.isEmpty() ? new String[0] : options.split(" ");
    assertSigns(made.byOpenssl(PASSWORD, words), PASSWORD, made, algorithm);
  }

  @ParameterizedTest
  @CsvSource({"''", "-legacy"})
  void aPasswordInChineseIsTheSameForEveryone(String options) throws Exception {
    KeyFiles made = KeyFiles.in(folder, "EC secp256r1");
    String[] words = options.isEmpty() ? new String[0] : options.split(" ");
    Path file = made.byOpenssl("社保密码2026", words);
    assertSigns(file, "社保密码2026", made, SignatureAlgorithm.SHA256_WITH_ECDSA);
  }

  @Test
  void filesOfTheJdkSign() throws Exception {
    KeyFiles made = KeyFiles.in(folder, "RSA 2048");
    assertSigns(made.byTheJdk(PASSWORD), PASSWORD, made, SignatureAlgorithm.SHA256_WITH_RSA);
  }

  @ParameterizedTest
  @CsvSource({"EC sm2p256v1, PKCS12-3DES-40RC2", "EC sm2p256v1, PKCS12-AES256-AES128"})
  void filesOfBouncyCastleWithSm2Sign(String kind, String type) throws Exception {
    KeyFiles made = KeyFiles.in(folder, kind);
    Path file = made.byBouncyCastle(type, PASSWORD);
    assertSigns(file, PASSWORD, made, SignatureAlgorithm.SM3_WITH_SM2);
  }

  @Test
  void beforeItsPasswordNothingIsSeenOfAFileAndAfterItEverything() throws Exception {
    KeyFiles made = KeyFiles.in(folder, "EC secp256r1");
    Path file = made.byOpenssl(PASSWORD);
    FileKeys keys = keys(file);
    Inventory before = keys.inventory();
    assertThat(before.keys()).isEmpty();
    assertThat(before.drivers())
        .extracting(DriverReport::id, DriverReport::state)
        .containsExactly(org.assertj.core.groups.Tuple.tuple("file", DriverState.PASSWORD_NEEDED));
    unlock(keys, PASSWORD);
    Inventory after = keys.inventory();
    assertThat(after.drivers()).extracting(DriverReport::state).containsExactly(DriverState.READY);
    assertThat(after.keys()).extracting(TokenKey::serial).containsExactly("openssl.p12");
  }

  @Test
  void aWrongPasswordIsNoTryAndTheRightOneOpensStill() throws Exception {
    FileKeys keys = keys(KeyFiles.in(folder, "EC secp256r1").byOpenssl(PASSWORD));
    for (int i = 0; i < 20; i++) {
      assertThat(refusal(keys, "wrong " + i))
          .isEqualTo(new KeyFault.FilePasswordWrong("openssl.p12"));
    }
    unlock(keys, PASSWORD);
    assertThat(keys.inventory().keys()).hasSize(1);
  }

  @Test
  void aFileThatWasChangedSinceIsNotSignedWithUnseen() throws Exception {
    KeyFiles made = KeyFiles.in(folder, "EC secp256r1");
    Path file = made.byOpenssl(PASSWORD);
    FileKeys keys = keys(file);
    unlock(keys, PASSWORD);
    TokenKey token = keys.inventory().keys().getFirst();
    KeyFiles other = KeyFiles.in(Files.createDirectory(folder.resolve("other")), "RSA 2048");
    Files.copy(other.byOpenssl(PASSWORD), file, java.nio.file.StandardCopyOption.REPLACE_EXISTING);
    try (Pin pin = KeyFiles.pin(PASSWORD)) {
      assertThat(
              catchThrowableOfType(
                      KeyException.class,
                      () -> keys.open(new SigningKey(token, made.own()), pin, false))
                  .fault())
          .isEqualTo(new KeyFault.CertificateAbsent("openssl.p12"));
    }
  }

  @Test
  void aClosedSessionSignsNothing() throws Exception {
    KeyFiles made = KeyFiles.in(folder, "EC secp256r1");
    FileKeys keys = keys(made.byOpenssl(PASSWORD));
    unlock(keys, PASSWORD);
    TokenKey token = keys.inventory().keys().getFirst();
    try (Pin pin = KeyFiles.pin(PASSWORD)) {
      KeySession session = keys.open(new SigningKey(token, made.own()), pin, false);
      session.close();
      assertThat(
              catchThrowableOfType(
                      KeyException.class,
                      () -> session.sign(SignatureAlgorithm.SHA256_WITH_ECDSA, MESSAGE))
                  .fault())
          .isEqualTo(new KeyFault.NoPin());
    }
  }

  @Test
  void theFilesPasswordIsNotChangedHere() throws Exception {
    FileKeys keys = keys(KeyFiles.in(folder, "EC secp256r1").byOpenssl(PASSWORD));
    unlock(keys, PASSWORD);
    TokenKey token = keys.inventory().keys().getFirst();
    try (Pin pin = KeyFiles.pin(PASSWORD);
        Pin fresh = KeyFiles.pin("another 44")) {
      assertThat(
              catchThrowableOfType(
                      KeyException.class, () -> keys.changePin(token, pin, fresh, false))
                  .fault())
          .isEqualTo(new KeyFault.FilePasswordStays("openssl.p12"));
    }
  }
}
