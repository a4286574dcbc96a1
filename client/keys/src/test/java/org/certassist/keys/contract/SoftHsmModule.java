package org.certassist.keys.contract;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import org.certassist.core.certificate.EncodedCertificate;
import org.certassist.core.key.Driver;
import org.certassist.core.key.PinState;
import org.certassist.keys.bridge.SoftHsm;
import org.certassist.keys.bridge.TestToken;

/// A token of SoftHSM2.
final class SoftHsmModule implements ModuleUnderTest {
  private final TestToken token;
  private final Path copy;
  private final Tool tool;

  SoftHsmModule(Path folder) throws Exception {
    token = TestToken.in(folder);
    copy = Files.copy(SoftHsm.MODULE, folder.resolve("copy.so"));
    tool = new Tool(List.of(), token.softHsm().variables());
  }

  @Override
  public Capabilities capabilities() {
    Map<Ability, String> lacking = new EnumMap<>(Ability.class);
    lacking.put(Ability.TRIES_COUNTED, "SoftHSM2 compares PINs inside the driver, uncounted");
    lacking.put(Ability.ALWAYS_AUTHENTICATE, "SoftHSM2 stores the attribute and does not heed it");
    lacking.put(Ability.OPEN_SEEN, "a login to SoftHSM2 ends with its process");
    lacking.put(Ability.LAST_TRY_SHOWN, "SoftHSM2 allows any number of tries");
    lacking.put(Ability.LOCK, "SoftHSM2 never locks");
    lacking.put(Ability.PLUG, "a token of SoftHSM2 is a folder, it cannot be pulled out");
    lacking.put(Ability.DELAY, "nothing lies between SoftHSM2 and its token");
    lacking.put(Ability.HOLD, "SoftHSM2 shares its tokens with everybody");
    return new Capabilities("SoftHSM2", List.of(PinState.WRONG_TRIED), lacking);
  }

  @Override
  public Driver driver() {
    return token.softHsm().driver();
  }

  @Override
  public Driver secondDriver() {
    return new Driver(
        "second", "copy", Driver.Interface.PKCS11, List.of(copy), driver().variables());
  }

  /// The administrator sets the PIN as it was; a right login clears what wrong ones left.
  @Override
  public void fresh() throws IOException, InterruptedException {
    tool.asAdministrator(
            SoftHsm.MODULE,
            TestToken.ADMINISTRATORS,
            "--token-label",
            TestToken.LABEL,
            "--init-pin",
            "--new-pin",
            SoftHsm.PIN)
        .must();
    if (!opensWith(SoftHsm.PIN)) {
      throw new IOException("the PIN is not what it was");
    }
  }

  @Override
  public String serial() {
    return token.serial();
  }

  @Override
  public String pin() {
    return SoftHsm.PIN;
  }

  @Override
  public String administrators() {
    return TestToken.ADMINISTRATORS;
  }

  @Override
  public EncodedCertificate rsa() {
    return token.rsa();
  }

  @Override
  public EncodedCertificate ec() {
    return token.ec();
  }

  @Override
  public boolean opensWith(String pin) throws IOException, InterruptedException {
    return tool.pkcs11(
                SoftHsm.MODULE,
                pin,
                "--token-label",
                TestToken.LABEL,
                "--list-objects",
                "--type",
                "privkey")
            .exit()
        == 0;
  }

  @Override
  public void close() {}
}
