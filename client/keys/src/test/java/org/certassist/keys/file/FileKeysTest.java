package org.certassist.keys.file;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
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
import org.junit.jupiter.params.provider.ValueSource;

/// Key files that other programs made are opened by their password, sign, and lock nothing.
@Timeout(120)
class FileKeysTest {
  private static final byte[] MESSAGE = "登记 2026-11".getBytes(UTF_8);
  private static final String PASSWORD = "correct horse 27";

  @TempDir Path folder;

  private FileKeys started() {
    return new FileKeys(
        KeyFileMemory.keptIn(folder.resolve("key-files.txt")),
        new BridgeKeys(TestHost.launch(), TestHost.patient(), TestHost.freshMemory(), List.of()));
  }

  private FileKeys keys(Path file) {
    FileKeys keys = started();
    var _ = keys.name(file);
    return keys;
  }

  /// The only file that is known.
  private static void unlock(FileKeys keys, String password) throws Exception {
    Path file = keys.inventory().drivers().getFirst().path().orElseThrow();
    try (Pin pin = KeyFiles.pin(password)) {
      keys.open(file).unlock(pin);
    }
  }

  private static KeyFault refusal(FileKeys keys, String password) {
    return catchThrowableOfType(KeyException.class, () -> unlock(keys, password)).fault();
  }

  private static DriverReport report(FileKeys keys) throws InterruptedException {
    return keys.inventory().drivers().getFirst();
  }

  private void assertSigns(Path file, String password, KeyFiles made, SignatureAlgorithm algorithm)
      throws Exception {
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

  @Test
  void whatWasOpenedIsThereAtTheNextStartAndOnlyItsPlaceIsWrittenDown() throws Exception {
    Path file = KeyFiles.in(folder, "EC secp256r1").byOpenssl(PASSWORD);
    FileKeys keys = started();
    var _ = keys.open(file);
    var _ = keys.open(folder.resolve("a/../openssl.p12"));
    unlock(keys, PASSWORD);

    assertThat(Files.readString(folder.resolve("key-files.txt"))).isEqualTo(file + "\n");
    FileKeys next = started();
    assertThat(report(next))
        .isEqualTo(
            new DriverReport(
                "file", "openssl.p12", Optional.of(file), DriverState.PASSWORD_NEEDED, ""));
    assertThat(next.inventory().drivers()).hasSize(1);
    assertThat(next.inventory().keys()).as("nothing of what is in it").isEmpty();

    next.forget(file);
    assertThat(started().inventory().drivers()).isEmpty();
    assertThat(file).as("the file itself").exists();
  }

  @Test
  void aFileThatWasNamedForOneRunIsNotRemembered() throws Exception {
    FileKeys keys = keys(KeyFiles.in(folder, "EC secp256r1").byOpenssl(PASSWORD));
    unlock(keys, PASSWORD);
    assertThat(started().inventory().drivers()).isEmpty();
  }

  @Test
  void aFileThatIsGoneSaysSoAndItsKeyIsNotThere() throws Exception {
    Path file = KeyFiles.in(folder, "EC secp256r1").byOpenssl(PASSWORD);
    FileKeys keys = started();
    keys.open(file).refuseUnusable();
    unlock(keys, PASSWORD);
    Path elsewhere = Files.move(file, folder.resolve("elsewhere.p12"));

    assertThat(report(keys).state()).isEqualTo(DriverState.FILE_GONE);
    assertThat(keys.inventory().keys()).isEmpty();
    assertThat(refusal(keys, PASSWORD)).isEqualTo(new KeyFault.FileGone("openssl.p12"));
    assertThat(report(started()).state()).isEqualTo(DriverState.FILE_GONE);

    Files.move(elsewhere, file);
    assertThat(report(keys).state()).isEqualTo(DriverState.READY);
  }

  @Test
  void aFileWithoutAPrivateKeyIsCalledSoOnceItsPasswordWasRight() throws Exception {
    KeyFiles made = KeyFiles.in(folder, "EC secp256r1");
    FileKeys keys = keys(made.byOpenssl(PASSWORD, "-nokeys"));

    assertThat(refusal(keys, PASSWORD)).isEqualTo(new KeyFault.FileWithoutKey("openssl.p12"));
    assertThat(report(keys))
        .extracting(DriverReport::state, DriverReport::reason)
        .containsExactly(DriverState.FILE_UNUSABLE, "file.noPrivateKey");
    assertThat(keys.inventory().keys()).isEmpty();
  }

  @Test
  void aCipherThatIsNotKnownIsNamed() throws Exception {
    KeyFiles made = KeyFiles.in(folder, "EC secp256r1");
    FileKeys keys = keys(made.byOpenssl(PASSWORD, "-keypbe", "CAMELLIA-128-CBC"));

    assertThat(refusal(keys, PASSWORD))
        .isEqualTo(new KeyFault.FileCipherUnknown("openssl.p12", "1.2.392.200011.61.1.1.1.2"));
    assertThat(report(keys).state()).isEqualTo(DriverState.FILE_UNUSABLE);
  }

  @ParameterizedTest
  @ValueSource(strings = {"", " blanks at both ends ", "全角１２３", "　", "tab\tinside", "🔑 key"})
  void aPasswordIsTakenExactlyAsItIs(String password) throws Exception {
    KeyFiles made = KeyFiles.in(folder, "EC secp256r1");
    Path file = made.byTheJdk(password);
    assertSigns(file, password, made, SignatureAlgorithm.SHA256_WITH_ECDSA);
  }

  @Test
  void aWrongOneThatIsOddlyTypedIsCalledSo() throws Exception {
    FileKeys keys = keys(KeyFiles.in(folder, "EC secp256r1").byOpenssl(PASSWORD));
    assertThat(refusal(keys, PASSWORD + " "))
        .isEqualTo(new KeyFault.FilePasswordWrongOdd("openssl.p12"));
    assertThat(refusal(keys, "１２３")).extracting(KeyFault::id).isEqualTo("file.passwordWrongOdd");
  }

  @Test
  void aListOfFilesThatSomebodyElseWroteHarmsNothing() throws Exception {
    Files.write(folder.resolve("key-files.txt"), new byte[] {'a', 0, '\n', (byte) 0xff, '\n'});
    assertThat(started().inventory().drivers()).isEmpty();
    Files.writeString(folder.resolve("key-files.txt"), "relative.p12\n\n" + "/x\n".repeat(200_000));
    assertThat(started().inventory().drivers()).hasSize(1);
  }
}
