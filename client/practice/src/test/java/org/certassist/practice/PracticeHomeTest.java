package org.certassist.practice;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assumptions.assumeThat;

import java.io.ByteArrayInputStream;
import java.net.URISyntaxException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.Signature;
import java.security.cert.CertificateFactory;
import java.security.cert.X509Certificate;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.certassist.bridge.host.HostMain;
import org.certassist.bridge.protocol.Protocol;
import org.certassist.core.fault.FaultException;
import org.certassist.core.key.Driver;
import org.certassist.core.key.Engine;
import org.certassist.core.key.Inventory;
import org.certassist.core.key.KeySession;
import org.certassist.core.key.Pin;
import org.certassist.core.key.SignatureAlgorithm;
import org.certassist.core.key.SigningKey;
import org.certassist.core.key.TokenKey;
import org.certassist.keys.bridge.BridgeKeys;
import org.certassist.keys.bridge.Deadlines;
import org.certassist.keys.bridge.HostLaunch;
import org.certassist.keys.bridge.Quarantine;
import org.certassist.practice.ca.CertificateVariant;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

@Timeout(180)
class PracticeHomeTest {
  static final Instant NOW = Instant.parse("2026-11-22T02:00:00Z");
  static final Path SOFT_HSM = Path.of("/usr/lib/softhsm/libsofthsm2.so");

  @TempDir Path home;

  private PracticeHome open(Instant at) throws FaultException {
    return PracticeHome.open(home, launch(), patient(), InstantSource.fixed(at));
  }

  private static HostLaunch launch() {
    return HostLaunch.withThisJava(List.of(place(HostMain.class), place(Protocol.class)));
  }

  private static Deadlines patient() {
    Duration each = Duration.ofSeconds(40);
    return new Deadlines(each, each, each, each, each);
  }

  private static Path place(Class<?> of) {
    try {
      return Path.of(of.getProtectionDomain().getCodeSource().getLocation().toURI());
    } catch (URISyntaxException broken) {
      throw new IllegalStateException(broken);
    }
  }

  private static TokenKey only(PracticeKey key) throws Exception {
    try (BridgeKeys keys =
        new BridgeKeys(
            launch(), patient(), Quarantine.inMemory(Clock.systemUTC()), List.of(key.driver()))) {
      Inventory inventory = keys.inventory();
      assertThat(inventory.keys()).as("%s", inventory.drivers()).hasSize(1);
      return inventory.keys().getFirst();
    }
  }

  private static void signs(PracticeHome practice, PracticeKey key, Engine engine)
      throws Exception {
    byte[] message = {1, 2, 3};
    try (BridgeKeys keys =
            new BridgeKeys(
                launch(),
                patient(),
                Quarantine.inMemory(Clock.systemUTC()),
                List.of(key.driver()));
        Pin pin = practice.pin()) {
      TokenKey token = keys.inventory().keys().getFirst();
      try (KeySession session = keys.open(new SigningKey(token, key.certificate()), pin, false)) {
        var made = session.sign(SignatureAlgorithm.SHA256_WITH_RSA, message);
        assertThat(made.engine()).isEqualTo(engine);
        Signature signature = Signature.getInstance("SHA256withRSA");
        signature.initVerify(certificate(key));
        signature.update(message);
        assertThat(signature.verify(made.value())).isTrue();
      }
    }
  }

  private static X509Certificate certificate(PracticeKey key) throws Exception {
    return (X509Certificate)
        CertificateFactory.getInstance("X.509")
            .generateCertificate(new ByteArrayInputStream(key.certificate().der()));
  }

  @Test
  void aTokenIsMadeOnceSignsAndIsFoundAgain() throws Exception {
    PracticeHome practice = open(NOW);
    PracticeKey key = practice.key(Optional.of(SOFT_HSM));

    TokenKey token = only(key);
    assertThat(token.serial()).isEqualTo(key.serial());
    assertThat(token.certificates()).containsExactly(key.certificate());
    assertThat(token.others()).isEqualTo(practice.intermediates().subList(0, 1));
    assertThat(key.driver().variables())
        .containsEntry(
            "SOFTHSM2_CONF", home.toAbsolutePath().resolve("practice/softhsm2.conf").toString());
    signs(practice, key, Engine.SUNPKCS11);

    PracticeHome again = open(NOW.plus(Duration.ofDays(300)));
    assertThat(again.key(Optional.of(SOFT_HSM))).isEqualTo(key);
    assertThat(again.key(Optional.empty())).isEqualTo(key);
    assertThat(only(key).serial()).isEqualTo(key.serial());
  }

  @Test
  void aCertificateThatIsAboutToExpireIsReplacedByANewKey() throws Exception {
    PracticeKey old = open(NOW).key(Optional.of(SOFT_HSM));
    PracticeHome later = open(NOW.plus(Duration.ofDays(3 * 365)));
    PracticeKey renewed = later.key(Optional.of(SOFT_HSM));

    assertThat(renewed.serial()).isNotEqualTo(old.serial());
    assertThat(only(renewed).certificates()).containsExactly(renewed.certificate());
    signs(later, renewed, Engine.SUNPKCS11);
  }

  @Test
  void eachVariantIsAloneInItsFolder() throws Exception {
    PracticeHome practice = open(NOW);
    List<PracticeKey> keys = new ArrayList<>();
    for (CertificateVariant variant :
        List.of(CertificateVariant.GOOD, CertificateVariant.EXPIRED, CertificateVariant.FOREIGN)) {
      keys.add(practice.key(variant, Optional.of(SOFT_HSM)));
    }
    for (PracticeKey key : keys) {
      assertThat(only(key).certificates()).containsExactly(key.certificate());
    }
    assertThat(certificate(keys.get(1)).getNotAfter().toInstant()).isBefore(NOW);
    assertThat(only(keys.get(2)).others())
        .hasSize(1)
        .doesNotContainAnyElementsOf(practice.intermediates());
  }

  @Test
  void aSoftwareKeyServesWhereThereIsNoModule() throws Exception {
    PracticeHome practice = open(NOW);
    KeyFolder folder = practice.keyFolder();
    PracticeKey key;
    try (Pin pin = practice.pin()) {
      key = folder.softKey(CertificateVariant.GOOD, pin);
      assertThat(folder.softKey(CertificateVariant.GOOD, pin)).isEqualTo(key);
    }

    assertThat(key.driver().kind()).isEqualTo(Driver.Interface.SOFTKEY);
    assertThat(key.driver().paths())
        .containsExactly(home.toAbsolutePath().resolve("practice/softkey.p12"));
    assertThat(only(key).serial()).isEqualTo(key.serial());
    signs(practice, key, Engine.SOFTKEY);
  }

  @Test
  void aModuleThatIsNotSoftHsmIsRefusedUntouched() throws Exception {
    Path other = Path.of("/usr/lib/x86_64-linux-gnu/opensc-pkcs11.so");
    assumeThat(other).exists();
    PracticeHome practice = open(NOW);

    assertThatThrownBy(() -> practice.key(Optional.of(other))).satisfies(PracticeHomeTest::refused);
    practice.key(Optional.of(SOFT_HSM));
    assertThatThrownBy(() -> practice.key(Optional.of(other))).satisfies(PracticeHomeTest::refused);
  }

  private static void refused(Throwable thrown) {
    assertThat(thrown)
        .isInstanceOfSatisfying(
            FaultException.class,
            e -> assertThat(e.fault()).isInstanceOf(PracticeFault.NotSoftHsm.class));
  }

  @Test
  void thePinIsRandomDigitsInAFileOfItsOwner() throws Exception {
    PracticeHome practice = open(NOW);
    String pin = Files.readString(practice.pinFile());

    assertThat(practice.pinFile()).isEqualTo(home.toAbsolutePath().resolve("practice/pin.txt"));
    assertThat(pin).matches("[0-9]{8}\n");
    assertThat(open(NOW).pinFile()).hasContent(pin);
    assertThat(
            PracticeHome.open(home.resolve("x"), launch(), patient(), InstantSource.system())
                .pinFile())
        .content()
        .isNotEqualTo(pin);
  }

  @Test
  void withALostPinTheKeyIsMadeAnew() throws Exception {
    PracticeHome practice = open(NOW);
    PracticeKey key = practice.key(Optional.of(SOFT_HSM));
    Files.delete(practice.pinFile());
    PracticeHome again = open(NOW);
    PracticeKey fresh = again.key(Optional.of(SOFT_HSM));

    assertThat(fresh.serial()).isNotEqualTo(key.serial());
    signs(again, fresh, Engine.SUNPKCS11);
  }

  @Test
  void onlyTheOwnerReadsAnyOfIt() throws Exception {
    PracticeHome practice = open(NOW);
    practice.key(Optional.of(SOFT_HSM));
    try (Stream<Path> files = Files.walk(home.resolve("practice"))) {
      assertThat(files)
          .allSatisfy(path ->
              assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(path)))
                  .endsWith("------"));
    }
  }

  @Test
  void aFolderThatCannotBeMadeIsNamed() throws Exception {
    Path file = Files.writeString(home.resolve("file"), "");

    assertThatThrownBy(() -> PracticeHome.open(file, launch(), patient(), InstantSource.system()))
        .isInstanceOfSatisfying(
            FaultException.class,
            e -> assertThat(e.fault()).isInstanceOf(PracticeFault.FolderUnusable.class));
  }
}
