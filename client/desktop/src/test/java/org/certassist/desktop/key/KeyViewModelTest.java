package org.certassist.desktop.key;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import javafx.beans.property.SimpleBooleanProperty;
import org.certassist.core.certificate.CertificateFacts;
import org.certassist.core.certificate.CertificateStatus;
import org.certassist.core.certificate.Holder;
import org.certassist.core.certificate.HolderFact;
import org.certassist.core.certificate.HolderField;
import org.certassist.core.certificate.Revocation;
import org.certassist.core.certificate.RevocationReason;
import org.certassist.core.certificate.RevocationReport;
import org.certassist.core.certificate.RevocationSource;
import org.certassist.core.certificate.Revocations;
import org.certassist.core.certificate.StatusCode;
import org.certassist.core.declaration.Unit;
import org.certassist.core.declaration.UnitType;
import org.certassist.core.detection.PlugWatch;
import org.certassist.core.driver.UsbDevice;
import org.certassist.core.driver.UsbId;
import org.certassist.core.filing.KeyOverview.Choice;
import org.certassist.core.key.DriverReport;
import org.certassist.core.key.DriverState;
import org.certassist.core.key.PinState;
import org.certassist.core.key.TokenPin;
import org.certassist.desktop.Desk;
import org.certassist.desktop.office.Office;
import org.certassist.desktop.office.PaperKeys;
import org.certassist.desktop.office.Samples;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/// Keys that come and go while the window is open.
@Timeout(60)
class KeyViewModelTest {
  @TempDir Path folder;

  private static KeyState.Looked looks(Desk desk) {
    desk.does(desk.keys::look);
    return desk.until(desk.keys.state(), KeyState.Looked.class);
  }

  private static Office two(Path folder) {
    return new Office(folder)
        .withKey(PinState.OK)
        .withKey("2", "另一单位", Samples.OTHER_CODE, PinState.OK, CertificateStatus.GOOD);
  }

  @Test
  void aKeyThatWasPulledIsMissedAndComesBackAsTheOneInUse() {
    Office office = new Office(folder).withKey(PinState.OK);
    try (Desk desk = new Desk(office)) {
      office.keys.pull(Office.SERIAL);
      assertThat(looks(desk).gone()).isPresent();
      assertThat(desk.keys.state().get().key()).isEmpty();

      office.withKey("2", "另一单位", Samples.OTHER_CODE, PinState.OK, CertificateStatus.GOOD);
      assertThat(looks(desk).chosen()).as("another one").isEmpty();

      office.withKey(PinState.OK);
      assertThat(looks(desk).chosen().orElseThrow().key().token().serial())
          .isEqualTo(Office.SERIAL);
    }
  }

  @Test
  void aKeyThatComesOrGoesIsSeenWithoutAClickWhileSomebodyLooks() {
    Office office = new Office(folder);
    SimpleBooleanProperty looking = new SimpleBooleanProperty(true);
    List<KeyState> states = new CopyOnWriteArrayList<>();
    try (Desk desk = new Desk(office)) {
      desk.does(() -> desk.keys.state().subscribe((KeyState now) -> states.add(now)));
      desk.does(() -> desk.keys.watchWhile(looking));
      office.withKey(PinState.OK);
      desk.until(desk.keys.state(), state -> state.key().isPresent());
      office.keys.pull(Office.SERIAL);
      desk.until(desk.keys.state(), state -> state.key().isEmpty());
      assertThat(states)
          .as("nothing flickers")
          .doesNotHaveAnyElementsOfTypes(KeyState.Looking.class);
    }
  }

  /// Somebody looks, and the sockets were looked at once.
  private static void watches(Desk desk, Office office) throws InterruptedException {
    int before = office.keys.asked();
    desk.does(() -> desk.keys.watchWhile(new SimpleBooleanProperty(true)));
    while (office.keys.asked() == before) {
      Thread.sleep(10);
    }
  }

  /// A driver may need to start afresh to see a key, which only the socket tells.
  @Test
  void aDeviceAtASocketMakesEveryDriverAnswerAfresh() throws Exception {
    Office office = new Office(folder).withKey(PinState.OK);
    try (Desk desk = new Desk(office)) {
      watches(desk, office);
      office.keys.hidesChanges();
      office.keys.pull(Office.SERIAL);
      office.sockets.add(new UsbDevice(new UsbId(0x096e, 0x0309), "key", Set.of()));

      desk.until(desk.keys.state(), state -> state.key().isEmpty());
    }
  }

  @Test
  void nothingIsAskedWhileNobodyLooks() throws Exception {
    Office office = new Office(folder);
    SimpleBooleanProperty looking = new SimpleBooleanProperty(false);
    try (Desk desk = new Desk(office)) {
      desk.does(() -> desk.keys.watchWhile(looking));
      int before = office.keys.asked();
      Thread.sleep(PlugWatch.PAUSE.multipliedBy(3));
      assertThat(office.keys.asked()).isEqualTo(before);

      office.withKey(PinState.OK);
      desk.does(() -> looking.set(true));
      desk.until(desk.keys.state(), state -> state.key().isPresent());
    }
  }

  /// The certificates' standing with their CAs must not blink away because a mouse was plugged in.
  @Test
  void whatIsKnownOfAKeyStaysWhereTheSameKeysAreThere() throws Exception {
    Office office = new Office(folder).withKey(PinState.OK);
    office.revocations = KeyViewModelTest::revoked;
    try (Desk desk = new Desk(office)) {
      desk.until(desk.keys.state(), state -> code(state).equals(Optional.of(StatusCode.REVOKED)));
      List<KeyState> states = new CopyOnWriteArrayList<>();
      desk.does(() -> desk.keys.state().subscribe((KeyState now) -> states.add(now)));
      watches(desk, office);
      int before = office.keys.asked();
      office.sockets.add(new UsbDevice(new UsbId(0x046d, 0xc077), "mouse", Set.of()));
      office.keys.untilListedAgain();

      assertThat(office.keys.asked()).isGreaterThan(before);
      assertThat(states).hasSize(1);
    }
  }

  private static Unit unit(String creditCode) {
    return new Unit(creditCode, "单位", UnitType.ORDINARY);
  }

  private static Optional<String> inUse(Desk desk) {
    return desk.keys.state().get().key().map(key -> key.key().token().serial());
  }

  @Test
  void aWorkbookTakesUpTheOnlyKeyOfItsUnit() {
    try (Desk desk = new Desk(two(folder))) {
      assertThat(looks(desk).chosen()).isEmpty();

      desk.opens("good.xlsx");

      assertThat(inUse(desk)).contains(Office.SERIAL);
    }
  }

  @Test
  void aKeyThatIsPluggedInLaterIsTakenUpForTheFileInHand() {
    Office office = new Office(folder);
    office.withKey("2", "另一单位", Samples.OTHER_CODE, PinState.OK, CertificateStatus.GOOD);
    try (Desk desk = new Desk(office)) {
      desk.opens("good.xlsx");
      assertThat(inUse(desk)).contains("2");

      office.withKey(PinState.OK);

      assertThat(looks(desk).chosen().orElseThrow().key().token().serial())
          .isEqualTo(Office.SERIAL);
    }
  }

  @Test
  void whatSheChoosesHerselfStaysUntilAnotherFileIsInHand() {
    try (Desk desk = new Desk(two(folder))) {
      KeyState.Looked looked = looks(desk);
      desk.does(() -> desk.keys.filesFor(unit(Samples.CREDIT_CODE)));
      looked.overview().choices().forEach(choice -> desk.does(() -> desk.keys.choose(choice)));
      assertThat(inUse(desk)).contains("2");

      looks(desk);
      desk.does(() -> desk.keys.filesFor(unit(Samples.CREDIT_CODE)));
      assertThat(inUse(desk)).as("still the same file").contains("2");

      desk.does(() -> {
        desk.keys.filesForNobody();
        desk.keys.filesFor(unit(Samples.CREDIT_CODE));
      });
      assertThat(inUse(desk)).contains(Office.SERIAL);
    }
  }

  @Test
  void aWorkbookTakesUpTheKeyThatWasChosenForItsUnit() {
    Office office = two(folder).withKey("3", "3", Samples.UNIT, TokenPin.usual(PinState.OK));
    try (Desk desk = new Desk(office)) {
      desk.does(() -> desk.keys.filesFor(unit(Samples.CREDIT_CODE)));
      assertThat(inUse(desk)).as("two fit").isEmpty();
      List<Choice> there = looks(desk).overview().choices();
      desk.does(() -> desk.keys.choose(there.get(2)));
      desk.does(() -> desk.keys.filesFor(unit(Samples.OTHER_CODE)));
      assertThat(inUse(desk)).contains("2");

      desk.does(() -> {
        desk.keys.look();
        desk.keys.filesFor(unit(Samples.CREDIT_CODE));
      });

      desk.until(desk.keys.state(), KeyState.Looked.class);
      assertThat(inUse(desk)).contains("3");
    }
  }

  @Test
  void aKeyShowsBeforeItsCasHaveSpoken() {
    Office office = new Office(folder).withKey(PinState.OK);
    CountDownLatch spoken = new CountDownLatch(1);
    office.revocations =
        question -> {
          spoken.await();
          return revoked(question);
        };
    try (Desk desk = new Desk(office)) {
      assertThat(code(looks(desk))).contains(StatusCode.GOOD);

      spoken.countDown();
      desk.until(desk.keys.state(), state -> code(state).equals(Optional.of(StatusCode.REVOKED)));
    }
  }

  @Test
  void whatTheCasSayCountsAlsoWhereSomethingWasPluggedInMeanwhile() throws Exception {
    Office office = new Office(folder).withKey(PinState.OK);
    CountDownLatch spoken = new CountDownLatch(1);
    office.revocations =
        question -> {
          spoken.await();
          return revoked(question);
        };
    try (Desk desk = new Desk(office)) {
      looks(desk);
      watches(desk, office);
      office.sockets.add(new UsbDevice(new UsbId(0x046d, 0xc077), "mouse", Set.of()));
      office.keys.untilListedAgain();
      spoken.countDown();

      desk.until(desk.keys.state(), state -> code(state).equals(Optional.of(StatusCode.REVOKED)));
    }
  }

  private static RevocationReport revoked(Revocations.Question question) {
    return new RevocationReport(
        question.now(),
        List.of(
            new RevocationReport.Asked(
                question.path().getFirst(),
                new Revocation.Revoked(
                    RevocationSource.LIST, question.now(), RevocationReason.KEY_COMPROMISE))));
  }

  private static Optional<StatusCode> code(KeyState state) {
    return state.key().map(key -> key.certificate().status().code());
  }

  @Test
  void aDriverThatWasSwitchedOffIsUsedAgainWhenSheSaysSo() {
    Office office = new Office(folder);
    office.keys.reporting("gm3000", "龙脉 GM3000", DriverState.QUARANTINED);
    try (Desk desk = new Desk(office)) {
      desk.does(() -> desk.keys.useAgain("gm3000"));

      desk.until(
          desk.keys.state(),
          state ->
              state instanceof KeyState.Looked looked
                  && looked.overview().drivers().stream()
                      .map(DriverReport::state)
                      .noneMatch(DriverState.QUARANTINED::equals));
    }
  }

  @Test
  void aPersonsNumberIsNoNameOfAKey() {
    Office office = new Office(folder).withKey(PinState.OK);
    String number = "11010519491231002X";
    CertificateFacts facts =
        office.certificates.read(PaperKeys.certificate(Office.SERIAL)).orElseThrow();
    office.certificates.put(
        new CertificateFacts(
            facts.certificate(),
            "CN=赵敏 " + number,
            new Holder(List.of(new HolderFact(HolderField.IDENTITY_NUMBER, number, "subject CN"))),
            facts.issuer(),
            facts.serialNumber(),
            facts.notBefore(),
            facts.notAfter(),
            facts.algorithm(),
            facts.usage()),
        CertificateStatus.GOOD);
    try (Desk desk = new Desk(office)) {
      assertThat(CertificateWords.holder(looks(desk).chosen().orElseThrow()))
          .isEqualTo("CN=赵敏 110*************2X");
    }
  }
}
