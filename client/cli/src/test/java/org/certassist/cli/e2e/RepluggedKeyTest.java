package org.certassist.cli.e2e;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.certassist.bridge.simulator.SimulatedFault;
import org.certassist.bridge.simulator.Simulator;
import org.certassist.cli.log.Logs;
import org.certassist.cli.wiring.Home;
import org.certassist.cli.wiring.Wiring;
import org.certassist.core.declaration.DeclarationId;
import org.certassist.core.declaration.Kind;
import org.certassist.core.declaration.Stage;
import org.certassist.core.fault.Fault;
import org.certassist.core.fault.FaultException;
import org.certassist.core.filing.KeyOverview;
import org.certassist.core.filing.KeyRing;
import org.certassist.core.filing.PreparedDeclaration;
import org.certassist.core.filing.Progress;
import org.certassist.core.filing.SendOutbox;
import org.certassist.core.key.Driver;
import org.certassist.core.key.KeyFault;
import org.certassist.core.key.Pin;
import org.certassist.core.key.SigningKey;
import org.certassist.core.key.TypedPin;
import org.certassist.core.profile.Profile;
import org.certassist.core.rules.Verdict;
import org.certassist.keys.bridge.BridgeKeys;
import org.certassist.keys.bridge.Deadlines;
import org.certassist.keys.bridge.Quarantine;
import org.certassist.practice.ca.CertificateVariant;
import org.certassist.practice.ca.PracticeCa;
import org.certassist.practice.people.PracticeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/// A key is pulled out in the middle of a batch of three: put back it goes on under a new PIN,
/// another key is refused.
///
/// Use cases over the real bridge, archive and portal, not the command line: `practice` shows
/// SoftHSM2's keys only, and those cannot be pulled out.
@Timeout(300)
class RepluggedKeyTest {
  private static final String FIRST = "first";
  private static final String SAME_UNIT = "same-unit";
  private static final String OTHER_UNIT = "other-unit";
  private static final long SLOT = 1;

  /// C_Sign number 1 answers the portal's challenge, so the second declaration is signed by this.
  private static final int SECOND_SIGNATURE = 3;

  @TempDir Path folder;
  private Wiring wiring;
  private Profile profile;
  private Simulator simulator;
  private BridgeKeys keys;
  private SigningKey key;
  private final List<DeclarationId> waiting = new ArrayList<>();

  @BeforeEach
  void threeDeclarationsWait() throws Exception {
    Logs.configure(folder.resolve("logs"), false);
    Path home = folder.resolve("home");
    wiring =
        new Wiring(
            new Home(Files.createDirectories(home)),
            "practice",
            Optional.empty(),
            Optional.empty(),
            Clock.systemUTC());
    profile = wiring.profile();
    for (int i = 1; i <= 3; i++) {
      waiting.add(keep(folder.resolve(i + ".xlsx")));
    }
    PracticeCa ca = PracticeCa.open(home.resolve("practice"), Clock.systemUTC());
    simulator =
        Simulator.in(
            folder.resolve("simulator"),
            token(ca, FIRST, PracticeUnit.PRACTICE, "yes")
                + token(ca, SAME_UNIT, PracticeUnit.PRACTICE, "no")
                + token(ca, OTHER_UNIT, PracticeUnit.OTHER, "no"));
    keys =
        new BridgeKeys(
            TestHost.launch(),
            Deadlines.standard(),
            Quarantine.inMemory(Clock.systemUTC()),
            List.of(
                new Driver(
                    "simulator",
                    "simulated",
                    Driver.Interface.PKCS11,
                    List.of(Simulator.module()),
                    simulator.variables())));
    key = chosen();
  }

  @AfterEach
  void close() {
    keys.close();
    wiring.close();
  }

  /// A token with one pair for a unit, and its own name as its serial and its PIN.
  private String token(PracticeCa ca, String name, PracticeUnit unit, String plugged)
      throws Exception {
    KeyPairGenerator generator = KeyPairGenerator.getInstance("RSA");
    generator.initialize(2048);
    KeyPair pair = generator.generateKeyPair();
    byte[] certificate = ca.issue(pair.getPublic(), unit, CertificateVariant.GOOD).getEncoded();
    return """
    [token %1$s]
    slot = %2$d
    plugged = %3$s
    label = %1$s
    serial = %1$s
    pin = %1$s
    [pair %1$s]
    token = %1$s
    id = hex:01
    key = %4$s
    certificate = %5$s
    """
        .formatted(
            name,
            SLOT,
            plugged,
            Files.write(folder.resolve(name + ".key"), pair.getPrivate().getEncoded()),
            Files.write(folder.resolve(name + ".der"), certificate));
  }

  /// Keeps a declaration of one person whom the portal accepts.
  private DeclarationId keep(Path workbook) throws Exception {
    Kind kind = wiring.kind("enrolment");
    List<Map<String, String>> rows = wiring.sample(kind, 2).subList(0, 1);
    wiring.workbooks().writeTemplate(kind, Optional.of(wiring.sampleUnit(kind)), rows, workbook);
    Verdict verdict = wiring.checkWorkbook().check(workbook, profile).verdict();
    PreparedDeclaration prepared =
        wiring.prepareDeclaration().prepare(((Verdict.Passed) verdict).declaration(), profile);
    wiring.prepareDeclaration().keepForLater(prepared);
    return prepared.id();
  }

  /// The one key that is plugged in.
  private SigningKey chosen() throws FaultException, InterruptedException {
    return overview().choose(Optional.empty()).signingKey();
  }

  private KeyOverview overview() throws InterruptedException {
    return new KeyRing(keys, wiring.certificates(), wiring.time()).look(profile);
  }

  /// Types a PIN once, for everything that waits.
  private List<SendOutbox.Taken> sends(SigningKey with, String pin) throws Exception {
    SendOutbox outbox =
        new SendOutbox(wiring.signatures(), wiring.certificates(), wiring.archive(), wiring.time());
    try (Pin typed = Pin.ofUtf8(pin.getBytes(UTF_8))) {
      return outbox.send(
          new TypedPin(keys, with, typed, false),
          profile,
          wiring.portal(Optional.empty()),
          Progress.NONE);
    }
  }

  private Fault refusal(SigningKey with, String pin) throws Exception {
    try {
      throw new AssertionError(sends(with, pin).toString());
    } catch (FaultException refused) {
      return refused.fault();
    }
  }

  private void pulledAtTheSecondSignature() throws Exception {
    simulator.fault("C_Sign", SECOND_SIGNATURE, SimulatedFault.pull(FIRST));
    List<SendOutbox.Taken> taken = sends(key, FIRST);

    assertThat(taken).extracting(SendOutbox.Taken::id).containsExactlyElementsOf(waiting);
    assertThat(taken)
        .extracting(SendOutbox.Taken::after)
        .containsExactly(Stage.DONE, Stage.CHECKED, Stage.CHECKED);
    assertThat(taken)
        .extracting(SendOutbox.Taken::fault)
        .containsExactly(
            Optional.empty(),
            Optional.of(new KeyFault.Removed(FIRST)),
            Optional.of(new KeyFault.Removed(FIRST)));
    assertAtThePortal(waiting.subList(0, 1));
    assertTries(1, 0, 0);
  }

  private void assertAtThePortal(List<DeclarationId> filed) throws IOException {
    PortalRecords records = PortalRecords.in(folder.resolve("home"));
    assertThat(records.all()).isEqualTo(filed.size());
    for (DeclarationId id : filed) {
      assertThat(records.withId(id.toString())).isEqualTo(1);
    }
  }

  private void assertTries(int first, int sameUnit, int otherUnit) throws IOException {
    assertThat(simulator.pinTries(FIRST)).isEqualTo(first);
    assertThat(simulator.pinTries(SAME_UNIT)).isEqualTo(sameUnit);
    assertThat(simulator.pinTries(OTHER_UNIT)).isEqualTo(otherUnit);
  }

  @Test
  void theSameKeyPutBackFinishesUnderANewPin() throws Exception {
    pulledAtTheSecondSignature();
    simulator.plug(FIRST, SLOT);

    assertThat(sends(chosen(), FIRST))
        .extracting(SendOutbox.Taken::after)
        .containsExactly(Stage.DONE, Stage.DONE);

    assertAtThePortal(waiting);
    assertTries(2, 0, 0);
    assertThat(sends(key, FIRST)).isEmpty();
  }

  @Test
  void aKeyOfAnotherSerialGetsNoPinOfTheFirst() throws Exception {
    pulledAtTheSecondSignature();
    simulator.plug(SAME_UNIT, SLOT);

    assertThat(refusal(key, FIRST)).isEqualTo(new KeyFault.Absent(FIRST));

    assertAtThePortal(waiting.subList(0, 1));
    assertTries(1, 0, 0);
  }

  @Test
  void aKeyOfAnotherUnitGetsNoPinAtAll() throws Exception {
    pulledAtTheSecondSignature();
    simulator.plug(OTHER_UNIT, SLOT);

    assertThat(refusal(key, FIRST)).isEqualTo(new KeyFault.Absent(FIRST));
    assertThat(refusal(chosen(), FIRST).id()).isEqualTo("usage.unitMismatch");
    assertThat(refusal(chosen(), OTHER_UNIT).id()).isEqualTo("usage.unitMismatch");

    assertAtThePortal(waiting.subList(0, 1));
    assertTries(1, 0, 0);
  }

  /// The unit may have a second key; it is its own PIN that opens it.
  @Test
  void anotherKeyOfTheUnitIsANewChoice() throws Exception {
    pulledAtTheSecondSignature();
    simulator.plug(SAME_UNIT, SLOT);

    assertThat(sends(chosen(), SAME_UNIT))
        .extracting(SendOutbox.Taken::after)
        .containsExactly(Stage.DONE, Stage.DONE);

    assertAtThePortal(waiting);
    assertTries(1, 1, 0);
  }
}
