package org.certassist.keys.bridge;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.certassist.core.key.KeyException;
import org.certassist.core.key.KeyFault;
import org.certassist.core.key.PinState;
import org.certassist.core.key.SigningKey;
import org.certassist.core.key.TokenKey;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// A PIN changed through the bridge, judged by OpenSC's `pkcs11-tool` on the same token.
class PinChangeTest {
  private static final String NEW_PIN = "新口令8642";

  @TempDir Path folder;
  private TestToken token;

  @BeforeEach
  void aToken() throws Exception {
    token = TestToken.in(folder);
  }

  private BridgeKeys keys() {
    return token.keys(token.softHsm().driver());
  }

  private TokenKey only(BridgeKeys keys) throws InterruptedException {
    return TestToken.only(keys.inventory());
  }

  private boolean toolLogsInWith(String pin) throws Exception {
    ProcessBuilder tool =
        new ProcessBuilder(
            "pkcs11-tool",
            "--module",
            SoftHsm.MODULE.toString(),
            "--token-label",
            TestToken.LABEL,
            "--login",
            "--pin",
            pin,
            "--list-objects",
            "--type",
            "privkey");
    tool.environment().putAll(token.softHsm().variables());
    tool.redirectErrorStream(true).redirectOutput(folder.resolve("tool.txt").toFile());
    Process process = tool.start();
    assertThat(process.waitFor(20, TimeUnit.SECONDS)).isTrue();
    return process.exitValue() == 0;
  }

  private static KeyFault change(BridgeKeys keys, TokenKey key, String present, String fresh) {
    KeyException failure =
        catchThrowableOfType(
            KeyException.class,
            () -> {
              try (var old = SoftHsm.pin(present);
                  var next = SoftHsm.pin(fresh)) {
                keys.changePin(key, old, next, false);
              }
            });
    return failure.fault();
  }

  @Test
  void theModulesOwnToolLogsInWithTheNewPinAndNoLongerWithTheOldOne() throws Exception {
    try (BridgeKeys keys = keys();
        var old = SoftHsm.pin(SoftHsm.PIN);
        var next = SoftHsm.pin(NEW_PIN)) {
      keys.changePin(only(keys), old, next, false);
    }
    assertThat(toolLogsInWith(NEW_PIN)).isTrue();
    assertThat(toolLogsInWith(SoftHsm.PIN)).isFalse();
  }

  @Test
  void aWrongPresentPinChangesNothing() throws Exception {
    try (BridgeKeys keys = keys()) {
      assertThat(change(keys, only(keys), "999999", NEW_PIN))
          .isEqualTo(new KeyFault.PinWrong(PinState.WRONG_TRIED));
    }
    assertThat(toolLogsInWith(SoftHsm.PIN)).isTrue();
  }

  @Test
  void aNewPinThatTheTokenDoesNotTakeCostsNoTry() throws Exception {
    try (BridgeKeys keys = keys()) {
      assertThat(change(keys, only(keys), "999999", "123"))
          .isEqualTo(new KeyFault.NewPinUnusable(4, 255));
      assertThat(only(keys).pin().state()).isEqualTo(PinState.OK);
    }
  }

  @Test
  void theAdministratorSetsANewPin() throws Exception {
    try (BridgeKeys keys = keys();
        var administrators = SoftHsm.pin(TestToken.ADMINISTRATORS);
        var next = SoftHsm.pin(NEW_PIN)) {
      keys.unblockPin(only(keys), administrators, next, false);
    }
    assertThat(toolLogsInWith(NEW_PIN)).isTrue();
  }

  @Test
  void aWrongAdministratorsPinIsNamedAsSuch() throws Exception {
    try (BridgeKeys keys = keys();
        var administrators = SoftHsm.pin("00000000");
        var next = SoftHsm.pin(NEW_PIN)) {
      TokenKey key = only(keys);
      KeyException failure =
          catchThrowableOfType(
              KeyException.class, () -> keys.unblockPin(key, administrators, next, false));
      assertThat(failure.fault())
          .isEqualTo(new KeyFault.AdministratorPinWrong(PinState.WRONG_TRIED));
    }
    assertThat(toolLogsInWith(SoftHsm.PIN)).isTrue();
  }

  @Test
  void aKeyOfEqualIdentityWithOtherCertificatesNeverSeesThePin() throws Exception {
    TestToken other = TestToken.in(folder.resolve("other"));
    try (BridgeKeys keys = keys()) {
      TokenKey key = only(keys);
      TokenKey swapped =
          new TokenKey(
              key.module(),
              key.driver(),
              key.manufacturer(),
              key.model(),
              key.serial(),
              key.label(),
              key.pin(),
              List.of(other.rsa()),
              key.others());
      assertThat(change(keys, swapped, "999999", NEW_PIN))
          .isEqualTo(new KeyFault.CertificateAbsent(key.serial()));
      KeyException failure =
          catchThrowableOfType(
              KeyException.class,
              () -> {
                try (var pin = SoftHsm.pin("999999")) {
                  keys.open(new SigningKey(swapped, other.rsa()), pin, false).close();
                }
              });
      assertThat(failure.fault()).isEqualTo(new KeyFault.CertificateAbsent(key.serial()));
      assertThat(only(keys).pin().state()).isEqualTo(PinState.OK);
    }
  }
}
