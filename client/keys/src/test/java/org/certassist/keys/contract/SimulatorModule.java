package org.certassist.keys.contract;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import org.certassist.bridge.simulator.SimulatedFault;
import org.certassist.bridge.simulator.Simulator;
import org.certassist.core.certificate.EncodedCertificate;
import org.certassist.core.key.Driver;
import org.certassist.core.key.PinState;

/// The simulated driver, with a second token that waits outside.
final class SimulatorModule implements ModuleUnderTest {
  private static final String KEY = "key";
  private static final String ANOTHER = "another";
  private static final long SLOT = 1;
  private static final long CKR_DEVICE_ERROR = 0x30;
  private static final String MORE =
      """
      [pair always]
      token = key
      kind = rsa
      id = hex:05
      label = always
      always-authenticate = yes
      [token another]
      plugged = no
      label = another
      serial = SIM0002
      pin = %1$s
      so-pin = %2$s
      [pair other]
      token = another
      kind = rsa
      id = hex:01
      """
          .formatted(Simulator.PIN, Simulator.SO_PIN);

  private final Simulator simulator;
  private final Path copy;
  private final Tool tool;
  private final List<EncodedCertificate> certificates;

  SimulatorModule(Path folder) throws Exception {
    simulator = Simulator.in(folder.resolve("simulator"), Simulator.ONE_KEY + MORE);
    copy = Files.copy(Simulator.module(), folder.resolve("copy.so"));
    tool = new Tool(List.of(), simulator.variables());
    tool.run("pkcs11-tool", "--module", Simulator.module() + "", "--list-slots").must();
    certificates = simulator.certificates(KEY).stream().map(EncodedCertificate::new).toList();
  }

  @Override
  public Capabilities capabilities() {
    Map<Ability, String> lacking = new EnumMap<>(Ability.class);
    lacking.put(Ability.OPEN_SEEN, "a login to the simulator ends with its process");
    return new Capabilities(
        "simulator", List.of(PinState.WRONG_TRIED, PinState.LAST_TRY, PinState.LOCKED), lacking);
  }

  @Override
  public Driver driver() {
    return driver("simulator", Simulator.module());
  }

  @Override
  public Driver secondDriver() {
    return driver("second", copy);
  }

  private Driver driver(String id, Path module) {
    return new Driver(id, id, Driver.Interface.PKCS11, List.of(module), simulator.variables());
  }

  /// The administrator sets the PIN as it was; a right login clears what wrong ones left.
  @Override
  public void fresh() throws IOException, InterruptedException {
    simulator.heal();
    plug();
    tool.asAdministrator(
            Simulator.module(), Simulator.SO_PIN, "--init-pin", "--new-pin", Simulator.PIN)
        .must();
    if (!opensWith(Simulator.PIN)) {
      throw new IOException("the PIN is not what it was");
    }
  }

  @Override
  public String serial() {
    return "SIM0001";
  }

  @Override
  public String pin() {
    return Simulator.PIN;
  }

  @Override
  public String administrators() {
    return Simulator.SO_PIN;
  }

  @Override
  public EncodedCertificate rsa() {
    return certificates.getFirst();
  }

  @Override
  public EncodedCertificate ec() {
    return certificates.get(2);
  }

  @Override
  public EncodedCertificate always() {
    return certificates.get(3);
  }

  @Override
  public int pinsCompared() throws IOException {
    return (int) simulator.pinTries(KEY);
  }

  @Override
  public int pinsComparedByAnother() throws IOException {
    return (int) simulator.pinTries(ANOTHER);
  }

  @Override
  public boolean opensWith(String pin) throws IOException, InterruptedException {
    return tool.pkcs11(Simulator.module(), pin, "--list-objects", "--type", "privkey").exit() == 0;
  }

  @Override
  public void pull() throws IOException {
    snatch();
  }

  @Override
  public void snatch() throws IOException {
    simulator.pull(KEY);
  }

  @Override
  public void plug() throws IOException {
    simulator.plug(KEY, SLOT);
  }

  @Override
  public void plugAnother() throws IOException {
    simulator.plug(ANOTHER, SLOT);
  }

  @Override
  public void pullAt(Moment moment) throws IOException {
    simulator.fault(
        switch (moment) {
          case LOGIN -> "C_Login";
          case SIGNATURE -> "C_Sign";
        },
        1,
        SimulatedFault.pull(KEY));
  }

  @Override
  public void answerAfter(Duration time) throws IOException {
    simulator.heal();
    if (!time.isZero()) {
      simulator.always("*", SimulatedFault.slow(time.toMillis()));
    }
  }

  /// The slot shows no token and cannot be asked about, as OpenSC's does then.
  @Override
  public Hold hold() throws IOException {
    simulator.pull(KEY);
    simulator.always("C_GetSlotInfo", SimulatedFault.returns(CKR_DEVICE_ERROR));
    return () -> {
      simulator.heal();
      plug();
    };
  }

  @Override
  public void close() {}
}
