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

/// A token of SoftHSM2, spoken to directly or through a module that passes calls on.
final class SoftHsmModule implements ModuleUnderTest {
  /// p11-kit's proxy: the library itself is the module. It shows every driver that the system has
  /// registered, SoftHSM2 among them.
  static final Path P11_KIT = Path.of("/usr/lib/x86_64-linux-gnu/libp11-kit.so.0");

  private final String name;
  private final TestToken token;
  private final Driver driver;
  private final Path second;
  private final Tool tool;

  private SoftHsmModule(String name, TestToken token, Path module, Path second) {
    this.name = name;
    this.token = token;
    this.driver =
        new Driver(
            "first",
            name,
            Driver.Interface.PKCS11,
            List.of(module),
            token.softHsm().driver().variables());
    this.second = second;
    this.tool = new Tool(List.of(), token.softHsm().variables());
  }

  static SoftHsmModule direct(Path folder) throws Exception {
    return new SoftHsmModule(
        "SoftHSM2",
        TestToken.in(folder),
        SoftHsm.MODULE,
        Files.copy(SoftHsm.MODULE, folder.resolve("copy.so")));
  }

  /// Through p11-kit's proxy; the second driver is SoftHSM2 itself, so that two different modules
  /// are at one key.
  static SoftHsmModule throughP11Kit(Path folder) throws Exception {
    return new SoftHsmModule(
        "p11-kit (SoftHSM2)", TestToken.in(folder), P11_KIT.toRealPath(), SoftHsm.MODULE);
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
    return new Capabilities(name, List.of(PinState.WRONG_TRIED), lacking);
  }

  @Override
  public Driver driver() {
    return driver;
  }

  @Override
  public Driver secondDriver() {
    return new Driver(
        "second", "copy", Driver.Interface.PKCS11, List.of(second), driver.variables());
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
